use crate::{
    App, Failure,
    routes::{RoleName, StatusName},
    store::users::{self, User},
};
use access::{AnyUser, Role};
use axum::extract::State;
use events::Language;
use ids::UserId;
use serde::Serialize;
use utoipa::ToSchema;
use web::{ApiError, ETag, Path, Tagged, Timestamp, responses::NotFound};

/// An account.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct UserView {
    id: UserId,
    role: RoleName,
    status: StatusName,
    interface_language: Language,
    #[schema(example = "Europe/Amsterdam")]
    time_zone: String,
    created_at: Timestamp,
}

/// An account, with its revision as `ETag`.
///
/// Administrators see every account, others their own.
#[utoipa::path(
    get,
    path = "/users/{userId}",
    params(("userId" = UserId, Path)),
    responses((status = 200, body = UserView, headers(("ETag" = String))), NotFound),
    security(("accessToken" = []))
)]
#[tracing::instrument(skip_all, fields(user.id = %id))]
pub(crate) async fn show_user(
    State(app): State<App>,
    caller: AnyUser,
    Path(id): Path<UserId>,
) -> Result<Tagged<UserView>, Failure> {
    let absent = || ApiError::not_found("user", id);
    let may_see = caller.id == id || matches!(caller.role, Role::TechnicalAdmin | Role::EducationalAdmin);
    if !may_see {
        return Err(absent().into());
    }
    let user = users::find(&mut *app.connection().await?, id).await?;
    Ok(user.ok_or_else(absent)?.into())
}

impl From<User> for UserView {
    fn from(user: User) -> Self {
        Self {
            id: user.id,
            role: user.role.into(),
            status: user.status.into(),
            interface_language: user.interface_language,
            time_zone: user.time_zone.as_str().to_owned(),
            created_at: user.created_at.into(),
        }
    }
}

impl From<User> for Tagged<UserView> {
    fn from(user: User) -> Self {
        Tagged(ETag::of_rev(user.rev.unsigned_abs()), user.into())
    }
}

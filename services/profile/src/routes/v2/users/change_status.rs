use super::show_user::UserView;
use crate::{App, commands};
use access::{Fresh, TechnicalAdmin};
use axum::extract::State;
use events::profile::AccountStatus;
use ids::UserId;
use serde::Deserialize;
use utoipa::ToSchema;
use web::{
    ApiResult, IfMatch, Json, Path, Tagged,
    responses::{Conflict, NotFound},
};

/// The status to have from now on.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct ChangeStatus {
    status: SettableStatus,
}

/// What an account can be set to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum SettableStatus {
    /// It may be used.
    Active,
    /// It may not.
    Suspended,
}

impl From<SettableStatus> for AccountStatus {
    fn from(status: SettableStatus) -> Self {
        match status {
            SettableStatus::Active => Self::Active,
            SettableStatus::Suspended => Self::Suspended,
        }
    }
}

/// Suspend an account, or enable it.
///
/// Needs a proof of the last ten minutes. A suspended account is refused everywhere within two seconds, and at a log-in like
/// one that does not exist; enabled, it logs in anew. The last technical administrator stays. A status that the account has
/// already is no change, whatever `If-Match` says.
#[utoipa::path(
    put,
    path = "/users/{userId}/status",
    params(
        ("userId" = UserId, Path),
        ("If-Match" = String, Header, description = "The `ETag` of the user.", example = "\"1\""),
    ),
    request_body = ChangeStatus,
    responses((status = 200, body = UserView, headers(("ETag" = String))), NotFound, Conflict),
    security(("accessToken" = ["technical_admin"]))
)]
#[tracing::instrument(skip_all, fields(user.id = %id))]
pub(crate) async fn change_status(
    State(app): State<App>,
    admin: Fresh<TechnicalAdmin>,
    Path(id): Path<UserId>,
    seen: IfMatch,
    Json(body): Json<ChangeStatus>,
) -> ApiResult<Tagged<UserView>> {
    let user = commands::change_status(&app, id, body.status.into(), &seen, admin.id).await?;
    Ok(user.into())
}

use crate::{
    App, Failure,
    routes::RoleName,
    store::{
        links,
        users::{self, User},
    },
};
use access::AnyUser;
use axum::extract::State;
use events::Language;
use ids::{SessionId, UserId};
use serde::Serialize;
use sqlx::PgConnection;
use utoipa::ToSchema;
use web::{ApiError, ETag, Tagged};

/// The caller.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Me {
    id: UserId,
    role: RoleName,
    session_id: SessionId,
    interface_language: Language,
    #[schema(example = "Europe/Amsterdam")]
    time_zone: String,
    /// Who teaches the caller.
    teacher_ids: Vec<UserId>,
}

/// The caller's own account, with its revision as `ETag`.
///
/// A teacher's students are at `/teachers/{teacherId}/students`.
#[utoipa::path(
    get,
    path = "/me",
    responses((status = 200, body = Me, headers(("ETag" = String)))),
    security(("accessToken" = []))
)]
#[tracing::instrument(skip_all)]
pub(crate) async fn show_me(State(app): State<App>, caller: AnyUser) -> Result<Tagged<Me>, Failure> {
    let mut conn = app.connection().await?;
    let user = users::find(&mut conn, caller.id).await?.ok_or_else(ApiError::invalid_token)?;
    Me::tagged(&mut conn, user, caller.session).await
}

impl Me {
    /// The account as this session sees it.
    pub(super) async fn tagged(
        conn: &mut PgConnection,
        user: User,
        session_id: SessionId,
    ) -> Result<Tagged<Self>, Failure> {
        let me = Self {
            id: user.id,
            role: user.role.into(),
            session_id,
            interface_language: user.interface_language,
            time_zone: user.time_zone.as_str().to_owned(),
            teacher_ids: links::teachers_of(conn, user.id).await?,
        };
        Ok(Tagged(ETag::of_rev(user.rev.unsigned_abs()), me))
    }
}

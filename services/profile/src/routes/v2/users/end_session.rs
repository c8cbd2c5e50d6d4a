use crate::{App, commands};
use access::{Fresh, TechnicalAdmin};
use axum::{extract::State, http::StatusCode};
use ids::{SessionId, UserId};
use web::{ApiResult, Path, responses::NotFound};

/// End one session of a user.
///
/// Needs a proof of the last ten minutes. Every service refuses its access tokens within two seconds. Noted among the
/// actions of administrators. Safe to repeat.
#[utoipa::path(
    delete,
    path = "/users/{userId}/sessions/{sessionId}",
    params(("userId" = UserId, Path), ("sessionId" = SessionId, Path)),
    responses((status = 204, description = "The session is over."), NotFound),
    security(("accessToken" = ["technical_admin"]))
)]
#[tracing::instrument(skip_all, fields(user.id = %id))]
pub(crate) async fn end_session_of(
    State(app): State<App>,
    admin: Fresh<TechnicalAdmin>,
    Path((id, session)): Path<(UserId, SessionId)>,
) -> ApiResult<StatusCode> {
    commands::end_session_of(&app, id, session, admin.id).await?;
    Ok(StatusCode::NO_CONTENT)
}

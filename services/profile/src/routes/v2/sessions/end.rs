use crate::{App, commands};
use access::AnyUser;
use axum::{extract::State, http::StatusCode};
use ids::SessionId;
use web::{ApiResult, Path, responses::NotFound};

/// End one of the own sessions.
///
/// Every service refuses its access tokens within two seconds. Safe to repeat; another user's session is not there.
#[utoipa::path(
    delete,
    path = "/sessions/{sessionId}",
    params(("sessionId" = SessionId, Path)),
    responses((status = 204, description = "The session is over."), NotFound),
    security(("accessToken" = []))
)]
#[tracing::instrument(skip_all)]
pub(crate) async fn end_session(
    State(app): State<App>,
    caller: AnyUser,
    Path(session): Path<SessionId>,
) -> ApiResult<StatusCode> {
    commands::end_session(&app, caller.id, session).await?;
    Ok(StatusCode::NO_CONTENT)
}

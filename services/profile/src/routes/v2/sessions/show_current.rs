use crate::{App, Failure, routes::RoleName, store::sessions};
use access::AnyUser;
use axum::extract::State;
use ids::{SessionId, UserId};
use serde::Serialize;
use utoipa::ToSchema;
use web::{ApiError, Json, Timestamp};

/// The session of an access token.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct SessionView {
    session_id: SessionId,
    user_id: UserId,
    role: RoleName,
    /// Access tokens of a lower epoch are refused.
    #[schema(example = 0)]
    epoch: i64,
    authenticated_at: Timestamp,
    expires_at: Timestamp,
}

/// Whether the session of this access token goes on.
///
/// Answered from the accounts themselves, not from what was heard of them.
#[utoipa::path(
    get,
    path = "/sessions/current",
    responses((status = 200, body = SessionView)),
    security(("accessToken" = []))
)]
#[tracing::instrument(skip_all)]
pub(crate) async fn show_current_session(
    State(app): State<App>,
    caller: AnyUser,
) -> Result<Json<SessionView>, Failure> {
    let session = sessions::live(&mut *app.connection().await?, caller.session, app.now()).await?;
    let session = session.ok_or_else(ApiError::invalid_token)?;
    Ok(Json(SessionView {
        session_id: session.id,
        user_id: session.user_id,
        role: session.role.into(),
        epoch: session.epoch,
        authenticated_at: session.authenticated_at.into(),
        expires_at: session.expires_at.into(),
    }))
}

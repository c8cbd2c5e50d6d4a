use crate::{App, Failure, routes::RoleName, store::sessions};
use access::{Service, service::AnyService};
use axum::extract::State;
use ids::{SessionId, UserId};
use serde::Serialize;
use utoipa::ToSchema;
use web::{ApiError, Json, Path, responses::NotFound};

/// A session that goes on.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct CurrentSession {
    user_id: UserId,
    role: RoleName,
    /// Access tokens of a lower epoch are refused.
    #[schema(example = 0)]
    epoch: i64,
}

/// Whether a session goes on, and what its access tokens must say.
///
/// Services ask when they do not know whether they heard of every revocation.
#[utoipa::path(
    get,
    path = "/sessions/{sessionId}",
    params(("sessionId" = SessionId, Path)),
    responses((status = 200, body = CurrentSession), NotFound),
    security(("service" = []))
)]
#[tracing::instrument(skip_all)]
pub(crate) async fn show_session(
    State(app): State<App>,
    _: Service<AnyService>,
    Path(session_id): Path<SessionId>,
) -> Result<Json<CurrentSession>, Failure> {
    let session = sessions::live(&mut *app.connection().await?, session_id, app.now()).await?;
    let session = session.ok_or_else(|| ApiError::not_found("session", session_id))?;
    Ok(Json(CurrentSession { user_id: session.user_id, role: session.role.into(), epoch: session.epoch }))
}

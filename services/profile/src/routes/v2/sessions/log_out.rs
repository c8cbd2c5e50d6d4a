use crate::{App, commands};
use axum::{
    Extension,
    extract::State,
    http::{HeaderMap, StatusCode, header::AUTHORIZATION},
};
use web::{ApiError, ApiResult, UserBuckets};

/// Log out.
///
/// Every service refuses the session's access tokens within two seconds. Safe to repeat with the same token, which holds
/// for nothing else any more.
#[utoipa::path(
    delete,
    path = "/sessions/current",
    responses((status = 204, description = "The session is over.")),
    security(("accessToken" = []))
)]
#[tracing::instrument(skip_all)]
pub(crate) async fn log_out(
    State(app): State<App>,
    Extension(buckets): Extension<UserBuckets>,
    headers: HeaderMap,
) -> ApiResult<StatusCode> {
    // Not `AnyUser`, which refuses the tokens of a session that is over.
    let token = bearer(&headers).ok_or_else(ApiError::unauthorized)?;
    let caller = app.verifier.verify(token).await?;
    buckets.take(caller.user.as_uuid().as_u128())?;
    commands::log_out(&app, caller.session).await?;
    Ok(StatusCode::NO_CONTENT)
}

fn bearer(headers: &HeaderMap) -> Option<&str> {
    headers.get(AUTHORIZATION)?.to_str().ok()?.strip_prefix("Bearer ")
}

use super::refresh::RefreshTokenV1;
use crate::{App, commands};
use axum::{extract::State, http::StatusCode};
use web::{ApiResult, Json};

/// Log out.
///
/// A token that is none of ours, or was given back before, is no error.
#[utoipa::path(
    post,
    path = "/logout",
    request_body = RefreshTokenV1,
    responses((status = 204, description = "The session is over."))
)]
#[tracing::instrument(skip_all)]
pub(crate) async fn log_out(
    State(app): State<App>,
    Json(body): Json<RefreshTokenV1>,
) -> ApiResult<StatusCode> {
    commands::log_out_with(&app, &body.refresh_token).await?;
    Ok(StatusCode::NO_CONTENT)
}

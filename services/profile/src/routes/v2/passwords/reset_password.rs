use super::PasswordByCode;
use crate::{
    App, commands,
    domain::{Origin, Purpose},
};
use axum::{extract::State, http::StatusCode};
use web::{ApiResult, Json};

/// Set another password with a code that was sent by mail.
///
/// Anybody who has the code may. Every session of the user ends, and every service refuses their access tokens within two
/// seconds. The address is proved by it. Safe to repeat for ten minutes with the same password. A wrong code, one that was
/// used, is too old or was tried too often, and an address without an account have one answer, `code-not-accepted`.
#[utoipa::path(
    post,
    path = "/password-resets/completions",
    request_body = PasswordByCode,
    responses((status = 204, description = "The password is another, and every session is over."))
)]
#[tracing::instrument(skip_all)]
pub(crate) async fn reset_password(
    State(app): State<App>,
    origin: Origin,
    Json(body): Json<PasswordByCode>,
) -> ApiResult<StatusCode> {
    commands::reset_password(&app, &body.parse(Purpose::ResetPassword)?, origin.network).await?;
    Ok(StatusCode::NO_CONTENT)
}

use crate::{App, commands, domain::Origin, routes::v2::addresses::AddressRequest};
use axum::{extract::State, http::StatusCode};
use web::{ApiResult, Json};

/// Have a code sent with which another password can be set.
///
/// Anybody may ask. The answer is the same whether or not the address has an account; of too many requests nothing comes.
/// Each new code makes the one before it void.
#[utoipa::path(
    post,
    path = "/password-resets",
    request_body = AddressRequest,
    responses((status = 202, description = "If the address has an account, a mail is on its way."))
)]
#[tracing::instrument(skip_all)]
pub(crate) async fn request_password_reset(
    State(app): State<App>,
    origin: Origin,
    Json(body): Json<AddressRequest>,
) -> ApiResult<StatusCode> {
    commands::request_password_reset(&app, &body.parse()?, origin.network).await?;
    Ok(StatusCode::ACCEPTED)
}

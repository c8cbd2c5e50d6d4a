use super::request_verification::AddressRequest;
use crate::{App, commands, domain::Origin};
use access::AnyUser;
use axum::{extract::State, http::StatusCode};
use web::{ApiResult, Json};

/// Ask for another address for the own account.
///
/// The user must have logged in within the last ten minutes. A code goes to the address, and word of it to the one before,
/// which stays until the code comes back to `/email-confirmations`. The answer is the same whether or not another account
/// has the address. Asking again makes the code before void.
#[utoipa::path(
    put,
    path = "/me/email",
    request_body = AddressRequest,
    responses((status = 202, description = "If no account has the address, a mail is on its way.")),
    security(("accessToken" = []))
)]
#[tracing::instrument(skip_all)]
pub(crate) async fn change_email(
    State(app): State<App>,
    caller: AnyUser,
    origin: Origin,
    Json(body): Json<AddressRequest>,
) -> ApiResult<StatusCode> {
    caller.require_fresh(app.now())?;
    commands::change_email(&app, caller.id, &body.parse()?, origin.network).await?;
    Ok(StatusCode::ACCEPTED)
}

use crate::{
    App, commands,
    domain::{Origin, Purpose},
    routes::v2::passwords::PasswordByCode,
};
use axum::{extract::State, http::StatusCode};
use web::{ApiResult, Json};

/// Accept an invitation: set the first password with the code of the mail.
///
/// Anybody who has the code may. The address is proved by it. Safe to repeat for ten minutes with the same password. A wrong
/// code, one that was used, is too old or was tried too often, and an address without an account have one answer,
/// `code-not-accepted`.
#[utoipa::path(
    post,
    path = "/invitations/acceptances",
    request_body = PasswordByCode,
    responses((status = 204, description = "The account can be logged in to."))
)]
#[tracing::instrument(skip_all)]
pub(crate) async fn accept_invitation(
    State(app): State<App>,
    origin: Origin,
    Json(body): Json<PasswordByCode>,
) -> ApiResult<StatusCode> {
    commands::reset_password(&app, &body.parse(Purpose::Invitation)?, origin.network).await?;
    Ok(StatusCode::NO_CONTENT)
}

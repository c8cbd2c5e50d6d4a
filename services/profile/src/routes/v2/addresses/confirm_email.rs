use crate::{App, commands, credentials::OneTimeCode, domain::Origin, routes::fields::Fields};
use axum::{extract::State, http::StatusCode};
use ids::UserId;
use secrecy::SecretString;
use serde::Deserialize;
use utoipa::ToSchema;
use web::{ApiResult, Json, responses::Conflict};

/// What a mail brought.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct ConfirmEmail {
    /// As at the registration.
    user_id: UserId,
    /// In any case, with or without its hyphen.
    #[schema(value_type = String, example = "K7QF3-9XW2M")]
    code: SecretString,
}

/// Prove an address with the code that was sent to it.
///
/// Anybody who has the code may. It proves the address of the account, or gives the account the one that it is to have.
/// Safe to repeat for ten minutes. A wrong code, one that was used, is too old or was tried too often, and an account
/// that is none have one answer, `code-not-accepted`.
#[utoipa::path(
    post,
    path = "/email-confirmations",
    request_body = ConfirmEmail,
    responses((status = 204, description = "The address is proved."), Conflict)
)]
#[tracing::instrument(skip_all, fields(user.id = %body.user_id))]
pub(crate) async fn confirm_email(
    State(app): State<App>,
    origin: Origin,
    Json(body): Json<ConfirmEmail>,
) -> ApiResult<StatusCode> {
    let mut fields = Fields::default();
    let Some(code) = fields.take("/code", OneTimeCode::parse(&body.code)) else {
        return Err(fields.refusal());
    };
    commands::confirm_email(&app, body.user_id, &code, origin.network).await?;
    Ok(StatusCode::NO_CONTENT)
}

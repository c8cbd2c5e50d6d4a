use crate::{
    App,
    commands::{self, PasswordReset},
    credentials::OneTimeCode,
    domain::{EmailAddress, Origin, Password, Purpose},
    routes::fields::Fields,
};
use axum::{extract::State, http::StatusCode};
use secrecy::{ExposeSecret, SecretString};
use serde::Deserialize;
use utoipa::ToSchema;
use web::{ApiResult, Json};

/// What a mail brought, and the password from now on.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct ResetPassword {
    #[schema(value_type = String, format = Email, max_length = 254, example = "anna@example.org")]
    email: SecretString,
    /// In any case, with or without its hyphen.
    #[schema(value_type = String, example = "K7QF3-9XW2M")]
    code: SecretString,
    /// 8 to 128 characters of any kind, and none that thieves try first.
    #[schema(value_type = String, format = Password, min_length = 8, max_length = 128, example = "correct horse battery")]
    password: SecretString,
}

/// Set another password with a code that was sent by mail.
///
/// Anybody who has the code may. Every session of the user ends, and every service refuses their access tokens within two
/// seconds. The address is proved by it. Safe to repeat for ten minutes with the same password. A wrong code, one that was
/// used, is too old or was tried too often, and an address without an account have one answer, `code-not-accepted`.
#[utoipa::path(
    post,
    path = "/password-resets/completions",
    request_body = ResetPassword,
    responses((status = 204, description = "The password is another, and every session is over."))
)]
#[tracing::instrument(skip_all)]
pub(crate) async fn reset_password(
    State(app): State<App>,
    origin: Origin,
    Json(body): Json<ResetPassword>,
) -> ApiResult<StatusCode> {
    commands::reset_password(&app, &body.parse()?, origin.network).await?;
    Ok(StatusCode::NO_CONTENT)
}

impl ResetPassword {
    fn parse(&self) -> ApiResult<PasswordReset> {
        let mut fields = Fields::default();
        let password = fields.take("/password", Password::parse(&self.password));
        let address = fields.take("/email", EmailAddress::parse(self.email.expose_secret()));
        let code = fields.take("/code", OneTimeCode::parse(&self.code));
        match (address, code, password) {
            (Some(address), Some(code), Some(password)) => {
                Ok(PasswordReset { purpose: Purpose::ResetPassword, address, code, password })
            }
            _ => Err(fields.refusal()),
        }
    }
}

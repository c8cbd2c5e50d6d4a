use crate::{
    commands::PasswordReset,
    credentials::OneTimeCode,
    domain::{EmailAddress, Password, Purpose},
    routes::fields::Fields,
};
use secrecy::{ExposeSecret, SecretString};
use serde::Deserialize;
use utoipa::ToSchema;
use web::ApiResult;

/// What a mail brought, and the password from now on.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct PasswordByCode {
    #[schema(value_type = String, format = Email, max_length = 254, example = "anna@example.org")]
    email: SecretString,
    /// In any case, with or without its hyphen.
    #[schema(value_type = String, example = "K7QF3-9XW2M")]
    code: SecretString,
    /// 8 to 128 characters of any kind, and none that thieves try first.
    #[schema(value_type = String, format = Password, min_length = 8, max_length = 128, example = "correct horse battery")]
    password: SecretString,
}

impl PasswordByCode {
    /// The reset that it asks for, by a code of this purpose.
    pub(crate) fn parse(&self, purpose: Purpose) -> ApiResult<PasswordReset> {
        let mut fields = Fields::default();
        let password = fields.take("/password", Password::parse(&self.password));
        let address = fields.take("/email", EmailAddress::parse(self.email.expose_secret()));
        let code = fields.take("/code", OneTimeCode::parse(&self.code));
        match (address, code, password) {
            (Some(address), Some(code), Some(password)) => {
                Ok(PasswordReset { purpose, address, code, password })
            }
            _ => Err(fields.refusal()),
        }
    }
}

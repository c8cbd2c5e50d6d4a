use crate::{
    credentials::AuthorizationToken, domain::AuthorizationCode, identity_providers::Returned,
    routes::fields::Fields,
};
use secrecy::SecretString;
use serde::Deserialize;
use utoipa::ToSchema;
use web::ApiError;

/// What the provider gave back, and the proof of having begun.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct ReturnedFromProvider {
    #[schema(value_type = String, example = "q1b3m0Zt0YyqkXyZ0n5g1mJmYt4x8S0c7bV2r9w6Tj0")]
    authorization_token: SecretString,
    /// The parameter `state`.
    #[schema(value_type = String, max_length = 64, example = "k3bTm0Zt0YyqkXyZ0n5g1mJmYt4x8S0c7bV2r9w6Tj0")]
    state: SecretString,
    /// The parameter `code`.
    #[schema(value_type = String, max_length = 2048, example = "SplxlOBeZQQYbYS6WxSbIA")]
    code: SecretString,
    /// The parameter `iss`, if there is one.
    #[schema(max_length = 512, example = "https://login.school.example")]
    issuer: Option<String>,
}

impl ReturnedFromProvider {
    /// All that is wrong with it at once.
    pub(crate) fn parse(self) -> Result<Returned, ApiError> {
        let mut fields = Fields::default();
        let code = fields.take("/code", AuthorizationCode::parse(&self.code));
        let token = fields.take("/authorizationToken", AuthorizationToken::parse(&self.authorization_token));
        let (Some(code), Some(token)) = (code, token) else { return Err(fields.refusal()) };
        Ok(Returned { token, state: self.state, code, issuer: self.issuer })
    }
}

use crate::{commands::Tokens, routes::RoleName};
use ids::UserId;
use secrecy::ExposeSecret;
use serde::Serialize;
use utoipa::ToSchema;

/// What a client goes on with.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct TokensV1 {
    access_token: String,
    refresh_token: String,
    /// Seconds that the access token holds.
    #[schema(example = 900)]
    expires_in: u64,
    user_id: UserId,
    role: RoleName,
}

impl From<Tokens> for TokensV1 {
    fn from(tokens: Tokens) -> Self {
        Self {
            access_token: tokens.access_token.expose_secret().to_owned(),
            refresh_token: tokens.refresh_token.expose_secret().to_owned(),
            expires_in: access::ACCESS_TOKEN_LIFETIME.as_secs(),
            user_id: tokens.session.user_id,
            role: tokens.session.role.into(),
        }
    }
}

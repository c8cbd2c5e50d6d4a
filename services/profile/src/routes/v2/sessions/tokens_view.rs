use crate::{commands::Tokens, routes::RoleName};
use ids::{SessionId, UserId};
use secrecy::ExposeSecret;
use serde::Serialize;
use utoipa::ToSchema;
use web::Timestamp;

/// What a client goes on with.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct TokensView {
    /// For every other call, as `Authorization: Bearer ...`.
    #[schema(example = "eyJhbGciOiJFZERTQSIsImtpZCI6IjEiLCJ0eXAiOiJhdCtqd3QifQ.eyJzdWIiOiIwMTkuLi4ifQ.c2ln")]
    access_token: String,
    #[schema(example = "Bearer")]
    token_type: &'static str,
    /// Seconds that the access token holds.
    #[schema(example = 900)]
    expires_in: u64,
    /// For the next refresh, once, from this device.
    #[schema(example = "AQExAZOitHwdfi-KO0xdbn-AkQAAAAAAAAAA")]
    refresh_token: String,
    /// Until when the refresh token holds, unless it is used before.
    refresh_expires_at: Timestamp,
    session_id: SessionId,
    user: TokenUser,
}

/// Who the tokens are for.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct TokenUser {
    id: UserId,
    role: RoleName,
}

impl From<Tokens> for TokensView {
    fn from(tokens: Tokens) -> Self {
        let session = tokens.session;
        Self {
            access_token: tokens.access_token.expose_secret().to_owned(),
            token_type: "Bearer",
            expires_in: access::ACCESS_TOKEN_LIFETIME.as_secs(),
            refresh_token: tokens.refresh_token.expose_secret().to_owned(),
            refresh_expires_at: session.expires_at.into(),
            session_id: session.id,
            user: TokenUser { id: session.user_id, role: session.role.into() },
        }
    }
}

use crate::commands::SentAway;
use secrecy::ExposeSecret;
use serde::Serialize;
use utoipa::ToSchema;
use web::Timestamp;

/// Where to go, and what to come back with.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct AuthorizationView {
    /// The page of the provider.
    #[schema(
        example = "https://login.school.example/authorize?response_type=code&client_id=tall&state=k3bT..."
    )]
    authorization_url: String,
    /// To be kept by the client, in no address, and sent with what the provider gives back. Whoever has it began.
    #[schema(example = "q1b3m0Zt0YyqkXyZ0n5g1mJmYt4x8S0c7bV2r9w6Tj0")]
    authorization_token: String,
    /// Until when one can come back.
    expires_at: Timestamp,
}

impl From<SentAway> for AuthorizationView {
    fn from(away: SentAway) -> Self {
        Self {
            authorization_url: away.url,
            authorization_token: away.token.expose_secret().to_owned(),
            expires_at: away.expires_at.into(),
        }
    }
}

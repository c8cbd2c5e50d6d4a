use super::attempt::Attempt;
use crate::{
    App, Failure,
    credentials::AuthorizationToken,
    domain::{ProviderId, identity::AWAY},
    store::authorizations::{self, NewAuthorization, Purpose},
};
use chrono::{DateTime, Utc};
use secrecy::SecretString;
use std::net::IpAddr;
use web::ApiError;

/// Somebody who is to go to their provider.
#[derive(Debug, Clone)]
pub struct SentAway {
    /// Proof of having begun, to be kept until they are back.
    pub token: SecretString,
    /// Where to.
    pub url: String,
    /// Until when they can come back.
    pub expires_at: DateTime<Utc>,
}

/// Sends somebody to a provider, to log in or to link who they are there.
pub async fn send_to_provider(
    app: &App,
    id: &ProviderId,
    purpose: Purpose,
    network: IpAddr,
) -> Result<SentAway, Failure> {
    let attempt = Attempt::to_go_to_provider(app, network).await?;
    if let Some(wait) = attempt.wait() {
        return Err(ApiError::too_many_requests(wait).into());
    }
    let provider = app.providers.find(id).ok_or_else(|| ApiError::not_found("identity provider", id))?;
    let (now, token) = (app.now(), AuthorizationToken::new(app.random.array()));
    let url = provider.authorization_url(&token, now).await?;
    let new = NewAuthorization { token_digest: token.digest(), provider: id.as_str(), purpose };
    authorizations::insert(&mut *app.connection().await?, &new, now).await?;
    Ok(SentAway { token: token.text(), url, expires_at: now + AWAY })
}

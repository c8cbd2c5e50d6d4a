use crate::{App, Failure, credentials::RefreshGrant, store::sessions::Live};
use secrecy::SecretString;

/// What a client goes on with.
#[derive(Debug, Clone)]
pub struct Tokens {
    /// For every other call, for a quarter of an hour.
    pub access_token: SecretString,
    /// For the next refresh, once.
    pub refresh_token: SecretString,
    /// The session that both belong to.
    pub session: Live,
}

impl Tokens {
    /// Both tokens of a session at its current generation.
    pub fn issue(app: &App, session: Live, grant: &RefreshGrant) -> Result<Self, Failure> {
        let refresh_token = grant.seal(&app.keys.refresh.now())?;
        let access_token = app.issue_access_token(&session)?;
        Ok(Self { access_token, refresh_token, session })
    }
}

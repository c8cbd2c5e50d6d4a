use crate::{
    App, Failure,
    credentials::blind_index::{self, BlindIndex},
    domain::ProviderId,
    identity_providers::{Returned, not_accepted},
    store::authorizations::{self, Taken},
};
use ids::{SessionId, UserId};

/// Who a provider proved somebody to be, as the store knows it.
pub(super) struct ProvedIdentity {
    /// What was begun.
    pub(super) begun: Taken,
    /// Under today's key.
    pub(super) index: BlindIndex,
    /// Under every key.
    pub(super) indexes: Vec<Vec<u8>>,
}

/// Takes what somebody came back with to the provider that they were sent to. It serves once, whatever becomes of it, in the
/// hands of who began: by nobody yet, or by this session.
pub(super) async fn come_back(
    app: &App,
    by: Option<(UserId, SessionId)>,
    returned: &Returned,
) -> Result<ProvedIdentity, Failure> {
    let now = app.now();
    let digest = returned.token.digest();
    let begun = authorizations::take(&mut *app.connection().await?, &digest, by, now).await?;
    let begun = begun.filter(|_| returned.token.is_of(&returned.state)).ok_or_else(not_accepted)?;
    // It may have been taken out of the configuration meanwhile.
    let id = ProviderId::parse(&begun.provider).map_err(anyhow::Error::from)?;
    let provider = app.providers.find(&id).ok_or_else(not_accepted)?;
    let identity = provider.identity(returned, now).await?;
    let keys = app.keys.email_index.now();
    let index = BlindIndex::of_identity(&identity, &keys);
    Ok(ProvedIdentity { begun, index, indexes: blind_index::identities(&identity, &keys) })
}

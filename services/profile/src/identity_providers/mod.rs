//! The providers of schools (OpenID Connect Core 1.0, authorization code flow with PKCE): who they are, and what they prove.
//!
//! Only configured issuers are called, over TLS, without redirects, within time and size. What a provider says of itself is
//! read when somebody first wants to be sent there, kept for an hour, and its keys again when a token names one that is not
//! known. One that is down, slow or wrong is refused for a moment and stops nobody else.
//!
//! An ID token is believed when it was fetched from the issuer by us, with the code and the verifier of this very flow, and
//! every one of its claims holds (`id_token`). Nothing in it but issuer and subject is read: no address, no name.

mod config;
mod fetcher;
mod id_token;
mod provider;

pub use config::OidcConfig;
pub use provider::{Provider, ProviderFailure, Returned};

pub(crate) use provider::not_accepted;

use crate::domain::ProviderId;
use std::{collections::BTreeMap, sync::Arc};

/// Every configured provider.
#[derive(Clone, Default)]
pub struct Providers(Arc<BTreeMap<ProviderId, Provider>>);

impl Providers {
    /// Those of the configuration.
    ///
    /// # Errors
    /// Its files cannot be read, or say something else.
    pub fn configured(config: &OidcConfig) -> anyhow::Result<Self> {
        let providers = config.providers()?;
        Ok(Self(Arc::new(providers.into_iter().map(|provider| (provider.id().clone(), provider)).collect())))
    }

    /// The provider of this name.
    pub fn find(&self, id: &ProviderId) -> Option<&Provider> {
        self.0.get(id)
    }

    /// All of them, by name.
    pub fn iter(&self) -> impl Iterator<Item = &Provider> {
        self.0.values()
    }
}

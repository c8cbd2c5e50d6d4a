//! Everything that a running service needs to decide who may call.

use std::sync::Arc;
use std::time::Duration;

use anyhow::Context as _;
use bus::Bus;

use crate::{
    AccessConfig, Authority, ClientPolicies, Feed, ProfileAuthority, Revocations, Strictness, Verifier,
};

/// A verifier that follows keys and revocations, and the client policies in force.
#[derive(Clone)]
pub struct Access {
    /// For the state of the router, from which the extractors take it.
    pub verifier: Verifier,
    /// For [`web::Layers::gate`].
    pub policies: ClientPolicies,
}

/// Between two looks at the published keys.
const REFRESH_KEYS: Duration = Duration::from_secs(60);

impl Access {
    /// For every service but profile: section `access`, keys and sessions from profile.
    ///
    /// Waits for nobody. Until the keys are there the service is not ready and answers 503 to whoever brings a token.
    ///
    /// # Errors
    /// When the configuration cannot work.
    pub fn start(context: &boot::Context, bus: &Bus, strictness: Strictness) -> anyhow::Result<Self> {
        let authority = ProfileAuthority::new(context.peer("profile")?);
        Self::start_with(context, bus, Arc::new(authority), strictness)
    }

    /// As [`Access::start`], with another authority: profile is its own.
    ///
    /// # Errors
    /// When the configuration cannot work.
    pub fn start_with(
        context: &boot::Context,
        bus: &Bus,
        authority: Arc<dyn Authority>,
        strictness: Strictness,
    ) -> anyhow::Result<Self> {
        let config = context.config::<AccessConfig>()?;
        let revocations = Revocations::default();
        let feed = follow_revocations(context, bus, &revocations)?;
        let policies = follow_policies(context, bus)?;
        let verifier = Verifier::new(
            &config,
            authority,
            revocations,
            feed,
            strictness,
            context.clock(),
            context.metrics(),
        )
        .context("the metrics of access")?;
        keep_keys(context, verifier.clone());
        Ok(Self { verifier, policies })
    }
}

fn follow_revocations(context: &boot::Context, bus: &Bus, revocations: &Revocations) -> anyhow::Result<Feed> {
    let follower = revocations.follower(context.clock()).connect(bus)?;
    let feed = Feed::of(follower.freshness());
    follower.keep_from_start(context, "revocations", "admins are checked with profile");
    Ok(feed)
}

fn follow_policies(context: &boot::Context, bus: &Bus) -> anyhow::Result<ClientPolicies> {
    let policies = ClientPolicies::default();
    let follower = policies.follower().connect(bus)?;
    follower.keep(context, "client policies");
    Ok(policies)
}

fn keep_keys(context: &boot::Context, verifier: Verifier) {
    let waiting = context.clone();
    waiting.readiness().lacks("signing keys", "not fetched yet");
    context.spawn_background("signing keys", async move {
        waiting.retry_until_ready("signing keys", || verifier.refresh_keys()).await?;
        loop {
            tokio::time::sleep(REFRESH_KEYS).await;
            if let Err(error) = verifier.refresh_keys().await {
                tracing::warn!(error.message = %format_args!("{error:#}"), "the signing keys were not refreshed; the known ones stay");
            }
        }
    });
}

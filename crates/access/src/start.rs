//! Everything that a running service needs to decide who may call.

use std::sync::Arc;
use std::time::Duration;

use anyhow::Context as _;
use bus::{Bus, Delivery, Follower, Start};
use events::profile::{ClientPolicyChanged, SessionRevoked};
use tokio_util::sync::CancellationToken;

use crate::claims::LIFETIME;
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

/// Revocations may be this old before they count as stale. The follower proves itself every second.
const STALE: Duration = Duration::from_secs(5);

/// How long a start waits for the revocations of the last token lifetime. With Kafka down there is nothing to wait
/// for: then the feed is stale, and is treated so.
const CATCH_UP: Duration = Duration::from_secs(5);

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
        let config = context.config::<AccessConfig>()?;
        let authority = ProfileAuthority::new(&config, boot::http_client(None)?);
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
        let feed = follow_revocations(context, bus, revocations.clone())?;
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

/// Reads from one token lifetime back: whatever was revoked before has no token left.
fn follow_revocations(context: &boot::Context, bus: &Bus, revocations: Revocations) -> anyhow::Result<Feed> {
    let clock = context.clock();
    let follower = Follower::from(Start::At(clock.now() - LIFETIME))
        .on(move |revoked: Delivery<SessionRevoked>| revocations.apply(&revoked.event, clock.now()))
        .connect(bus)?;

    let freshness = follower.freshness();
    let feed = Feed::new(move || freshness.staleness().is_some_and(|staleness| staleness < STALE));

    let (freshness, readiness) = (follower.freshness(), context.readiness().clone());
    readiness.lacks("revocations", "not read yet");
    context.spawn_background("first revocations", async move {
        if tokio::time::timeout(CATCH_UP, freshness.caught_up()).await.is_err() {
            tracing::warn!("the revocations cannot be read yet; admins are checked with profile meanwhile");
        }
        readiness.has("revocations");
        Ok(())
    });
    context.spawn_background("revocations", async move { Ok(follower.run(CancellationToken::new()).await?) });
    Ok(feed)
}

fn follow_policies(context: &boot::Context, bus: &Bus) -> anyhow::Result<ClientPolicies> {
    let policies = ClientPolicies::default();
    let in_force = policies.clone();
    let follower = Follower::from(Start::Beginning)
        .on(move |changed: Delivery<ClientPolicyChanged>| {
            if in_force.apply(&changed.event).is_err() {
                tracing::error!(platform = %changed.event.platform, "a client policy without readable versions is passed over");
            }
        })
        .connect(bus)?;
    context.spawn_background(
        "client policies",
        async move { Ok(follower.run(CancellationToken::new()).await?) },
    );
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

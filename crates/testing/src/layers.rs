//! The layers around a router under test.

use crate::FrozenClock;
use access::ClientPolicies;
use boot::{Readiness, Standing, SystemRandom};
use chrono::DateTime;
use events::{
    LocalizedText,
    profile::{ClientPolicyChanged, Platform},
};
use prometheus::Registry;
use std::{num::NonZeroU32, sync::Arc};
use web::{LayerSettings, Layers};

/// So much that no test meets a limit that it is not about.
const PLENTY: NonZeroU32 = NonZeroU32::new(100_000).expect("not 0");

/// The layers of a service, with limits that no test meets by accident and a client policy that lets web clients in
/// from 1.0.0 on, and every version of the others.
///
/// # Panics
/// Never with these settings.
#[must_use]
pub fn layers() -> Layers {
    layers_counted_by(&Registry::new())
}

/// [`layers`] whose metrics a test can read.
///
/// # Panics
/// The registry has such metrics already.
#[must_use]
pub fn layers_counted_by(registry: &Registry) -> Layers {
    let generous = LayerSettings {
        address_rate: PLENTY,
        address_burst: PLENTY,
        user_rate: PLENTY,
        user_burst: PLENTY,
        concurrency: PLENTY,
        timeout_seconds: PLENTY,
        ..LayerSettings::default()
    };
    Layers::new(&generous, registry).expect("layers").gate(policies()).standing(standing())
}

/// Requests that pass at once through [`strict_layers`].
pub(crate) const BURST: u32 = 5;

/// The layers of a service, with limits that every test meets that asks a few times: five requests at once of a user or an
/// address, and then one a second. The address is that of `X-Forwarded-For`.
///
/// # Panics
/// Never with these settings.
#[must_use]
pub fn strict_layers() -> Layers {
    const ONE: NonZeroU32 = NonZeroU32::MIN;
    const FEW: NonZeroU32 = NonZeroU32::new(BURST).expect("not 0");
    let strict = LayerSettings {
        trusted_proxies: 1,
        address_rate: ONE,
        address_burst: FEW,
        user_rate: ONE,
        user_burst: FEW,
        ..LayerSettings::default()
    };
    Layers::new(&strict, &Registry::new()).expect("layers").gate(policies()).standing(standing())
}

/// A service that lacks nothing.
fn standing() -> Standing {
    let readiness = Readiness::new(Arc::new(SystemRandom));
    readiness.has("start");
    Standing { service: "tests", version: "0.1.0", started_at: FrozenClock::default().now(), readiness }
}

fn policies() -> ClientPolicies {
    let text = |text: &str| text.to_owned();
    let policies = ClientPolicies::default();
    let web = ClientPolicyChanged {
        platform: Platform::Web,
        minimum_version: text("1.0.0"),
        latest_version: text("1.4.0"),
        message: LocalizedText {
            nl: text("Werk bij."),
            en: text("Please update."),
            ru: text("Обновите приложение."),
        },
        changed_by: None,
        changed_at: DateTime::UNIX_EPOCH,
    };
    policies.apply(&web).expect("versions");
    policies
}

//! The layers around a router under test.

use access::ClientPolicies;
use prometheus::Registry;
use std::num::NonZeroU32;
use web::{LayerSettings, Layers};

/// So much that no test meets a limit that it is not about.
const PLENTY: NonZeroU32 = NonZeroU32::new(100_000).expect("not 0");

/// The layers of a service, with limits that no test meets by accident and client policies that let every readable
/// version in.
///
/// # Panics
/// Never with these settings.
#[must_use]
pub fn layers() -> Layers {
    let generous = LayerSettings {
        address_rate: PLENTY,
        address_burst: PLENTY,
        user_rate: PLENTY,
        user_burst: PLENTY,
        concurrency: PLENTY,
        timeout_seconds: PLENTY,
        ..LayerSettings::default()
    };
    Layers::new(&generous, &Registry::new()).expect("layers").gate(ClientPolicies::default())
}

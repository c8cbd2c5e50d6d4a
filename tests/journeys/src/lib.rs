#![doc = include_str!("../README.md")]

mod authenticator;
mod authoring;
pub mod canaries;
mod devices;
pub mod inbox;
mod newcomers;
pub mod operator;
mod people;
mod school;
pub mod stores;
mod study;
pub mod topics;

pub use devices::Device;
pub use newcomers::Newcomer;
pub use people::{Credentials, Fleet, Person, Reply, Role, new_id};
pub use study::{Card, Sitting};

use std::{future::Future, time::Duration};
use tokio::time::{Instant, sleep};

/// How many services keep something of a person, and confirm that it is erased.
pub const KEEPERS: usize = 7;

/// Asks until `probe` gives a value, for at most `within`; gives how long it took.
///
/// # Panics
/// It did not happen in time.
pub async fn eventually<T, F: Future<Output = Option<T>>>(
    what: &str,
    within: Duration,
    mut probe: impl FnMut() -> F,
) -> (T, Duration) {
    let start = Instant::now();
    loop {
        if let Some(value) = probe().await {
            return (value, start.elapsed());
        }
        assert!(start.elapsed() < within, "not within {within:?}: {what}");
        // Finely at first, for what is measured; then well below what one user may ask.
        let soon = start.elapsed() < Duration::from_secs(1);
        sleep(Duration::from_millis(if soon { 25 } else { 250 })).await;
    }
}

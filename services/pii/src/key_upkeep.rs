//! What becomes of keys beside the requests.

use crate::{
    App,
    commands::{
        note_key_ages::note_key_ages,
        rotate_kek::{Outcome, Rotation},
    },
    domain::rotation::Demand,
};
use boot::CancellationToken;
use std::time::Duration;
use tokio::time::sleep;

const EVERY: Duration = Duration::from_secs(60);
/// After a step: a person that somebody holds is passed over by a round, and comes with the next.
const BETWEEN_STEPS: Duration = Duration::from_secs(1);

/// Rotates the key encryption key when it is due, and finishes what an operator or a dead instance has begun. Every
/// instance looks; one at a time works. A step that `stop` cuts off is taken by the next look of any instance.
///
/// # Errors
/// None: a store that is down is waited for.
pub async fn rotate_keys(rotation: Rotation, stop: CancellationToken) -> anyhow::Result<()> {
    let failed = "the key encryption key took no step; the next look tries again";
    boot::repeat(stop, failed, || sleep(EVERY), || take_steps(&rotation)).await
}

/// Notes every minute which versions of the keys there are, for who asks how old they are.
///
/// # Errors
/// None: a store that is down is waited for.
pub async fn note_ages(app: App, stop: CancellationToken) -> anyhow::Result<()> {
    boot::repeat(stop, "the ages of keys were not noted this time", || sleep(EVERY), || note_key_ages(&app))
        .await
}

/// Takes every step that is next, until there is none to take now.
async fn take_steps(rotation: &Rotation) -> anyhow::Result<()> {
    while let Outcome::Taken(step) = rotation.advance(Demand::Schedule).await? {
        tracing::info!(step = %step, "the key encryption key took a step");
        sleep(BETWEEN_STEPS).await;
    }
    Ok(())
}

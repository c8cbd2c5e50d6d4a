//! What goes on beside the requests.

use crate::{
    commands::rotate_kek::{Outcome, Rotation},
    domain::rotation::Demand,
};
use std::time::Duration;
use tokio::time::sleep;

const EVERY: Duration = Duration::from_secs(60);
/// After a step: a person that somebody holds is passed over by a round, and comes with the next.
const BETWEEN_STEPS: Duration = Duration::from_secs(1);

/// Rotates the key encryption key when it is due, and finishes what an operator or a dead instance has begun. Every
/// instance looks; one at a time works.
pub async fn rotate_keys(rotation: Rotation) -> anyhow::Result<()> {
    loop {
        match rotation.advance(Demand::Schedule).await {
            Ok(Outcome::Taken(step)) => {
                tracing::info!(step = %step, "the key encryption key took a step");
                sleep(BETWEEN_STEPS).await;
                continue;
            }
            Ok(Outcome::Nothing(_) | Outcome::Busy) => {}
            Err(error) => tracing::warn!(
                error = format!("{error:#}"),
                "the key encryption key took no step; the next look tries again"
            ),
        }
        sleep(EVERY).await;
    }
}

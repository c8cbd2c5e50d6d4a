//! Every erasure that was ever asked for, from Kafka: what a restored backup does not know.

use boot::CancellationToken;
use bus::{Bus, Delivery, Follower, FollowerError, Start};
use events::pii::{ErasureRequested, UserErased};
use ids::UserId;
use std::{
    collections::BTreeMap,
    future::Future,
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

/// After a failure, until the next try.
const TRY_AGAIN: Duration = Duration::from_secs(60);

/// What `user.pii.v1` tells of erasures, from its beginning to its present end.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Erasures {
    /// The last request to forget each person.
    pub asked: BTreeMap<UserId, Delivery<ErasureRequested>>,
    /// The last certificate of each person.
    pub certified: BTreeMap<UserId, UserErased>,
}

/// Reads all of them. Waits for Kafka.
///
/// # Errors
/// The configuration cannot work.
pub async fn erasures_so_far(bus: &Bus) -> Result<Erasures, FollowerError> {
    let found: Arc<Mutex<Erasures>> = Arc::default();
    let (asked, certified) = (Arc::clone(&found), Arc::clone(&found));
    let follower = Follower::from(Start::Beginning)
        .on::<ErasureRequested>(move |delivery| {
            let mut found = asked.lock().unwrap_or_else(PoisonError::into_inner);
            found.asked.insert(delivery.event.user_id, delivery);
        })
        .on::<UserErased>(move |delivery| {
            let mut found = certified.lock().unwrap_or_else(PoisonError::into_inner);
            found.certified.insert(delivery.event.user_id, delivery.event);
        })
        .connect(bus)?;
    let freshness = follower.freshness();
    let stop = CancellationToken::new();
    tokio::select! {
        () = freshness.caught_up() => {}
        ended = follower.run(stop.clone()) => ended?,
    }
    stop.cancel();
    let found = std::mem::take(&mut *found.lock().unwrap_or_else(PoisonError::into_inner));
    Ok(found)
}

/// Erases, once after the start, whom a restored backup brought back. Waits for Kafka; meanwhile the service serves. The log
/// says when nobody is left.
///
/// `erase_again` erases those of whom the store does not know that they are forgotten, and answers how many.
///
/// # Errors
/// The configuration cannot work.
pub async fn erase_restored<Erase, Erased>(bus: &Bus, mut erase_again: Erase) -> anyhow::Result<()>
where
    Erase: FnMut(Arc<Erasures>) -> Erased,
    Erased: Future<Output = anyhow::Result<usize>>,
{
    let so_far = Arc::new(erasures_so_far(bus).await?);
    loop {
        match erase_again(Arc::clone(&so_far)).await {
            Ok(0) => {
                tracing::info!("nobody who had been forgotten is in the store");
                return Ok(());
            }
            Ok(people) => {
                tracing::warn!(people, "people who had been forgotten were in the store, and are erased")
            }
            Err(error) => {
                tracing::warn!(
                    error = format!("{error:#}"),
                    "forgotten people may be in the store; tried again soon"
                );
                tokio::time::sleep(TRY_AGAIN).await;
            }
        }
    }
}

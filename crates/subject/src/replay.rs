//! Every erasure that was ever asked for, from Kafka: what a restored backup does not know.

use boot::CancellationToken;
use bus::{Bus, Delivery, Follower, FollowerError, Start};
use events::pii::{ErasureRequested, UserErased};
use ids::UserId;
use std::{
    collections::BTreeMap,
    sync::{Arc, Mutex, PoisonError},
};

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

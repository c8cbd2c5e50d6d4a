//! What is void although it is signed and not expired.

use std::collections::HashMap;
use std::sync::{Arc, PoisonError, RwLock};

use boot::Clock;
use bus::{Delivery, Follower, Start};
use chrono::{DateTime, TimeDelta, Utc};
use events::profile::SessionRevoked;
use ids::{SessionId, UserId};

use crate::claims::{LEEWAY, LIFETIME};

/// The sessions and epochs that were revoked within one token lifetime. Clones see the same.
///
/// Nothing is evicted to save memory: forgetting a revocation would let its token in again. What is older than
/// the longest-living token it could refuse is dropped, so that the size follows the rate of revocations.
#[derive(Clone, Default)]
pub struct Revocations(Arc<RwLock<Revoked>>);

#[derive(Default)]
struct Revoked {
    sessions: HashMap<SessionId, DateTime<Utc>>,
    epochs: HashMap<UserId, Epoch>,
    /// The size at which the next sweep is due: sweeping at each doubling costs a constant per revocation.
    sweep_at: usize,
}

struct Epoch {
    current: i64,
    since: DateTime<Utc>,
}

impl Revocations {
    const SMALLEST_SWEEP: usize = 1024;

    /// Keeps itself up to date from one token lifetime back: whatever was revoked before has no token left.
    pub fn follower(&self, clock: Arc<dyn Clock>) -> Follower {
        let revocations = self.clone();
        Follower::from(Start::At(clock.now() - LIFETIME))
            .on(move |revoked: Delivery<SessionRevoked>| revocations.apply(&revoked.event, clock.now()))
    }

    /// Refuses from now on what this event revokes. Repeating it, or hearing events late or out of order,
    /// makes no difference.
    pub fn apply(&self, revoked: &SessionRevoked, now: DateTime<Utc>) {
        if is_over(revoked.revoked_at, now) {
            return;
        }
        let mut state = self.0.write().unwrap_or_else(PoisonError::into_inner);
        if let Some(session) = revoked.session_id {
            let at = state.sessions.entry(session).or_insert(revoked.revoked_at);
            *at = (*at).max(revoked.revoked_at);
        }
        let epoch = state
            .epochs
            .entry(revoked.user_id)
            .or_insert(Epoch { current: revoked.epoch, since: revoked.revoked_at });
        epoch.current = epoch.current.max(revoked.epoch);
        epoch.since = epoch.since.max(revoked.revoked_at);
        state.sweep_when_due(now);
    }

    /// Whether a token of this user, session and epoch is void.
    pub fn refuse(&self, user: UserId, session: SessionId, epoch: i64) -> bool {
        let state = self.0.read().unwrap_or_else(PoisonError::into_inner);
        state.sessions.contains_key(&session)
            || state.epochs.get(&user).is_some_and(|known| epoch < known.current)
    }

    /// How many sessions and users are remembered.
    pub fn len(&self) -> usize {
        self.0.read().unwrap_or_else(PoisonError::into_inner).len()
    }

    /// Whether none is.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

impl Revoked {
    fn len(&self) -> usize {
        self.sessions.len() + self.epochs.len()
    }

    fn sweep_when_due(&mut self, now: DateTime<Utc>) {
        if self.len() < self.sweep_at.max(Revocations::SMALLEST_SWEEP) {
            return;
        }
        self.sessions.retain(|_, at| !is_over(*at, now));
        self.epochs.retain(|_, epoch| !is_over(epoch.since, now));
        self.sweep_at = self.len() * 2;
    }
}

/// Whether every token that this revocation could refuse has expired.
fn is_over(revoked_at: DateTime<Utc>, now: DateTime<Utc>) -> bool {
    now > revoked_at + LIFETIME + LEEWAY + TimeDelta::minutes(1)
}

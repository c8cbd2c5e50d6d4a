//! Where the relay finds what is committed and not yet published.

use crate::Outgoing;
use anyhow::Result;
use async_trait::async_trait;
use std::{any::Any, fmt, sync::Arc, time::Duration};

/// The committed, unpublished events of one service.
///
/// Errors are those of the store: the relay logs them and tries again, for ever.
#[async_trait]
pub trait OutboxSource: Send + Sync {
    /// The right to publish, or none while another instance has it. Two at once would publish twice, which consumers
    /// bear; the lease keeps that rare.
    async fn lease(&self) -> Result<Option<Box<dyn Lease>>>;

    /// At most `limit` events, in the order in which they are to be published, from the first, or from the one that
    /// follows `after`. Also bounded in bytes, and never empty where there is an event to publish.
    ///
    /// An event must not appear while one could still be committed that has to go before it.
    async fn pending(&self, after: Option<&Pending>, limit: usize) -> Result<Vec<Pending>>;

    /// Whether an event may be committed and not be pending for a moment. Then the relay looks again soon after it was
    /// woken, and does not leave the event to the next sweep.
    fn holds_back(&self) -> bool {
        false
    }

    /// Forgets exactly these: they are published.
    async fn mark(&self, published: &[Pending]) -> Result<()>;

    /// How much waits, and since when.
    async fn backlog(&self) -> Result<Backlog>;
}

/// The right to publish, for as long as it can be renewed.
#[async_trait]
pub trait Lease: Send + Sync {
    /// Whether it is still held. Called at least every second.
    async fn renew(&mut self) -> Result<bool>;

    /// Lets another instance have it at once. A lease that is only dropped runs out by itself.
    async fn release(self: Box<Self>);
}

/// What waits in an outbox.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Backlog {
    /// Events.
    pub depth: u64,
    /// Age of the oldest; zero where there is none.
    pub age: Duration,
}

/// An event that waits to be published, with its place in the source.
#[derive(Clone)]
pub struct Pending {
    /// What is to be published.
    pub outgoing: Outgoing,
    place: Arc<dyn Any + Send + Sync>,
}

impl Pending {
    /// `place` is the source's own: what it needs to mark this event and to go on after it.
    pub fn new<P: Any + Send + Sync>(outgoing: Outgoing, place: P) -> Self {
        Self { outgoing, place: Arc::new(place) }
    }

    /// The place, for the source that made it; none for another's.
    pub fn place<P: Any>(&self) -> Option<&P> {
        self.place.downcast_ref()
    }
}

impl fmt::Debug for Pending {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_tuple("Pending").field(&self.outgoing.id).finish()
    }
}

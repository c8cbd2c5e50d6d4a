//! What a handler is given and what it answers.

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use events::Event;
use ids::EventId;

/// An event as it arrives.
#[derive(Debug, Clone, PartialEq)]
pub struct Delivery<E> {
    /// What happened.
    pub event: E,
    /// Its identity, the same however often and on however many topics it comes: the key of an inbox.
    pub id: EventId,
    /// The aggregate that it is about.
    pub subject: String,
    /// The aggregate's revision after it: "only if newer" compares this.
    pub sequence: u64,
    /// When it happened.
    pub time: DateTime<Utc>,
    /// Where it was read.
    pub topic: String,
    /// Where it was read.
    pub partition: i32,
    /// Where it was read.
    pub offset: i64,
}

/// What a handler answers.
#[derive(Debug)]
pub enum Outcome {
    /// The effect is durable, or was already.
    Done,
    /// Not now. Three tries, then the key waits for a redrive.
    Retry(anyhow::Error),
    /// Never. The record goes to the dead-letter topic with this reason, which must not quote the event.
    Reject(String),
}

/// An effect that failed for a reason of its own may pass: a handler may use `?` inside and turn it into an outcome.
impl From<anyhow::Result<()>> for Outcome {
    fn from(result: anyhow::Result<()>) -> Self {
        match result {
            Ok(()) => Self::Done,
            Err(error) => Self::Retry(error),
        }
    }
}

/// One function: an event in, an effect in the service's own store, an outcome out. It may see an event again.
#[async_trait]
pub trait Handler<E: Event>: Send + Sync + 'static {
    /// Applies one event.
    async fn handle(&self, delivery: Delivery<E>) -> Outcome;
}

#[async_trait]
impl<E, F, Done> Handler<E> for F
where
    E: Event,
    F: Fn(Delivery<E>) -> Done + Send + Sync + 'static,
    Done: Future<Output = Outcome> + Send,
{
    async fn handle(&self, delivery: Delivery<E>) -> Outcome {
        self(delivery).await
    }
}

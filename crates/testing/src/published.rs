//! What a service would publish, read from its outbox.

use bus::{OutboxSource, Outgoing, Pending};
use events::{Decoder, Event};
use std::time::{Duration, Instant};

const BATCH: usize = 1000;
/// Longer than any other test has a transaction open, on a machine that is busy with something else.
const PATIENCE: Duration = Duration::from_secs(60);
/// The zero byte and the schema's id before an Avro datum.
const FRAMING: usize = 5;

/// The events of one type in an outbox, in the order in which they would be published:
/// `published::<CardReviewed>(&DocumentOutbox::new(..))`. Of a dual published event, either version.
///
/// # Panics
/// The store does not answer, or a payload does not fit the event's schema.
pub async fn published<E: Event>(outbox: &dyn OutboxSource) -> Vec<E> {
    let decoder = Decoder::<E>::current().expect("the event's own schema");
    let rows = outgoing(outbox).await;
    let renditions = rows.iter().flat_map(|row| &row.renditions);
    let of_type =
        renditions.filter(|rendition| (&*rendition.topic, &*rendition.type_name) == (E::TOPIC, E::TYPE));
    of_type.map(|rendition| decoder.decode(&rendition.payload[FRAMING..]).expect(E::TYPE)).collect()
}

/// Every row of an outbox with all that its headers will say, for a test of subject, sequence or trace.
///
/// A row of PostgreSQL may be read when no older transaction is open in the whole cluster, other tests' included, so
/// this waits until as many rows can be read as there are.
///
/// # Panics
/// The store does not answer, or a transaction stays open for a minute.
pub async fn outgoing(outbox: &dyn OutboxSource) -> Vec<Outgoing> {
    let deadline = Instant::now() + PATIENCE;
    loop {
        let depth = outbox.backlog().await.expect("the outbox of a test").depth;
        let rows = readable(outbox).await;
        if rows.len() as u64 >= depth {
            return rows.into_iter().map(|row| row.outgoing).collect();
        }
        assert!(Instant::now() < deadline, "{} of {depth} rows can be read", rows.len());
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
}

/// Every row that a relay could publish now; a read is bounded, so it takes several.
async fn readable(outbox: &dyn OutboxSource) -> Vec<Pending> {
    let mut rows: Vec<Pending> = Vec::new();
    loop {
        let more = outbox.pending(rows.last(), BATCH).await.expect("the outbox of a test");
        if more.is_empty() {
            return rows;
        }
        rows.extend(more);
    }
}

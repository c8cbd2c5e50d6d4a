//! Records that can never be handled: `<topic>.dlq` gets the same key, bytes and headers, and headers that say where the
//! record was read and why it is there. The consumer goes on when the dead letter is acknowledged.

use super::{
    partition::{Abandoned, Patience},
    record::RawRecord,
};
use crate::{
    Producer,
    backoff::Backoff,
    producer::{Record, Undelivered},
};
use rdkafka::{
    error::RDKafkaErrorCode,
    message::{Header, OwnedHeaders},
};

pub(crate) const SUFFIX: &str = ".dlq";
pub(crate) const REASON: &str = "dlq_reason";
pub(crate) const HEADERS: [&str; 5] = ["dlq_topic", "dlq_partition", "dlq_offset", "dlq_group", REASON];

/// Writes the dead letter, however long that takes.
pub(crate) async fn bury(
    producer: &Producer,
    group: &str,
    record: &RawRecord,
    reason: &str,
    patience: &Patience,
) -> Result<(), Abandoned> {
    let topic = format!("{}{SUFFIX}", record.topic);
    let mut backoff = Backoff::for_outage();
    let mut payload = record.payload.as_deref();
    loop {
        let headers = headers(record, group, reason);
        match producer.publish(Record { topic: &topic, key: record.key.as_deref(), payload, headers }).await {
            Ok(()) => break,
            // With its five headers more it passed the bound: the bytes stay where the headers point.
            Err(undelivered) if payload.is_some() && is_too_large(&undelivered) => payload = None,
            Err(undelivered) => {
                tracing::warn!(topic, code = undelivered.code(), "a dead letter is not written yet");
                patience.wait(&mut backoff).await?;
            }
        }
    }
    producer.metrics().dead_letters.with_label_values(&[group, &record.topic]).inc();
    tracing::error!(
        topic = record.topic,
        partition = record.partition,
        offset = record.offset,
        reason,
        "a record went to the dead letters"
    );
    Ok(())
}

fn is_too_large(undelivered: &Undelivered) -> bool {
    undelivered.error.rdkafka_error_code() == Some(RDKafkaErrorCode::MessageSizeTooLarge)
}

fn headers(record: &RawRecord, group: &str, reason: &str) -> OwnedHeaders {
    let values = [&record.topic, &record.partition.to_string(), &record.offset.to_string(), group, reason];
    HEADERS.iter().zip(values).fold(record.headers.clone(), |headers, (key, value)| {
        headers.insert(Header { key, value: Some(value) })
    })
}

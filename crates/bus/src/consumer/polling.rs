//! The thread that polls librdkafka: records to their partitions, offsets back, back pressure, the end.

use super::{
    Fatal,
    rebalance::{Assignments, Place, commit, offsets},
    record::RawRecord,
};
use crate::{client::code, failpoint::step};
use rdkafka::{
    TopicPartitionList,
    consumer::{BaseConsumer, Consumer as _},
    error::KafkaError,
};
use std::{
    collections::{HashMap, HashSet},
    time::{Duration, Instant},
};
use tokio_util::sync::CancellationToken;

const POLL: Duration = Duration::from_millis(50);
const STORE_EVERY: Duration = Duration::from_millis(50);
/// How long handlers that are under way at shutdown are waited for.
const FINISH: Duration = Duration::from_millis(1000);

/// Polls until `stop`, then finishes what is under way, commits and leaves.
pub(crate) fn poll(consumer: BaseConsumer<Assignments>, stop: &CancellationToken) -> Result<(), Fatal> {
    let mut polling =
        Polling { consumer, paused: HashSet::new(), stored: HashMap::new(), stored_at: Instant::now() };
    let result = polling.until(stop);
    polling.finish();
    result
}

struct Polling {
    consumer: BaseConsumer<Assignments>,
    paused: HashSet<Place>,
    stored: HashMap<Place, i64>,
    stored_at: Instant,
}

impl Polling {
    fn until(&mut self, stop: &CancellationToken) -> Result<(), Fatal> {
        while !stop.is_cancelled() {
            let polled =
                self.consumer.poll(POLL).map(|polled| polled.map(|message| RawRecord::copy(&message)));
            match polled {
                Some(Ok(record)) => self.dispatch(record),
                Some(Err(KafkaError::MessageConsumptionFatal(code))) => return Err(code),
                Some(Err(error)) => self.tell(&error),
                None => {}
            }
            self.resume();
            self.store();
        }
        Ok(())
    }

    fn dispatch(&mut self, record: RawRecord) {
        let place = (record.topic.clone(), record.partition);
        if self.consumer.context().dispatch(record) && !self.paused.contains(&place) {
            match self.consumer.pause(&list([&place])) {
                Ok(()) => {
                    self.paused.insert(place);
                }
                Err(error) => self.tell(&error),
            }
        }
    }

    fn resume(&mut self) {
        let context = self.consumer.context();
        let ready: Vec<_> = self
            .paused
            .iter()
            .filter(|(topic, partition)| context.may_resume(topic, *partition))
            .cloned()
            .collect();
        if ready.is_empty() {
            return;
        }
        match self.consumer.resume(&list(&ready)) {
            Ok(()) => self.paused.retain(|place| !ready.contains(place)),
            Err(error) => self.tell(&error),
        }
    }

    /// librdkafka commits what is stored, every second.
    fn store(&mut self) {
        if self.stored_at.elapsed() < STORE_EVERY {
            return;
        }
        self.stored_at = Instant::now();
        let mut moved = self.consumer.context().next_offsets();
        moved.retain(|place, next| self.stored.get(place) != Some(next));
        if moved.is_empty() {
            return;
        }
        step("bus.consumer.store");
        // Not `store_offset`, which takes the last record that is done and stores the one after it.
        match self.consumer.store_offsets(&offsets(&moved)) {
            Ok(()) => self.stored.extend(moved),
            Err(error) => self.tell(&error),
        }
    }

    fn tell(&self, error: &KafkaError) {
        tracing::warn!(%error, code = code(error), "the consumer goes on after an error");
    }

    fn finish(self) {
        let offsets = self.consumer.context().give_up_all(FINISH);
        if offsets.count() > 0 {
            commit(&self.consumer, &offsets);
        }
        step("bus.consumer.committed");
        // Dropping it closes it: a member without an instance leaves the group at once.
    }
}

fn list<'p>(places: impl IntoIterator<Item = &'p Place>) -> TopicPartitionList {
    let mut list = TopicPartitionList::new();
    for (topic, partition) in places {
        list.add_partition(topic, *partition);
    }
    list
}

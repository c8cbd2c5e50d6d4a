//! Partitions that come and go. librdkafka calls back on the polling thread, which may therefore wait.
//!
//! A partition that is taken away is given up first: nothing more begins, what is under way may finish, and its offsets
//! are committed before the callback returns, so that the next owner begins exactly there.

use super::{
    partition::{Assigned, Shared},
    record::RawRecord,
};
use crate::client::Report;
use futures::future::join_all;
use rdkafka::{
    ClientContext, Offset, Statistics, TopicPartitionList,
    config::RDKafkaLogLevel,
    consumer::{BaseConsumer, CommitMode, Consumer as _, ConsumerContext, Rebalance},
    error::{KafkaError, KafkaResult},
};
use std::{
    collections::HashMap,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::Duration,
};
use tokio::{runtime::Handle, time::timeout};

/// How long a rebalance waits for what is under way.
const DRAIN: Duration = Duration::from_secs(10);

/// A partition of a topic.
pub(crate) type Place = (String, i32);

/// What librdkafka calls back.
pub(crate) struct Assignments {
    report: Report,
    shared: Arc<Shared>,
    runtime: Handle,
    partitions: Mutex<HashMap<Place, Assigned>>,
}

impl Assignments {
    pub(crate) fn new(report: Report, shared: Arc<Shared>, runtime: Handle) -> Self {
        Self { report, shared, runtime, partitions: Mutex::default() }
    }

    fn partitions(&self) -> MutexGuard<'_, HashMap<Place, Assigned>> {
        self.partitions.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Hands a record to its partition. Says whether that partition is full now.
    pub(crate) fn dispatch(&self, record: RawRecord) -> bool {
        let partitions = self.partitions();
        let Some(assigned) = partitions.get(&(record.topic.clone(), record.partition)) else { return false };
        assigned.accept(record);
        assigned.is_full()
    }

    /// Whether a paused partition may be fetched again. One that is no longer here need not stay paused.
    pub(crate) fn may_resume(&self, topic: &str, partition: i32) -> bool {
        self.partitions().get(&(topic.to_owned(), partition)).is_none_or(|assigned| assigned.has_room())
    }

    /// Asks for a redrive, if the partition of the key is here.
    pub(crate) fn redrive(&self, topic: &str, partition: i32, key: String) {
        if let Some(assigned) = self.partitions().get(&(topic.to_owned(), partition)) {
            assigned.redrive(key);
        }
    }

    /// The offset of every assigned partition before which everything is done.
    pub(crate) fn next_offsets(&self) -> HashMap<Place, i64> {
        next_offsets(self.partitions().iter())
    }

    /// Gives up every partition, waits for what is under way, and tells the offsets to commit.
    pub(crate) fn give_up_all(&self, within: Duration) -> TopicPartitionList {
        let all = self.partitions().drain().collect();
        self.give_up(all, within)
    }

    fn give_up(&self, mut partitions: Vec<(Place, Assigned)>, within: Duration) -> TopicPartitionList {
        partitions.iter().for_each(|(_, assigned)| assigned.give_up());
        let finished = join_all(partitions.iter_mut().map(|(_, assigned)| assigned.finished()));
        if self.runtime.block_on(async { timeout(within, finished).await }).is_err() {
            tracing::warn!(
                group = self.shared.group,
                "a handler did not finish; another instance does its event again"
            );
            partitions.iter().for_each(|(_, assigned)| assigned.abort());
        }
        partitions.iter().for_each(|((topic, partition), _)| self.forget_gauges(topic, *partition));
        offsets(&next_offsets(partitions.iter().map(|(place, assigned)| (place, assigned))))
    }

    fn forget_gauges(&self, topic: &str, partition: i32) {
        let labels = [self.shared.group.as_str(), topic, &partition.to_string()];
        // Absent where nothing was measured yet.
        drop(self.shared.metrics.lag.remove_label_values(&labels));
        drop(self.shared.metrics.offset.remove_label_values(&labels));
    }

    fn assign(&self, partitions: &TopicPartitionList) {
        let mut assigned = self.partitions();
        for place in partitions.elements() {
            let (topic, partition) = (place.topic().to_owned(), place.partition());
            let shared = Arc::clone(&self.shared);
            assigned.insert(
                (topic.clone(), partition),
                Assigned::start(shared, &topic, partition, &self.runtime),
            );
        }
        self.count("assign");
    }

    fn revoke(&self, consumer: &BaseConsumer<Self>, partitions: &TopicPartitionList) {
        let mut all = self.partitions();
        let places = partitions.elements();
        let keys = places.iter().map(|place| (place.topic().to_owned(), place.partition()));
        let revoked = keys.filter_map(|key| all.remove(&key).map(|assigned| (key, assigned))).collect();
        drop(all);

        let offsets = self.give_up(revoked, DRAIN);
        if offsets.count() > 0 && !consumer.assignment_lost() {
            commit(consumer, &offsets);
        }
        self.count("revoke");
    }

    fn count(&self, kind: &str) {
        self.shared.metrics.rebalances.with_label_values(&[self.shared.group.as_str(), kind]).inc();
    }
}

fn next_offsets<'a>(partitions: impl Iterator<Item = (&'a Place, &'a Assigned)>) -> HashMap<Place, i64> {
    partitions.filter_map(|(place, assigned)| Some((place.clone(), assigned.next_offset()?))).collect()
}

/// As librdkafka takes them: the offset of the next record.
pub(crate) fn offsets(next: &HashMap<Place, i64>) -> TopicPartitionList {
    let mut offsets = TopicPartitionList::new();
    for ((topic, partition), next) in next {
        // Fails only for an offset that is none.
        drop(offsets.add_partition_offset(topic, *partition, Offset::Offset(*next)));
    }
    offsets
}

/// Commits and waits. What is not committed is handled again, once.
pub(crate) fn commit(consumer: &BaseConsumer<Assignments>, offsets: &TopicPartitionList) {
    // librdkafka commits what is stored once more when it lets go of a partition. Stored earlier, that would be a step
    // back behind this commit.
    let stored = consumer.store_offsets(offsets);
    if let Err(error) = stored.and_then(|()| consumer.commit(offsets, CommitMode::Sync)) {
        tracing::warn!(%error, "offsets are not committed; their events come again");
    }
}

impl ConsumerContext for Assignments {
    fn pre_rebalance(&self, consumer: &BaseConsumer<Self>, rebalance: &Rebalance<'_>) {
        match rebalance {
            Rebalance::Revoke(partitions) => self.revoke(consumer, partitions),
            Rebalance::Assign(_) => {}
            Rebalance::Error(error) => tracing::warn!(%error, "a rebalance failed"),
        }
    }

    fn post_rebalance(&self, consumer: &BaseConsumer<Self>, rebalance: &Rebalance<'_>) {
        if let Rebalance::Assign(partitions) = rebalance {
            self.assign(partitions);
            // One that was paused when it was taken away may come back paused.
            if let Err(error) = consumer.resume(partitions) {
                tracing::warn!(%error, "partitions cannot be resumed");
            }
        }
    }

    fn commit_callback(&self, result: KafkaResult<()>, _: &TopicPartitionList) {
        if let Err(error) = result {
            tracing::warn!(%error, group = self.shared.group, "offsets are not committed yet");
        }
    }
}

impl ClientContext for Assignments {
    fn log(&self, level: RDKafkaLogLevel, facility: &str, message: &str) {
        self.report.log(level, facility, message);
    }

    fn error(&self, error: KafkaError, reason: &str) {
        self.report.error(error, reason);
    }

    fn stats(&self, statistics: Statistics) {
        let metrics = &self.shared.metrics;
        let assigned = self.partitions();
        for (name, topic) in &statistics.topics {
            let here = topic.partitions.iter().filter(|(id, _)| assigned.contains_key(&(name.clone(), **id)));
            for (id, partition) in here {
                let labels = [self.shared.group.as_str(), name, &id.to_string()];
                // A group that has stored nothing yet begins with what there is.
                let at = partition.stored_offset.max(partition.committed_offset).max(partition.lo_offset);
                if at >= 0 && partition.hi_offset >= 0 {
                    metrics.offset.with_label_values(&labels).set(at);
                    metrics.lag.with_label_values(&labels).set((partition.hi_offset - at).max(0));
                }
            }
        }
    }
}

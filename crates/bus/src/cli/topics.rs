//! Which partitions a command is about.

use anyhow::{Context, Result};
use rdkafka::{
    TopicPartitionList,
    consumer::{BaseConsumer, Consumer as _},
};
use std::time::Duration;

const ANSWER: Duration = Duration::from_secs(10);

/// Those of the named topics, or of every topic that this user may see.
pub(super) fn partitions(consumer: &BaseConsumer, named: &[String]) -> Result<TopicPartitionList> {
    let metadata = consumer.fetch_metadata(None, ANSWER).context("the broker does not answer")?;
    let mut list = TopicPartitionList::new();
    for topic in metadata.topics() {
        let wanted = named.is_empty() || named.iter().any(|wanted| wanted == topic.name());
        if wanted && !topic.name().starts_with("__") {
            for partition in topic.partitions() {
                list.add_partition(topic.name(), partition.id());
            }
        }
    }
    Ok(list)
}

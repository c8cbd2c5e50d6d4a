//! Static membership: what starts again within its session takes its partitions up without a rebalance.
//!
//! Kafka gives such a member what it had and asks for no new assignment, even when it now subscribes to more
//! ([KIP-345](https://cwiki.apache.org/confluence/x/kRg0BQ)): a release that reads another topic would never be given it.
//! So the name of a member says what it reads. Under another name it is new, and the group is divided anew when the session
//! of its former self ends.

use events::catalog::Catalog;
use sha2::{Digest, Sha256};
use std::fmt::Write as _;

/// Bytes of the digest that tell one set of topics from another.
const DIGEST: usize = 6;

/// `group.instance.id` of this instance of the group, reading these topics.
pub(super) fn name(group: &str, instance: &str, topics: &[&str]) -> String {
    let digest = Sha256::digest(described(topics));
    format!("{group}-{instance}-{}", hex::encode(&digest[..DIGEST]))
}

/// The topics, each with how many partitions this release knows of: new ones are to be divided as well.
fn described(topics: &[&str]) -> String {
    let catalog = Catalog::embedded().ok();
    topics.iter().fold(String::new(), |mut text, name| {
        let topic = catalog.as_ref().and_then(|catalog| catalog.topic(name));
        let _ = writeln!(text, "{name} {}", topic.map_or(0, |topic| topic.partitions));
        text
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_the_same_after_a_restart_and_legal() {
        let again = || name("cron-utility", "host-1", &["user.events.v2", "study.cards.v1"]);
        assert_eq!(again(), again());
        assert!(again().starts_with("cron-utility-host-1-"), "{}", again());
        assert!(again().chars().all(|c| c.is_ascii_alphanumeric() || c == '-'), "{}", again());
    }

    #[test]
    fn another_instance_or_topic_is_another_member() {
        let one = name("pii", "1", &["pii.intake.v1"]);
        assert_ne!(one, name("pii", "2", &["pii.intake.v1"]));
        assert_ne!(one, name("pii", "1", &["pii.intake.v1", "user.events.v2"]));
    }

    #[test]
    fn the_partitions_of_the_catalogue_are_told() {
        let topic = &Catalog::embedded().expect("the catalogue").topics[0];
        assert_eq!(described(&[&topic.name]), format!("{} {}\n", topic.name, topic.partitions));
    }
}

//! Any interleaving of commands and relay publishes each event at least once, in the order of revisions.

use std::collections::BTreeMap;

use bson::doc;
use bus::{OutboxSource, Pending};
use documents::{DocumentOutbox, Filter};
use ids::TopicId;
use proptest::prelude::*;
use tokio::runtime::Runtime;

use crate::support::{Scratch, Shelf};

#[derive(Clone, Debug)]
enum Step {
    /// A command on one of three documents.
    Command(usize),
    /// The relay begins a sweep at the front.
    Sweep(usize),
    /// It reads on.
    ReadOn(usize),
    /// Kafka acknowledges so many of what was read.
    Publish(usize),
    /// What is acknowledged is marked.
    Mark,
    /// The process is killed and starts again.
    Kill,
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        5 => (0..3_usize).prop_map(Step::Command),
        2 => (1..6_usize).prop_map(Step::Sweep),
        3 => (1..6_usize).prop_map(Step::ReadOn),
        5 => (1..6_usize).prop_map(Step::Publish),
        3 => Just(Step::Mark),
        1 => Just(Step::Kill),
    ]
}

/// What a relay knows.
#[derive(Default)]
struct Relay {
    read: Vec<Pending>,
    last: Option<Pending>,
    acknowledged: Vec<Pending>,
}

impl Relay {
    fn publish(&mut self, most: usize, kafka: &mut BTreeMap<String, Vec<u64>>) {
        let most = most.min(self.read.len());
        for pending in self.read.drain(..most) {
            kafka.entry(pending.outgoing.subject.clone()).or_default().push(pending.outgoing.sequence);
            self.acknowledged.push(pending);
        }
    }

    async fn read(&mut self, outbox: &DocumentOutbox, limit: usize) {
        let batch = outbox.pending(self.last.as_ref(), limit).await.expect("answered");
        self.last = batch.last().cloned().or(self.last.take());
        self.read.extend(batch);
    }

    async fn mark(&mut self, outbox: &DocumentOutbox) {
        outbox.mark(&std::mem::take(&mut self.acknowledged)).await.expect("marked");
    }
}

async fn run(scratch: &Scratch, steps: &[Step]) -> (BTreeMap<TopicId, u64>, BTreeMap<String, Vec<u64>>) {
    let (shelves, outbox) = (&scratch.shelves, scratch.outbox());
    let ids = [scratch.shelf().await.id, scratch.shelf().await.id, scratch.shelf().await.id];
    let mut commands: BTreeMap<TopicId, u64> = BTreeMap::new();
    let mut kafka = BTreeMap::new();
    let mut relay = Relay::default();
    for step in steps {
        match step {
            Step::Command(which) => {
                shelves.change(ids[*which], Filter::any(), Shelf::add).await.expect("changed");
                *commands.entry(ids[*which]).or_default() += 1;
            }
            Step::Sweep(limit) => {
                (relay.read, relay.last) = (Vec::new(), None);
                relay.read(&outbox, *limit).await;
            }
            Step::ReadOn(limit) => relay.read(&outbox, *limit).await,
            Step::Publish(most) => relay.publish(*most, &mut kafka),
            Step::Mark => relay.mark(&outbox).await,
            Step::Kill => relay = Relay::default(),
        }
    }
    // In the end the relay lives long enough.
    relay = Relay::default();
    for _ in 0..=steps.len() {
        relay.read(&outbox, 4).await;
        relay.publish(usize::MAX, &mut kafka);
        relay.mark(&outbox).await;
    }
    (commands, kafka)
}

/// The revisions in the order in which consumers see them for the first time.
fn first_seen(revisions: &[u64]) -> Vec<u64> {
    let mut seen = Vec::new();
    revisions.iter().for_each(|rev| {
        if !seen.contains(rev) {
            seen.push(*rev);
        }
    });
    seen
}

#[test]
fn every_interleaving_publishes_each_event_in_order() {
    let runtime = Runtime::new().expect("a runtime");
    let scratch = runtime.block_on(Scratch::new());
    let mut config = ProptestConfig::with_cases(40);
    config.failure_persistence = None;
    proptest!(config, |(steps in prop::collection::vec(step(), 0..40))| {
        let (commands, kafka) = runtime.block_on(run(&scratch, &steps));
        for (id, count) in commands {
            let seen = first_seen(kafka.get(&id.to_string()).map_or(&[], Vec::as_slice));
            prop_assert_eq!(seen, (2..=count + 1).collect::<Vec<_>>(), "{}", id);
        }
        let left = runtime.block_on(scratch.raw().count_documents(doc! { "outbox_at": { "$exists": true } }).into_future());
        prop_assert_eq!(left.expect("answered"), 0);
    });
}

//! Instances that come and go: nothing is lost, nothing overtakes.

use crate::support::{
    NoParking, Running, Seen, Topics, bus_and_metrics, encoder, eventually, instance, metric, noting,
    publish, record, rows, unique,
};
use bus::{Bus, Consumer, Delivery, Outcome};
use events::Event;
use std::{sync::Arc, time::Duration};

record!(Fenced, "bus-tests.fenced");
record!(Moving, "bus-tests.moving");
record!(Stable, "bus-tests.stable");

const KEYS: [&str; 8] = ["a", "b", "c", "d", "e", "f", "g", "h"];

/// Publishes until each has handled something more.
async fn publish_until_seen_by(bus: &Bus, all: &[&Seen]) {
    let encoder = encoder::<Stable>(bus).await;
    let before: Vec<_> = all.iter().map(|seen| seen.all().len()).collect();
    for number in 0..100 {
        publish(bus, rows::<Stable>(&encoder, &KEYS, number..number + 1)).await;
        if all.iter().zip(&before).all(|(seen, before)| seen.all().len() > *before) {
            return;
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    panic!("not all of them handle something");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_restart_of_an_instance_moves_nothing_of_another() {
    let _topics = Topics::fresh(&[(Stable::TOPIC, 8)]).await;
    let (bus, _) = bus_and_metrics();
    let group = unique("stable");
    let start = |bus: &Bus, seen: &Seen| {
        let consumer = Consumer::group(group.as_str()).parking(Arc::new(NoParking));
        Running::start(consumer.on::<Stable, _>(noting::<Stable>(seen)), bus)
    };
    let ((first, _), (second, metrics)) = (instance("1"), instance("2"));
    let (seen_by_first, seen_by_second) = (Seen::default(), Seen::default());
    let (one, two) = (start(&first, &seen_by_first), start(&second, &seen_by_second));
    publish_until_seen_by(&bus, &[&seen_by_first, &seen_by_second]).await;
    let moved = metric(&metrics, "bus_rebalances_total");

    one.stop().await;
    let one = start(&first, &seen_by_first);
    publish_until_seen_by(&bus, &[&seen_by_first, &seen_by_second]).await;

    assert_eq!(metric(&metrics, "bus_rebalances_total").to_bits(), moved.to_bits());
    one.stop().await;
    two.stop().await;
}

/// As after an outage of Kafka that is longer than a session: the group takes who comes back for somebody else.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_consumer_that_was_fenced_goes_on() {
    let _topics = Topics::fresh(&[(Fenced::TOPIC, 1)]).await;
    let (bus, _) = instance("1");
    let encoder = encoder::<Fenced>(&bus).await;
    let (group, seen, seen_by_other) = (unique("fenced"), Seen::default(), Seen::default());
    let start = |bus: &Bus, seen: &Seen| {
        let consumer = Consumer::group(group.as_str()).parking(Arc::new(NoParking));
        Running::start(consumer.on::<Fenced, _>(noting::<Fenced>(seen)), bus)
    };
    let fenced = start(&bus, &seen);
    publish(&bus, rows::<Fenced>(&encoder, &["a"], 0..1)).await;
    seen.wait_for(1).await;

    let (of_the_same_name, _) = instance("1");
    let other = start(&of_the_same_name, &seen_by_other);
    let mut next = 1;
    eventually("the other has taken the place", async || {
        publish(&bus, rows::<Fenced>(&encoder, &["a"], next..next + 1)).await;
        next += 1;
        !seen_by_other.all().is_empty()
    })
    .await;
    other.stop().await;

    publish(&bus, rows::<Fenced>(&encoder, &["a"], 1_000..1_001)).await;
    eventually("the first takes it back", async || seen.of("a").contains(&1_000)).await;
    fenced.stop().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_rebalance_keeps_order_and_loses_nothing() {
    let _topics = Topics::fresh(&[(Moving::TOPIC, 6)]).await;
    let (bus, metrics) = bus_and_metrics();
    let encoder = encoder::<Moving>(&bus).await;
    let keys: Vec<_> = (0..40).map(|number| format!("k{number}")).collect();
    let keys: Vec<_> = keys.iter().map(String::as_str).collect();
    let (group, seen) = (unique("moving"), Seen::default());
    let instance = || {
        let note = seen.clone();
        let consumer = Consumer::group(group.as_str()).parking(Arc::new(NoParking)).on::<Moving, _>(
            move |delivery: Delivery<Moving>| {
                let note = note.clone();
                async move {
                    tokio::time::sleep(Duration::from_millis(3)).await;
                    note.note(&delivery);
                    Outcome::Done
                }
            },
        );
        Running::start(consumer, &bus)
    };

    let one = instance();
    publish(&bus, rows::<Moving>(&encoder, &keys, 0..25)).await;
    seen.wait_for(100).await;
    let two = instance();
    publish(&bus, rows::<Moving>(&encoder, &keys, 25..50)).await;
    seen.wait_for(1100).await;
    one.stop().await;
    publish(&bus, rows::<Moving>(&encoder, &keys, 50..75)).await;
    let three = instance();
    // Not by their count: some are handled twice.
    let is_last = |key: &&str| seen.of(key).contains(&74);
    eventually("the last event of every key is handled", async || keys.iter().all(is_last)).await;
    two.stop().await;
    three.stop().await;

    // From 0 without a gap, up to the last: nothing is lost.
    for key in keys {
        // A commit that met the next rebalance is refused, and the new owner begins a little earlier.
        let mut next = 0;
        for number in seen.of(key) {
            assert!(number <= next, "{key}: {number} overtook {next}");
            next = number + 1;
        }
    }
    assert!(metric(&metrics, "bus_rebalances_total") >= 4.0, "partitions did move");
}

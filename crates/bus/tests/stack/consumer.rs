//! What a handler is given, and how often it is tried.

use crate::support::{
    NoParking, Running, Seen, Topics, bus, bus_and_metrics, bus_with, encoder, eventually, instance, instant,
    metric, noting, outgoing, publish, record, registry_behind_a_door, rows, unique,
};
use bus::{Consumer, ConsumerError, Delivery, Outcome};
use events::Event;
use std::{
    future::ready,
    sync::{
        Arc, Mutex,
        atomic::{AtomicU32, Ordering},
    },
};
use testing::stack;

record!(Arriving, "bus-tests.arriving");
record!(Wanted, "bus-tests.mixed");
record!(Unwanted, "bus-tests.mixed");
record!(Shaky, "bus-tests.shaky");
record!(Waiting, "bus-tests.waiting");
record!(Restarted, "bus-tests.restarted");
record!(Crowded, "bus-tests.crowded");
record!(Kept, "bus-tests.kept");
record!(Added, "bus-tests.added");

#[tokio::test]
async fn an_event_arrives_with_everything_about_it() {
    let _topics = Topics::fresh(&[(Arriving::TOPIC, 1)]).await;
    let bus = bus();
    let row = outgoing::<Arriving>(&encoder::<Arriving>(&bus).await, "k", 7);
    publish(&bus, vec![row.clone()]).await;
    let arrived = Arc::new(Mutex::new(Vec::new()));
    let note = arrived.clone();
    let consumer = Consumer::group(unique("arriving")).parking(Arc::new(NoParking)).on::<Arriving, _>(
        move |delivery: Delivery<Arriving>| {
            note.lock().expect("no panic").push(delivery);
            ready(Outcome::Done)
        },
    );
    let running = Running::start(consumer, &bus);
    eventually("it is handled", async || !arrived.lock().expect("no panic").is_empty()).await;
    running.stop().await;
    let expected = Delivery {
        event: Arriving { key: "k".to_owned(), number: 7, text: String::new() },
        id: row.id,
        subject: "k".to_owned(),
        sequence: 7,
        time: instant(),
        topic: Arriving::TOPIC.to_owned(),
        partition: 0,
        offset: 0,
    };
    assert_eq!(*arrived.lock().expect("no panic"), [expected]);
}

#[tokio::test]
async fn a_type_that_nobody_handles_is_passed_over_and_counted() {
    let _topics = Topics::fresh(&[(Wanted::TOPIC, 1)]).await;
    let (bus, metrics) = bus_and_metrics();
    let (wanted, unwanted) = (encoder::<Wanted>(&bus).await, encoder::<Unwanted>(&bus).await);
    publish(
        &bus,
        vec![
            outgoing::<Unwanted>(&unwanted, "k", 1),
            outgoing::<Wanted>(&wanted, "k", 2),
            outgoing::<Unwanted>(&unwanted, "k", 3),
            outgoing::<Wanted>(&wanted, "k", 4),
        ],
    )
    .await;
    let seen = Seen::default();
    let consumer = Consumer::group(unique("mixed"))
        .parking(Arc::new(NoParking))
        .on::<Wanted, _>(noting::<Wanted>(&seen));
    let running = Running::start(consumer, &bus);
    seen.wait_for(2).await;
    running.stop().await;
    assert_eq!(seen.of("k"), [2, 4]);
    assert_eq!(metric(&metrics, "bus_consumer_skipped_total"), 2.0);
    assert_eq!(metric(&metrics, "bus_dead_letters_total"), 0.0);
}

#[tokio::test]
async fn a_failure_that_passes_is_tried_again() {
    let _topics = Topics::fresh(&[(Shaky::TOPIC, 1)]).await;
    let bus = bus();
    let encoder = encoder::<Shaky>(&bus).await;
    publish(&bus, rows::<Shaky>(&encoder, &["k"], 0..2)).await;
    let (seen, tries) = (Seen::default(), Arc::new(AtomicU32::new(0)));
    let (note, count) = (seen.clone(), tries.clone());
    let consumer = Consumer::group(unique("shaky")).parking(Arc::new(NoParking)).on::<Shaky, _>(
        move |delivery: Delivery<Shaky>| {
            ready(match count.fetch_add(1, Ordering::Relaxed) {
                0 => Outcome::Retry(anyhow::anyhow!("not yet")),
                1 => panic!("a panic is a failure too"),
                _ => {
                    note.note(&delivery);
                    Outcome::Done
                }
            })
        },
    );
    let running = Running::start(consumer, &bus);
    seen.wait_for(2).await;
    running.stop().await;
    assert_eq!(seen.of("k"), [0, 1]);
    assert_eq!(tries.load(Ordering::Relaxed), 4);
}

#[tokio::test]
async fn a_record_waits_for_a_registry_that_is_down() {
    let _topics = Topics::fresh(&[(Waiting::TOPIC, 1)]).await;
    let bus = bus();
    publish(&bus, vec![outgoing::<Waiting>(&encoder::<Waiting>(&bus).await, "k", 1)]).await;
    let (registry, door) = registry_behind_a_door().await;
    let cut_off = bus_with(stack::section(), &registry);
    let seen = Seen::default();
    let consumer = Consumer::group(unique("waiting"))
        .parking(Arc::new(NoParking))
        .on::<Waiting, _>(noting::<Waiting>(&seen));
    let running = Running::start(consumer, &cut_off);
    tokio::time::sleep(std::time::Duration::from_secs(2)).await;
    assert_eq!(seen.all(), []);
    door.open().await;
    seen.wait_for(1).await;
    running.stop().await;
    let dead = crate::support::written(&format!("{}.dlq", Waiting::TOPIC)).await;
    assert_eq!(dead, 0, "a registry that does not answer says nothing about a record");
}

#[tokio::test]
async fn a_new_start_goes_on_where_the_last_one_stopped() {
    let _topics = Topics::fresh(&[(Restarted::TOPIC, 3)]).await;
    let (bus, _) = instance("1");
    let encoder = encoder::<Restarted>(&bus).await;
    let (group, seen) = (unique("restarted"), Seen::default());
    let consumer = || {
        Consumer::group(group.as_str())
            .parking(Arc::new(NoParking))
            .on::<Restarted, _>(noting::<Restarted>(&seen))
    };
    for part in 0..3 {
        publish(&bus, rows::<Restarted>(&encoder, &["a", "b", "c", "d"], part * 10..part * 10 + 10)).await;
        let running = Running::start(consumer(), &bus);
        seen.wait_for((part as usize + 1) * 40).await;
        running.stop().await;
    }
    for key in ["a", "b", "c", "d"] {
        assert_eq!(seen.of(key), (0..30).collect::<Vec<_>>(), "{key}: each once, in order");
    }
}

/// The group is stable, and its only member comes back within its session.
#[tokio::test]
async fn a_new_release_that_reads_another_topic_is_given_it() {
    let _topics = Topics::fresh(&[(Kept::TOPIC, 2), (Added::TOPIC, 2)]).await;
    let (bus, _) = instance("1");
    let (kept, added) = (encoder::<Kept>(&bus).await, encoder::<Added>(&bus).await);
    let (group, seen) = (unique("released"), Seen::default());
    let former =
        || Consumer::group(group.as_str()).parking(Arc::new(NoParking)).on::<Kept, _>(noting::<Kept>(&seen));
    publish(&bus, rows::<Kept>(&kept, &["a"], 0..1)).await;
    let running = Running::start(former(), &bus);
    seen.wait_for(1).await;
    running.stop().await;

    publish(&bus, rows::<Added>(&added, &["b"], 0..1)).await;
    let running = Running::start(former().on::<Added, _>(noting::<Added>(&seen)), &bus);

    seen.wait_for(2).await;
    running.stop().await;
    assert_eq!((seen.of("a"), seen.of("b")), (vec![0], vec![0]));
}

#[tokio::test]
async fn more_than_fits_in_memory_is_fetched_as_it_is_handled() {
    let _topics = Topics::fresh(&[(Crowded::TOPIC, 1)]).await;
    let bus = bus();
    let encoder = encoder::<Crowded>(&bus).await;
    let keys: Vec<_> = (0..50).map(|number| format!("k{number}")).collect();
    let keys: Vec<_> = keys.iter().map(String::as_str).collect();
    publish(&bus, rows::<Crowded>(&encoder, &keys, 0..60)).await;
    let (seen, running_now, most) =
        (Seen::default(), Arc::new(AtomicU32::new(0)), Arc::new(AtomicU32::new(0)));
    let (note, now, peak) = (seen.clone(), running_now, most.clone());
    let consumer = Consumer::group(unique("crowded")).parking(Arc::new(NoParking)).on::<Crowded, _>(
        move |delivery: Delivery<Crowded>| {
            let (note, now, peak) = (note.clone(), now.clone(), peak.clone());
            async move {
                peak.fetch_max(now.fetch_add(1, Ordering::SeqCst) + 1, Ordering::SeqCst);
                tokio::time::sleep(std::time::Duration::from_millis(5)).await;
                now.fetch_sub(1, Ordering::SeqCst);
                note.note(&delivery);
                Outcome::Done
            }
        },
    );
    let running = Running::start(consumer, &bus);
    seen.wait_for(3000).await;
    running.stop().await;
    for key in keys {
        assert_eq!(seen.of(key), (0..60).collect::<Vec<_>>(), "{key}");
    }
    let most = most.load(Ordering::SeqCst);
    assert!((2..=32).contains(&most), "keys run side by side, within bounds: {most}");
}

#[tokio::test]
async fn a_consumer_that_cannot_work_does_not_start() {
    let bus = bus();
    let nothing = Consumer::group("g").parking(Arc::new(NoParking)).connect(&bus).err();
    assert!(matches!(nothing, Some(ConsumerError::Nothing { .. })));
    let no_lot = Consumer::group("g").on::<Wanted, _>(noting::<Wanted>(&Seen::default())).connect(&bus).err();
    assert!(matches!(no_lot, Some(ConsumerError::NoParkingLot { .. })));
    let seen = Seen::default();
    let twice = Consumer::group("g")
        .parking(Arc::new(NoParking))
        .on::<Wanted, _>(noting::<Wanted>(&seen))
        .on::<Wanted, _>(noting::<Wanted>(&seen));
    assert!(matches!(
        twice.connect(&bus).err(),
        Some(ConsumerError::TwoHandlers { type_name: Wanted::TYPE })
    ));
}

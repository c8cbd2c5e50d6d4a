//! A service that stops: what is under way is finished, committed and not done again, in less than two seconds.

use crate::support::{NoParking, Running, Seen, Topics, bus, encoder, noting, publish, record, rows, unique};
use bus::{Consumer, Delivery, Outcome};
use events::Event;
use std::{sync::Arc, time::Duration};

record!(Stopped, "bus-tests.stopped");
record!(Loaded, "bus-tests.loaded");
record!(Stuck, "bus-tests.stuck");

#[tokio::test]
async fn what_is_under_way_is_finished_and_committed() {
    let _topics = Topics::fresh(&[(Stopped::TOPIC, 1)]).await;
    let bus = bus();
    publish(&bus, rows::<Stopped>(&encoder::<Stopped>(&bus).await, &["k"], 0..4)).await;
    let (group, seen) = (unique("stopped"), Seen::default());
    let (note, begun) = (seen.clone(), Seen::default());
    let noted = begun.clone();
    let slow = Consumer::group(group.as_str()).parking(Arc::new(NoParking)).on::<Stopped, _>(
        move |delivery: Delivery<Stopped>| {
            let (note, noted) = (note.clone(), noted.clone());
            async move {
                noted.note(&delivery);
                tokio::time::sleep(Duration::from_millis(600)).await;
                note.note(&delivery);
                Outcome::Done
            }
        },
    );
    let running = Running::start(slow, &bus);
    begun.wait_for(1).await;
    let took = running.stop().await;
    assert!(took < Duration::from_secs(2), "{took:?}");
    assert_eq!((begun.of("k"), seen.of("k")), (vec![0], vec![0]), "finished, and nothing more was begun");

    let running = Running::start(
        Consumer::group(group).parking(Arc::new(NoParking)).on::<Stopped, _>(noting::<Stopped>(&seen)),
        &bus,
    );
    seen.wait_for(4).await;
    running.stop().await;
    assert_eq!(seen.of("k"), [0, 1, 2, 3], "what was finished was committed");
}

#[tokio::test]
async fn a_stop_under_load_repeats_nothing() {
    let _topics = Topics::fresh(&[(Loaded::TOPIC, 2)]).await;
    let bus = bus();
    let keys: Vec<_> = (0..60).map(|number| format!("k{number}")).collect();
    let keys: Vec<_> = keys.iter().map(String::as_str).collect();
    publish(&bus, rows::<Loaded>(&encoder::<Loaded>(&bus).await, &keys, 0..20)).await;
    let (group, seen) = (unique("loaded"), Seen::default());
    for part in 1..=4 {
        let note = seen.clone();
        let consumer = Consumer::group(group.as_str()).parking(Arc::new(NoParking)).on::<Loaded, _>(
            move |delivery: Delivery<Loaded>| {
                let note = note.clone();
                async move {
                    // Some take ten times as long as others.
                    let slow = delivery.event.key.ends_with('7');
                    tokio::time::sleep(Duration::from_millis(if slow { 20 } else { 2 })).await;
                    note.note(&delivery);
                    Outcome::Done
                }
            },
        );
        let running = Running::start(consumer, &bus);
        seen.wait_for(part * 300).await;
        running.stop().await;
    }
    for key in keys {
        assert_eq!(seen.of(key), (0..20).collect::<Vec<_>>(), "{key}: each once, in order");
    }
}

#[tokio::test]
async fn a_handler_that_never_ends_does_not_hold_up_the_stop_and_its_event_comes_again() {
    let _topics = Topics::fresh(&[(Stuck::TOPIC, 1)]).await;
    let bus = bus();
    publish(&bus, rows::<Stuck>(&encoder::<Stuck>(&bus).await, &["k"], 0..2)).await;
    let (group, begun) = (unique("stuck"), Seen::default());
    let noted = begun.clone();
    let stuck = Consumer::group(group.as_str()).parking(Arc::new(NoParking)).on::<Stuck, _>(
        move |delivery: Delivery<Stuck>| {
            noted.note(&delivery);
            std::future::pending::<Outcome>()
        },
    );
    let running = Running::start(stuck, &bus);
    begun.wait_for(1).await;
    let took = running.stop().await;
    assert!(took < Duration::from_secs(2), "{took:?}");

    let seen = Seen::default();
    let running = Running::start(
        Consumer::group(group).parking(Arc::new(NoParking)).on::<Stuck, _>(noting::<Stuck>(&seen)),
        &bus,
    );
    seen.wait_for(2).await;
    running.stop().await;
    assert_eq!(seen.of("k"), [0, 1]);
}

//! Whole topics in memory, and how fresh they are.

use crate::support::{
    Numbered, Seen, Topics, bus, bus_with, encoder, eventually, publish, record, registry_behind_a_door,
    rows, write,
};
use bus::{Bus, Follower, FollowerError, Freshness, Start};
use chrono::{DateTime, Utc};
use events::Event;
use std::time::Duration;
use testing::stack;
use tokio::task::JoinHandle;
use tokio_util::sync::CancellationToken;

record!(Followed, "bus-tests.followed");
record!(Since, "bus-tests.since");
record!(Empty, "bus-tests.empty");
record!(Behind, "bus-tests.behind");

fn follow<E: Numbered>(
    bus: &Bus,
    start: Start,
    seen: &Seen,
) -> (Freshness, CancellationToken, JoinHandle<Result<(), FollowerError>>) {
    let note = seen.clone();
    let follower = Follower::from(start).on::<E>(move |delivery| note.note(&delivery)).connect(bus);
    let follower = follower.expect("a complete follower");
    let (freshness, stop) = (follower.freshness(), CancellationToken::new());
    (freshness, stop.clone(), tokio::spawn(follower.run(stop)))
}

#[tokio::test]
async fn every_instance_reads_everything_and_says_when_it_has() {
    let _topics = Topics::fresh(&[(Followed::TOPIC, 3)]).await;
    let bus = bus();
    let encoder = encoder::<Followed>(&bus).await;
    publish(&bus, rows::<Followed>(&encoder, &["a", "b", "c"], 0..50)).await;
    write(Followed::TOPIC, Some("a"), Some(b"unreadable"), &[]).await;
    let (first, second) = (Seen::default(), Seen::default());
    let one = follow::<Followed>(&bus, Start::Beginning, &first);
    let other = follow::<Followed>(&bus, Start::Beginning, &second);
    for ((freshness, _, _), seen) in [(&one, &first), (&other, &second)] {
        tokio::time::timeout(crate::support::SOON, freshness.caught_up()).await.expect("it catches up");
        assert_eq!(seen.all().len(), 150, "caught up means that everything is applied");
        for key in ["a", "b", "c"] {
            assert_eq!(seen.of(key), (0..50).collect::<Vec<_>>());
        }
    }
    publish(&bus, rows::<Followed>(&encoder, &["a"], 50..51)).await;
    eventually("what comes later is applied", async || {
        first.of("a").len() == 51 && second.of("a").len() == 51
    })
    .await;
    let stale = one.0.staleness().expect("it has caught up");
    assert!(stale < Duration::from_secs(3), "{stale:?}");
    for (_, stop, task) in [one, other] {
        stop.cancel();
        task.await.expect("no panic").expect("a follower that was stopped");
    }
}

#[tokio::test]
async fn it_may_begin_at_an_instant() {
    let _topics = Topics::fresh(&[(Since::TOPIC, 2)]).await;
    let bus = bus();
    let encoder = encoder::<Since>(&bus).await;
    publish(&bus, rows::<Since>(&encoder, &["a", "b"], 0..10)).await;
    tokio::time::sleep(Duration::from_millis(50)).await;
    let instant =
        DateTime::<Utc>::from(std::time::UNIX_EPOCH + std::time::UNIX_EPOCH.elapsed().expect("a clock"));
    tokio::time::sleep(Duration::from_millis(50)).await;
    publish(&bus, rows::<Since>(&encoder, &["a"], 10..20)).await;
    let seen = Seen::default();
    let (freshness, stop, task) = follow::<Since>(&bus, Start::At(instant), &seen);
    tokio::time::timeout(crate::support::SOON, freshness.caught_up()).await.expect("it catches up");
    assert_eq!((seen.of("a"), seen.of("b")), ((10..20).collect(), vec![]));
    publish(&bus, rows::<Since>(&encoder, &["b"], 10..11)).await;
    seen.wait_for(11).await;
    stop.cancel();
    task.await.expect("no panic").expect("a follower that was stopped");
}

#[tokio::test]
async fn an_empty_topic_is_caught_up_at_once() {
    let _topics = Topics::fresh(&[(Empty::TOPIC, 2)]).await;
    let seen = Seen::default();
    for start in [Start::Beginning, Start::At(crate::support::instant())] {
        let (freshness, stop, task) = follow::<Empty>(&bus(), start, &seen);
        tokio::time::timeout(crate::support::SOON, freshness.caught_up()).await.expect("it catches up");
        stop.cancel();
        task.await.expect("no panic").expect("a follower that was stopped");
    }
}

#[tokio::test]
async fn what_it_cannot_decode_yet_makes_it_stale() {
    let _topics = Topics::fresh(&[(Behind::TOPIC, 1)]).await;
    let publisher = bus();
    let encoder = encoder::<Behind>(&publisher).await;
    let (registry, door) = registry_behind_a_door().await;
    let cut_off = bus_with(stack::section(), &registry);
    publish(&publisher, rows::<Behind>(&encoder, &["a"], 0..1)).await;
    let seen = Seen::default();
    let (freshness, stop, task) = follow::<Behind>(&cut_off, Start::Beginning, &seen);
    tokio::time::sleep(Duration::from_secs(2)).await;
    assert_eq!((freshness.staleness(), seen.all()), (None, vec![]));
    door.open().await;
    tokio::time::timeout(crate::support::SOON, freshness.caught_up()).await.expect("it catches up");
    assert_eq!(seen.of("a"), [0]);
    stop.cancel();
    task.await.expect("no panic").expect("a follower that was stopped");
}

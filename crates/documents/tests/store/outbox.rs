//! The unpublished events of a database, as the relay sees them.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use std::time::Duration;

use bson::doc;
use bus::{Backlog, Bus, OutboxSource, Pending, Relay};
use chrono::TimeDelta;
use documents::{Change, Filter};
use events::thematic_cards::TopicRefreshed;
use events::{Decoder, Event};
use testing::{FrozenClock, stack};
use tokio::time::{Instant, sleep, timeout};
use tokio_util::sync::CancellationToken;

use crate::support::{Scratch, Shelf, encoder, store_over};

/// Document, revision and the number in the event.
fn told(pending: &Pending) -> (String, u64, i64) {
    let decoder = Decoder::<TopicRefreshed>::current().expect("its own schema");
    let event = decoder.decode(&pending.outgoing.renditions[0].payload[5..]).expect("an event");
    (pending.outgoing.subject.clone(), pending.outgoing.sequence, event.version)
}

async fn waiting(scratch: &Scratch) -> u64 {
    scratch.raw().count_documents(doc! { "outbox_at": { "$exists": true } }).await.expect("answered")
}

#[tokio::test]
async fn events_of_a_document_come_in_the_order_of_its_revisions() {
    let scratch = Scratch::new().await;
    let shelf = scratch.shelf().await;
    for _ in 0..3 {
        let twice = |shelf: Shelf| {
            let (shelf, first) = shelf.add().into_parts();
            let change = first.into_iter().fold(shelf.add(), |change, fact| change.publish_fact(fact));
            let (shelf, mut facts) = change.into_parts();
            facts.reverse();
            facts.into_iter().fold(Change::of(shelf), Change::publish_fact)
        };
        scratch.shelves.change(shelf.id, Filter::any(), twice).await.expect("changed");
    }
    let pending = scratch.outbox().pending(None, 100).await.expect("answered");
    let id = shelf.id.to_string();
    let order: Vec<_> = pending.iter().map(told).collect();
    assert_eq!(
        order,
        [(2, 1), (2, 2), (3, 3), (3, 4), (4, 5), (4, 6)].map(|(rev, total)| (id.clone(), rev, total))
    );
}

#[tokio::test]
async fn a_batch_goes_on_where_the_last_one_ended() {
    let scratch = Scratch::new().await;
    let mut all = BTreeSet::new();
    for _ in 0..3 {
        let shelf = scratch.shelf().await;
        for total in 1..=4 {
            scratch.shelves.change(shelf.id, Filter::any(), Shelf::add).await.expect("changed");
            all.insert((shelf.id.to_string(), total as u64 + 1, total));
        }
    }
    let outbox = scratch.outbox();
    for limit in [1, 2, 5, 12, 100] {
        let (mut found, mut last): (Vec<_>, Option<Pending>) = (Vec::new(), None);
        loop {
            let batch = outbox.pending(last.as_ref(), limit).await.expect("answered");
            assert!(batch.len() <= limit);
            found.extend(batch.iter().map(told));
            match batch.last() {
                Some(end) => last = Some(end.clone()),
                None => break,
            }
        }
        assert_eq!(found.len(), all.len(), "none twice; {limit} at a time");
        assert_eq!(found.into_iter().collect::<BTreeSet<_>>(), all);
    }
}

#[tokio::test]
async fn marking_pulls_what_was_published_and_nothing_else() {
    let scratch = Scratch::new().await;
    let shelf = scratch.shelf().await;
    for _ in 0..3 {
        scratch.shelves.change(shelf.id, Filter::any(), Shelf::add).await.expect("changed");
    }
    let outbox = scratch.outbox();
    let read = outbox.pending(None, 100).await.expect("answered");
    scratch.shelves.change(shelf.id, Filter::any(), Shelf::add).await.expect("changed meanwhile");

    outbox.mark(&read[..2]).await.expect("marked");
    let left: Vec<_> =
        outbox.pending(None, 100).await.expect("answered").iter().map(|one| told(one).2).collect();
    assert_eq!(left, [3, 4]);
    assert_eq!(waiting(&scratch).await, 1);

    outbox.mark(&read).await.expect("marking twice is harmless");
    let rest = outbox.pending(None, 100).await.expect("answered");
    assert_eq!(rest.iter().map(|one| told(one).2).collect::<Vec<_>>(), [4]);
    outbox.mark(&rest).await.expect("marked");
    assert_eq!(waiting(&scratch).await, 0, "nothing waits, and the index is empty again");
    assert_eq!(
        scratch.shelves.get(shelf.id).await.expect("answered").expect("there").rev,
        5,
        "the relay is no command"
    );
}

#[tokio::test]
async fn a_mark_that_was_cut_in_half_is_finished() {
    let scratch = Scratch::new().await;
    let shelf = scratch.shelf().await;
    scratch.shelves.change(shelf.id, Filter::any(), Shelf::add).await.expect("changed");
    // What a process leaves that is killed after the pull.
    scratch.raw().update_one(doc! {}, doc! { "$set": { "outbox": [] } }).await.expect("stored");
    let outbox = scratch.outbox();
    assert!(outbox.backlog().await.expect("answered").age > Duration::ZERO);

    assert_eq!(outbox.pending(None, 10).await.expect("answered").len(), 0);
    assert_eq!(outbox.backlog().await.expect("answered"), Backlog::default());
    assert!(scratch.shelves.remove(shelf.id, Filter::any()).await.expect("nothing waits"));
}

#[tokio::test]
async fn an_event_waits_as_bytes_beside_the_state() {
    let scratch = Scratch::new().await;
    let shelf = scratch.shelf().await;
    scratch.shelves.change(shelf.id, Filter::any(), Shelf::add).await.expect("changed");
    let raw = scratch.raw().find_one(doc! {}).await.expect("answered").expect("there");
    let entry = raw.get_array("outbox").expect("an array")[0].as_document().expect("a document");
    assert_eq!(entry.get_str("type").ok(), Some(TopicRefreshed::TYPE));
    assert!(entry.get_datetime("at").is_ok());
    assert_eq!(entry.get_binary_generic("payload").expect("binary")[0], 0, "Confluent framing");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn events_that_arrive_while_others_are_marked_are_kept() {
    const EACH: i64 = 60;
    let scratch = Scratch::new().await;
    let mut writers = Vec::new();
    for _ in 0..3 {
        let (shelves, shelf) = (scratch.shelves.clone(), scratch.shelf().await);
        writers.push(tokio::spawn(async move {
            for _ in 0..EACH {
                shelves.change(shelf.id, Filter::any(), Shelf::add).await.expect("changed");
            }
        }));
    }
    let outbox = scratch.outbox();
    let mut seen: BTreeMap<String, Vec<i64>> = BTreeMap::new();
    let deadline = Instant::now() + Duration::from_secs(60);
    loop {
        let done = writers.iter().all(|writer| writer.is_finished());
        let batch = outbox.pending(None, 7).await.expect("answered");
        if done && batch.is_empty() {
            break;
        }
        assert!(Instant::now() < deadline, "the outbox does not empty");
        for (subject, _, total) in batch.iter().map(told) {
            seen.entry(subject).or_default().push(total);
        }
        outbox.mark(&batch).await.expect("marked");
    }
    for writer in writers {
        writer.await.expect("no writer panics");
    }
    assert_eq!(seen.len(), 3);
    for totals in seen.values() {
        assert_eq!(*totals, (1..=EACH).collect::<Vec<_>>(), "each once, in order");
    }
    assert_eq!(waiting(&scratch).await, 0);
}

#[tokio::test]
async fn one_instance_at_a_time_publishes() {
    let scratch = Scratch::new().await;
    let clock = FrozenClock::default();
    let (one, other) =
        (scratch.outbox_at(Arc::new(clock.clone())), scratch.outbox_at(Arc::new(clock.clone())));

    let mut held = one.lease().await.expect("answered").expect("it is free");
    assert!(other.lease().await.expect("answered").is_none());
    clock.advance(TimeDelta::milliseconds(2900));
    assert!(held.renew().await.expect("answered"));
    clock.advance(TimeDelta::milliseconds(2900));
    assert!(other.lease().await.expect("answered").is_none(), "it was renewed");

    clock.advance(TimeDelta::milliseconds(200));
    let taken = other.lease().await.expect("answered").expect("it ran out");
    assert!(!held.renew().await.expect("answered"), "it is another's now");
    held.release().await;
    assert!(one.lease().await.expect("answered").is_none(), "a lease that was lost cannot be given back");
    taken.release().await;
    assert!(one.lease().await.expect("answered").is_some());
}

#[tokio::test]
async fn the_backlog_is_what_waits_and_since_when() {
    let scratch = Scratch::new().await;
    assert_eq!(scratch.outbox().backlog().await.expect("answered"), Backlog::default());
    let (shelf, other) = (scratch.shelf().await, scratch.shelf().await);
    let start = Instant::now();
    for id in [shelf.id, shelf.id, other.id] {
        scratch.shelves.change(id, Filter::any(), Shelf::add).await.expect("changed");
        sleep(Duration::from_millis(30)).await;
    }
    let backlog = scratch.outbox().backlog().await.expect("answered");
    assert_eq!(backlog.depth, 3);
    let limits = Duration::from_millis(85)..start.elapsed() + Duration::from_millis(5);
    assert!(limits.contains(&backlog.age), "{backlog:?}, the oldest counts");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_relay_empties_it_into_kafka() {
    let scratch = Scratch::new().await;
    let shelf = scratch.shelf().await;
    let bus = Bus::open(stack::section(), &stack::section(), &prometheus::Registry::new())
        .expect("the test stack is up");
    let relay = Relay::new(bus.producer().clone(), Arc::new(scratch.outbox()));
    let store = documents::Store::new(
        scratch.store.database().clone(),
        encoder(),
        Arc::new(boot::SystemClock),
        Arc::new(boot::SystemRandom),
        relay.waker(),
    );
    let shelves = documents::Documents::<Shelf>::new(&store);
    let shutdown = CancellationToken::new();
    let running = tokio::spawn(relay.run(shutdown.clone()));
    for _ in 0..20 {
        shelves.change(shelf.id, Filter::any(), Shelf::add).await.expect("changed");
    }
    let emptied = async {
        while waiting(&scratch).await > 0 {
            sleep(Duration::from_millis(20)).await;
        }
    };
    timeout(Duration::from_secs(20), emptied)
        .await
        .unwrap_or_else(|_| panic!("{} waits", TopicRefreshed::TOPIC));
    shutdown.cancel();
    timeout(Duration::from_secs(2), running)
        .await
        .expect("the relay ends in time")
        .expect("and does not panic");
    assert!(scratch.outbox().lease().await.expect("answered").is_some(), "the lease was given back");
}

#[tokio::test]
async fn a_store_without_a_relay_still_takes_commands() {
    let scratch = Scratch::new().await;
    let shelf = scratch.shelf().await;
    let shelves = documents::Documents::<Shelf>::new(&store_over(scratch.store.database().clone()));
    for _ in 0..50 {
        shelves.change(shelf.id, Filter::any(), Shelf::add).await.expect("changed");
    }
    assert_eq!(scratch.outbox().backlog().await.expect("answered").depth, 50);
}

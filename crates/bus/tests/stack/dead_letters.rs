//! Records that can never be handled.

use crate::support::{
    NoParking, Running, Seen, Topics, bus, bus_and_metrics, encoder, header, metric, noting, outgoing,
    publish, read, record, register, unique, write,
};
use bus::{Consumer, Delivery, Outcome};
use events::Event;
use rdkafka::{Message, message::OwnedMessage};
use std::{future::ready, sync::Arc};

record!(Readable, "bus-tests.readable");
record!(Refused, "bus-tests.refused");

fn reason(message: &OwnedMessage) -> String {
    header(message, "dlq_reason").expect("a reason")
}

#[tokio::test]
async fn what_cannot_be_decoded_is_a_dead_letter_and_the_consumer_goes_on() {
    let _topics = Topics::fresh(&[(Readable::TOPIC, 1)]).await;
    let (bus, metrics) = bus_and_metrics();
    let id = register::<Readable>().await.to_be_bytes();
    let framed = |id: &[u8], datum: &[u8]| [&[0], id, datum].concat();
    let ours = [("ce_id", "0193a2b4-7c1d-7e2f-8a3b-4c5d6e7f8091"), ("ce_subject", "s"), ("ce_sequence", "1")];
    let ours = [&ours[..], &[("ce_time", "2026-11-23T08:00:00Z")]].concat();
    let topic = Readable::TOPIC;
    write(topic, Some("k"), Some(b"no framing at all"), &ours).await;
    write(topic, Some("k"), Some(&framed(&2_000_000_000_u32.to_be_bytes(), b"\0")), &ours).await;
    write(topic, Some("k"), Some(&framed(&id, b"\x20too short")), &ours).await;
    write(topic, Some("k"), Some(&framed(&id, b"\x02k\x02\x00and more")), &ours).await;
    write(topic, Some("k"), Some(&framed(&id, b"\x02k\x02\x00")), &[]).await;
    write(topic, None, Some(&framed(&id, b"\x02k\x02\x00")), &ours).await;
    write(topic, Some("k"), None, &ours).await;
    publish(&bus, vec![outgoing::<Readable>(&encoder::<Readable>(&bus).await, "k", 1)]).await;

    let (group, seen) = (unique("readable"), Seen::default());
    let consumer =
        Consumer::group(group.as_str())
            .parking(Arc::new(NoParking))
            .on::<Readable, _>(noting::<Readable>(&seen));
    let running = Running::start(consumer, &bus);
    seen.wait_for(1).await;
    running.stop().await;

    let dead = read(&format!("{topic}.dlq"), 7).await;
    // A record without a key is in no order with those of key `k`.
    let (keyless, of_key): (Vec<_>, Vec<_>) = dead.iter().partition(|dead| dead.key().is_none());
    assert_eq!(keyless.into_iter().map(reason).collect::<Vec<_>>(), ["the record has no key"]);
    assert_eq!(
        of_key.iter().copied().map(reason).collect::<Vec<_>>(),
        [
            "the value has no schema id",
            "the registry has no schema with id 2000000000",
            "no tall.bus_tests.Readable: cut short at 10 bytes",
            "no tall.bus_tests.Readable: 8 bytes are left after it",
            "header ce_id is missing",
            "the record has no value",
        ]
    );
    let first = of_key[0];
    assert_eq!(first.payload(), Some(&b"no framing at all"[..]), "the original bytes");
    assert_eq!(first.key(), Some(&b"k"[..]));
    for (name, value) in [
        ("ce_subject", "s"),
        ("dlq_topic", topic),
        ("dlq_partition", "0"),
        ("dlq_offset", "0"),
        ("dlq_group", group.as_str()),
    ] {
        assert_eq!(header(first, name).as_deref(), Some(value), "{name}");
    }
    assert_eq!(metric(&metrics, "bus_dead_letters_total"), 7.0);
}

#[tokio::test]
async fn a_rejected_event_is_a_dead_letter_with_the_handlers_reason() {
    let _topics = Topics::fresh(&[(Refused::TOPIC, 1)]).await;
    let bus = bus();
    let encoder = encoder::<Refused>(&bus).await;
    publish(&bus, crate::support::rows::<Refused>(&encoder, &["k"], 0..3)).await;
    let note = Seen::default();
    let noted = note.clone();
    let consumer = Consumer::group(unique("refused")).parking(Arc::new(NoParking)).on::<Refused, _>(
        move |delivery: Delivery<Refused>| {
            note.note(&delivery);
            ready(match delivery.event.number {
                1 => Outcome::Reject("a word of no topic".to_owned()),
                _ => Outcome::Done,
            })
        },
    );
    let running = Running::start(consumer, &bus);
    noted.wait_for(3).await;
    running.stop().await;
    assert_eq!(noted.of("k"), [0, 1, 2], "rejected at the first try, and the next one is handled");
    let dead = read(&format!("{}.dlq", Refused::TOPIC), 1).await;
    assert_eq!(dead.iter().map(reason).collect::<Vec<_>>(), ["a word of no topic"]);
}

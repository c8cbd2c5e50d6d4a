//! Which schemas a service publishes with.

use crate::support::{
    Topics, bus, bus_with, outgoing, publish, read, record, register, registry_behind_a_door,
};
use bus::{EncodeError, Meta, Publications, ResolveError};
use events::{Event, Fact, profile};
use std::time::Duration;
use testing::stack;

record!(Registered, "bus-tests.registered");
record!(NeverRegistered, "bus-tests.never-registered");
record!(NorThis, "bus-tests.never-registered");

#[tokio::test]
async fn unregistered_schemas_are_all_named() {
    register::<Registered>().await;
    let publications =
        Publications::new().event::<NeverRegistered>().event::<Registered>().event::<NorThis>();
    match publications.resolve(bus().registry()).await {
        Err(ResolveError::Unregistered { subjects }) => assert_eq!(
            subjects,
            [
                "bus-tests.never-registered-tall.bus_tests.NeverRegistered",
                "bus-tests.never-registered-tall.bus_tests.NorThis"
            ]
        ),
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn a_user_that_the_registry_does_not_know_is_refused_at_once() {
    let mut registry: bus::RegistryConfig = stack::section();
    registry.username = "nobody".to_owned();
    let bus = bus_with(stack::section(), &registry);
    let resolved = Publications::new().event::<Registered>().resolve(bus.registry()).await;
    assert!(matches!(resolved, Err(ResolveError::Refused { .. })), "{resolved:?}");
}

#[tokio::test]
async fn a_registry_that_is_down_is_waited_for() {
    register::<Registered>().await;
    let (registry, door) = registry_behind_a_door().await;
    let bus = bus_with(stack::section(), &registry);
    let mut resolving =
        tokio::spawn(async move { Publications::new().event::<Registered>().resolve(bus.registry()).await });
    let early = tokio::time::timeout(Duration::from_secs(1), &mut resolving).await;
    assert!(early.is_err(), "it was not there to answer: {early:?}");
    door.open().await;
    resolving.await.expect("no panic").expect("a registered schema");
}

#[tokio::test]
async fn what_is_not_declared_is_not_encoded() {
    let encoder = crate::support::encoder::<Registered>(&bus()).await;
    let other = Fact::of(NorThis { key: "k".into(), number: 1, text: String::new() });
    let encoded =
        encoder.encode(&other, Meta::new(crate::support::event_id(), "k", 1, crate::support::instant()));
    assert!(matches!(encoded, Err(EncodeError::Undeclared { type_name: NorThis::TYPE, .. })), "{encoded:?}");
}

#[tokio::test]
async fn the_framing_names_the_schema_that_the_registry_has() {
    let id = register::<Registered>().await;
    let _topics = Topics::fresh(&[(Registered::TOPIC, 1)]).await;
    let bus = bus();
    let encoder = crate::support::encoder::<Registered>(&bus).await;
    publish(&bus, vec![outgoing::<Registered>(&encoder, "k", 1)]).await;
    let [message] = &read(Registered::TOPIC, 1).await[..] else { panic!("one record") };
    let payload = rdkafka::Message::payload(message).expect("a value");
    assert_eq!(payload[..5], [&[0], &id.to_be_bytes()[..]].concat());
}

#[tokio::test]
async fn a_dual_published_record_needs_both_schemas() {
    // On topics of the fleet, which are registered at release; here only their names are asked for.
    let publications = Publications::new().dual::<profile::UserCreated>();
    match publications.resolve(bus().registry()).await {
        Ok(_) => {}
        Err(ResolveError::Unregistered { subjects }) => {
            assert!(subjects.iter().all(|subject| subject.starts_with("user.events.v")), "{subjects:?}")
        }
        Err(refused) => panic!("{refused}"),
    }
}

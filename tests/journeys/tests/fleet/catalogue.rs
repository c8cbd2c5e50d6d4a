//! Who may read what is who reads it.

use events::catalog::{Catalog, Topic};
use journeys::{eventually, operator};
use regex::Regex;
use std::{
    collections::{BTreeMap, BTreeSet},
    time::Duration,
};

/// What a service that runs is subscribed to, by the metrics that each subscription brings with it.
#[derive(Debug, PartialEq)]
struct Subscriptions {
    consumed: BTreeSet<String>,
    followed: BTreeSet<String>,
}

impl Subscriptions {
    fn told_by(metrics: &str) -> Self {
        let topics = |pattern: &str| {
            let pattern = Regex::new(pattern).expect("a pattern");
            pattern.captures_iter(metrics).map(|found| found[1].to_owned()).collect()
        };
        Self {
            consumed: topics(r#"(?m)^bus_parked_keys\{[^}]*topic="([^"]+)""#),
            followed: topics(r#"(?m)^bus_follower_stale_seconds\{[^}]*topic="([^"]+)""#),
        }
    }
}

#[tokio::test]
async fn each_service_may_read_what_it_reads() {
    let catalog = Catalog::embedded().expect("a catalogue");
    let (running, _) = eventually("every service is subscribed", Duration::from_secs(30), async || {
        let running: BTreeMap<_, _> = operator::metrics()
            .await
            .ok()?
            .into_iter()
            .map(|(service, metrics)| (service, Subscriptions::told_by(&metrics)))
            .collect();
        running.values().all(|subscriptions| !subscriptions.consumed.is_empty()).then_some(running)
    })
    .await;

    let there = catalog.services.iter().filter(|service| !catalog.planned_services.contains(service));
    assert_eq!(running.keys().collect::<BTreeSet<_>>(), there.collect(), "the services that run");
    for (service, Subscriptions { consumed, followed }) in &running {
        let rows = |names: fn(&Topic) -> Vec<&str>| -> BTreeSet<String> {
            let of_service = catalog.topics.iter().filter(|topic| names(topic).contains(&service.as_str()));
            of_service.map(|topic| topic.name.clone()).collect()
        };
        let consumers = rows(|topic| topic.consumers.iter().map(String::as_str).collect());
        let followers = rows(|topic| topic.followers.iter().map(String::as_str).collect());
        assert_eq!(*consumed, consumers, "what {service} consumes, and what the catalogue says");
        // Who consumes a topic may follow it too, as each does that looks for erasures after its start.
        assert!(followers.is_subset(followed), "{service} follows {followed:?}, not all of {followers:?}");
        let readable = consumers.union(&followers).cloned().collect();
        assert!(followed.is_subset(&readable), "{service} follows {followed:?}, and may read {readable:?}");
    }
}

//! Against the Kafka and the registry of the test stack: what profile publishes reaches every verifier in time.

use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use access::testing::{Outside, TestCaller, config};
use access::{ClientPolicies, Feed, Revocations, Role, Strictness, Verifier};
use async_trait::async_trait;
use boot::{Clock, SystemClock};
use bus::{Backlog, Bus, Freshness, Lease, Meta, OutboxSource, Pending, Publications, Relay};
use chrono::TimeDelta;
use events::profile::{ClientPolicyChanged, Platform, RevocationReason, SessionRevoked};
use events::{Event, Fact, LocalizedText};
use http::HeaderMap;
use ids::{EventId, SessionId};
use testing::stack;
use tokio_util::sync::CancellationToken;
use uuid::Uuid;
use web::{ApiVersion, Gate};

const SOON: Duration = Duration::from_secs(20);

fn bus() -> Bus {
    Bus::open(stack::section(), &stack::section(), &prometheus::Registry::new())
        .expect("the stack's configuration")
}

/// An id that no other run has.
fn fresh_id() -> Uuid {
    let random: &dyn boot::Random = &boot::SystemRandom;
    uuid::Builder::from_random_bytes(random.array()).into_uuid()
}

async fn register<E: Event>() {
    let registry: bus::RegistryConfig = stack::section();
    let answer = boot::http_client(Some(&registry.ca_file))
        .expect("an HTTP client")
        .post(format!("{}/subjects/{}-{}/versions", registry.url, E::TOPIC, E::TYPE))
        .basic_auth(&registry.username, Some(registry.password_file.expose()))
        .json(&serde_json::json!({ "schema": E::SCHEMA }))
        .send()
        .await
        .expect("the registry of the test stack");
    assert!(answer.status().is_success(), "{}", answer.status());
}

/// An outbox of one event.
struct One(Mutex<Option<Pending>>);

struct Held;

#[async_trait]
impl Lease for Held {
    async fn renew(&mut self) -> anyhow::Result<bool> {
        Ok(true)
    }

    async fn release(self: Box<Self>) {}
}

#[async_trait]
impl OutboxSource for One {
    async fn lease(&self) -> anyhow::Result<Option<Box<dyn Lease>>> {
        Ok(Some(Box::new(Held)))
    }

    async fn pending(&self, after: Option<&Pending>, _: usize) -> anyhow::Result<Vec<Pending>> {
        let waiting = self.0.lock().expect("no panic").clone();
        Ok(waiting.filter(|_| after.is_none()).into_iter().collect())
    }

    async fn mark(&self, _: &[Pending]) -> anyhow::Result<()> {
        *self.0.lock().expect("no panic") = None;
        Ok(())
    }

    async fn backlog(&self) -> anyhow::Result<Backlog> {
        Ok(Backlog::default())
    }
}

async fn publish<E: Event>(bus: &Bus, event: E) {
    register::<E>().await;
    let encoder =
        Publications::new().event::<E>().resolve(bus.registry()).await.expect("a registered schema");
    let meta = Meta::new(EventId::new(fresh_id()), event.key(), 1, SystemClock.now());
    let row = encoder.encode(&Fact::of(event), meta).expect("an event that its schema takes");
    let outbox = Arc::new(One(Mutex::new(Some(Pending::new(row, ())))));
    let stop = CancellationToken::new();
    let relay = tokio::spawn(Relay::new(bus.producer().clone(), outbox.clone()).run(stop.clone()));
    eventually("the event is published", async || outbox.0.lock().expect("no panic").is_none()).await;
    stop.cancel();
    relay.await.expect("the relay ends");
}

async fn eventually(what: &str, mut is_so: impl AsyncFnMut() -> bool) -> Duration {
    let began = Instant::now();
    while !is_so().await {
        assert!(began.elapsed() < SOON, "{what}: not after {SOON:?}");
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    began.elapsed()
}

/// A service: its verifier, its follower, and how fresh that is.
struct Service {
    verifier: Verifier,
    outside: Outside,
    freshness: Freshness,
    stop: CancellationToken,
}

impl Drop for Service {
    fn drop(&mut self) {
        self.stop.cancel();
    }
}

impl Service {
    async fn start(bus: &Bus) -> Self {
        let outside = Outside::default();
        let (clock, revocations) = (Arc::new(SystemClock), Revocations::default());
        let follower = revocations.follower(clock.clone()).connect(bus).expect("a complete follower");
        let (freshness, stop) = (follower.freshness(), CancellationToken::new());
        tokio::spawn(follower.run(stop.clone()));
        let verifier = Verifier::new(
            &config(),
            Arc::new(outside.clone()),
            revocations,
            Feed::of(freshness.clone()),
            Strictness::Admins,
            clock,
            &prometheus::Registry::new(),
        )
        .expect("metrics of a new registry");
        verifier.refresh_keys().await.expect("the test key is published");
        Self { verifier, outside, freshness, stop }
    }

    async fn lets_in(&self, token: &str) -> bool {
        self.verifier.verify(token).await.is_ok()
    }
}

fn student() -> TestCaller {
    let session = SessionId::new(fresh_id());
    TestCaller { session, user: ids::UserId::new(fresh_id()), role: Role::Student, epoch: 1 }
}

fn log_out(caller: &TestCaller) -> SessionRevoked {
    SessionRevoked {
        user_id: caller.user,
        session_id: Some(caller.session),
        epoch: caller.epoch,
        reason: RevocationReason::LoggedOut,
        revoked_at: SystemClock.now(),
    }
}

#[tokio::test]
async fn a_log_out_is_refused_in_every_service_within_two_seconds_and_after_a_restart() {
    let bus = bus();
    register::<SessionRevoked>().await;
    let (one, other) = (Service::start(&bus).await, Service::start(&bus).await);
    tokio::time::timeout(SOON, one.freshness.caught_up()).await.expect("one catches up");
    tokio::time::timeout(SOON, other.freshness.caught_up()).await.expect("the other catches up");

    let (leaving, staying) = (student(), student());
    let (token, other_token) = (leaving.token(SystemClock.now()), staying.token(SystemClock.now()));
    assert!(one.lets_in(&token).await && other.lets_in(&token).await);

    publish(&bus, log_out(&leaving)).await;
    let took =
        eventually("both refuse", async || !one.lets_in(&token).await && !other.lets_in(&token).await).await;
    assert!(took < Duration::from_secs(2), "{took:?}");
    assert!(one.lets_in(&other_token).await);

    let restarted = Service::start(&bus).await;
    tokio::time::timeout(SOON, restarted.freshness.caught_up()).await.expect("it catches up");
    assert!(!restarted.lets_in(&token).await, "read back from before its start");
}

#[tokio::test]
async fn a_service_that_never_reached_kafka_has_a_stale_feed() {
    let mut kafka: bus::KafkaConfig = stack::section();
    kafka.brokers = "127.0.0.1:1".to_owned();
    let bus = Bus::open(kafka, &stack::section(), &prometheus::Registry::new()).expect("a configuration");
    let service = Service::start(&bus).await;
    let caller = student();
    let token = caller.token(SystemClock.now());
    assert!(service.lets_in(&token).await, "students go on");

    let admin = TestCaller { role: Role::TechnicalAdmin, ..caller };
    let token = admin.token(SystemClock.now());
    let identity = service.verifier.verify(&token).await.expect("the token holds");
    service.outside.ended_sessions();
    let refused = service.verifier.confirm(&identity).await.expect_err("profile was asked");
    assert_eq!(refused.status(), 401);
}

#[tokio::test]
async fn a_policy_that_was_published_before_the_start_is_in_force() {
    let bus = bus();
    let minimum = "1.0.0".to_owned();
    let policy = ClientPolicyChanged {
        platform: Platform::Android,
        minimum_version: minimum.clone(),
        latest_version: "9999.0.0".to_owned(),
        message: LocalizedText {
            nl: "Werk bij.".into(), en: "Update.".into(), ru: "Обновите.".into()
        },
        changed_by: None,
        changed_at: SystemClock.now() - TimeDelta::days(400),
    };
    publish(&bus, policy).await;

    let policies = ClientPolicies::default();
    let follower = policies.follower().connect(&bus).expect("a complete follower");
    let (freshness, stop) = (follower.freshness(), CancellationToken::new());
    let running = tokio::spawn(follower.run(stop.clone()));
    tokio::time::timeout(SOON, freshness.caught_up()).await.expect("it catches up");

    let admit = |client: &'static str| {
        let headers = HeaderMap::from_iter([(web::X_CLIENT_VERSION, http::HeaderValue::from_static(client))]);
        policies.admit(ApiVersion::V2, &headers)
    };
    assert_eq!(admit("android/0.9.0").expect_err("too old").status(), 426);
    assert_eq!(admit("android/1.0.0").expect("let in")["x-client-update"], "9999.0.0");
    stop.cancel();
    running.await.expect("no panic").expect("a follower that was stopped");
}

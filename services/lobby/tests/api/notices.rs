//! What is told live.

use crate::support::World;
use axum::{Router, body::Body};
use bus::Delivery;
use chrono::{DateTime, TimeDelta, Utc};
use events::{
    Level, LocalizedText,
    admin::{ContentKind, ContentUpdated, Snapshot, TopicSnapshot},
    profile::{AccessChanged, ClientPolicyChanged, Platform, Role, SessionRevoked},
};
use http::{HeaderName, HeaderValue, Request, StatusCode};
use http_body_util::BodyExt as _;
use ids::{ContentId, EventId, UserId};
use lobby::config::NoticesConfig;
use serde_json::{Value, json};
use std::{str::FromStr as _, time::Duration};
use testing::Caller;
use tower::ServiceExt as _;
use uuid::Uuid;

const LIST: &str = "/api/v2/lobby/notices";
const STREAM: &str = "/api/v2/lobby/notices/stream";

/// Longer than anything here takes.
const PATIENCE: Duration = Duration::from_secs(10);

fn text(nl: &str) -> LocalizedText {
    LocalizedText { nl: nl.to_owned(), en: "Food".to_owned(), ru: "\u{415}\u{434}\u{430}".to_owned() }
}

/// The `n`th event, of a topic that was published at this instant.
fn published(n: u8, at: DateTime<Utc>) -> Delivery<ContentUpdated> {
    let id = Uuid::from_u128(7);
    let event = ContentUpdated {
        content_id: ContentId::new(id),
        kind: ContentKind::Topic,
        version: i64::from(n),
        affects_progress: true,
        notice: Some(text("Het lidwoord klopt nu.")),
        snapshot: Snapshot::Topic(TopicSnapshot {
            topic_id: ContentId::new(id).into(),
            slug: "eten".to_owned(),
            level: Level::A1,
            title: text("Eten"),
            description: None,
            position: 0,
        }),
        published_by: UserId::new(Uuid::from_u128(1)),
        published_at: at,
    };
    Delivery {
        event,
        id: EventId::v7(at, [n; 10]),
        subject: id.to_string(),
        sequence: u64::from(n),
        time: at,
        topic: "content.events.v1".to_owned(),
        partition: 0,
        offset: i64::from(n),
    }
}

/// A stream that is read as it comes.
struct Stream {
    status: StatusCode,
    body: Body,
    read: String,
}

impl Stream {
    async fn open(world: &World, caller: &Caller, headers: &[(&str, &str)]) -> Self {
        let router: Router = lobby::api().router(world.app.clone(), &testing::layers());
        let mut request = Request::get(STREAM)
            .header("authorization", format!("Bearer {}", caller.token()))
            .header("x-client-version", "web/1.4.0")
            .body(Body::empty())
            .expect("a request");
        for (name, value) in headers {
            let name = HeaderName::from_str(name).expect("a header's name");
            request.headers_mut().insert(name, HeaderValue::from_str(value).expect("a header's value"));
        }
        let answer = router.oneshot(request).await.expect("an answer");
        Self { status: answer.status(), body: answer.into_body(), read: String::new() }
    }

    /// A stream of which the first word was heard.
    async fn listen(world: &World, caller: &Caller, headers: &[(&str, &str)]) -> Self {
        let mut stream = Self::open(world, caller, headers).await;
        let from_now = EventId::v7(world.clock.now(), [0; 10]).to_string();
        assert_eq!(stream.next().await, Some((Some(from_now), json!({ "type": "listening" }))));
        stream
    }

    /// The next event, as its id and its data; none at the end.
    async fn next(&mut self) -> Option<(Option<String>, Value)> {
        loop {
            if let Some((event, rest)) = self.read.split_once("\n\n") {
                let line = |name: &str| {
                    event.lines().find_map(|line| line.strip_prefix(name)).map(|text| text.trim().to_owned())
                };
                let told =
                    line("data:").map(|data| (line("id:"), serde_json::from_str(&data).expect("JSON")));
                self.read = rest.to_owned();
                if told.is_some() {
                    return told;
                }
                continue;
            }
            let frame = tokio::time::timeout(PATIENCE, self.body.frame()).await.expect("in time")?;
            let bytes = frame.expect("a whole stream").into_data().expect("data");
            self.read.push_str(std::str::from_utf8(&bytes).expect("UTF-8"));
        }
    }

    async fn told(&mut self) -> Value {
        self.next().await.expect("a notice").1
    }
}

fn told(n: u8, at: DateTime<Utc>) -> Value {
    json!({
        "type": "content-updated",
        "id": EventId::v7(at, [n; 10]),
        "contentId": Uuid::from_u128(7),
        "topic": text("Eten"),
        "version": n,
        "affectsProgress": true,
        "text": text("Het lidwoord klopt nu."),
        "publishedAt": web::Timestamp::from(at),
    })
}

async fn list(world: &World, caller: &Caller, query: &str) -> Vec<Value> {
    let answer = world.api.get(format!("{LIST}{query}")).as_(caller).send().await.expect(200);
    let items = answer.json()["items"].as_array().expect("a list").clone();
    items.into_iter().map(|item| item["version"].clone()).collect()
}

#[tokio::test]
async fn a_publication_is_told_once_to_whom_it_concerns() {
    let world = World::new().await;
    let now = world.clock.now();
    let mut student = Stream::listen(&world, &Caller::student(), &[]).await;
    let mut operator = Stream::listen(&world, &Caller::technical_admin(), &[]).await;

    for _ in 0..2 {
        world.app.notices.publish(&published(1, now));
    }
    world.app.notices.publish(&published(2, now));
    let id = EventId::v7(now, [1; 10]).to_string();
    assert_eq!(student.next().await, Some((Some(id), told(1, now))));
    assert_eq!(student.told().await, told(2, now));

    world.app.stop.cancel();
    assert_eq!(operator.next().await, None, "and nothing before the end");
    assert_eq!(list(&world, &Caller::teacher(), "").await, [1, 2]);
    assert!(list(&world, &Caller::technical_admin(), "").await.is_empty());
}

#[tokio::test]
async fn whoever_comes_back_is_told_what_they_missed_and_then_what_happens() {
    let world = World::new().await;
    let (now, hour) = (world.clock.now(), TimeDelta::hours(1));
    for (n, at) in [(1, now - hour), (2, now - hour + TimeDelta::minutes(5)), (3, now)] {
        world.app.notices.publish(&published(n, at));
    }
    let known = EventId::v7(now - hour + TimeDelta::minutes(5), [2; 10]).to_string();

    let mut stream = Stream::open(&world, &Caller::student(), &[("last-event-id", &known)]).await;
    world.app.notices.publish(&published(4, now));
    assert_eq!(stream.told().await, told(3, now));
    assert_eq!(stream.told().await["type"], "listening");
    assert_eq!(stream.told().await, told(4, now));
    assert_eq!(list(&world, &Caller::student(), &format!("?after={known}")).await, [3, 4]);
}

#[tokio::test]
async fn of_one_minute_before_all_is_told_again_since_partitions_are_read_side_by_side() {
    let world = World::new().await;
    let now = world.clock.now();
    let early = published(1, now - TimeDelta::seconds(59));
    world.app.notices.publish(&published(2, now));
    world.app.notices.publish(&early);

    let known = EventId::v7(now, [2; 10]);
    assert_eq!(list(&world, &Caller::student(), &format!("?after={known}")).await, [1]);
}

#[tokio::test]
async fn what_is_older_than_thirty_days_or_the_thousandth_is_told_no_more() {
    let world = World::new().await;
    let now = world.clock.now();
    world.app.notices.publish(&published(1, now - TimeDelta::days(31)));
    assert!(list(&world, &Caller::student(), "").await.is_empty());

    for n in 0..1100 {
        world.app.notices.publish(&published(2, now + TimeDelta::milliseconds(n)));
    }
    assert_eq!(list(&world, &Caller::student(), "").await.len(), 200);
    let known = EventId::v7(now - TimeDelta::days(40), [0; 10]);
    assert_eq!(list(&world, &Caller::student(), &format!("?after={known}")).await.len(), 200);
}

#[tokio::test]
async fn each_is_told_of_their_own_access_and_their_own_client() {
    let world = World::new().await;
    let (anna, boris) = (Caller::student(), Caller::student());
    let mut annas = Stream::listen(&world, &anna, &[]).await;
    let mut boriss = Stream::listen(&world, &boris, &[("x-client-version", "android/1.4.0")]).await;

    let changed_at = world.clock.now();
    let access = AccessChanged { user_id: boris.id(), role: Role::Teacher, products: Vec::new(), changed_at };
    world.app.notices.change_access(&access);
    let policy = ClientPolicyChanged {
        platform: Platform::Web,
        minimum_version: "1.2.0".to_owned(),
        latest_version: "1.5.0".to_owned(),
        message: text("Werk bij."),
        changed_by: None,
        changed_at,
    };
    world.app.notices.change_policy(&policy);

    assert_eq!(boriss.told().await, json!({ "type": "access-changed" }));
    let update =
        json!({ "type": "client-policy-changed", "minimumVersion": "1.2.0", "latestVersion": "1.5.0" });
    assert_eq!(annas.told().await, update);
    world.app.stop.cancel();
    assert_eq!(boriss.next().await, None, "the policy of another client is not told");
}

#[tokio::test]
async fn a_stream_ends_with_its_token() {
    let world = World::with(NoticesConfig { look_again_seconds: 1, ..NoticesConfig::default() }).await;
    let (expired, revoked) = (Caller::student(), Caller::student());
    let mut ends = Stream::listen(&world, &revoked, &[]).await;
    let revocation = SessionRevoked {
        user_id: revoked.id(),
        session_id: Some(revoked.session()),
        epoch: 1,
        reason: events::profile::RevocationReason::LoggedOut,
        revoked_at: world.clock.now(),
    };
    world.app.verifier.revocations().apply(&revocation, world.clock.now());
    assert_eq!(ends.next().await, None);

    let mut ends = Stream::listen(&world, &expired, &[]).await;
    world.clock.advance(TimeDelta::hours(1));
    // What comes after the end of the token is not told any more.
    world.app.notices.publish(&published(1, world.clock.now()));
    assert_eq!(ends.next().await, None);
}

#[tokio::test]
async fn a_reader_that_is_too_slow_is_told_that_it_lacks_something() {
    let world = World::new().await;
    let now = world.clock.now();
    let mut stream = Stream::listen(&world, &Caller::student(), &[]).await;
    for n in 0..300 {
        world.app.notices.publish(&published(1, now + TimeDelta::milliseconds(n)));
    }
    assert_eq!(stream.told().await, json!({ "type": "missed" }));
    assert_eq!(stream.told().await["type"], "content-updated");
}

#[tokio::test]
async fn places_are_counted_and_given_back() {
    let world =
        World::with(NoticesConfig { streams: 2, streams_per_user: 1, ..NoticesConfig::default() }).await;
    let (anna, boris, clara) = (Caller::student(), Caller::student(), Caller::student());
    let annas = Stream::open(&world, &anna, &[]).await;
    assert_eq!(Stream::open(&world, &anna, &[]).await.status, StatusCode::TOO_MANY_REQUESTS);
    let _boriss = Stream::open(&world, &boris, &[]).await;
    assert_eq!(Stream::open(&world, &clara, &[]).await.status, StatusCode::SERVICE_UNAVAILABLE);
    drop(annas);
    assert_eq!(Stream::open(&world, &anna, &[]).await.status, StatusCode::OK);
}

#[tokio::test]
async fn what_is_no_id_of_a_notice_is_refused() {
    let world = World::new().await;
    for header in ["", "1", "ffff", "\u{1F642}", &"7".repeat(4000)] {
        let status = Stream::open(&world, &Caller::student(), &[("last-event-id", header)]).await.status;
        assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY, "{header}");
    }
    // An id of another kind is of no time, so that everything came after it.
    world.app.notices.publish(&published(1, world.clock.now()));
    let mut stream =
        Stream::open(&world, &Caller::student(), &[("last-event-id", &Uuid::max().to_string())]).await;
    assert_eq!(stream.told().await["version"], 1);
}

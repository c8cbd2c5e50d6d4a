//! What happened to the security of accounts can be read.

use crate::support::{World, new_device};
use chrono::TimeDelta;
use profile::store::security_events;
use serde_json::{Value, json};
use testing::Caller;

async fn list(world: &World, admin: &Caller, query: &str) -> (Vec<Value>, Option<String>) {
    let path = format!("/api/v2/profile/security-events{query}");
    let answer = world.api.get(path).as_(admin).send().await.expect(200).json();
    let cursor = answer.get("nextCursor").and_then(Value::as_str).map(str::to_owned);
    (answer["items"].as_array().expect("items").clone(), cursor)
}

fn kinds(events: &[Value]) -> Vec<&str> {
    events.iter().map(|event| event["kind"].as_str().expect("a kind")).collect()
}

#[tokio::test]
async fn what_happened_is_listed_by_user_kind_and_time_page_by_page() {
    let world = World::new().await;
    let admin = world.caller(Caller::technical_admin()).await;
    let (anna, ben) = (world.register("anna@example.org").await, world.register("ben@example.org").await);
    let device = new_device();
    let tokens = world.log_in("anna@example.org", device).await;
    world.clock.advance(TimeDelta::minutes(1));
    world.log_in("ben@example.org", new_device()).await;
    world.clock.advance(TimeDelta::minutes(1));
    world.log_out(&tokens.access).await.expect(204);

    let (of_anna, _) = list(&world, &admin, &format!("?userId={anna}")).await;
    let mut ended = of_anna[0].clone();
    ended.as_object_mut().expect("an event").remove("id");
    assert_eq!(
        ended,
        json!({
            "userId": anna,
            "kind": "session-revoked",
            "detail": "logged-out",
            "sessionId": tokens.session,
            "happenedAt": "2025-03-03T09:02:00.000Z",
        })
    );
    assert!(of_anna.iter().all(|event| event["userId"] == json!(anna)));

    let (log_ins, _) = list(&world, &admin, "?kind=login-succeeded").await;
    let whose: Vec<_> = log_ins.iter().map(|event| event["userId"].clone()).collect();
    assert_eq!(whose, [json!(ben), json!(anna)], "the latest first");

    let window = "?from=2025-03-03T09:01:00.000Z&until=2025-03-03T09:02:00.000Z";
    let (between, _) = list(&world, &admin, window).await;
    assert!(!between.is_empty() && between.iter().all(|event| event["userId"] == json!(ben)));

    let (all, _) = list(&world, &admin, "").await;
    let (mut seen, mut query) = (Vec::new(), "?limit=1".to_owned());
    loop {
        let (page, cursor) = list(&world, &admin, &query).await;
        seen.extend(page);
        let Some(cursor) = cursor else { break };
        query = format!("?limit=1&cursor={cursor}");
    }
    assert_eq!(seen, all);
}

#[tokio::test]
async fn asking_for_a_mail_leaves_no_trace() {
    let world = World::new().await;
    let admin = world.caller(Caller::technical_admin()).await;
    let anna = world.newcomer("anna@example.org").await;
    world.ask_for_reset("anna@example.org").await.expect(202);
    world.ask_for_reset("nobody@example.org").await.expect(202);
    world.newcomer("anna@example.org").await;
    assert_eq!(list(&world, &admin, "").await.0, Vec::<Value>::new());

    world.confirm_email(anna).await;
    assert_eq!(kinds(&list(&world, &admin, "").await.0), ["email-address-confirmed"]);
}

#[tokio::test]
async fn what_happened_is_forgotten_after_ninety_days() {
    let world = World::new().await;
    world.register("anna@example.org").await;
    world.log_in("anna@example.org", new_device()).await;
    let kept = world.count("select count(*) from security_events").await;
    let mut conn = world.pool().acquire().await.expect("a connection");
    world.clock.advance(TimeDelta::days(90) - TimeDelta::seconds(1));
    assert_eq!(security_events::sweep(&mut conn, world.clock.now()).await.expect("swept"), 0);

    world.clock.advance(TimeDelta::seconds(1));

    let swept = security_events::sweep(&mut conn, world.clock.now()).await.expect("swept");
    assert!(kept > 0 && swept == kept.unsigned_abs());
}

#[tokio::test]
async fn what_is_no_kind_or_no_instant_is_refused() {
    let world = World::new().await;
    let admin = world.caller(Caller::technical_admin()).await;
    for query in ["?kind=burglary", "?from=yesterday", "?email=anna@example.org"] {
        let path = format!("/api/v2/profile/security-events{query}");
        assert_eq!(world.api.get(path).as_(&admin).send().await.status(), 422, "{query}");
    }
}

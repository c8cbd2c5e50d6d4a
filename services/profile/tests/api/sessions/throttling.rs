//! Guessing is slowed down, and nobody can lock another out.

use crate::support::{PASSWORD, World, new_device, new_user};
use chrono::TimeDelta;
use events::profile::{LoginThrottled, NewDeviceSeen, ThrottleScope};
use futures::future::join_all;
use ids::DeviceId;
use profile::domain::Limit;
use profile::store::attempts;
use serde_json::json;
use testing::Answer;

impl World {
    /// Tries to log in from a network of one's own.
    async fn guess_from(&self, network: u32, password: &str, device: DeviceId) -> Answer {
        let body = json!({ "email": "anna@example.org", "password": password, "device": { "id": device } });
        let address = std::net::Ipv4Addr::from(0x0a00_0000 + network);
        self.api_at(address.into()).post("/api/v2/profile/sessions").json(&body).send().await
    }
}

#[tokio::test]
async fn after_ten_wrong_passwords_the_right_one_is_refused_alike_for_a_while() {
    let world = World::new().await;
    let anna = world.register("anna@example.org").await;
    let wrong = world.post_session("anna@example.org", "another horse", new_device()).await.expect(401);
    for _ in 1..10 {
        world.post_session("anna@example.org", "another horse", new_device()).await.expect(401);
    }

    let throttled = world.post_session("anna@example.org", PASSWORD, new_device()).await.expect(401);

    assert_eq!(throttled.json(), wrong.json());
    assert_eq!(
        throttled.headers().keys().collect::<Vec<_>>(),
        wrong.headers().keys().collect::<Vec<_>>(),
        "nothing tells"
    );
    let told = world.published::<LoginThrottled>().await;
    assert_eq!(told.len(), 1);
    assert_eq!((told[0].user_id, told[0].scope), (anna, ThrottleScope::AccountAndAddress));
    assert_eq!(told[0].until, world.clock.now() + TimeDelta::seconds(90));

    world.clock.advance(TimeDelta::seconds(90));
    world.post_session("anna@example.org", PASSWORD, new_device()).await.expect(201);
}

#[tokio::test]
async fn it_is_told_once_in_an_hour_and_of_nobody_never() {
    let world = World::new().await;
    world.register("anna@example.org").await;
    for email in ["anna@example.org", "nobody@example.org"] {
        for _ in 0..15 {
            world.post_session(email, "another horse", new_device()).await.expect(401);
        }
    }
    assert_eq!(world.published::<LoginThrottled>().await.len(), 1);
}

#[tokio::test]
async fn a_thousand_guesses_at_once_are_no_more_than_one_after_another() {
    let world = World::new().await;
    let (limit, now) = (Limit::new(10, TimeDelta::seconds(90)), world.clock.now());
    let at_once = (0..8).map(async |_| {
        let mut conn = world.pool().acquire().await.expect("a connection");
        let mut taken = 0;
        for _ in 0..125 {
            taken += u32::from(attempts::take(&mut conn, &[7; 32], limit, now).await.expect("counted"));
        }
        taken
    });
    assert_eq!(join_all(at_once).await.iter().sum::<u32>(), 10);
}

#[tokio::test]
async fn guesses_at_once_keep_out_the_right_password_like_one_after_another() {
    let world = World::new().await;
    world.register("anna@example.org").await;
    let guesses = (0..20).map(|_| world.post_session("anna@example.org", "another horse", new_device()));
    for answer in join_all(guesses).await {
        answer.expect(401);
    }
    world.post_session("anna@example.org", PASSWORD, new_device()).await.expect(401);
    assert_eq!(world.published::<LoginThrottled>().await.len(), 1);
}

#[tokio::test]
async fn a_flood_of_strangers_keeps_out_strangers_and_not_the_owner() {
    let world = World::new().await;
    world.register("anna@example.org").await;
    let device = new_device();
    world.log_in("anna@example.org", device).await;
    for network in 0..50 {
        world.guess_from(network, "another horse", new_device()).await.expect(401);
    }

    world.guess_from(1000, PASSWORD, new_device()).await.expect(401);
    world.guess_from(1001, PASSWORD, device).await.expect(201);

    let told = world.published::<LoginThrottled>().await;
    assert_eq!(told.len(), 1);
    assert_eq!(told[0].scope, ThrottleScope::Account);
}

#[tokio::test]
async fn a_known_device_guesses_no_more_than_a_stranger() {
    let world = World::new().await;
    world.register("anna@example.org").await;
    let device = new_device();
    world.log_in("anna@example.org", device).await;
    for _ in 0..10 {
        world.post_session("anna@example.org", "another horse", device).await.expect(401);
    }
    world.post_session("anna@example.org", PASSWORD, device).await.expect(401);
    world.post_session("anna@example.org", PASSWORD, new_device()).await.expect(201);
}

#[tokio::test]
async fn one_network_tries_few_accounts() {
    let world = World::new().await;
    world.register("anna@example.org").await;
    for number in 0..100 {
        let email = format!("{number}@example.org");
        world.post_session(&email, "another horse", new_device()).await.expect(401);
    }
    world.post_session("anna@example.org", PASSWORD, new_device()).await.expect(401);
    world.guess_from(1, PASSWORD, new_device()).await.expect(201);
}

#[tokio::test]
async fn what_is_right_costs_nothing() {
    let world = World::new().await;
    world.register("anna@example.org").await;
    let own = new_device();
    for _ in 0..30 {
        world.log_in("anna@example.org", new_device()).await;
        world.log_in("anna@example.org", own).await;
    }
}

#[tokio::test]
async fn a_restart_forgets_nothing_and_calm_forgets_everything() {
    let world = World::new().await;
    world.register("anna@example.org").await;
    for _ in 0..10 {
        world.post_session("anna@example.org", "another horse", new_device()).await.expect(401);
    }

    world.restarted().await.post_session("anna@example.org", PASSWORD, new_device()).await.expect(401);

    world.clock.advance(TimeDelta::hours(1));
    let mut conn = world.pool().acquire().await.expect("a connection");
    attempts::sweep(&mut conn, world.clock.now()).await.expect("swept");
    assert_eq!(world.count("select count(*) from attempts").await, 0);
}

#[tokio::test]
async fn a_device_that_is_new_is_told_of_unless_it_is_the_first() {
    let world = World::new().await;
    let anna = world.register("anna@example.org").await;
    let (first, second) = (new_device(), new_device());
    world.log_in("anna@example.org", first).await;
    assert!(world.published::<NewDeviceSeen>().await.is_empty());

    let session = world.log_in("anna@example.org", second).await.session;
    world.log_in("anna@example.org", second).await;
    world.log_in("anna@example.org", first).await;

    let told = world.published::<NewDeviceSeen>().await;
    assert_eq!(told.len(), 1);
    assert_eq!((told[0].user_id, told[0].session_id, told[0].device_id), (anna, session, second));
}

#[tokio::test]
async fn whoever_registers_is_not_throttled_by_what_was_tried_before() {
    let world = World::new().await;
    for _ in 0..20 {
        world.post_session("anna@example.org", "another horse", new_device()).await.expect(401);
    }
    world.put_user(new_user(), &crate::support::registration("anna@example.org")).await.expect(201);
}

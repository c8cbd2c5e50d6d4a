//! What is kept for a time only.

use crate::support::{World, new_device};
use chrono::TimeDelta;
use profile::store::registrations;

async fn sweep(world: &World) -> u64 {
    let mut conn = world.pool().acquire().await.expect("a connection");
    registrations::sweep(&mut conn, world.clock.now()).await.expect("swept")
}

#[tokio::test]
async fn what_repeats_are_held_against_is_forgotten_after_a_day() {
    let world = World::new().await;
    let anna = world.register("anna@example.org").await;
    world.clock.advance(TimeDelta::days(1) - TimeDelta::seconds(1));
    assert_eq!(sweep(&world).await, 0);

    world.clock.advance(TimeDelta::seconds(1));

    assert_eq!(sweep(&world).await, 1);
    let forgotten = "select count(*) from registrations where password_hash is null and body_digest is null";
    assert_eq!(world.count(forgotten).await, 1);
    let body = crate::support::registration("anna@example.org");
    world.put_user(anna, &body).await.expect(409);
    world.log_in("anna@example.org", new_device()).await;
}

#[tokio::test]
async fn sessions_are_forgotten_a_month_after_their_end() {
    let world = World::new().await;
    world.register("anna@example.org").await;
    world.log_in("anna@example.org", new_device()).await;
    world.clock.advance(TimeDelta::days(120) - TimeDelta::seconds(1));
    sweep(&world).await;
    assert_eq!(world.count("select count(*) from sessions").await, 1);

    world.clock.advance(TimeDelta::seconds(1));

    sweep(&world).await;
    assert_eq!(world.count("select count(*) from sessions").await, 0);
}

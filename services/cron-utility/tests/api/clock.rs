use crate::support::{World, at};
use cron_utility::clock::tell_untold;
use events::cron_utility::WeeklyTick;

async fn told(world: &World) -> Vec<String> {
    let mut weeks: Vec<_> =
        world.published::<WeeklyTick>().await.into_iter().map(|tick| tick.iso_week).collect();
    weeks.sort();
    weeks
}

#[tokio::test]
async fn a_week_is_told_once_in_any_number_of_looks() {
    let world = World::new().await;
    for _ in 0..5 {
        tell_untold(&world.ticks, &world.clock).await.expect("told");
    }
    assert_eq!(told(&world).await, ["2025-W10"]);
}

#[tokio::test]
async fn two_instances_at_once_tell_each_week_once() {
    let world = World::new().await;
    let looks = (0..8).map(|_| tell_untold(&world.ticks, &world.clock));
    let looked = futures::future::join_all(looks).await;
    assert!(looked.iter().any(Result::is_ok));
    assert_eq!(told(&world).await, ["2025-W10"]);
}

#[tokio::test]
async fn an_outage_of_weeks_is_caught_up_in_order() {
    let world = World::new().await;
    tell_untold(&world.ticks, &world.clock).await.expect("told");
    world.clock.set(at("2025-03-25T12:00:00Z"));
    let weeks = tell_untold(&world.ticks, &world.clock).await.expect("told");
    assert_eq!(
        weeks.iter().map(ToString::to_string).collect::<Vec<_>>(),
        ["2025-W11", "2025-W12", "2025-W13"]
    );
    assert_eq!(told(&world).await, ["2025-W10", "2025-W11", "2025-W12", "2025-W13"]);
}

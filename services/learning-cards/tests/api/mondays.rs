//! Monday's run, as the clock of the fleet asks for it.

use crate::support::{World, at, text};
use events::{
    Language,
    cron_utility::WeeklyTick,
    learning_cards::CohortOpened,
    profile::{AccountStatus, Role, UserDeleted, UserRoleChanged, UserStatusChanged, UserUpdated},
};
use learning_cards::commands::open_week;
use scheduler::Week;
use testing::Caller;

fn tick(iso_week: &str) -> WeeklyTick {
    let begins_at = Week::parse(iso_week).expect("a week").begins_at();
    WeeklyTick { iso_week: iso_week.to_owned(), begins_at, ticked_at: begins_at }
}

/// Students with a word each.
async fn school(world: &World, students: usize) -> Vec<Caller> {
    let mut school = Vec::new();
    for _ in 0..students {
        let student = Caller::student();
        world.add(&student, "brood").await;
        school.push(student);
    }
    school
}

#[tokio::test]
async fn a_tick_opens_the_week_of_every_student_once() {
    let world = World::new().await;
    school(&world, 5).await;
    for _ in 0..2 {
        world.tell(tick("2025-W10"), 1).await;
        world.run().await;
    }
    let told = world.published::<CohortOpened>().await;
    assert_eq!(told.len(), 5);
    assert!(told.iter().all(|one| one.iso_week == "2025-W10" && one.new_words == 1));
}

#[tokio::test]
async fn a_week_that_a_student_has_opened_is_left_as_it_is() {
    let world = World::new().await;
    let school = school(&world, 2).await;
    world.get(&school[0], "/cohorts/current").await.expect(200);
    world.add(&school[0], "ei").await;
    world.tell(tick("2025-W10"), 1).await;
    world.run().await;
    let told = world.published::<CohortOpened>().await;
    assert_eq!((told.len(), told.iter().map(|one| one.new_words).sum::<i32>()), (2, 2));
}

#[tokio::test]
async fn a_run_goes_through_more_students_than_a_batch_holds() {
    let world = World::new().await;
    for number in 0..450_u128 {
        let id = ids::UserId::new(uuid::Uuid::from_u128(number));
        learning_cards::store::students::enrol(&world.app.students, id).await.expect("the store");
    }
    school(&world, 3).await;
    world.tell(tick("2025-W10"), 1).await;
    assert_eq!(world.run().await, 453);
    assert_eq!(world.published::<CohortOpened>().await.len(), 3);
    assert_eq!(world.run().await, 0, "it is done");
}

#[tokio::test]
async fn a_run_that_was_cut_off_goes_on_where_it_was() {
    let world = World::new().await;
    let school = school(&world, 3).await;
    world.tell(tick("2025-W10"), 1).await;
    // As if it had been killed after the first student, before it noted how far it was.
    let week = Week::parse("2025-W10").expect("a week");
    open_week::open(&world.app, school[0].id(), week).await.expect("the store");
    world.run().await;
    assert_eq!(world.published::<CohortOpened>().await.len(), 3);
}

#[tokio::test]
async fn ticks_of_weeks_that_are_over_open_nothing() {
    let world = World::new().await;
    let school = school(&world, 1).await;
    world.go_to("2025-03-26");
    // After an outage they come all at once, in order.
    for week in ["2025-W11", "2025-W12", "2025-W13"] {
        world.tell(tick(week), 1).await;
        world.run().await;
    }
    let told = world.published::<CohortOpened>().await;
    assert_eq!(told.iter().map(|one| one.iso_week.as_str()).collect::<Vec<_>>(), ["2025-W13"]);
    let weeks = world.get(&school[0], "/cohorts").await.expect(200).json();
    assert_eq!(weeks["items"].as_array().map(Vec::len), Some(1));
}

#[tokio::test]
async fn a_tick_that_is_ahead_of_our_clock_opens_its_week() {
    let world = World::new().await;
    world.clock.set(at("2025-03-10T02:59:59Z"));
    let school = school(&world, 1).await;
    world.tell(tick("2025-W11"), 1).await;
    world.run().await;
    assert_eq!(world.published::<CohortOpened>().await[0].iso_week, "2025-W11");
    world.clock.set(at("2025-03-10T03:00:01Z"));
    let week = world.get(&school[0], "/cohorts/current").await.expect(200).json();
    assert_eq!(text(&week["week"]), "2025-W11");
    assert_eq!(world.published::<CohortOpened>().await.len(), 1);
}

#[tokio::test]
async fn two_runs_at_once_open_each_week_once() {
    let world = World::new().await;
    school(&world, 12).await;
    world.tell(tick("2025-W10"), 1).await;
    let runs = (0..4).map(|_| world.run());
    futures::future::join_all(runs).await;
    assert_eq!(world.published::<CohortOpened>().await.len(), 12);
}

#[tokio::test]
async fn nobody_but_students_has_weeks() {
    let world = World::new().await;
    let school = school(&world, 3).await;
    let changed_at = world.clock.now();
    let role =
        |user_id, role| UserRoleChanged { user_id, role, previous_role: None, changed_by: None, changed_at };
    world.tell(role(school[0].id(), Role::Teacher), 3).await;
    world.tell(role(school[0].id(), Role::Student), 2).await;
    world.tell(UserDeleted { user_id: school[1].id(), deleted_by: None, deleted_at: changed_at }, 2).await;
    world.tell(tick("2025-W10"), 1).await;
    world.run().await;
    let told = world.published::<CohortOpened>().await;
    assert_eq!(told.iter().map(|one| one.user_id).collect::<Vec<_>>(), [school[2].id()]);
}

#[tokio::test]
async fn a_run_passes_over_accounts_that_were_never_here() {
    let world = World::new().await;
    school(&world, 2).await;
    let account = UserUpdated {
        user_id: Caller::teacher().id(),
        interface_language: Language::Nl,
        time_zone: "Asia/Tokyo".to_owned(),
        updated_at: world.clock.now(),
    };
    world.tell(account, 2).await;
    world.tell(tick("2025-W10"), 1).await;
    assert_eq!(world.run().await, 2);
}

#[tokio::test]
async fn no_week_is_opened_while_an_account_is_closed() {
    let world = World::new().await;
    let school = school(&world, 2).await;
    let changed_at = world.clock.now();
    let user_id = school[0].id();
    let status =
        |status| UserStatusChanged { user_id, status, previous_status: None, changed_by: None, changed_at };
    world.tell(status(AccountStatus::Suspended), 3).await;
    world.tell(status(AccountStatus::Active), 2).await;
    world.tell(tick("2025-W10"), 1).await;
    world.run().await;
    let told = world.published::<CohortOpened>().await;
    assert_eq!(told.iter().map(|one| one.user_id).collect::<Vec<_>>(), [school[1].id()]);
    world.tell(status(AccountStatus::Active), 4).await;
    world.tell(tick("2025-W11"), 1).await;
    world.go_to("2025-03-10");
    world.run().await;
    assert_eq!(world.published::<CohortOpened>().await.len(), 3);
}

#[tokio::test]
async fn a_week_that_is_none_is_rejected() {
    let world = World::new().await;
    let wrong = WeeklyTick { iso_week: "2025-W54".to_owned(), ..tick("2025-W10") };
    let delivery = bus::Delivery {
        id: ids::EventId::new(uuid::Uuid::nil()),
        subject: String::new(),
        sequence: 1,
        time: world.clock.now(),
        topic: String::new(),
        partition: 0,
        offset: 0,
        event: wrong,
    };
    let outcome = bus::Handler::handle(&world.app, delivery).await;
    assert!(matches!(outcome, bus::Outcome::Reject(_)), "{outcome:?}");
}

//! The weekly digest: once a reader and week, to who wants it, with what is true when it is sent.

use super::{Office, subject};
use crate::support::{DIGEST, answer, at, topic};
use chrono::TimeDelta;
use cron_utility::{
    digests::write_due,
    domain::mail::{Kind, State},
};
use documents::Filter;
use events::{
    profile::{AccountStatus, UserDeleted, UserStatusChanged},
    thematic_cards::{CardReviewed, Rating},
};
use ids::UserId;
use serde_json::json;
use testing::Caller;

/// A Monday at 07:00 in Amsterdam, a week after the day on which everything was answered.
const MONDAY: &str = "2025-03-10T06:00:00Z";

async fn write(office: &Office) {
    write_due(&office.world.app).await.expect("the store");
}

async fn choose(office: &Office, caller: &Caller, wanted: bool) {
    let caller = caller.clone().logged_in_at(office.world.clock.now());
    let choice = office.world.api.put(DIGEST).as_(&caller).header("if-match", "*");
    let answer = choice.json(&json!({ "wanted": wanted })).send().await;
    if answer.status() == 412 {
        let first = office.world.api.put(DIGEST).as_(&caller).header("if-match", "\"0\"");
        first.json(&json!({ "wanted": wanted })).send().await.expect(200);
    }
}

/// A teacher with a student who answered twice, and one who did not.
async fn class(office: &Office) -> (Caller, UserId) {
    let world = &office.world;
    let (teacher, student) = (Caller::teacher(), Caller::student().id());
    world.link(&teacher, student, true, 1).await;
    world.link(&teacher, Caller::student().id(), true, 1).await;
    world.deliver(1, topic()).await;
    let good = CardReviewed { duration_ms: Some(60_000), ..answer(student, 1, Rating::Good) };
    world.deliver(1, good).await;
    world.deliver(1, answer(student, 2, Rating::Again)).await;
    (teacher, student)
}

async fn mails(office: &Office, kind: Kind) -> u64 {
    office.world.mails.count(Filter::eq("kind", kind)).await.expect("the store")
}

#[tokio::test]
async fn a_teacher_is_written_to_once_a_week_in_any_number_of_runs() {
    let office = Office::open().await;
    class(&office).await;
    office.world.clock.set(at(MONDAY) - TimeDelta::seconds(1));
    write(&office).await;
    assert_eq!(mails(&office, Kind::TeacherDigest).await, 0, "not before seven");

    office.world.clock.set(at(MONDAY));
    for _ in 0..3 {
        write(&office).await;
        office.round().await;
    }
    let messages = office.server.messages();
    assert_eq!(messages.len(), 1);
    assert_eq!(subject(&messages[0]), "Je studenten in de afgelopen week");
    for part in [
        "Studenten: 2; geoefend: 1",
        "Antwoorden: 2; minuten: 1",
        "Hulp nodig: 2",
        "Een week of langer niets gedaan: 2",
        "van 03-03-2025 tot en met 09-03-2025",
        "List-Unsubscribe: <https://app.tall.example/settings>",
        "https://app.tall.example/progress/students",
    ] {
        assert!(messages[0].contains(part), "{part} in {}", messages[0]);
    }

    office.world.clock.advance(TimeDelta::days(7));
    for _ in 0..3 {
        write(&office).await;
        office.round().await;
    }
    assert_eq!(office.server.messages().len(), 2);
    assert_eq!(mails(&office, Kind::TeacherDigest).await, 2);
}

#[tokio::test]
async fn many_runs_at_once_and_one_that_died_halfway_write_one_mail_each() {
    let office = Office::open().await;
    for _ in 0..5 {
        class(&office).await;
    }
    office.world.clock.set(at(MONDAY));
    let runs = (0..6).map(|_| write_due(&office.world.app));
    let ran = futures::future::join_all(runs).await;
    assert!(ran.iter().all(Result::is_ok), "{ran:?}");
    assert_eq!(mails(&office, Kind::TeacherDigest).await, 5);

    // As if no run had come to its end.
    let weeks = office.world.store.database().collection::<bson::Document>("digest_weeks");
    assert_eq!(weeks.delete_many(bson::doc! {}).await.expect("the store").deleted_count, 1);
    write(&office).await;
    assert_eq!(mails(&office, Kind::TeacherDigest).await, 5);
}

#[tokio::test]
async fn after_an_outage_a_digest_comes_until_thursday_and_of_the_same_week() {
    let office = Office::open().await;
    class(&office).await;
    office.world.clock.set(at(MONDAY) + TimeDelta::hours(71));
    write(&office).await;
    office.round().await;
    let messages = office.server.messages();
    assert_eq!(messages.len(), 1);
    assert!(messages[0].contains("van 03-03-2025 tot en met 09-03-2025"), "{}", messages[0]);

    let office = Office::open().await;
    class(&office).await;
    office.world.clock.set(at(MONDAY) + TimeDelta::hours(72));
    write(&office).await;
    assert_eq!(mails(&office, Kind::TeacherDigest).await, 0);
}

#[tokio::test]
async fn what_is_turned_off_is_not_written_and_what_waits_is_not_sent() {
    let office = Office::open().await;
    let (teacher, _) = class(&office).await;
    office.world.clock.set(at(MONDAY));
    choose(&office, &teacher, false).await;
    write(&office).await;
    assert_eq!(mails(&office, Kind::TeacherDigest).await, 0);

    let office = Office::open().await;
    let (teacher, _) = class(&office).await;
    office.world.clock.set(at(MONDAY));
    write(&office).await;
    choose(&office, &teacher, false).await;
    office.rounds().await;
    assert_eq!(office.server.messages(), [""; 0]);
    assert_eq!(office.others.asked(), [""; 0], "whose address is nobody's business then");
    assert_eq!(office.world.mails.count(Filter::eq("state", State::Failed)).await.expect("the store"), 1);
}

#[tokio::test]
async fn a_teacher_without_students_is_not_written_to() {
    let office = Office::open().await;
    let (teacher, student) = (Caller::teacher(), Caller::student().id());
    office.world.link(&teacher, student, true, 1).await;
    office.world.clock.set(at(MONDAY));
    write(&office).await;
    office.world.link(&teacher, student, false, 2).await;
    office.rounds().await;
    assert_eq!(office.server.messages(), [""; 0]);

    office.world.clock.set(at(MONDAY) + TimeDelta::days(7));
    write(&office).await;
    assert_eq!(mails(&office, Kind::TeacherDigest).await, 1, "that of the week before");
}

#[tokio::test]
async fn a_student_is_written_to_when_they_want_it() {
    let office = Office::open().await;
    let (anna, boris) = (Caller::student(), Caller::student());
    for student in [&anna, &boris] {
        office.world.deliver(1, answer(student.id(), 1, Rating::Good)).await;
    }
    choose(&office, &anna, true).await;
    choose(&office, &boris, true).await;
    choose(&office, &boris, false).await;
    office.world.clock.set(at(MONDAY));
    for _ in 0..2 {
        write(&office).await;
        office.round().await;
    }
    let messages = office.server.messages();
    assert_eq!(messages.len(), 1);
    assert_eq!(subject(&messages[0]), "Jouw week met Nederlands");
    for part in ["Dagen geoefend: 1 van 7", "Vandaag aan de beurt: 1"] {
        assert!(messages[0].contains(part), "{part} in {}", messages[0]);
    }
}

#[tokio::test]
async fn nothing_of_a_digest_is_kept_and_who_is_forgotten_is_not_written_to() {
    let office = Office::open().await;
    let (teacher, _) = class(&office).await;
    let answers = testing::subject::erasure_requested(teacher.id());
    office.world.clock.set(at(MONDAY));
    write(&office).await;
    office.round().await;
    let kept = office.world.everything_in("mails").await;
    for secret in ["anna", "Anna", "Studenten", "geoefend", "example.org"] {
        assert!(!kept.contains(secret), "{secret} in {kept}");
    }

    let tombstones = office.world.store.database().collection::<bson::Document>("forgotten");
    let forgotten = bson::doc! { "_id": answers.event.user_id.to_string() };
    tombstones.insert_one(forgotten).await.expect("the store");
    office.world.clock.advance(TimeDelta::days(7));
    write(&office).await;
    assert_eq!(mails(&office, Kind::TeacherDigest).await, 1, "that of the week before");
}

/// The account of `user` has this status from now on.
async fn set_status(office: &Office, user: UserId, status: AccountStatus, sequence: u64) {
    let changed_at = office.world.clock.now();
    let changed =
        UserStatusChanged { user_id: user, status, previous_status: None, changed_by: None, changed_at };
    office.world.deliver(sequence, changed).await;
}

#[tokio::test]
async fn nobody_is_written_to_while_their_account_is_suspended() {
    let office = Office::open().await;
    let (teacher, _) = class(&office).await;
    set_status(&office, teacher.id(), AccountStatus::Suspended, 3).await;
    set_status(&office, teacher.id(), AccountStatus::Active, 2).await;
    office.world.clock.set(at(MONDAY));
    write(&office).await;
    assert_eq!(mails(&office, Kind::TeacherDigest).await, 0, "an older fact comes late");

    set_status(&office, teacher.id(), AccountStatus::Active, 4).await;
    office.world.clock.advance(TimeDelta::days(7));
    write(&office).await;
    assert_eq!(mails(&office, Kind::TeacherDigest).await, 1, "let in again");

    set_status(&office, teacher.id(), AccountStatus::Suspended, 5).await;
    office.rounds().await;
    assert_eq!(office.server.messages(), [""; 0], "what waits is not sent");
}

#[tokio::test]
async fn nobody_is_written_to_whose_account_is_deleted() {
    let office = Office::open().await;
    let student = Caller::student();
    choose(&office, &student, true).await;
    let deleted =
        UserDeleted { user_id: student.id(), deleted_by: None, deleted_at: office.world.clock.now() };
    office.world.deliver(2, deleted).await;
    office.world.clock.set(at(MONDAY));
    write(&office).await;
    assert_eq!(mails(&office, Kind::StudentDigest).await, 0);
}

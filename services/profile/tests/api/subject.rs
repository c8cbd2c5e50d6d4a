//! A person asks for what is kept of them, or to be forgotten.

use crate::{
    device::{device, new_passkey},
    support::{PASSWORD, World, new_device, registration},
};
use access::Role;
use bus::{Delivery, Handler, Outcome};
use chrono::TimeDelta;
use events::{
    pii::{ErasureConfirmed, ErasureRequested},
    profile::{RevocationReason, SessionRevoked, TeacherUnlinked, UserDeleted},
};
use futures::future::join;
use ids::{EventId, UserId};
use profile::{
    consumers::{Answers, forget_again},
    holdings::KeptAccounts,
};
use serde_json::json;
use std::sync::Arc;
use subject::{Erasures, Holder};
use testing::{
    Blobs, Caller,
    subject::{assert_declared, assert_exported, assert_no_row, erasure_requested, export_requested},
};
use uuid::Uuid;

/// What stays: that the person is forgotten, that their id is taken, what administrators did.
const TOMBSTONES: [&str; 3] = ["forgotten", "registrations", "admin_actions"];
/// Erased, and not exported: they prove who somebody is.
const PROOFS: [&str; 7] = [
    "totp_factors",
    "recovery_codes",
    "log_in_challenges",
    "codes",
    "email_changes",
    "passkey_registrations",
    "authorizations",
];

fn answers(world: &World, blobs: &Blobs) -> Answers {
    Answers { app: world.app.clone(), exports: Arc::new(blobs.clone()) }
}

/// A student with an account, a session, a passkey and a teacher.
async fn student(world: &World) -> UserId {
    let (admin, teacher) = (world.caller(Caller::educational_admin()).await, world.somebody("teacher").await);
    let student = world.register("anna@example.org").await;
    let tokens = world.log_in("anna@example.org", new_device()).await;
    world.add_passkey(&tokens.access, &mut device()).await;
    world.begin_passkey(&tokens.access, new_passkey()).await.expect(201);
    let path = format!("/api/v2/profile/teachers/{teacher}/students/{student}");
    world.api.put(path).as_(&admin).send().await.expect(201);
    sqlx::query(
        "with away as (
             insert into authorizations (token_digest, provider, user_id, session_id, expires_at)
             values (sha256($2), 'school', $1, $1, $3)
         )
         insert into identities (id, user_id, provider, subject_index, subject_index_key, linked_at)
         values ($1, $1, 'school', sha256($2), '1', $3)",
    )
    .bind(student.as_uuid())
    .bind(student.as_uuid().as_bytes().as_slice())
    .bind(world.clock.now())
    .execute(&world.pool())
    .await
    .expect("an identity");
    student
}

async fn forget(world: &World, user: UserId) {
    ask(world, erasure_requested(user)).await;
}

async fn ask(world: &World, asked: Delivery<ErasureRequested>) {
    let outcome = answers(world, &Blobs::default()).handle(asked).await;
    assert!(matches!(outcome, Outcome::Done), "{outcome:?}");
}

/// `admin` asks that `user` be forgotten.
fn erasure_requested_by(admin: UserId, user: UserId) -> Delivery<ErasureRequested> {
    let mut asked = erasure_requested(user);
    asked.event.requested_by = admin;
    asked
}

#[tokio::test]
async fn every_table_about_people_is_exported_or_says_why_not() {
    let world = World::new().await;
    let kept = KeptAccounts::new(world.app.clone());
    let held: Vec<_> = kept.held().iter().map(|held| held.name).chain(PROOFS).chain(["forgotten"]).collect();
    assert_declared(&world.pool(), &held).await;
}

#[tokio::test]
async fn all_of_a_person_is_exported_but_what_proves_who_they_are() {
    let (world, blobs) = (World::new().await, Blobs::default());
    let person = student(&world).await;
    let kept = KeptAccounts::new(world.app.clone());
    assert_exported(&answers(&world, &blobs), &kept, &blobs, person).await;
    let part = blobs.bytes(&blobs.names()[0]).expect("the part");
    for (path, bytes) in testing::subject::unzipped(&part) {
        let text = String::from_utf8(bytes).expect("text");
        assert!(
            !["argon2", "digest", "email_index", "subject_index", "cred_id", "challenge"]
                .iter()
                .any(|word| text.contains(word)),
            "{path}: {text}"
        );
    }
}

#[tokio::test]
async fn who_is_forgotten_is_gone_and_everybody_hears_of_it_once() {
    let world = World::new().await;
    let person = student(&world).await;
    for _ in 0..2 {
        forget(&world, person).await;
    }
    assert_no_row(&world.pool(), person, &TOMBSTONES).await;
    world.post_session("anna@example.org", PASSWORD, new_device()).await.expect(401);

    let revoked = world.published::<SessionRevoked>().await;
    assert_eq!(revoked.len(), 1);
    assert_eq!((revoked[0].user_id, revoked[0].session_id, revoked[0].epoch), (person, None, 1));
    assert_eq!(revoked[0].reason, RevocationReason::AccountDeleted);
    assert_eq!(world.published::<TeacherUnlinked>().await.len(), 1);
    assert_eq!(world.published::<UserDeleted>().await.len(), 1);
    let confirmed = world.published::<ErasureConfirmed>().await;
    assert_eq!(confirmed.len(), 1);
    let rows =
        |name: &str| confirmed[0].holdings.iter().find(|held| held.name == name).map(|held| held.count);
    assert_eq!((rows("users"), rows("sessions"), rows("teacher_students")), (Some(1), Some(1), Some(1)));
    assert_eq!((rows("passkeys"), rows("passkey_registrations")), (Some(1), Some(1)));
    assert_eq!((rows("identities"), rows("authorizations")), (Some(1), Some(1)));
}

#[tokio::test]
async fn the_id_of_somebody_who_is_forgotten_stays_taken() {
    let world = World::new().await;
    let person = student(&world).await;
    forget(&world, person).await;
    world.put_user(person, &registration("anna@example.org")).await.expect(409);
    world.register("anna@example.org").await;
}

#[tokio::test]
async fn links_that_a_forgotten_admin_made_stay() {
    let world = World::new().await;
    let (admin, teacher) = (
        world.caller(Caller::known(crate::support::new_user(), Role::EducationalAdmin)).await,
        world.somebody("teacher").await,
    );
    let student = world.register("bram@example.org").await;
    let path = format!("/api/v2/profile/teachers/{teacher}/students/{student}");
    world.api.put(path).as_(&admin).send().await.expect(201);
    forget(&world, admin.id()).await;
    assert_no_row(&world.pool(), admin.id(), &TOMBSTONES).await;
    assert_eq!(world.count("select count(*) from teacher_students").await, 1);
}

#[tokio::test]
async fn somebody_unknown_is_forgotten_too() {
    let world = World::new().await;
    forget(&world, crate::support::new_user()).await;
    assert_eq!(world.published::<ErasureConfirmed>().await.len(), 1);
    assert_eq!(world.published::<UserDeleted>().await.len(), 0);
}

#[tokio::test]
async fn a_restored_backup_is_erased_anew() {
    let world = World::new().await;
    // A backup of before the erasure: the account is there, and no tombstone.
    let person = student(&world).await;
    let mut so_far = Erasures::default();
    so_far.asked.insert(person, erasure_requested(person));
    assert_eq!(forget_again(&world.app, &so_far).await.expect("the store"), 1);
    assert_no_row(&world.pool(), person, &TOMBSTONES).await;
    assert_eq!(forget_again(&world.app, &so_far).await.expect("the store"), 0);
}

#[tokio::test]
async fn what_an_admin_asks_about_somebody_else_is_noted_once() {
    let (world, blobs) = (World::new().await, Blobs::default());
    let admin = world.caller(Caller::technical_admin()).await;
    let person = world.register("anna@example.org").await;
    for n in 0..2 {
        let mut export = export_requested(person);
        export.id = EventId::new(Uuid::from_u128(n));
        export.event.requested_by = admin.id();
        let outcome = answers(&world, &blobs).handle(export).await;
        assert!(matches!(outcome, Outcome::Done), "{outcome:?}");
    }
    world.clock.advance(TimeDelta::seconds(1));
    for _ in 0..2 {
        ask(&world, erasure_requested_by(admin.id(), person)).await;
    }

    let path = format!("/api/v2/profile/admin-actions?subjectId={person}");
    let noted = world.api.get(path).as_(&admin).send().await.expect(200).json();
    let noted = noted["items"].as_array().expect("items");
    let told: Vec<_> = noted.iter().map(|done| (&done["action"], &done["actorId"])).collect();
    let by = json!(admin.id());
    assert_eq!(told, [(&json!("erased"), &by), (&json!("exported"), &by)]);
}

#[tokio::test]
async fn what_people_ask_about_themselves_is_no_act_of_an_admin() {
    let (world, blobs) = (World::new().await, Blobs::default());
    let person = world.register("anna@example.org").await;
    let outcome = answers(&world, &blobs).handle(export_requested(person)).await;
    assert!(matches!(outcome, Outcome::Done), "{outcome:?}");
    forget(&world, person).await;
    assert_eq!(world.count("select count(*) from admin_actions").await, 0);
}

#[tokio::test]
async fn of_two_admins_who_erase_each_other_at_once_one_waits_until_there_is_another() {
    let world = World::new().await;
    let one = world.caller(Caller::technical_admin()).await.id();
    let two = world.caller(Caller::technical_admin()).await.id();
    let both =
        || join(ask(&world, erasure_requested_by(two, one)), ask(&world, erasure_requested_by(one, two)));
    let admins = "select count(*) from users where role = 'technical_admin' and status = 'active'";

    both().await;

    assert_eq!(world.count(admins).await, 1);
    assert_eq!(world.published::<ErasureConfirmed>().await.len(), 1);
    world.caller(Caller::technical_admin()).await;
    both().await;
    assert_eq!(world.count(admins).await, 1);
    assert_eq!(world.published::<ErasureConfirmed>().await.len(), 2);
}

#[tokio::test]
async fn a_suspended_admin_is_forgotten_though_one_other_is_left() {
    let world = World::new().await;
    let admin = world.caller(Caller::technical_admin()).await;
    let other = world.caller(Caller::technical_admin()).await.id();
    let put = world.api.put(format!("/api/v2/profile/users/{other}/status")).as_(&admin);
    put.header("if-match", "*").json(&json!({ "status": "suspended" })).send().await.expect(200);
    ask(&world, erasure_requested_by(admin.id(), other)).await;
    assert_no_row(&world.pool(), other, &TOMBSTONES).await;
}

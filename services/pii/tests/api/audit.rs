//! Nobody reads unseen.

use crate::support::{World, app_over};
use access::Role;
use events::pii::{AccessDecision, PiiAccessed};
use pii::{
    commands::{
        asking::Asker,
        read_fields::read_fields,
        read_name::read_name,
        verify_audit::{Break, verify_audit},
    },
    domain::{access::Purpose, field::Field},
};
use std::sync::Arc;
use testing::{Blobs, Caller};

async fn read(world: &World, reader: &Caller, person: ids::UserId) {
    let path = format!("/api/v2/pii/people/{person}/name");
    let _ = world.api.get(path).as_(reader).send().await;
}

#[tokio::test]
async fn every_reading_is_told_answered_or_not() {
    let world = World::new().await;
    let (admin, stranger, person) =
        (Caller::educational_admin(), Caller::teacher(), world.person("Anna", "V").await);
    read(&world, &admin, person).await;
    read(&world, &stranger, person).await;
    let told = world.published::<PiiAccessed>().await;
    let told: Vec<_> =
        told.iter().map(|it| (it.actor.id.clone(), it.purpose.as_str(), it.decision)).collect();
    assert_eq!(
        told,
        [
            (admin.id().to_string(), "administration", AccessDecision::Allowed),
            (stranger.id().to_string(), "none", AccessDecision::Refused),
        ]
    );
}

#[tokio::test]
async fn an_untouched_log_holds() {
    let world = World::new().await;
    for _ in 0..5 {
        let person = world.person("Anna", "V").await;
        read(&world, &Caller::educational_admin(), person).await;
    }
    let found = verify_audit(&world.pool()).await.expect("verified");
    assert_eq!((found.links, found.breaks), (5, vec![]));
}

#[tokio::test]
async fn readings_side_by_side_make_one_chain() {
    let world = World::new().await;
    let person = world.person("Anna", "V").await;
    let admin = Caller::educational_admin();
    futures::future::join_all((0..20).map(|_| read(&world, &admin, person))).await;
    let found = verify_audit(&world.pool()).await.expect("verified");
    assert_eq!((found.links, found.breaks), (20, vec![]));
}

#[tokio::test]
async fn readings_by_two_processes_in_turn_make_one_chain() {
    let world = World::new().await;
    let person = world.person("Anna", "V").await;
    let subject = Asker { id: person, role: Role::Student, subject: person };
    let other = app_over(world.pool(), &world.clock, Arc::new(Blobs::default()), 2).await;
    for _ in 0..3 {
        read_name(&world.app, subject).await.expect("a name");
        read_name(&other, subject).await.expect("a name");
    }
    let found = verify_audit(&world.pool()).await.expect("verified");
    assert_eq!((found.links, found.breaks), (6, vec![]));
    assert_eq!(world.published::<PiiAccessed>().await.len(), 6);
}

#[tokio::test]
async fn every_reading_but_the_first_of_a_process_is_one_statement() {
    let world = World::new().await;
    let person = world.person("Anna", "V").await;
    let subject = Asker { id: person, role: Role::Student, subject: person };
    for _ in 0..3 {
        read_name(&world.app, subject).await.expect("a name");
    }
    // Rows that one statement wrote have one number within their transaction.
    let by_one_statement = "select count(*) from accesses
                            join outbox on outbox.xmin = accesses.xmin and outbox.cmin = accesses.cmin";
    assert_eq!(world.count(by_one_statement).await, 2);
}

#[tokio::test]
async fn a_reading_is_noted_as_it_was_answered_whatever_was_answered_before() {
    let world = World::new().await;
    let person = world.person("Anna", "V").await;
    let subject = Asker { id: person, role: Role::Student, subject: person };
    read_name(&world.app, subject).await.expect("a name");
    sqlx::query("delete from fields where name = 'given-name'")
        .execute(&world.pool())
        .await
        .expect("deleted");
    read_name(&world.app, subject).await.expect_err("half a name is none");
    read_fields(&world.app, subject, &[Field::FamilyName], Purpose::Own).await.expect("the other half");
    sqlx::query("delete from people").execute(&world.pool()).await.expect("deleted");
    read_name(&world.app, subject).await.expect_err("nobody is there");
    let told: Vec<_> = world.published::<PiiAccessed>().await.iter().map(|it| it.decision).collect();
    let (allowed, refused) = (AccessDecision::Allowed, AccessDecision::Refused);
    assert_eq!(told, [allowed, refused, allowed, refused]);
    let found = verify_audit(&world.pool()).await.expect("verified");
    assert_eq!((found.links, found.breaks), (4, vec![]));
}

#[tokio::test]
async fn a_touched_log_is_found_out() {
    for touch in [
        "update accesses set link = set_byte(link, 5, get_byte(link, 5) # 1) where position = 1",
        "delete from accesses where position = 2",
        "delete from accesses where position = 0",
    ] {
        let world = World::new().await;
        let person = world.person("Anna", "V").await;
        for _ in 0..3 {
            read(&world, &Caller::educational_admin(), person).await;
        }
        let touched = sqlx::query(touch).execute(&world.pool()).await.expect("touched").rows_affected();
        assert_eq!(touched, 1);
        let found = verify_audit(&world.pool()).await.expect("verified");
        let chain = pii::domain::audit::chain_of(person);
        assert_eq!(found.breaks.len(), 1, "{touch}");
        assert!(matches!(found.breaks[0], Break { chain: broken, .. } if broken == chain), "{touch}");
    }
}

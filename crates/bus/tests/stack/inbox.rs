//! The same event twice has one effect, where the effect cannot be repeated by itself. On both stores.

use crate::support::{
    NoParking, Running, Seen, Topics, bus, encoder, event_id, eventually, outgoing, publish, record, unique,
};
use anyhow::Result;
use bson::{Document, doc};
use bus::{
    Consumer, Delivery, Outcome, ParkingLot, mongo,
    mongo::{MongoInbox, MongoParking},
    postgres::{self, MIGRATOR, PgParking},
};
use events::Event;
use mongodb::Database;
use sqlx::PgPool;
use std::{
    sync::{
        Arc,
        atomic::{AtomicU32, Ordering},
    },
    time::Duration,
};
use testing::{MongoDatabase, PgDatabase};

record!(AddedInPostgres, "bus-tests.added.postgres");
record!(AddedInMongo, "bus-tests.added.mongo");
record!(HeldUp, "bus-tests.held-up");

async fn add_in_postgres(pool: &PgPool, group: &str, delivery: &Delivery<AddedInPostgres>) -> Result<()> {
    let mut transaction = pool.begin().await?;
    if postgres::first_time(&mut transaction, group, delivery.id).await? {
        sqlx::query("update total set value = value + 1").execute(&mut *transaction).await?;
    }
    Ok(transaction.commit().await?)
}

#[tokio::test]
async fn a_duplicate_has_one_effect_in_postgres() {
    let _topics = Topics::fresh(&[(AddedInPostgres::TOPIC, 1)]).await;
    let database = PgDatabase::fresh("bus", &MIGRATOR).await;
    let pool = database.pool();
    sqlx::query("create table total as select 0 as value").execute(&pool).await.expect("a table");
    let bus = bus();
    let encoder = encoder::<AddedInPostgres>(&bus).await;
    let (once, other) =
        (outgoing::<AddedInPostgres>(&encoder, "k", 1), outgoing::<AddedInPostgres>(&encoder, "k", 2));
    for row in [&once, &once, &other, &once] {
        publish(&bus, vec![row.clone()]).await;
    }
    let (group, seen) = (unique("added"), Seen::default());
    let (store, name, note) = (pool.clone(), group.clone(), seen.clone());
    let consumer = Consumer::group(group).parking(Arc::new(NoParking)).on::<AddedInPostgres, _>(
        move |delivery: Delivery<AddedInPostgres>| {
            let (pool, group, note) = (store.clone(), name.clone(), note.clone());
            async move {
                let added = add_in_postgres(&pool, &group, &delivery).await;
                note.note(&delivery);
                Outcome::from(added)
            }
        },
    );
    let running = Running::start(consumer, &bus);
    seen.wait_for(4).await;
    running.stop().await;
    let total: i32 = sqlx::query_scalar("select value from total").fetch_one(&pool).await.expect("a total");
    assert_eq!(total, 2);
}

#[tokio::test]
async fn a_group_does_not_stand_in_for_another_and_a_roll_back_forgets() {
    let database = PgDatabase::fresh("bus", &MIGRATOR).await;
    let event = event_id();
    let mut transaction = database.pool().begin().await.expect("a transaction");
    assert!(postgres::first_time(&mut transaction, "one", event).await.expect("an inbox"));
    assert!(postgres::first_time(&mut transaction, "other", event).await.expect("an inbox"));
    assert!(!postgres::first_time(&mut transaction, "one", event).await.expect("an inbox"));
    transaction.rollback().await.expect("a roll-back");
    let mut transaction = database.pool().begin().await.expect("a transaction");
    assert!(postgres::first_time(&mut transaction, "one", event).await.expect("an inbox"));
}

#[tokio::test]
async fn an_inbox_forgets_what_is_old() {
    let database = PgDatabase::fresh("bus", &MIGRATOR).await;
    let pool = database.pool();
    let (old, young) = (event_id(), event_id());
    let mut connection = pool.acquire().await.expect("a connection");
    for event in [old, young] {
        postgres::first_time(&mut connection, "g", event).await.expect("an inbox");
    }
    sqlx::query("update inbox set handled_at = now() - interval '31 days' where event_id = $1")
        .bind(old.as_uuid())
        .execute(&mut *connection)
        .await
        .expect("an inbox");
    PgParking::new(pool.clone()).tidy().await.expect("a store");
    assert!(postgres::first_time(&mut connection, "g", old).await.expect("an inbox"));
    assert!(!postgres::first_time(&mut connection, "g", young).await.expect("an inbox"));
}

async fn add_in_mongo(database: &Database, group: &str, delivery: &Delivery<AddedInMongo>) -> Result<()> {
    let mut session = database.client().start_session().await?;
    session.start_transaction().await?;
    if mongo::first_time(&mut session, database, group, delivery.id).await? {
        let totals = database.collection::<Document>("totals");
        totals.update_one(doc! { "_id": 1 }, doc! { "$inc": { "value": 1 } }).session(&mut session).await?;
    }
    Ok(session.commit_transaction().await?)
}

#[tokio::test]
async fn a_duplicate_has_one_effect_in_mongo() {
    let _topics = Topics::fresh(&[(AddedInMongo::TOPIC, 1)]).await;
    let scratch = MongoDatabase::fresh().await;
    let database = scratch.database();
    MongoInbox::new(database.clone()).prepare(Duration::from_secs(3600)).await.expect("the index");
    let totals = database.collection::<Document>("totals");
    totals.insert_one(doc! { "_id": 1, "value": 0 }).await.expect("a total");
    let bus = bus();
    let encoder = encoder::<AddedInMongo>(&bus).await;
    let (once, other) =
        (outgoing::<AddedInMongo>(&encoder, "k", 1), outgoing::<AddedInMongo>(&encoder, "k", 2));
    for row in [&once, &once, &other, &once] {
        publish(&bus, vec![row.clone()]).await;
    }
    let (group, seen) = (unique("added"), Seen::default());
    let (store, name, note) = (database.clone(), group.clone(), seen.clone());
    let consumer = Consumer::group(group).parking(Arc::new(NoParking)).on::<AddedInMongo, _>(
        move |delivery: Delivery<AddedInMongo>| {
            let (database, group, note) = (store.clone(), name.clone(), note.clone());
            async move {
                let added = add_in_mongo(&database, &group, &delivery).await;
                note.note(&delivery);
                Outcome::from(added)
            }
        },
    );
    let running = Running::start(consumer, &bus);
    seen.wait_for(4).await;
    running.stop().await;
    let total = totals.find_one(doc! { "_id": 1 }).await.expect("a store").expect("a total");
    assert_eq!(total.get_i32("value").expect("a number"), 2);
}

#[tokio::test]
async fn of_two_transactions_with_one_event_one_has_the_effect_in_mongo() {
    let scratch = MongoDatabase::fresh().await;
    let database = scratch.database();
    let event = event_id();
    MongoInbox::new(database.clone()).prepare(Duration::from_secs(3600)).await.expect("the index");
    let mut effects = 0;
    let mut sessions = Vec::new();
    for _ in 0..2 {
        let mut session = database.client().start_session().await.expect("a session");
        session.start_transaction().await.expect("a transaction");
        sessions.push(session);
    }
    let first = mongo::first_time(&mut sessions[0], &database, "g", event).await;
    let second = mongo::first_time(&mut sessions[1], &database, "g", event).await;
    for (session, noted) in sessions.iter_mut().zip([first, second]) {
        if matches!(noted, Ok(true)) && session.commit_transaction().await.is_ok() {
            effects += 1;
        }
    }
    assert_eq!(effects, 1);
    for mut session in sessions {
        session.abort_transaction().await.ok();
    }
    eventually("the loser sees that it was handled", async || {
        let mut session = database.client().start_session().await.expect("a session");
        session.start_transaction().await.expect("a transaction");
        let noted = mongo::first_time(&mut session, &database, "g", event).await;
        // Not when the runtime ends, which is too late to tell the server.
        session.abort_transaction().await.ok();
        noted.is_ok_and(|first| !first)
    })
    .await;
}

/// As that of a process that was killed stays open until the server ends it.
#[tokio::test]
async fn an_event_waits_for_the_transaction_of_another_and_is_not_parked() {
    let _topics = Topics::fresh(&[(HeldUp::TOPIC, 1)]).await;
    let scratch = MongoDatabase::fresh().await;
    let database = scratch.database();
    let lot: Arc<dyn ParkingLot> = Arc::new(MongoParking::new(&database));
    let conflict = conflict(&database).await;
    let bus = bus();
    let encoder = encoder::<HeldUp>(&bus).await;
    publish(&bus, vec![outgoing::<HeldUp>(&encoder, "k", 1)]).await;
    let (group, seen, tries) = (unique("held-up"), Seen::default(), Arc::new(AtomicU32::new(0)));
    let note = seen.clone();
    let consumer = Consumer::group(group.as_str()).parking(lot.clone()).on::<HeldUp, _>(
        move |delivery: Delivery<HeldUp>| {
            std::future::ready(if tries.fetch_add(1, Ordering::SeqCst) < 5 {
                Outcome::Retry(anyhow::Error::new(conflict.clone()).context("a count"))
            } else {
                note.note(&delivery);
                Outcome::Done
            })
        },
    );
    let running = Running::start(consumer, &bus);
    seen.wait_for(1).await;
    running.stop().await;
    assert_eq!(seen.of("k"), [1]);
    assert!(lot.list(&group, 1).await.expect("a store").is_empty());
}

/// What the driver says of it. The transaction is ended at once: nobody makes an index as long as it is open.
async fn conflict(database: &Database) -> mongodb::error::Error {
    let event = event_id();
    MongoInbox::new(database.clone()).prepare(Duration::from_secs(3600)).await.expect("the index");
    let (mut one, mut other) = (
        database.client().start_session().await.expect("a session"),
        database.client().start_session().await.expect("a session"),
    );
    one.start_transaction().await.expect("a transaction");
    other.start_transaction().await.expect("a transaction");
    mongo::first_time(&mut one, database, "g", event).await.expect("an inbox");
    let told = mongo::first_time(&mut other, database, "g", event).await;
    for mut session in [one, other] {
        session.abort_transaction().await.expect("an end");
    }
    told.expect_err("a conflict")
}

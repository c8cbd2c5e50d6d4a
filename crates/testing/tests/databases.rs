//! A database per test, on the servers of the test stack.

use bson::{Document, doc};
use sqlx::{Connection, PgConnection, migrate::Migrator, postgres::PgConnectOptions};
use testing::{MongoDatabase, PgDatabase};

static MIGRATOR: Migrator = sqlx::migrate!("tests/migrations");

async fn notes(database: &PgDatabase) -> i64 {
    sqlx::query_scalar("select count(*) from notes")
        .fetch_one(&database.pool())
        .await
        .expect("a table of notes")
}

#[tokio::test]
async fn two_tests_on_postgres_see_the_migrated_schema_and_nothing_of_each_other() {
    let (one, other) =
        tokio::join!(PgDatabase::fresh("testing", &MIGRATOR), PgDatabase::fresh("testing", &MIGRATOR));

    sqlx::query("insert into notes values ('mine')").execute(&one.pool()).await.expect("an insert");

    assert_eq!((notes(&one).await, notes(&other).await), (1, 0));
}

#[tokio::test]
async fn a_postgres_database_ends_with_its_test() {
    let database = PgDatabase::fresh("testing", &MIGRATOR).await;
    let name: String = sqlx::query_scalar("select current_database()::text")
        .fetch_one(&database.pool())
        .await
        .expect("its name");
    drop(database);

    let other = PgDatabase::fresh("testing", &MIGRATOR).await;
    let there: bool = sqlx::query_scalar("select exists (select from pg_database where datname = $1)")
        .bind(name)
        .fetch_one(&other.pool())
        .await
        .expect("an answer");
    assert!(!there);
}

#[tokio::test]
async fn a_postgres_of_another_authority_is_not_believed() {
    let database = PgDatabase::fresh("testing", &MIGRATOR).await;
    let address = database.address().replace("/ca.crt", "/foreign-ca.crt");
    let options: PgConnectOptions = address.parse().expect("an address");

    let refused = PgConnection::connect_with(&options).await.expect_err("a stranger");

    assert!(refused.to_string().contains("certificate"), "{refused}");
}

#[tokio::test]
async fn two_tests_on_mongo_see_nothing_of_each_other_and_leave_nothing() {
    let (one, other) = (MongoDatabase::fresh().await, MongoDatabase::fresh().await);
    let notes = |database: &MongoDatabase| database.database().collection::<Document>("notes");

    notes(&one).insert_one(doc! { "text": "mine" }).await.expect("an insert");
    assert_eq!(notes(&one).count_documents(doc! {}).await.expect("a count"), 1);
    assert_eq!(notes(&other).count_documents(doc! {}).await.expect("a count"), 0);

    let name = one.database().name().to_owned();
    drop(one);
    let names = other.database().client().list_database_names().await.expect("names");
    assert!(!names.contains(&name));
}

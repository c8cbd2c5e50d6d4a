//! Whether a service answers for what it keeps of people: exports it, erases it, and brings nobody back.

use crate::{Blobs, stack};
use ::subject::{Holder, documents::DocumentAnswers};
use bson::{Document, doc};
use bus::{Delivery, Handler, Outcome};
use events::{
    Event,
    catalog::Catalog,
    pii::{ErasureRequested, ExportRequested},
};
use futures::TryStreamExt;
use ids::{ErasureId, EventId, ExportId, UserId};
use mongodb::Database;
use serde_json::Value;
use sqlx::{AssertSqlSafe, PgPool};
use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    io::{Cursor, Read as _},
};
use uuid::Uuid;
use zip::ZipArchive;

/// What stays of somebody who is forgotten, where a service keeps documents.
const TOMBSTONES: &str = "forgotten";
/// Answers that wait for the relay, which no test runs.
const REPLIES: &str = "export_replies";

/// Whether the service of this name answers when a person asks for what it keeps, or to be forgotten.
///
/// # Panics
/// It is not in the catalogue as one that hears such requests and may reply, or `tests/api/subject.rs` does not hold it to
/// this module. The panic says what to do.
#[track_caller]
pub fn assert_answers(service: &str) {
    let catalog = Catalog::embedded().expect("the catalogue");
    assert!(
        catalog.answering().contains(&service),
        "{service} does not answer for what it keeps of people: schemas/catalog.toml must not have it among \
         `planned_services`, and must have it among the producers of gdpr.replies.v1 and the consumers of user.pii.v1"
    );
    let test = stack::workspace().join("services").join(service).join("tests/api/subject.rs");
    let text = fs::read_to_string(&test).unwrap_or_default();
    assert!(
        ["assert_exported", "assert_declared"].iter().any(|proof| text.contains(proof)),
        "services/{service}/tests/api/subject.rs does not hold the service to `testing::subject`: declare what it keeps \
         of people (crates/subject/README.md), and prove that it is exported and erased"
    );
}

/// Asks for all that is kept of `user`, under an id of its own.
#[must_use]
pub fn export_requested(user: UserId) -> Delivery<ExportRequested> {
    let at = crate::FrozenClock::default().now();
    let export_id = ExportId::derive(user.as_uuid(), "export");
    delivered(ExportRequested {
        user_id: user,
        export_id,
        requested_by: user,
        requested_at: at,
        deadline_at: at,
    })
}

/// Asks that `user` be forgotten, under an id of its own.
#[must_use]
pub fn erasure_requested(user: UserId) -> Delivery<ErasureRequested> {
    let at = crate::FrozenClock::default().now();
    let erasure_id = ErasureId::derive(user.as_uuid(), "erasure");
    delivered(ErasureRequested {
        user_id: user,
        erasure_id,
        requested_by: user,
        requested_at: at,
        deadline_at: at,
    })
}

fn delivered<E: Event>(event: E) -> Delivery<E> {
    Delivery {
        id: EventId::derive(Uuid::nil(), &format!("{} {}", E::TYPE, event.key())),
        subject: event.key(),
        sequence: 1,
        time: crate::FrozenClock::default().now(),
        topic: E::TOPIC.to_owned(),
        partition: 0,
        offset: 0,
        event,
    }
}

/// Holds a service that keeps documents to its word: what it declares is all that it keeps of `user`, of whom something of
/// every kind was put in before; all of it is in the export; nothing of it is left afterwards; repeats change nothing.
///
/// # Panics
/// It is not so; the panic says what is missing or left.
pub async fn assert_exported_and_erased(
    answers: &DocumentAnswers,
    database: &Database,
    blobs: &Blobs,
    user: UserId,
) {
    let declared: BTreeSet<_> = answers.holder().held().iter().map(|held| held.name.to_owned()).collect();
    let kept: BTreeSet<_> = traces(database, user).await.into_keys().collect();
    assert_eq!(kept, declared, "what holds the person, and what is declared");

    assert_exported(answers, answers.holder(), blobs, user).await;

    for _ in 0..2 {
        let outcome = answers.handle(erasure_requested(user)).await;
        assert!(matches!(outcome, Outcome::Done), "{outcome:?}");
        assert_no_trace(database, user).await;
    }
    let tombstones = database.collection::<Document>(TOMBSTONES);
    let tombstone = tombstones.find_one(doc! { "_id": user.to_string() }).await.expect("the store");
    let outbox =
        tombstone.and_then(|tombstone| tombstone.get_array("outbox").cloned().ok()).unwrap_or_default();
    assert_eq!(outbox.len(), 1, "one confirmation, however often it is asked for");
}

/// As the first half of [`assert_exported_and_erased`], for a service with any store.
///
/// # Panics
/// The part is not in `blobs`, or lacks a table, or says another number of rows.
pub async fn assert_exported<A: Handler<ExportRequested>>(
    answers: &A,
    holder: &dyn Holder,
    blobs: &Blobs,
    user: UserId,
) {
    for _ in 0..2 {
        let outcome = answers.handle(export_requested(user)).await;
        assert!(matches!(outcome, Outcome::Done), "{outcome:?}");
    }
    let names = blobs.names();
    assert_eq!(names.len(), 1, "one part: {names:?}");
    let tables = holder.export(user).await.expect("an export");
    let files = unzipped(&blobs.bytes(&names[0]).expect("the part"));
    for (held, table) in holder.held().iter().zip(&tables) {
        assert_eq!(held.name, table.name, "tables come as they are declared");
        assert!(!table.is_empty(), "the test puts nothing into {}", held.name);
        let json: Vec<Value> = serde_json::from_slice(&files[&format!("{}.json", held.name)]).expect("JSON");
        assert_eq!(json.len(), table.len(), "{}", held.name);
        let csv = String::from_utf8(files[&format!("{}.csv", held.name)].clone()).expect("text");
        assert!(csv.lines().count() > table.len(), "{} has a row for each, and a header", held.name);
    }
    assert!(files.contains_key("README.txt"), "{:?}", files.keys());
}

/// The files of a ZIP, by path.
///
/// # Panics
/// It is none.
#[must_use]
pub fn unzipped(bytes: &[u8]) -> BTreeMap<String, Vec<u8>> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).expect("a ZIP");
    let mut files = BTreeMap::new();
    for index in 0..archive.len() {
        let mut file = archive.by_index(index).expect("a file of the ZIP");
        let mut content = Vec::new();
        file.read_to_end(&mut content).expect("its bytes");
        files.insert(file.name().expect("a path").into_owned(), content);
    }
    files
}

/// Nothing in the database names `user`, save the tombstone.
///
/// # Panics
/// Something does; the panic says where.
pub async fn assert_no_trace(database: &Database, user: UserId) {
    let left = traces(database, user).await;
    assert!(left.is_empty(), "left of the person: {left:?}");
}

/// How many documents of each collection name `user`, anywhere in them.
async fn traces(database: &Database, user: UserId) -> BTreeMap<String, usize> {
    let mut found = BTreeMap::new();
    for name in database.list_collection_names().await.expect("the store") {
        if name == TOMBSTONES {
            continue;
        }
        let all = database.collection::<Document>(&name).find(doc! {}).await.expect("the store");
        let documents: Vec<Document> = all.try_collect().await.expect("the store");
        let naming = documents.into_iter().filter(|document| names(document, &name, user)).count();
        if naming > 0 {
            found.insert(name, naming);
        }
    }
    found
}

fn names(document: &Document, collection: &str, user: UserId) -> bool {
    let mut document = document.clone();
    if collection == REPLIES {
        document.remove("outbox");
    }
    document.to_string().contains(&user.to_string())
}

/// Nothing in a PostgreSQL database names `user`, save the tables that `except` names and the bus's own, whose rows wait to
/// be published.
///
/// # Panics
/// Something does; the panic says where.
pub async fn assert_no_row(database: &PgPool, user: UserId, except: &[&str]) {
    let mut left = BTreeMap::new();
    for table in tables(database).await {
        if except.contains(&table.as_str()) || BUS.contains(&table.as_str()) {
            continue;
        }
        let sql = format!("select count(*) from \"{table}\" as kept where kept::text like '%{user}%'");
        let rows: i64 = sqlx::query_scalar(AssertSqlSafe(sql)).fetch_one(database).await.expect("a count");
        if rows > 0 {
            left.insert(table, rows);
        }
    }
    assert!(left.is_empty(), "left of the person: {left:?}");
}

const BUS: [&str; 4] = ["outbox", "inbox", "parked_event", "parked_key"];

/// Every table of a PostgreSQL database that says whose its rows are, by a column with the id of a person, is among
/// `declared`.
///
/// # Panics
/// One is not: it would be neither exported nor erased.
pub async fn assert_declared(database: &PgPool, declared: &[&str]) {
    let about_people: Vec<String> = sqlx::query_scalar(
        "select distinct table_name::text from information_schema.columns
         where table_schema = 'public'
           and (column_name in ('user_id', 'subject_id', 'student_id', 'teacher_id', 'actor_id')
                or column_name like '%\\_by' and data_type = 'uuid')",
    )
    .fetch_all(database)
    .await
    .expect("the tables");
    let undeclared: Vec<_> =
        about_people.iter().filter(|table| !declared.contains(&table.as_str())).collect();
    assert!(undeclared.is_empty(), "neither exported nor erased: {undeclared:?}");
}

async fn tables(database: &PgPool) -> Vec<String> {
    sqlx::query_scalar("select tablename::text from pg_tables where schemaname = 'public' order by tablename")
        .fetch_all(database)
        .await
        .expect("the tables")
}

//! Every store of the fleet, as the test user sees it.

use blob::{BlobStore, S3Config, S3Store};
use bson::{RawDocumentBuf, doc};
use chrono::{DateTime, Utc};
use futures::TryStreamExt;
use ids::UserId;
use mongodb::Client;
use serde::Deserialize;
use sqlx::{AssertSqlSafe, PgPool, postgres::PgConnectOptions};
use std::collections::BTreeSet;

/// The services that keep documents.
const MONGO: [&str; 5] = ["lobby", "thematic-cards", "learning-cards", "admin", "cron-utility"];
/// Those that keep tables.
const POSTGRES: [&str; 2] = ["profile", "pii"];

/// Where something names `user`, such as `thematic-cards.cards`, in every database of the fleet.
///
/// # Errors
/// A store does not answer.
pub async fn naming(user: UserId) -> anyhow::Result<Vec<String>> {
    let (name, mut found) = (user.to_string(), BTreeSet::new());
    each_row(&mut |place, row| {
        if row.windows(name.len()).any(|part| part == name.as_bytes()) {
            found.insert(place.to_owned());
        }
    })
    .await?;
    Ok(found.into_iter().collect())
}

/// Shows every document and every row of every database of the fleet, and where it stands: `profile.users`. Bytes in a row
/// are written in hexadecimal.
///
/// # Errors
/// A store does not answer.
pub async fn each_row(look: &mut impl FnMut(&str, &[u8])) -> anyhow::Result<()> {
    each_document(look).await?;
    for service in POSTGRES {
        each_row_of(service, look).await?;
    }
    Ok(())
}

/// As whom a service has made connections to its database since this instant.
///
/// # Errors
/// The store does not answer.
pub async fn logins_since(service: &str, since: DateTime<Utc>) -> anyhow::Result<BTreeSet<String>> {
    let server: PgConnectOptions = testing::stack::variable("TALL_TEST_POSTGRES_URL").parse()?;
    let pool = PgPool::connect_with(server.database(service)).await?;
    let made = "select distinct usename::text from pg_stat_activity \
                where application_name = $1 and datname = $1 and backend_start >= $2";
    let roles = sqlx::query_scalar(made).bind(service).bind(since).fetch_all(&pool).await;
    pool.close().await;
    Ok(roles?.into_iter().collect())
}

async fn each_document(look: &mut impl FnMut(&str, &[u8])) -> anyhow::Result<()> {
    let client = mongo().await?;
    let databases = client.list_database_names().await?;
    for name in databases.iter().filter(|name| MONGO.iter().any(|service| name.contains(service))) {
        let database = client.database(name);
        for collection in database.list_collection_names().await? {
            let place = format!("{name}.{collection}");
            let mut all = database.collection::<RawDocumentBuf>(&collection).find(doc! {}).await?;
            while let Some(document) = all.try_next().await? {
                look(&place, document.as_bytes());
            }
        }
    }
    Ok(())
}

async fn each_row_of(service: &str, look: &mut impl FnMut(&str, &[u8])) -> anyhow::Result<()> {
    let server: PgConnectOptions = testing::stack::variable("TALL_TEST_POSTGRES_URL").parse()?;
    let pool = PgPool::connect_with(server.database(service)).await?;
    let tables: Vec<String> = sqlx::query_scalar(
        "select tablename::text from pg_tables where schemaname = 'public' order by tablename",
    )
    .fetch_all(&pool)
    .await?;
    for table in tables {
        let sql = format!("select kept::text from \"{table}\" as kept");
        let place = format!("{service}.{table}");
        let mut rows = sqlx::query_scalar::<_, String>(AssertSqlSafe(sql)).fetch(&pool);
        while let Some(row) = rows.try_next().await? {
            look(&place, row.as_bytes());
        }
    }
    pool.close().await;
    Ok(())
}

/// A mail, as cron-utility keeps it: never the letter.
#[derive(Clone, Debug, Deserialize)]
pub struct KeptMail {
    /// How far it has come: `composed`, `sent`.
    pub state: String,
    /// How often it was begun.
    pub attempts: u32,
}

/// The mails to `user`, as cron-utility keeps them.
///
/// # Errors
/// The store does not answer.
pub async fn mails_to(user: UserId) -> anyhow::Result<Vec<KeptMail>> {
    let mails = mongo().await?.database("tall_cron-utility").collection::<KeptMail>("mails");
    Ok(mails.find(doc! { "user_id": user.to_string() }).await?.try_collect().await?)
}

async fn mongo() -> anyhow::Result<Client> {
    Ok(Client::with_uri_str(testing::stack::variable("TALL_TEST_MONGO_URI")).await?)
}

/// The objects of the bucket of exports whose names hold `part`.
///
/// # Errors
/// The store does not answer.
pub async fn exported(part: &str) -> anyhow::Result<Vec<String>> {
    let config = testing::stack::section::<S3Config>();
    let blobs = S3Store::connect(&S3Config { bucket: "tall-exports".to_owned(), ..config }).await?;
    let mut found = Vec::new();
    let mut after = None;
    loop {
        let slice = blobs.list("", after.as_deref()).await?;
        found.extend(
            slice.objects.iter().map(|object| object.key.to_string()).filter(|name| name.contains(part)),
        );
        match slice.next {
            Some(next) => after = Some(next),
            None => return Ok(found),
        }
    }
}

//! Every store of the fleet, as the test user sees it.

use blob::{BlobStore, S3Config, S3Store};
use bson::{Document, doc};
use futures::TryStreamExt;
use ids::UserId;
use mongodb::Client;
use sqlx::{AssertSqlSafe, PgPool, postgres::PgConnectOptions};

/// The services that keep documents.
const MONGO: [&str; 4] = ["lobby", "thematic-cards", "admin", "cron-utility"];
/// Those that keep tables.
const POSTGRES: [&str; 2] = ["profile", "pii"];

/// Where something names `user`, such as `thematic-cards.cards`, in every database of the fleet.
///
/// # Errors
/// A store does not answer.
pub async fn naming(user: UserId) -> anyhow::Result<Vec<String>> {
    let mut found = in_documents(user).await?;
    for service in POSTGRES {
        found.extend(in_tables(service, user).await?);
    }
    Ok(found)
}

async fn in_documents(user: UserId) -> anyhow::Result<Vec<String>> {
    let client = Client::with_uri_str(testing::stack::variable("TALL_TEST_MONGO_URI")).await?;
    let mut found = Vec::new();
    let databases = client.list_database_names().await?;
    for name in databases.iter().filter(|name| MONGO.iter().any(|service| name.contains(service))) {
        let database = client.database(name);
        for collection in database.list_collection_names().await? {
            let all = database.collection::<Document>(&collection).find(doc! {}).await?;
            let documents: Vec<Document> = all.try_collect().await?;
            if documents.iter().any(|document| document.to_string().contains(&user.to_string())) {
                found.push(format!("{name}.{collection}"));
            }
        }
    }
    Ok(found)
}

async fn in_tables(service: &str, user: UserId) -> anyhow::Result<Vec<String>> {
    let server: PgConnectOptions = testing::stack::variable("TALL_TEST_POSTGRES_URL").parse()?;
    let pool = PgPool::connect_with(server.database(service)).await?;
    let tables: Vec<String> = sqlx::query_scalar(
        "select tablename::text from pg_tables where schemaname = 'public' order by tablename",
    )
    .fetch_all(&pool)
    .await?;
    let mut found = Vec::new();
    for table in tables {
        let sql = format!("select count(*) from \"{table}\" as kept where kept::text like '%{user}%'");
        let rows: i64 = sqlx::query_scalar(AssertSqlSafe(sql)).fetch_one(&pool).await?;
        if rows > 0 {
            found.push(format!("{service}.{table}"));
        }
    }
    pool.close().await;
    Ok(found)
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

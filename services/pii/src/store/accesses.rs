//! The access log.

use crate::domain::audit::{FORMAT, Head};
use anyhow::Context;
use bus::Outgoing;
use chrono::{DateTime, Utc};
use ids::UserId;
use sqlx::PgConnection;

/// The end of a chain, held until the transaction ends.
///
/// # Errors
/// The database.
pub async fn lock_head(connection: &mut PgConnection, chain: u8) -> anyhow::Result<Head> {
    let row =
        sqlx::query!("select length, head from access_chains where chain = $1 for update", i16::from(chain))
            .fetch_one(connection)
            .await?;
    head_of(chain, row.length, &row.head)
}

/// A link on its way to the end of a chain.
#[derive(Debug)]
pub struct Appending {
    /// Where the chain ends without it.
    pub before: Head,
    /// Where it ends with it.
    pub after: Head,
    /// Whom the link is about.
    pub subject: UserId,
    /// When they were asked about.
    pub accessed_at: DateTime<Utc>,
    /// The link: the bytes that are hashed.
    pub link: Vec<u8>,
    /// The event that tells of it.
    pub outgoing: Outgoing,
}

/// Appends a link. The end of its chain is moved by [`move_head`].
///
/// # Errors
/// The database.
pub async fn append(connection: &mut PgConnection, appending: &Appending) -> sqlx::Result<()> {
    sqlx::query!(
        "insert into accesses (chain, position, format, link, subject_id, accessed_at)
         values ($1, $2, $3, $4, $5, $6)",
        i16::from(appending.before.chain),
        appending.before.length,
        FORMAT,
        appending.link,
        appending.subject.as_uuid(),
        appending.accessed_at,
    )
    .execute(connection)
    .await
    .map(drop)
}

/// Notes the end of a chain.
///
/// # Errors
/// The database.
pub async fn move_head(connection: &mut PgConnection, head: Head) -> sqlx::Result<()> {
    sqlx::query!(
        "update access_chains set length = $2, head = $3 where chain = $1",
        i16::from(head.chain),
        head.length,
        head.hash.as_slice(),
    )
    .execute(connection)
    .await
    .map(drop)
}

/// The end of a chain, as it is noted.
///
/// # Errors
/// The database.
pub async fn head(connection: &mut PgConnection, chain: u8) -> anyhow::Result<Head> {
    let row = sqlx::query!("select length, head from access_chains where chain = $1", i16::from(chain))
        .fetch_one(connection)
        .await?;
    head_of(chain, row.length, &row.head)
}

/// A link as stored.
#[derive(Clone, Debug)]
pub struct StoredLink {
    /// Its place.
    pub position: i64,
    /// Which of [`crate::domain::audit::FORMATS`] its bytes are in.
    pub format: i16,
    /// Its bytes.
    pub link: Vec<u8>,
}

/// Up to `limit` links of `chain` from `position` on, in order.
///
/// # Errors
/// The database.
pub async fn links_from(
    connection: &mut PgConnection,
    chain: u8,
    position: i64,
    limit: i64,
) -> sqlx::Result<Vec<StoredLink>> {
    sqlx::query_as!(
        StoredLink,
        "select position, format, link from accesses where chain = $1 and position >= $2 order by position limit $3",
        i16::from(chain),
        position,
        limit,
    )
    .fetch_all(connection)
    .await
}

/// Up to `limit` links about `subject` before `position`, the newest first.
///
/// # Errors
/// The database.
pub async fn links_about(
    connection: &mut PgConnection,
    subject: UserId,
    before: Option<i64>,
    limit: i64,
) -> sqlx::Result<Vec<StoredLink>> {
    sqlx::query_as!(
        StoredLink,
        "select position, format, link from accesses
         where subject_id = $1 and ($2::bigint is null or position < $2)
         order by position desc limit $3",
        subject.as_uuid(),
        before,
        limit,
    )
    .fetch_all(connection)
    .await
}

fn head_of(chain: u8, length: i64, hash: &[u8]) -> anyhow::Result<Head> {
    let hash = hash.try_into().context("the end of a chain is a hash of 32 bytes")?;
    Ok(Head { chain, length, hash })
}

//! The access log.

use crate::domain::audit::{self, Head};
use anyhow::Context;
use events::pii::PiiAccessed;
use ids::UserId;
use sqlx::PgConnection;

/// The end of the chain of `subject`, held until the transaction ends.
///
/// # Errors
/// The database.
pub async fn lock_head(connection: &mut PgConnection, subject: UserId) -> anyhow::Result<Head> {
    let chain = audit::chain_of(subject);
    let row =
        sqlx::query!("select length, head from access_chains where chain = $1 for update", i16::from(chain))
            .fetch_one(connection)
            .await?;
    head_of(chain, row.length, &row.head)
}

/// Appends a link, given as event and as the bytes that are hashed, and moves the end of its chain.
///
/// # Errors
/// The database.
pub async fn append(
    connection: &mut PgConnection,
    link: &PiiAccessed,
    bytes: &[u8],
    head: Head,
) -> sqlx::Result<()> {
    let chain = i16::from(head.chain);
    sqlx::query!(
        "insert into accesses (chain, position, link, subject_id, accessed_at) values ($1, $2, $3, $4, $5)",
        chain,
        link.position,
        bytes,
        link.subject_id.as_uuid(),
        link.accessed_at,
    )
    .execute(&mut *connection)
    .await?;
    let after = head.after(bytes);
    sqlx::query!(
        "update access_chains set length = $2, head = $3 where chain = $1",
        chain,
        after.length,
        after.hash.as_slice(),
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
        "select position, link from accesses where chain = $1 and position >= $2 order by position limit $3",
        i16::from(chain),
        position,
        limit,
    )
    .fetch_all(connection)
    .await
}

fn head_of(chain: u8, length: i64, hash: &[u8]) -> anyhow::Result<Head> {
    let hash = hash.try_into().context("the end of a chain is a hash of 32 bytes")?;
    Ok(Head { chain, length, hash })
}

//! `pii verify-audit`: is the access log what it was?

use crate::{
    domain::audit::{CHAINS, Head, read_link},
    store::accesses,
};
use sqlx::{PgConnection, PgPool};

const BATCH: i64 = 1000;

/// A chain that does not hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Break {
    /// Which.
    pub chain: u8,
    /// The first place that is not as it was.
    pub position: i64,
}

/// What a verification found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Verification {
    /// Links that hold.
    pub links: u64,
    /// The first break of each chain that has one.
    pub breaks: Vec<Break>,
}

/// Walks every chain from its first link to its noted end.
///
/// # Errors
/// The database.
pub async fn verify_audit(database: &PgPool) -> anyhow::Result<Verification> {
    let mut found = Verification::default();
    for chain in 0..CHAINS {
        // One snapshot a chain: links that come meanwhile are not half seen.
        let mut transaction = database.begin().await?;
        sqlx::query!("set transaction isolation level repeatable read read only")
            .execute(&mut *transaction)
            .await?;
        verify_chain(&mut transaction, chain, &mut found).await?;
    }
    Ok(found)
}

async fn verify_chain(
    connection: &mut PgConnection,
    chain: u8,
    found: &mut Verification,
) -> anyhow::Result<()> {
    let end = accesses::head(connection, chain).await?;
    let mut head = Head::of_empty(chain);
    loop {
        let links = accesses::links_from(connection, chain, head.length, BATCH).await?;
        if links.is_empty() {
            break;
        }
        for stored in links {
            let follows =
                read_link(stored.format, &stored.link).is_some_and(|link| head.is_followed_by(&link));
            if !follows || stored.position != head.length {
                found.breaks.push(Break { chain, position: head.length });
                return Ok(());
            }
            head = head.after(&stored.link);
            found.links += 1;
        }
    }
    if head != end {
        found.breaks.push(Break { chain, position: head.length });
    }
    Ok(())
}

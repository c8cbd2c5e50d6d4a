//! Every asking becomes a link of the access log and a fact, in one transaction.

use crate::{
    App,
    domain::audit::{Access, Head, chain_of},
    store::accesses,
};
use bus::Meta;
use events::Fact;
use ids::EventId;
use sqlx::PgConnection;
use std::collections::BTreeMap;

/// Notes one access.
///
/// # Errors
/// The database.
pub async fn note(app: &App, connection: &mut PgConnection, access: Access) -> anyhow::Result<()> {
    note_all(app, connection, &[access]).await
}

/// Notes several. Chains are held in their order, so that two such transactions never wait for each other in a ring.
///
/// # Errors
/// The database.
pub async fn note_all(app: &App, connection: &mut PgConnection, noted: &[Access]) -> anyhow::Result<()> {
    let mut by_chain: BTreeMap<u8, Vec<&Access>> = BTreeMap::new();
    for access in noted {
        by_chain.entry(chain_of(access.subject)).or_default().push(access);
    }
    for (chain, noted) in by_chain {
        let mut head = accesses::lock_head(connection, chain).await?;
        for access in noted {
            head = append(app, connection, head, access).await?;
        }
        accesses::move_head(connection, head).await?;
    }
    Ok(())
}

/// The link, and the fact that it is.
async fn append(
    app: &App,
    connection: &mut PgConnection,
    head: Head,
    access: &Access,
) -> anyhow::Result<Head> {
    let link = head.link(access);
    let bytes = events::encode(&link)?;
    accesses::append(connection, &link, &bytes).await?;
    let id = EventId::v7(access.at, app.random.array());
    let sequence = head.length.unsigned_abs() + 1;
    let meta = Meta::new(id, access.subject.to_string(), sequence, access.at);
    bus::postgres::enqueue(connection, &app.encoder.encode(&Fact::of(link), meta)?).await?;
    Ok(head.after(&bytes))
}

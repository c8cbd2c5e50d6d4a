//! Every asking becomes a link of the access log and a fact, in one transaction.

use crate::{
    App,
    domain::audit::{Access, Head, chain_of},
    store::{
        accesses::{self, Appending},
        people::{self, SealedPerson},
        reading::{self, Wanted},
    },
};
use bus::Meta;
use events::Fact;
use ids::{EventId, UserId};
use sqlx::PgConnection;
use std::collections::BTreeMap;

/// What is `wanted` of a person, for somebody who may have it. That they asked is noted and committed, with whether they
/// are answered; `access` makes the note of it.
///
/// Where the chain still ends as this process left it, all of that is one statement. Else it is a transaction.
///
/// # Errors
/// The database.
pub async fn find_noted(
    app: &App,
    subject: UserId,
    wanted: Wanted<'_>,
    access: impl Fn(bool) -> Access,
) -> anyhow::Result<Option<SealedPerson>> {
    if let Some(head) = app.last_heads.of(chain_of(subject)) {
        let appending = appending(app, head, &access(true))?;
        let found = reading::find_and_append(&app.database, subject, wanted, &appending).await?;
        if let Some(person) = found {
            app.last_heads.set(appending.after);
            app.waker.wake();
            return Ok(Some(person));
        }
    }
    let mut transaction = app.database.begin().await?;
    let found = people::find_sealed(&mut transaction, &[subject], wanted.fields).await?.pop();
    let found = found.filter(|person| person.has_all(wanted.needed));
    let heads = append_all(app, &mut transaction, &[access(found.is_some())]).await?;
    transaction.commit().await?;
    heads.into_iter().for_each(|head| app.last_heads.set(head));
    app.waker.wake();
    Ok(found)
}

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
    append_all(app, connection, noted).await.map(drop)
}

/// As [`note_all`]; where the chains end then.
async fn append_all(app: &App, connection: &mut PgConnection, noted: &[Access]) -> anyhow::Result<Vec<Head>> {
    let mut by_chain: BTreeMap<u8, Vec<&Access>> = BTreeMap::new();
    for access in noted {
        by_chain.entry(chain_of(access.subject)).or_default().push(access);
    }
    let mut heads = Vec::new();
    for (chain, noted) in by_chain {
        let mut head = accesses::lock_head(connection, chain).await?;
        for access in noted {
            let appending = appending(app, head, access)?;
            accesses::append(connection, &appending).await?;
            bus::postgres::enqueue(connection, &appending.outgoing).await?;
            head = appending.after;
        }
        accesses::move_head(connection, head).await?;
        heads.push(head);
    }
    Ok(heads)
}

/// The link after `head`, and the fact that it is.
fn appending(app: &App, head: Head, access: &Access) -> anyhow::Result<Appending> {
    let link = head.link(access);
    let bytes = events::encode(&link)?;
    let id = EventId::v7(access.at, app.random.array());
    let sequence = head.length.unsigned_abs() + 1;
    let meta = Meta::new(id, access.subject.to_string(), sequence, access.at);
    Ok(Appending {
        before: head,
        after: head.after(&bytes),
        subject: access.subject,
        accessed_at: access.at,
        outgoing: app.encoder.encode(&Fact::of(link), meta)?,
        link: bytes,
    })
}

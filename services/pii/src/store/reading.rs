//! A person is found and the reading of them noted, by one statement.

use super::{
    accesses::Appending,
    pending_addresses,
    people::{SealedField, SealedPerson, assemble},
};
use crate::domain::{audit::FORMAT, field::Field};
use bus::postgres::OutboxRow;
use ids::UserId;
use sqlx::PgPool;

/// What somebody wants of a person.
#[derive(Clone, Copy, Debug)]
pub struct Wanted<'a> {
    /// These fields.
    pub fields: &'a [Field],
    /// Whoever has not all of these is not found.
    pub needed: &'a [Field],
}

impl<'a> Wanted<'a> {
    /// Those of `fields` that are there.
    pub const fn of(fields: &'a [Field]) -> Self {
        Self { fields, needed: &[] }
    }

    /// All of `fields`, or nothing.
    pub const fn all(fields: &'a [Field]) -> Self {
        Self { fields, needed: fields }
    }
}

/// What is `wanted` of `user`, once the link about it stands at the end of its chain and its event in the outbox: durable
/// when this returns. `None`, and nothing is written, when the person has not all that is needed, or the chain no longer
/// ends where the link begins.
///
/// # Errors
/// The database; or a field that this release does not know.
pub async fn find_and_append(
    database: &PgPool,
    user: UserId,
    wanted: Wanted<'_>,
    appending: &Appending,
) -> anyhow::Result<Option<SealedPerson>> {
    let pending = pending_addresses::wanted_of(database, &[user], wanted.fields).await?;
    let names = |fields: &[Field]| fields.iter().map(|field| field.name().to_owned()).collect::<Vec<_>>();
    let event = OutboxRow::from(&appending.outgoing);
    // The row of the chain is held from `moved` on: who comes second finds another end, and the place of the event in the
    // outbox is drawn by one after the other.
    let rows = sqlx::query_as!(
        SealedField,
        r#"with person as materialized (
               select people.user_id, people.dek_id, people.wrapped_dek, people.kek_version, people.key_check,
                      people.rev, fields.name, fields.sealed
               from people
               left join fields on fields.user_id = people.user_id and fields.name = any($2)
               where people.user_id = $1
           ), moved as (
               update access_chains set length = length + 1, head = $6
               where chain = $4 and length = $5 and head = $7
                 and exists (select from person)
                 and (select count(*) from person where name = any($3)) = cardinality($3)
               returning chain
           ), appended as (
               insert into accesses (chain, position, format, link, subject_id, accessed_at)
               select chain, $5, $8, $9, $1, $10 from moved
           ), enqueued as (
               insert into outbox (event_id, subject, sequence, occurred_at, traceparent, topics, types, keys,
                                   payloads, size)
               select $11::uuid, $12::text, $13::bigint, $14::timestamptz, $15::text, $16::text[], $17::text[],
                      $18::text[], $19::bytea[], $20::bigint
               from moved
           )
           select user_id as "user: UserId", dek_id, wrapped_dek, kek_version, key_check, rev, name as "name?",
                  sealed as "sealed?"
           from person cross join moved"#,
        user.as_uuid(),
        &names(wanted.fields),
        &names(wanted.needed),
        i16::from(appending.before.chain),
        appending.before.length,
        appending.after.hash.as_slice(),
        appending.before.hash.as_slice(),
        FORMAT,
        appending.link,
        appending.accessed_at,
        event.event_id,
        event.subject,
        event.sequence,
        event.occurred_at,
        event.traceparent,
        &event.topics,
        &event.types,
        &event.keys,
        &event.payloads,
        event.size,
    )
    .fetch_all(database)
    .await?;
    Ok(assemble(rows, &pending)?.pop())
}

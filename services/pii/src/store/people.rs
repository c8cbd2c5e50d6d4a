//! People, their wrapped keys and their sealed fields.

use super::pending_addresses::{self, PendingAddress};
use crate::domain::{field::Field, sealing::WrappedDataKey};
use chrono::{DateTime, Utc};
use ids::{CauseId, UserId};
use sqlx::PgConnection;
use uuid::Uuid;

/// A person as stored.
#[derive(Clone, Debug)]
pub struct Person {
    /// Their key, wrapped.
    pub key: WrappedDataKey,
    /// Seals made with it.
    pub seals: i64,
    /// Changes so far; the sequence of the next fact is one more.
    pub rev: i64,
    /// The request that their address came from, if they ever changed it.
    pub confirmed_request: Option<CauseId>,
}

/// The person, held for the rest of the transaction.
///
/// # Errors
/// The database.
pub async fn lock(connection: &mut PgConnection, user: UserId) -> sqlx::Result<Option<Person>> {
    let row = sqlx::query!(
        r#"select dek_id, wrapped_dek, kek_version, key_check, seals, rev,
                  confirmed_request as "confirmed_request: CauseId"
           from people where user_id = $1 for update"#,
        user.as_uuid(),
    )
    .fetch_optional(connection)
    .await?;
    Ok(row.map(|row| Person {
        key: WrappedDataKey {
            id: row.dek_id,
            wrapped: row.wrapped_dek,
            kek_version: row.kek_version,
            key_check: row.key_check,
        },
        seals: row.seals,
        rev: row.rev,
        confirmed_request: row.confirmed_request,
    }))
}

/// Creates the person, unless they are there.
///
/// # Errors
/// The database.
pub async fn create(
    connection: &mut PgConnection,
    user: UserId,
    key: &WrappedDataKey,
    at: DateTime<Utc>,
) -> sqlx::Result<()> {
    sqlx::query!(
        "insert into people (user_id, dek_id, wrapped_dek, kek_version, key_check, seals, rev, created_at)
         values ($1, $2, $3, $4, $5, 0, 1, $6)
         on conflict (user_id) do nothing",
        user.as_uuid(),
        key.id,
        key.wrapped,
        key.kek_version,
        key.key_check,
        at,
    )
    .execute(connection)
    .await
    .map(drop)
}

/// Notes a change of the person that took `seals` in all, and gives the new `rev`.
///
/// # Errors
/// The database.
pub async fn touch(connection: &mut PgConnection, user: UserId, seals: i64) -> sqlx::Result<i64> {
    sqlx::query_scalar!(
        "update people set seals = $2, rev = rev + 1 where user_id = $1 returning rev",
        user.as_uuid(),
        seals,
    )
    .fetch_one(connection)
    .await
}

/// Stores one sealed field, in place of what stood there.
///
/// # Errors
/// The database.
pub async fn put_field(
    connection: &mut PgConnection,
    user: UserId,
    field: Field,
    sealed: &[u8],
    at: DateTime<Utc>,
) -> sqlx::Result<()> {
    sqlx::query!(
        "insert into fields (user_id, name, sealed, updated_at) values ($1, $2, $3, $4)
         on conflict (user_id, name) do update set sealed = excluded.sealed, updated_at = excluded.updated_at",
        user.as_uuid(),
        field.name(),
        sealed,
        at,
    )
    .execute(connection)
    .await
    .map(drop)
}

/// Whether the person has this field.
///
/// # Errors
/// The database.
pub async fn has_field(connection: &mut PgConnection, user: UserId, field: Field) -> sqlx::Result<bool> {
    sqlx::query_scalar!(
        r#"select exists (select from fields where user_id = $1 and name = $2) as "has!""#,
        user.as_uuid(),
        field.name(),
    )
    .fetch_one(connection)
    .await
}

/// Forgets one field.
///
/// # Errors
/// The database.
pub async fn drop_field(connection: &mut PgConnection, user: UserId, field: Field) -> sqlx::Result<()> {
    sqlx::query!("delete from fields where user_id = $1 and name = $2", user.as_uuid(), field.name())
        .execute(connection)
        .await
        .map(drop)
}

/// A person as somebody reads them: their wrapped key, and the sealed fields that were asked for and are there.
#[derive(Clone, Debug)]
pub struct SealedPerson {
    /// Who.
    pub user: UserId,
    /// Their key, wrapped.
    pub key: WrappedDataKey,
    /// Changes so far.
    pub rev: i64,
    /// The fields, sealed.
    pub fields: Vec<(Field, Vec<u8>)>,
    /// The address that waits, of the last request.
    pub pending: Option<PendingAddress>,
}

impl SealedPerson {
    /// Whether all of `fields` are there.
    pub fn has_all(&self, fields: &[Field]) -> bool {
        fields.iter().all(|field| self.fields.iter().any(|(there, _)| there == field))
    }
}

/// A field of a person, beside what is known of the person.
#[derive(Debug)]
pub(super) struct SealedField {
    pub(super) user: UserId,
    pub(super) dek_id: Uuid,
    pub(super) wrapped_dek: Vec<u8>,
    pub(super) kek_version: String,
    pub(super) key_check: Vec<u8>,
    pub(super) rev: i64,
    pub(super) name: Option<String>,
    pub(super) sealed: Option<Vec<u8>>,
}

/// Those of `users` who are there, with those of `fields` that are there.
///
/// # Errors
/// The database; or a field that this release does not know.
pub async fn find_sealed(
    connection: &mut PgConnection,
    users: &[UserId],
    fields: &[Field],
) -> anyhow::Result<Vec<SealedPerson>> {
    let pending = pending_addresses::wanted_of(&mut *connection, users, fields).await?;
    let users: Vec<_> = users.iter().map(|user| user.as_uuid()).collect();
    let names: Vec<_> = fields.iter().map(|field| field.name().to_owned()).collect();
    let rows = sqlx::query_as!(
        SealedField,
        r#"select people.user_id as "user: UserId", people.dek_id, people.wrapped_dek, people.kek_version,
                  people.key_check, people.rev, fields.name as "name?", fields.sealed as "sealed?"
           from people
           left join fields on fields.user_id = people.user_id and fields.name = any($2)
           where people.user_id = any($1)
           order by people.user_id"#,
        &users,
        &names,
    )
    .fetch_all(connection)
    .await?;
    assemble(rows, &pending)
}

/// People out of their fields, which stand in the order of the people.
///
/// # Errors
/// A field that this release does not know.
pub(super) fn assemble(
    fields: Vec<SealedField>,
    pending: &[(UserId, PendingAddress)],
) -> anyhow::Result<Vec<SealedPerson>> {
    let mut people: Vec<SealedPerson> = Vec::new();
    for field in fields {
        if people.last().is_none_or(|person| person.user != field.user) {
            let last = pending.iter().find(|(user, _)| *user == field.user);
            people.push(SealedPerson {
                user: field.user,
                key: WrappedDataKey {
                    id: field.dek_id,
                    wrapped: field.wrapped_dek,
                    kek_version: field.kek_version,
                    key_check: field.key_check,
                },
                rev: field.rev,
                fields: Vec::new(),
                pending: last.map(|(_, address)| address.clone()),
            });
        }
        if let (Some(person), Some(name), Some(sealed)) = (people.last_mut(), field.name, field.sealed) {
            person.fields.push((name.parse()?, sealed));
        }
    }
    Ok(people)
}

/// Notes which request their address came from.
///
/// # Errors
/// The database.
pub async fn note_confirmed(
    connection: &mut PgConnection,
    user: UserId,
    request: CauseId,
) -> sqlx::Result<()> {
    sqlx::query!(
        "update people set confirmed_request = $2 where user_id = $1",
        user.as_uuid(),
        request.as_uuid(),
    )
    .execute(connection)
    .await
    .map(drop)
}

/// A data key on its way to another version of the key encryption key.
#[derive(Clone, Debug)]
pub struct Rewrapping {
    /// Whose.
    pub user: UserId,
    /// The key, wrapped.
    pub key: WrappedDataKey,
}

/// Up to `limit` data keys that another version than `current` wraps, after the person `after`, held until the
/// transaction ends. One that somebody else holds is passed over: it comes with the next round.
///
/// # Errors
/// The database.
pub async fn lock_below(
    connection: &mut PgConnection,
    current: &str,
    after: UserId,
    limit: i64,
) -> sqlx::Result<Vec<Rewrapping>> {
    let rows = sqlx::query!(
        r#"select user_id as "user_id: UserId", dek_id, wrapped_dek, kek_version, key_check from people
           where user_id > $2 and kek_version <> $1 order by user_id limit $3
           for no key update skip locked"#,
        current,
        after.as_uuid(),
        limit,
    )
    .fetch_all(connection)
    .await?;
    let rewrapping = rows.into_iter().map(|row| Rewrapping {
        user: row.user_id,
        key: WrappedDataKey {
            id: row.dek_id,
            wrapped: row.wrapped_dek,
            kek_version: row.kek_version,
            key_check: row.key_check,
        },
    });
    Ok(rewrapping.collect())
}

/// Stores data keys that were wrapped anew. The keys themselves are as they were, so nothing of the person changes.
///
/// # Errors
/// The database.
pub async fn store_rewrapped(connection: &mut PgConnection, rewrapped: &[Rewrapping]) -> sqlx::Result<()> {
    let users: Vec<_> = rewrapped.iter().map(|one| one.user.as_uuid()).collect();
    let wrapped: Vec<_> = rewrapped.iter().map(|one| one.key.wrapped.clone()).collect();
    let versions: Vec<_> = rewrapped.iter().map(|one| one.key.kek_version.clone()).collect();
    sqlx::query!(
        "update people set wrapped_dek = fresh.wrapped_dek, kek_version = fresh.kek_version
         from unnest($1::uuid[], $2::bytea[], $3::text[]) as fresh (user_id, wrapped_dek, kek_version)
         where people.user_id = fresh.user_id",
        &users,
        &wrapped,
        &versions,
    )
    .execute(connection)
    .await
    .map(drop)
}

/// How many data keys there are.
///
/// # Errors
/// The database.
pub async fn count(connection: &mut PgConnection) -> sqlx::Result<i64> {
    sqlx::query_scalar!(r#"select count(*) as "data_keys!" from people"#).fetch_one(connection).await
}

/// How many data keys another version than `current` wraps.
///
/// # Errors
/// The database.
pub async fn count_below(connection: &mut PgConnection, current: &str) -> sqlx::Result<i64> {
    sqlx::query_scalar!(r#"select count(*) as "below!" from people where kek_version <> $1"#, current)
        .fetch_one(connection)
        .await
}

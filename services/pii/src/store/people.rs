//! People, their wrapped keys and their sealed fields.

use crate::domain::{field::Field, sealing::WrappedDataKey};
use chrono::{DateTime, Utc};
use ids::UserId;
use sqlx::PgConnection;

/// A person as stored.
#[derive(Clone, Debug)]
pub struct Person {
    /// Their key, wrapped.
    pub key: WrappedDataKey,
    /// Seals made with it.
    pub seals: i64,
    /// Changes so far; the sequence of the next fact is one more.
    pub rev: i64,
}

/// The person, held for the rest of the transaction.
///
/// # Errors
/// The database.
pub async fn lock(connection: &mut PgConnection, user: UserId) -> sqlx::Result<Option<Person>> {
    let row = sqlx::query!(
        "select dek_id, wrapped_dek, kek_version, key_check, seals, rev from people where user_id = $1 for update",
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

/// A person's name as stored: their wrapped key and the two sealed fields.
#[derive(Clone, Debug)]
pub struct SealedName {
    /// Their key, wrapped.
    pub key: WrappedDataKey,
    /// [`Field::GivenName`], sealed.
    pub given: Vec<u8>,
    /// [`Field::FamilyName`], sealed.
    pub family: Vec<u8>,
}

/// The sealed name of `user`, if they gave one.
///
/// # Errors
/// The database.
pub async fn find_name(connection: &mut PgConnection, user: UserId) -> sqlx::Result<Option<SealedName>> {
    let row = sqlx::query!(
        "select people.dek_id, people.wrapped_dek, people.kek_version, people.key_check,
                given.sealed as given, family.sealed as family
         from people
         join fields given on given.user_id = people.user_id and given.name = 'given-name'
         join fields family on family.user_id = people.user_id and family.name = 'family-name'
         where people.user_id = $1",
        user.as_uuid(),
    )
    .fetch_optional(connection)
    .await?;
    Ok(row.map(|row| SealedName {
        key: WrappedDataKey {
            id: row.dek_id,
            wrapped: row.wrapped_dek,
            kek_version: row.kek_version,
            key_check: row.key_check,
        },
        given: row.given,
        family: row.family,
    }))
}

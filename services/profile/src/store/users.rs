use super::email_changes::EmailChange;
use crate::{
    credentials::blind_index::BlindIndex,
    domain::{Registration, TimeZone, UserStatus},
};
use chrono::{DateTime, Utc};
use events::{Language, profile::Role};
use ids::{DeviceId, UserId};
use sqlx::PgConnection;
use uuid::Uuid;

/// An account, without what it is proved with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct User {
    /// Who.
    pub id: UserId,
    /// What they may do.
    pub role: Role,
    /// Whether they may.
    pub status: UserStatus,
    /// The language of the interface.
    pub interface_language: Language,
    /// Where their days begin and end.
    pub time_zone: TimeZone,
    /// Access tokens below it are refused.
    pub epoch: i64,
    /// The revision.
    pub rev: i64,
    /// Since when.
    pub created_at: DateTime<Utc>,
}

/// What a password is checked against.
#[derive(Debug, Clone)]
pub struct Credentials {
    /// Whose.
    pub id: UserId,
    /// The hash of the password.
    pub password_hash: String,
    /// The version of the key that made the digest of the address.
    pub email_index_key: String,
    /// Whether the address was proved.
    pub is_verified: bool,
}

/// An account that may be made.
pub struct NewUser<'a> {
    /// Who.
    pub id: UserId,
    /// The first role.
    pub role: Role,
    /// What they said about themself.
    pub registration: &'a Registration,
    /// Under which the account is found.
    pub address: &'a BlindIndex,
    /// Every digest under which the address may already have an account.
    pub addresses: &'a [Vec<u8>],
    /// The hash of the password.
    pub password_hash: &'a str,
    /// When the address was proved, if it is.
    pub email_verified_at: Option<DateTime<Utc>>,
}

/// Somebody who can be written to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contact {
    /// Who.
    pub id: UserId,
    /// Whether the address was proved.
    pub is_verified: bool,
}

/// Makes the account, unless the address has one.
pub async fn insert(conn: &mut PgConnection, user: NewUser<'_>, now: DateTime<Utc>) -> sqlx::Result<bool> {
    let inserted = sqlx::query!(
        "insert into users (id, role, interface_language, time_zone, email_index, email_index_key, password_hash,
                            epoch, rev, created_at, email_verified_at)
         select $1, $2, $3, $4, $5, $6, $7, 0, 1, $8, $10
         where not exists (select from users where email_index = any($9))
         on conflict (email_index) do nothing",
        user.id.as_uuid(),
        user.role.as_str(),
        user.registration.interface_language.as_str(),
        user.registration.time_zone.as_str(),
        user.address.digest.as_slice(),
        user.address.key_id,
        user.password_hash,
        now,
        user.addresses,
        user.email_verified_at,
    )
    .execute(conn)
    .await?;
    Ok(inserted.rows_affected() == 1)
}

macro_rules! user {
    ($row:expr) => {
        $row.map(|row| {
            Ok(User {
                id: row.id,
                role: super::symbol(&row.role)?,
                status: super::symbol(&row.status)?,
                interface_language: super::symbol(&row.interface_language)?,
                time_zone: super::symbol(&row.time_zone)?,
                epoch: row.epoch,
                rev: row.rev,
                created_at: row.created_at,
            })
        })
        .transpose()
    };
}

/// The account of this id, unless it is deleted.
pub async fn find(conn: &mut PgConnection, id: UserId) -> sqlx::Result<Option<User>> {
    let row = sqlx::query!(
        r#"select id as "id: UserId", role, status, interface_language, time_zone, epoch, rev, created_at
           from users where id = $1 and status <> 'deleted'"#,
        id.as_uuid(),
    )
    .fetch_optional(conn)
    .await?;
    user!(row)
}

/// The account of this id, unless it is deleted, for a change: until the transaction ends nobody else changes it.
pub async fn lock(conn: &mut PgConnection, id: UserId) -> sqlx::Result<Option<User>> {
    let row = sqlx::query!(
        r#"select id as "id: UserId", role, status, interface_language, time_zone, epoch, rev, created_at
           from users where id = $1 and status <> 'deleted' for no key update"#,
        id.as_uuid(),
    )
    .fetch_optional(conn)
    .await?;
    user!(row)
}

/// What the password of the account with one of these digests of an address is checked against.
pub async fn credentials(
    conn: &mut PgConnection,
    addresses: &[Vec<u8>],
) -> sqlx::Result<Option<Credentials>> {
    sqlx::query_as!(
        Credentials,
        r#"select id as "id: UserId", password_hash, email_index_key, email_verified_at is not null as "is_verified!"
           from users where email_index = any($1)"#,
        addresses,
    )
    .fetch_optional(conn)
    .await
}

/// What a log-in is checked against, and whether the account knows the device that asks.
#[derive(Debug, Clone)]
pub struct Claimed {
    /// The account and its password.
    pub credentials: Credentials,
    /// Whether the user logged in from this device before.
    pub knows_device: bool,
}

/// The account that has one of these digests of an address, for a log-in from this device.
pub async fn claimed(
    conn: &mut PgConnection,
    addresses: &[Vec<u8>],
    device: Option<DeviceId>,
) -> sqlx::Result<Option<Claimed>> {
    let row = sqlx::query!(
        r#"select id as "id: UserId", password_hash, email_index_key, email_verified_at is not null as "is_verified!",
                  exists (select from sessions where user_id = users.id and device_id = $2) as "knows_device!"
           from users where email_index = any($1)"#,
        addresses,
        device.map(DeviceId::as_uuid),
    )
    .fetch_optional(conn)
    .await?;
    Ok(row.map(|row| Claimed {
        credentials: Credentials {
            id: row.id,
            password_hash: row.password_hash,
            email_index_key: row.email_index_key,
            is_verified: row.is_verified,
        },
        knows_device: row.knows_device,
    }))
}

/// What this user's password is checked against.
pub async fn credentials_of(conn: &mut PgConnection, id: UserId) -> sqlx::Result<Option<Credentials>> {
    sqlx::query_as!(
        Credentials,
        r#"select id as "id: UserId", password_hash, email_index_key, email_verified_at is not null as "is_verified!"
           from users where id = $1 and status <> 'deleted'"#,
        id.as_uuid(),
    )
    .fetch_optional(conn)
    .await
}

/// The account that has one of these digests of an address.
pub async fn contact(conn: &mut PgConnection, addresses: &[Vec<u8>]) -> sqlx::Result<Option<Contact>> {
    sqlx::query_as!(
        Contact,
        r#"select id as "id: UserId", email_verified_at is not null as "is_verified!"
           from users where email_index = any($1)"#,
        addresses,
    )
    .fetch_optional(conn)
    .await
}

/// An account that has an address or an id that was asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Owner {
    /// Who.
    pub id: UserId,
    /// The digest under which the address is stored.
    pub email_index: Vec<u8>,
    /// What they may do.
    pub role: Role,
}

/// The accounts that have one of these digests of addresses, or one of these ids.
pub async fn owners(
    conn: &mut PgConnection,
    addresses: &[Vec<u8>],
    ids: &[Uuid],
) -> sqlx::Result<Vec<Owner>> {
    let rows = sqlx::query!(
        r#"select id as "id: UserId", email_index, role from users
           where (email_index = any($1) or id = any($2)) and status <> 'deleted'"#,
        addresses,
        ids,
    )
    .fetch_all(conn)
    .await?;
    rows.into_iter()
        .map(|row| Ok(Owner { id: row.id, email_index: row.email_index, role: super::symbol(&row.role)? }))
        .collect()
}

/// Takes the address for proved, from now on or as before. Not that of an account that was given up.
pub async fn verify_email(conn: &mut PgConnection, id: UserId, now: DateTime<Utc>) -> sqlx::Result<bool> {
    let proved = sqlx::query!(
        "update users set email_verified_at = coalesce(email_verified_at, $2) where id = $1 and given_up_at is null",
        id.as_uuid(),
        now,
    )
    .execute(conn)
    .await?;
    Ok(proved.rows_affected() == 1)
}

/// Gives the account another address that was proved, unless another account has it.
pub async fn change_address(
    conn: &mut PgConnection,
    id: UserId,
    change: &EmailChange,
    now: DateTime<Utc>,
) -> sqlx::Result<bool> {
    let changed = sqlx::query!(
        "update users set email_index = $2, email_index_key = $3, email_verified_at = $4
         where id = $1 and not exists (select from users where email_index = any($5) and id <> $1)",
        id.as_uuid(),
        change.email_index,
        change.email_index_key,
        now,
        &change.email_indexes,
    )
    .execute(conn)
    .await?;
    Ok(changed.rows_affected() == 1)
}

/// Sets the password, whatever it was.
pub async fn set_password(conn: &mut PgConnection, id: UserId, password_hash: &str) -> sqlx::Result<()> {
    sqlx::query!("update users set password_hash = $2 where id = $1", id.as_uuid(), password_hash)
        .execute(conn)
        .await?;
    Ok(())
}

/// The account, if it may be used and its password is still the one that was checked. Nobody changes it until the transaction
/// ends.
pub async fn lock_for_log_in(conn: &mut PgConnection, checked: &Credentials) -> sqlx::Result<Option<User>> {
    let row = sqlx::query!(
        r#"select id as "id: UserId", role, status, interface_language, time_zone, epoch, rev, created_at
           from users where id = $1 and password_hash = $2 and status = 'active' for share"#,
        checked.id.as_uuid(),
        checked.password_hash,
    )
    .fetch_optional(conn)
    .await?;
    user!(row)
}

/// The account, if it may be used, for a log-in that its password is no part of. Nobody changes it until the transaction
/// ends.
pub async fn lock_active(conn: &mut PgConnection, id: UserId) -> sqlx::Result<Option<User>> {
    let row = sqlx::query!(
        r#"select id as "id: UserId", role, status, interface_language, time_zone, epoch, rev, created_at
           from users where id = $1 and status = 'active' for share"#,
        id.as_uuid(),
    )
    .fetch_optional(conn)
    .await?;
    user!(row)
}

/// Replaces a hash by another of the same password at today's cost, or of another password. Not if it changed since it was
/// checked.
pub async fn replace_password_hash(
    conn: &mut PgConnection,
    old: &Credentials,
    new: &str,
) -> sqlx::Result<bool> {
    let replaced = sqlx::query!(
        "update users set password_hash = $3 where id = $1 and password_hash = $2",
        old.id.as_uuid(),
        old.password_hash,
        new,
    )
    .execute(conn)
    .await?;
    Ok(replaced.rows_affected() == 1)
}

/// Replaces a digest of the same address by one of today's key.
pub async fn replace_address(conn: &mut PgConnection, id: UserId, address: &BlindIndex) -> sqlx::Result<()> {
    sqlx::query!(
        "update users set email_index = $2, email_index_key = $3 where id = $1",
        id.as_uuid(),
        address.digest.as_slice(),
        address.key_id,
    )
    .execute(conn)
    .await?;
    Ok(())
}

/// Lets one transaction at a time change roles and links, which are about several users at once. It goes before every
/// other lock.
pub async fn lock_roles_and_links(conn: &mut PgConnection) -> sqlx::Result<()> {
    sqlx::query!("select pg_advisory_xact_lock(hashtext('profile: roles and links'))").execute(conn).await?;
    Ok(())
}

/// How many technical administrators there are who may log in, beside this one.
pub async fn count_technical_admins(conn: &mut PgConnection, but: Option<UserId>) -> sqlx::Result<i64> {
    sqlx::query_scalar!(
        r#"select count(*) as "count!" from users where role = 'technical_admin' and status = 'active' and id is distinct from $1"#,
        but.map(UserId::as_uuid),
    )
    .fetch_one(conn)
    .await
}

/// Sets what the user chose for themself.
pub async fn set_settings(
    conn: &mut PgConnection,
    id: UserId,
    interface_language: Language,
    time_zone: TimeZone,
) -> sqlx::Result<()> {
    sqlx::query!(
        "update users set interface_language = $2, time_zone = $3 where id = $1",
        id.as_uuid(),
        interface_language.as_str(),
        time_zone.as_str(),
    )
    .execute(conn)
    .await?;
    Ok(())
}

/// Sets the role, and shuts out access tokens that say another.
pub async fn set_role(conn: &mut PgConnection, id: UserId, role: Role) -> sqlx::Result<()> {
    sqlx::query!("update users set role = $2, epoch = epoch + 1 where id = $1", id.as_uuid(), role.as_str())
        .execute(conn)
        .await?;
    Ok(())
}

/// The sequence of the next fact about this user.
pub async fn next_rev(conn: &mut PgConnection, id: UserId) -> sqlx::Result<i64> {
    sqlx::query_scalar!("update users set rev = rev + 1 where id = $1 returning rev", id.as_uuid())
        .fetch_one(conn)
        .await
}

/// Sets the status, and shuts out the access tokens that there are.
pub async fn set_status(conn: &mut PgConnection, id: UserId, status: UserStatus) -> sqlx::Result<()> {
    sqlx::query!(
        "update users set status = $2, epoch = epoch + 1 where id = $1",
        id.as_uuid(),
        status.as_str()
    )
    .execute(conn)
    .await?;
    Ok(())
}

/// Leaves of an account the mark that its id was used. `nobodys_address` is 32 random bytes in place of the digest of the
/// address, which is free again.
pub async fn delete(conn: &mut PgConnection, id: UserId, nobodys_address: &[u8]) -> sqlx::Result<()> {
    sqlx::query!(
        "update users set status = 'deleted', epoch = epoch + 1, email_index = $2, password_hash = '' where id = $1",
        id.as_uuid(),
        nobodys_address,
    )
    .execute(conn)
    .await?;
    Ok(())
}

/// Whether there was an account of this id.
pub async fn is_deleted(conn: &mut PgConnection, id: UserId) -> sqlx::Result<bool> {
    sqlx::query_scalar!(
        r#"select exists (select from users where id = $1 and status = 'deleted') as "deleted!""#,
        id.as_uuid(),
    )
    .fetch_one(conn)
    .await
}

/// Which accounts to list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Filter {
    /// Those of one of these roles.
    pub roles: Vec<Role>,
    /// Those of this status; all but the deleted where there is none.
    pub status: Option<UserStatus>,
    /// Those whom somebody teaches or who teach somebody, or the others.
    pub linked: Option<bool>,
}

/// Accounts by id, after the one given.
pub async fn list(
    conn: &mut PgConnection,
    filter: &Filter,
    after: Option<UserId>,
    limit: i64,
) -> sqlx::Result<Vec<User>> {
    let roles: Vec<_> = filter.roles.iter().map(|role| role.as_str().to_owned()).collect();
    let rows = sqlx::query!(
        r#"select id as "id: UserId", role, status, interface_language, time_zone, epoch, rev, created_at
           from users
           where role = any($1) and ($2::text is null and status <> 'deleted' or status = $2)
             and ($3::bool is null
                  or exists (select from teacher_students where teacher_id = users.id or student_id = users.id) = $3)
             and ($4::uuid is null or id > $4)
           order by id
           limit $5"#,
        &roles,
        filter.status.map(UserStatus::as_str),
        filter.linked,
        after.map(UserId::as_uuid),
        limit,
    )
    .fetch_all(conn)
    .await?;
    rows.into_iter()
        .map(|row| user!(Some(row)).and_then(|user: Option<User>| user.ok_or(sqlx::Error::RowNotFound)))
        .collect()
}

/// Shuts out the access tokens that there are; gives the epoch of those to come.
pub async fn raise_epoch(conn: &mut PgConnection, id: UserId) -> sqlx::Result<i64> {
    sqlx::query_scalar!("update users set epoch = epoch + 1 where id = $1 returning epoch", id.as_uuid())
        .fetch_one(conn)
        .await
}

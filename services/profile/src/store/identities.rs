use crate::credentials::blind_index::BlindIndex;
use chrono::{DateTime, Utc};
use ids::{IdentityId, UserId};
use sqlx::PgConnection;

/// An identity at a provider that belongs to an account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LinkedIdentity {
    /// Which.
    pub id: IdentityId,
    /// Whose.
    pub user_id: UserId,
    /// By which name the provider was configured.
    pub provider: String,
    /// Since when it logs them in.
    pub linked_at: DateTime<Utc>,
    /// When it last did.
    pub last_used_at: Option<DateTime<Utc>>,
}

/// What a log-in finds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// Which.
    pub id: IdentityId,
    /// Whose.
    pub user_id: UserId,
}

/// The link of an identity that has one of these digests.
pub async fn find(conn: &mut PgConnection, indexes: &[Vec<u8>]) -> sqlx::Result<Option<Found>> {
    sqlx::query_as!(
        Found,
        r#"select id as "id: IdentityId", user_id as "user_id: UserId"
           from identities where subject_index = any($1)"#,
        indexes,
    )
    .fetch_optional(conn)
    .await
}

/// Links an identity to an account. Not if it belongs to one already, or the account has another of this provider; of two
/// who link it at once, one does.
pub async fn insert(
    conn: &mut PgConnection,
    new: &LinkedIdentity,
    index: &BlindIndex,
    indexes: &[Vec<u8>],
) -> sqlx::Result<bool> {
    let inserted = sqlx::query!(
        "insert into identities (id, user_id, provider, subject_index, subject_index_key, linked_at)
         select $1, $2, $3, $4, $5, $6
         where not exists (select from identities where subject_index = any($7))
         on conflict do nothing",
        new.id.as_uuid(),
        new.user_id.as_uuid(),
        new.provider,
        index.digest.as_slice(),
        index.key_id,
        new.linked_at,
        indexes,
    )
    .execute(conn)
    .await?;
    Ok(inserted.rows_affected() == 1)
}

/// Notes that it logs its user in, and keeps its digest under today's key. Not if it is linked no longer.
pub async fn note_use(
    conn: &mut PgConnection,
    id: IdentityId,
    index: &BlindIndex,
    now: DateTime<Utc>,
) -> sqlx::Result<bool> {
    let noted = sqlx::query!(
        "update identities set last_used_at = $2, subject_index = $3, subject_index_key = $4 where id = $1",
        id.as_uuid(),
        now,
        index.digest.as_slice(),
        index.key_id,
    )
    .execute(conn)
    .await?;
    Ok(noted.rows_affected() == 1)
}

/// The identities of an account, the oldest link first.
pub async fn of_user(conn: &mut PgConnection, user: UserId) -> sqlx::Result<Vec<LinkedIdentity>> {
    sqlx::query_as!(
        LinkedIdentity,
        r#"select id as "id: IdentityId", user_id as "user_id: UserId", provider, linked_at, last_used_at
           from identities where user_id = $1 order by linked_at, id"#,
        user.as_uuid(),
    )
    .fetch_all(conn)
    .await
}

/// Takes the link of an account away; what it was, if there was one.
pub async fn remove(
    conn: &mut PgConnection,
    id: IdentityId,
    user: UserId,
) -> sqlx::Result<Option<LinkedIdentity>> {
    sqlx::query_as!(
        LinkedIdentity,
        r#"delete from identities where id = $1 and user_id = $2
           returning id as "id: IdentityId", user_id as "user_id: UserId", provider, linked_at, last_used_at"#,
        id.as_uuid(),
        user.as_uuid(),
    )
    .fetch_optional(conn)
    .await
}

/// Takes every link of an account away, so that another account may have them.
pub async fn remove_all(conn: &mut PgConnection, user: UserId) -> sqlx::Result<()> {
    sqlx::query!("delete from identities where user_id = $1", user.as_uuid()).execute(conn).await?;
    Ok(())
}

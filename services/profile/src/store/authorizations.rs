use crate::domain::identity::AWAY;
use chrono::{DateTime, Utc};
use ids::{DeviceId, SessionId, UserId};
use sqlx::PgConnection;

/// What somebody was sent to a provider for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// To log in on this device.
    LogIn(DeviceId),
    /// To link who they are there to the account of this session.
    Link(UserId, SessionId),
}

/// Somebody who is away.
pub struct NewAuthorization<'a> {
    /// Of the token that the client got.
    pub token_digest: [u8; 32],
    /// Where they are.
    pub provider: &'a str,
    /// What for.
    pub purpose: Purpose,
}

/// Somebody who is back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Taken {
    /// Where they were.
    pub provider: String,
    /// The device that their session is to be bound to.
    pub device: Option<DeviceId>,
}

/// Somebody leaves.
pub async fn insert(
    conn: &mut PgConnection,
    new: &NewAuthorization<'_>,
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    let (device, user, session) = match new.purpose {
        Purpose::LogIn(device) => (Some(device.as_uuid()), None, None),
        Purpose::Link(user, session) => (None, Some(user.as_uuid()), Some(session.as_uuid())),
    };
    sqlx::query!(
        "insert into authorizations (token_digest, provider, device_id, user_id, session_id, expires_at)
         values ($1, $2, $3, $4, $5, $6)",
        new.token_digest.as_slice(),
        new.provider,
        device,
        user,
        session,
        now + AWAY,
    )
    .execute(conn)
    .await?;
    Ok(())
}

/// Takes away what was begun with this token, by this session or by nobody: of all who come back with it, one gets it, once,
/// whatever becomes of it.
pub async fn take(
    conn: &mut PgConnection,
    token_digest: &[u8],
    by: Option<(UserId, SessionId)>,
    now: DateTime<Utc>,
) -> sqlx::Result<Option<Taken>> {
    sqlx::query_as!(
        Taken,
        r#"delete from authorizations
           where token_digest = $1 and expires_at > $2
             and user_id is not distinct from $3 and session_id is not distinct from $4
           returning provider, device_id as "device: DeviceId""#,
        token_digest,
        now,
        by.map(|(user, _)| user.as_uuid()),
        by.map(|(_, session)| session.as_uuid()),
    )
    .fetch_optional(conn)
    .await
}

/// Forgets that somebody is away to link an identity.
pub async fn forget(conn: &mut PgConnection, user: UserId) -> sqlx::Result<()> {
    sqlx::query!("delete from authorizations where user_id = $1", user.as_uuid()).execute(conn).await?;
    Ok(())
}

/// Forgets those who did not come back in time.
pub async fn sweep(conn: &mut PgConnection, now: DateTime<Utc>) -> sqlx::Result<u64> {
    let over = sqlx::query!("delete from authorizations where expires_at <= $1", now).execute(conn).await?;
    Ok(over.rows_affected())
}

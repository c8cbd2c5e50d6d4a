use crate::{
    credentials::RefreshGrant,
    domain::{
        Origin, second_factor,
        session::{self, Found},
    },
};
use chrono::{DateTime, Utc};
use events::profile::{Platform, RevocationReason, Role};
use ids::{DeviceId, SessionId, UserId};
use sqlx::PgConnection;

/// A session that begins.
pub struct NewSession {
    /// Which.
    pub id: SessionId,
    /// Whose.
    pub user_id: UserId,
    /// The device that its tokens are bound to, if the client named one.
    pub device: Option<DeviceId>,
    /// Where it begins.
    pub origin: Origin,
    /// The digest of its secret.
    pub secret_digest: [u8; 32],
    /// Whether it passed a second factor.
    pub second_factor: bool,
}

/// The sessions that a user had before the one that begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Before {
    /// Whether there was any.
    pub any: bool,
    /// Whether one was from the same device.
    pub from_device: bool,
}

/// A session that goes on, and what its next access token says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Live {
    /// Which.
    pub id: SessionId,
    /// Whose.
    pub user_id: UserId,
    /// What they may do.
    pub role: Role,
    /// Access tokens below it are refused.
    pub epoch: i64,
    /// The current generation.
    pub generation: i64,
    /// When they last proved who they are.
    pub authenticated_at: DateTime<Utc>,
    /// Whether the log-in passed a second factor.
    pub second_factor: bool,
    /// Until when, unless it is used again before.
    pub expires_at: DateTime<Utc>,
}

impl Live {
    /// Whether it may have access tokens of its role: those of administrators are for sessions with a second factor alone.
    pub fn is_proved_enough(&self) -> bool {
        self.second_factor || !second_factor::is_required_of(self.role)
    }
}

/// A session that goes on, as its owner recognises it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    /// Which.
    pub id: SessionId,
    /// What kind of client it is.
    pub platform: Platform,
    /// A browser and a system.
    pub device_name: Option<String>,
    /// Roughly where it began.
    pub place: Option<String>,
    /// When they last proved who they are.
    pub authenticated_at: DateTime<Utc>,
    /// When its tokens were last renewed.
    pub last_used_at: DateTime<Utc>,
    /// Until when, unless it is used again before.
    pub expires_at: DateTime<Utc>,
}

/// A session that was revoked just now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Revoked {
    /// Which.
    pub id: SessionId,
    /// Whose.
    pub user_id: UserId,
    /// The user's epoch, which did not change.
    pub epoch: i64,
    /// The device that its tokens were bound to; the session's own id if to none.
    pub device_id: DeviceId,
    /// The revision.
    pub rev: i64,
}

/// The device that stands for "none" in the row, and in facts.
pub fn unbound(session: SessionId) -> DeviceId {
    DeviceId::new(session.as_uuid())
}

/// Begins a session at generation 0. What there was before comes of the same statement, which does not see its own row.
pub async fn insert(conn: &mut PgConnection, new: &NewSession, now: DateTime<Utc>) -> sqlx::Result<Before> {
    sqlx::query_as!(
        Before,
        r#"insert into sessions (id, user_id, device_id, platform, secret_digest, generation, rotated_at,
                               authenticated_at, expires_at, ends_at, rev, second_factor_at, device_name, place)
         values ($1, $2, $3, $4, $5, 0, $6, $6, $7, $8, 1, $9, $10, $11)
         returning exists (select from sessions where user_id = $2) as "any!",
                   exists (select from sessions where user_id = $2 and device_id = $3) as "from_device!""#,
        new.id.as_uuid(),
        new.user_id.as_uuid(),
        new.device.unwrap_or(unbound(new.id)).as_uuid(),
        new.origin.platform.as_str(),
        new.secret_digest.as_slice(),
        now,
        now + session::SLIDING,
        now + session::ABSOLUTE,
        new.second_factor.then_some(now),
        new.origin.device_name.as_ref().map(|name| name.as_str()),
        new.origin.place.as_str(),
    )
    .fetch_one(conn)
    .await
}

/// Every session of a user that goes on, the last used first.
pub async fn live_of(conn: &mut PgConnection, user: UserId, now: DateTime<Utc>) -> sqlx::Result<Vec<Listed>> {
    let rows = sqlx::query!(
        r#"select id as "id: SessionId", platform, device_name, place, authenticated_at, rotated_at, expires_at
           from sessions
           where user_id = $1 and revoked_at is null and expires_at > $2
           order by rotated_at desc, id desc"#,
        user.as_uuid(),
        now,
    )
    .fetch_all(conn)
    .await?;
    rows.into_iter()
        .map(|row| {
            Ok(Listed {
                id: row.id,
                platform: super::symbol(&row.platform)?,
                device_name: row.device_name,
                place: row.place,
                authenticated_at: row.authenticated_at,
                last_used_at: row.rotated_at,
                expires_at: row.expires_at,
            })
        })
        .collect()
}

/// Whether it is, or was, a session of this user.
pub async fn belongs_to(conn: &mut PgConnection, id: SessionId, user: UserId) -> sqlx::Result<bool> {
    sqlx::query_scalar!(
        r#"select exists (select from sessions where id = $1 and user_id = $2) as "belongs!""#,
        id.as_uuid(),
        user.as_uuid(),
    )
    .fetch_one(conn)
    .await
}

macro_rules! live {
    ($row:expr) => {
        $row.map(|row| {
            Ok(Live {
                id: row.id,
                user_id: row.user_id,
                role: super::symbol(&row.role)?,
                epoch: row.epoch,
                generation: row.generation,
                authenticated_at: row.authenticated_at,
                second_factor: row.second_factor,
                expires_at: row.expires_at,
            })
        })
        .transpose()
    };
}

/// Uses up a token: of all who present it at once, one gets the row. A session that is bound to no device yet is bound to
/// the one that asks.
pub async fn rotate(
    conn: &mut PgConnection,
    grant: &RefreshGrant,
    device: Option<DeviceId>,
    now: DateTime<Utc>,
) -> sqlx::Result<Option<Live>> {
    let secret_digest = grant.secret.digest();
    let row = sqlx::query!(
        r#"update sessions
           set generation = generation + 1, rotated_at = $5, expires_at = least($6, ends_at),
               device_id = coalesce($4, device_id)
           from users
           where sessions.id = $1 and secret_digest = $2 and generation = $3
             and (device_id = coalesce($4, sessions.id) or device_id = sessions.id)
             and revoked_at is null and expires_at > $5
             and users.id = user_id
           returning sessions.id as "id: SessionId", user_id as "user_id: UserId", role, epoch, generation,
                     authenticated_at, second_factor_at is not null as "second_factor!", expires_at"#,
        grant.session.as_uuid(),
        secret_digest.as_slice(),
        grant.generation,
        device.map(DeviceId::as_uuid),
        now,
        now + session::SLIDING,
    )
    .fetch_optional(conn)
    .await?;
    live!(row)
}

/// The session of a token that did not rotate it, locked, if the token is genuine.
pub async fn lock(
    conn: &mut PgConnection,
    grant: &RefreshGrant,
    now: DateTime<Utc>,
) -> sqlx::Result<Option<Found>> {
    let secret_digest = grant.secret.digest();
    let row = sqlx::query!(
        r#"select generation, rotated_at, nullif(device_id, id) as "device: DeviceId",
                  revoked_at is not null or expires_at <= $3 as "over!"
           from sessions
           where id = $1 and secret_digest = $2
           for update"#,
        grant.session.as_uuid(),
        secret_digest.as_slice(),
        now,
    )
    .fetch_optional(conn)
    .await?;
    Ok(row.map(|row| Found {
        generation: row.generation,
        rotated_at: row.rotated_at,
        device: row.device,
        over: row.over,
    }))
}

/// The session as it stands, if it goes on.
pub async fn live(conn: &mut PgConnection, id: SessionId, now: DateTime<Utc>) -> sqlx::Result<Option<Live>> {
    let row = sqlx::query!(
        r#"select sessions.id as "id: SessionId", user_id as "user_id: UserId", role, epoch, generation,
                  authenticated_at, second_factor_at is not null as "second_factor!", expires_at
           from sessions join users on users.id = user_id
           where sessions.id = $1 and revoked_at is null and expires_at > $2"#,
        id.as_uuid(),
        now,
    )
    .fetch_optional(conn)
    .await?;
    live!(row)
}

/// Ends a session for good, unless it was revoked before.
pub async fn revoke(
    conn: &mut PgConnection,
    id: SessionId,
    reason: RevocationReason,
    now: DateTime<Utc>,
) -> sqlx::Result<Option<Revoked>> {
    sqlx::query_as!(
        Revoked,
        r#"update sessions
           set revoked_at = $3, revocation = $2, rev = sessions.rev + 1
           from users
           where sessions.id = $1 and revoked_at is null and users.id = user_id
           returning sessions.id as "id: SessionId", user_id as "user_id: UserId", epoch,
                     device_id as "device_id: DeviceId", sessions.rev"#,
        id.as_uuid(),
        reason.as_str(),
        now,
    )
    .fetch_optional(conn)
    .await
}

/// Ends every session of a user that passed no second factor: those of one who becomes an administrator. Their access
/// tokens end by the user's epoch.
pub async fn revoke_without_second_factor(
    conn: &mut PgConnection,
    user: UserId,
    reason: RevocationReason,
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    sqlx::query!(
        "update sessions set revoked_at = $3, revocation = $2, rev = rev + 1
         where user_id = $1 and revoked_at is null and second_factor_at is null",
        user.as_uuid(),
        reason.as_str(),
        now,
    )
    .execute(conn)
    .await?;
    Ok(())
}

/// Takes one of the attempts that a session has to prove anew who its user is, before it is known what comes of it.
pub async fn take_attempt(conn: &mut PgConnection, id: SessionId) -> sqlx::Result<bool> {
    let taken = sqlx::query!(
        "update sessions set wrong_proofs = wrong_proofs + 1 where id = $1 and wrong_proofs < $2",
        id.as_uuid(),
        second_factor::WRONG_PROOFS,
    )
    .execute(conn)
    .await?;
    Ok(taken.rows_affected() == 1)
}

/// Notes that the user proved anew who they are. Every attempt is there again.
pub async fn authenticate_anew(
    conn: &mut PgConnection,
    id: SessionId,
    now: DateTime<Utc>,
) -> sqlx::Result<Option<Live>> {
    sqlx::query!(
        "update sessions set authenticated_at = $2, wrong_proofs = 0 where id = $1",
        id.as_uuid(),
        now
    )
    .execute(&mut *conn)
    .await?;
    live(conn, id, now).await
}

/// Ends every session of a user but this one. By id, so that two such changes never wait for each other in a ring.
pub async fn revoke_others(
    conn: &mut PgConnection,
    user: UserId,
    kept: SessionId,
    reason: RevocationReason,
    now: DateTime<Utc>,
) -> sqlx::Result<Vec<Revoked>> {
    sqlx::query_as!(
        Revoked,
        r#"with doomed as (
               select id from sessions
               where user_id = $1 and id <> $2 and revoked_at is null and expires_at > $4
               order by id
               for update
           )
           update sessions
           set revoked_at = $4, revocation = $3, rev = sessions.rev + 1
           from users, doomed
           where sessions.id = doomed.id and users.id = sessions.user_id
           returning sessions.id as "id: SessionId", user_id as "user_id: UserId", epoch,
                     device_id as "device_id: DeviceId", sessions.rev"#,
        user.as_uuid(),
        kept.as_uuid(),
        reason.as_str(),
        now,
    )
    .fetch_all(conn)
    .await
}

/// Ends every session of a user.
pub async fn revoke_all(
    conn: &mut PgConnection,
    user: UserId,
    reason: RevocationReason,
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    sqlx::query!(
        "update sessions set revoked_at = $3, revocation = $2, rev = rev + 1
         where user_id = $1 and revoked_at is null",
        user.as_uuid(),
        reason.as_str(),
        now,
    )
    .execute(conn)
    .await?;
    Ok(())
}

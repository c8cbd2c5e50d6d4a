use crate::{credentials::passkey::Ceremony, domain::second_factor};
use chrono::{DateTime, Utc};
use events::profile::Platform;
use ids::{ChallengeId, DeviceId, SessionId, UserId};
use serde_json::Value;
use sqlx::PgConnection;

/// A log-in that begins to wait.
pub struct NewChallenge {
    /// Which.
    pub id: ChallengeId,
    /// Whose.
    pub user_id: UserId,
    /// The user's epoch: what raises it ends the challenge.
    pub epoch: i64,
    /// Of the token that the client gets.
    pub token_digest: [u8; 32],
    /// The device that the session is to be bound to.
    pub device: Option<DeviceId>,
    /// What runs on it.
    pub platform: Platform,
}

/// A log-in that waits, or one that was passed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Challenge {
    /// Which.
    pub id: ChallengeId,
    /// Whose.
    pub user_id: UserId,
    /// The device that the session is to be bound to.
    pub device: Option<DeviceId>,
    /// What runs on it.
    pub platform: Platform,
    /// The user's epoch when it began.
    pub epoch: i64,
    /// Until when it can be passed.
    pub expires_at: DateTime<Utc>,
    /// The answer that passed, and the session that came of it.
    pub passed: Option<Passed>,
}

/// What came of a challenge.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passed {
    /// Of the answer.
    pub answer_digest: Vec<u8>,
    /// What it began.
    pub session: SessionId,
}

/// Begins to wait.
pub async fn insert(conn: &mut PgConnection, new: &NewChallenge, now: DateTime<Utc>) -> sqlx::Result<()> {
    sqlx::query!(
        "insert into log_in_challenges (id, user_id, token_digest, device_id, platform, begun_at, expires_at, epoch)
         values ($1, $2, $3, $4, $5, $6, $7, $8)",
        new.id.as_uuid(),
        new.user_id.as_uuid(),
        new.token_digest.as_slice(),
        new.device.map(DeviceId::as_uuid),
        new.platform.as_str(),
        now,
        now + second_factor::WAITS,
        new.epoch,
    )
    .execute(conn)
    .await?;
    Ok(())
}

/// The challenge of this id and token, locked, unless it is too old or was answered wrongly too often.
pub async fn lock(
    conn: &mut PgConnection,
    id: ChallengeId,
    token_digest: &[u8],
    now: DateTime<Utc>,
) -> sqlx::Result<Option<Challenge>> {
    let row = sqlx::query!(
        r#"select id as "id: ChallengeId", user_id as "user_id: UserId", device_id as "device_id: DeviceId", platform, epoch,
                  expires_at, answer_digest, session_id as "session_id: SessionId"
           from log_in_challenges
           where id = $1 and token_digest = $2 and expires_at > $3 and wrong_answers < $4
           for update"#,
        id.as_uuid(),
        token_digest,
        now,
        second_factor::WRONG_ANSWERS,
    )
    .fetch_optional(conn)
    .await?;
    row.map(|row| {
        Ok(Challenge {
            id: row.id,
            user_id: row.user_id,
            device: row.device_id,
            platform: super::symbol(&row.platform)?,
            epoch: row.epoch,
            expires_at: row.expires_at,
            passed: row
                .answer_digest
                .zip(row.session_id)
                .map(|(answer_digest, session)| Passed { answer_digest, session }),
        })
    })
    .transpose()
}

/// Notes what passed it.
pub async fn pass(
    conn: &mut PgConnection,
    id: ChallengeId,
    answer_digest: &[u8],
    session: SessionId,
) -> sqlx::Result<()> {
    sqlx::query!(
        "update log_in_challenges set answer_digest = $2, session_id = $3 where id = $1",
        id.as_uuid(),
        answer_digest,
        session.as_uuid(),
    )
    .execute(conn)
    .await?;
    Ok(())
}

/// What a passkey is asked, to finish a log-in.
#[derive(Clone)]
pub struct AskedForPasskey {
    /// For the device.
    pub options: Value,
    /// Until when it is waited for.
    pub until: DateTime<Utc>,
}

/// Asks for a passkey; what was asked before holds no more.
pub async fn ask_for_passkey(
    conn: &mut PgConnection,
    id: ChallengeId,
    ceremony: &Ceremony,
    until: DateTime<Utc>,
) -> sqlx::Result<()> {
    sqlx::query!(
        "update log_in_challenges set passkey_options = $2, passkey_state = $3, passkey_until = $4 where id = $1",
        id.as_uuid(),
        ceremony.options,
        ceremony.state,
        until,
    )
    .execute(conn)
    .await?;
    Ok(())
}

/// What was asked of a passkey and waits for an answer.
pub async fn asked_for_passkey(
    conn: &mut PgConnection,
    id: ChallengeId,
    now: DateTime<Utc>,
) -> sqlx::Result<Option<AskedForPasskey>> {
    sqlx::query_as!(
        AskedForPasskey,
        r#"select passkey_options as "options!", passkey_until as "until!"
           from log_in_challenges where id = $1 and passkey_until > $2"#,
        id.as_uuid(),
        now,
    )
    .fetch_optional(conn)
    .await
}

/// Uses up what was asked: what the answer is checked against, unless its time is over.
pub async fn use_up_passkey(
    conn: &mut PgConnection,
    id: ChallengeId,
    now: DateTime<Utc>,
) -> sqlx::Result<Option<Value>> {
    let asked = sqlx::query_scalar!(
        r#"with asked as (select passkey_state from log_in_challenges where id = $1 and passkey_until > $2)
           update log_in_challenges set passkey_options = null, passkey_state = null, passkey_until = null
           from asked where id = $1
           returning asked.passkey_state as "state!""#,
        id.as_uuid(),
        now,
    )
    .fetch_optional(conn)
    .await?;
    Ok(asked)
}

/// Counts a wrong answer.
pub async fn count_wrong_answer(conn: &mut PgConnection, id: ChallengeId) -> sqlx::Result<()> {
    sqlx::query!(
        "update log_in_challenges set wrong_answers = wrong_answers + 1 where id = $1",
        id.as_uuid()
    )
    .execute(conn)
    .await?;
    Ok(())
}

/// Forgets the challenges, and the enrolments without a first code, whose time is over.
pub async fn sweep(conn: &mut PgConnection, now: DateTime<Utc>) -> sqlx::Result<u64> {
    let challenges =
        sqlx::query!("delete from log_in_challenges where expires_at <= $1", now).execute(&mut *conn).await?;
    let enrolments = sqlx::query!(
        "delete from totp_factors where confirmed_at is null and begun_at <= $1",
        now - second_factor::WAITS,
    )
    .execute(conn)
    .await?;
    Ok(challenges.rows_affected() + enrolments.rows_affected())
}

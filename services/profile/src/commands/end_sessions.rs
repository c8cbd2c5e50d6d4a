//! A user ends sessions, or an administrator for them, or something that was done does.

use super::{
    audit::{self, Done},
    log_out::publish_revocation,
};
use crate::{
    App, Failure,
    store::{
        sessions::{self, Revoked},
        users,
    },
};
use events::profile::{RevocationReason, SessionRevoked};
use ids::{SessionId, UserId};
use sqlx::PgConnection;
use web::ApiError;

/// Ends one session of a user. One that is over already is no error; another's is not there.
pub async fn end_session(app: &App, user: UserId, session: SessionId) -> Result<(), Failure> {
    let mut transaction = app.pool.begin().await?;
    end_one(app, &mut transaction, user, session, RevocationReason::RevokedByUser).await?;
    transaction.commit().await?;
    app.relay.wake();
    Ok(())
}

/// As [`end_session`], by an administrator, which is noted.
pub async fn end_session_of(app: &App, user: UserId, session: SessionId, by: UserId) -> Result<(), Failure> {
    let mut transaction = app.pool.begin().await?;
    let revoked = end_one(app, &mut transaction, user, session, RevocationReason::RevokedByAdmin).await?;
    if revoked.is_some() {
        audit::note(app, &mut transaction, by, Some(user), Done::SessionEnded(session)).await?;
    }
    transaction.commit().await?;
    app.relay.wake();
    Ok(())
}

/// Ends every session of a user but this one.
pub async fn end_other_sessions(app: &App, user: UserId, kept: SessionId) -> Result<(), Failure> {
    let mut transaction = app.pool.begin().await?;
    end_others_within(app, &mut transaction, user, kept, RevocationReason::RevokedByUser).await?;
    transaction.commit().await?;
    app.relay.wake();
    Ok(())
}

/// Ends every session of a user.
pub async fn end_every_session(app: &App, user: UserId) -> Result<(), Failure> {
    let mut transaction = app.pool.begin().await?;
    end_all(app, &mut transaction, user, RevocationReason::RevokedByUser).await?;
    transaction.commit().await?;
    app.relay.wake();
    Ok(())
}

/// As [`end_every_session`], by an administrator, which is noted. Where none goes on, nothing changes.
pub async fn end_every_session_of(app: &App, user: UserId, by: UserId) -> Result<(), Failure> {
    let mut transaction = app.pool.begin().await?;
    // Locked, so that no log-in comes between.
    users::lock(&mut transaction, user).await?.ok_or_else(|| ApiError::not_found("user", user))?;
    if sessions::live_of(&mut transaction, user, app.now()).await?.is_empty() {
        return Ok(());
    }
    end_all(app, &mut transaction, user, RevocationReason::RevokedByAdmin).await?;
    audit::note(app, &mut transaction, by, Some(user), Done::SessionsEnded).await?;
    transaction.commit().await?;
    app.relay.wake();
    Ok(())
}

/// The session, unless it was over.
async fn end_one(
    app: &App,
    conn: &mut PgConnection,
    user: UserId,
    session: SessionId,
    reason: RevocationReason,
) -> Result<Option<Revoked>, Failure> {
    if !sessions::belongs_to(conn, session, user).await? {
        return Err(ApiError::not_found("session", session).into());
    }
    let revoked = sessions::revoke(conn, session, reason, app.now()).await?;
    tell(app, conn, revoked.as_slice(), reason).await?;
    Ok(revoked)
}

/// As [`end_other_sessions`], as a part of something else.
pub(super) async fn end_others_within(
    app: &App,
    conn: &mut PgConnection,
    user: UserId,
    kept: SessionId,
    reason: RevocationReason,
) -> Result<(), Failure> {
    let revoked = sessions::revoke_others(conn, user, kept, reason, app.now()).await?;
    tell(app, conn, &revoked, reason).await
}

/// As [`end_every_session`], as a part of something else. One fact is enough: tokens of a lower epoch are refused.
pub(super) async fn end_all(
    app: &App,
    conn: &mut PgConnection,
    user_id: UserId,
    reason: RevocationReason,
) -> Result<(), Failure> {
    let now = app.now();
    let epoch = users::raise_epoch(conn, user_id).await?;
    sessions::revoke_all(conn, user_id, reason, now).await?;
    let rev = users::next_rev(conn, user_id).await?;
    let fact = SessionRevoked { user_id, session_id: None, epoch, reason, revoked_at: now };
    app.publish(conn, user_id, rev, fact).await
}

async fn tell(
    app: &App,
    conn: &mut PgConnection,
    revoked: &[Revoked],
    reason: RevocationReason,
) -> Result<(), Failure> {
    for session in revoked {
        publish_revocation(app, conn, session, reason, app.now()).await?;
    }
    Ok(())
}

use crate::{
    App, Failure,
    credentials::RefreshGrant,
    store::sessions::{self, Revoked},
};
use chrono::{DateTime, Utc};
use events::profile::{RevocationReason, SessionRevoked};
use ids::SessionId;
use secrecy::SecretString;
use sqlx::PgConnection;

/// Ends a session. Ending it again changes nothing and publishes nothing.
pub async fn log_out(app: &App, session: SessionId) -> Result<(), Failure> {
    let now = app.now();
    let mut transaction = app.pool.begin().await?;
    let revoked = sessions::revoke(&mut transaction, session, RevocationReason::LoggedOut, now).await?;
    if let Some(revoked) = revoked {
        publish_revocation(app, &mut transaction, &revoked, RevocationReason::LoggedOut, now).await?;
        transaction.commit().await?;
        app.relay.wake();
    }
    Ok(())
}

/// Ends the session of a refresh token, if it is one.
pub async fn log_out_with(app: &App, token: &SecretString) -> Result<(), Failure> {
    let Ok(grant) = RefreshGrant::open(token, &app.keys.refresh.now()) else { return Ok(()) };
    let genuine = sessions::lock(&mut *app.pool.acquire().await?, &grant, app.now()).await?.is_some();
    if genuine { log_out(app, grant.session).await } else { Ok(()) }
}

/// Tells every service to refuse the access tokens of a session.
pub(super) async fn publish_revocation(
    app: &App,
    conn: &mut PgConnection,
    revoked: &Revoked,
    reason: RevocationReason,
    now: DateTime<Utc>,
) -> Result<(), Failure> {
    let fact = SessionRevoked {
        user_id: revoked.user_id,
        session_id: Some(revoked.id),
        epoch: revoked.epoch,
        reason,
        revoked_at: now,
    };
    app.publish(conn, revoked.id, revoked.rev, fact).await
}

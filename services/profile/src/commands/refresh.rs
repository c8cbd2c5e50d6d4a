//! Rotation: a used token is gone for good, and whoever brings it again is a thief, unless it is the loser of a race.

use crate::{
    App, Failure,
    commands::{Tokens, log_out::publish_revocation},
    credentials::RefreshGrant,
    domain::session::Judgement,
    store::sessions::{self, Revoked},
};
use chrono::{DateTime, Utc};
use events::profile::{RevocationReason, TokenReuseDetected};
use ids::DeviceId;
use secrecy::SecretString;
use sqlx::PgConnection;
use web::ApiError;

/// Gives the successor of a refresh token, with a new access token.
pub async fn refresh(app: &App, token: &SecretString, device: Option<DeviceId>) -> Result<Tokens, Failure> {
    let grant = RefreshGrant::open(token, &app.keys.refresh.now()).map_err(|_| refused())?;
    let now = app.now();
    let rotated = sessions::rotate(&mut *app.pool.acquire().await?, &grant, device, now).await?;
    match rotated {
        Some(session) => Tokens::issue(app, session, &grant.next()),
        None => second_use(app, &grant, device, now).await,
    }
}

/// A genuine token that is not the current one of its session, or of a session that is over.
async fn second_use(
    app: &App,
    grant: &RefreshGrant,
    device: Option<DeviceId>,
    now: DateTime<Utc>,
) -> Result<Tokens, Failure> {
    let mut transaction = app.pool.begin().await?;
    let found = sessions::lock(&mut transaction, grant, now).await?.ok_or_else(refused)?;
    match found.judge(grant.generation, device, now) {
        Judgement::SameSuccessor => {
            let session = sessions::live(&mut transaction, grant.session, now).await?.ok_or_else(refused)?;
            Tokens::issue(app, session, &grant.next())
        }
        Judgement::Stolen => {
            revoke_family(app, &mut transaction, grant, now).await?;
            transaction.commit().await?;
            app.relay.wake();
            Err(refused().into())
        }
        Judgement::Refused => Err(refused().into()),
    }
}

async fn revoke_family(
    app: &App,
    conn: &mut PgConnection,
    grant: &RefreshGrant,
    now: DateTime<Utc>,
) -> Result<(), Failure> {
    let revoked = sessions::revoke(conn, grant.session, RevocationReason::TokenReuse, now).await?;
    let Some(revoked) = revoked else { return Ok(()) };
    app.publish(conn, revoked.id, revoked.rev, reuse(&revoked, now)).await?;
    publish_revocation(app, conn, &revoked, RevocationReason::TokenReuse, now).await
}

fn reuse(revoked: &Revoked, now: DateTime<Utc>) -> TokenReuseDetected {
    TokenReuseDetected {
        user_id: revoked.user_id,
        session_id: revoked.id,
        device_id: revoked.device_id,
        detected_at: now,
    }
}

/// One answer for every kind of wrong token.
fn refused() -> ApiError {
    ApiError::invalid_token()
}

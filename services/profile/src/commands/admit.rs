//! What the first proof of who somebody is leads to, whatever that proof was.

use super::{
    log_in::{Challenged, LoggedIn},
    open_session::{Opening, open_session},
};
use crate::{
    App, Failure,
    credentials::{ChallengeToken, SessionSecret},
    domain::{
        Origin,
        second_factor::{self, Method},
    },
    store::{
        challenges::{self, NewChallenge},
        totp_factors,
        users::User,
    },
};
use chrono::{DateTime, Utc};
use ids::{ChallengeId, DeviceId};
use sqlx::PgConnection;

/// Somebody at the door.
pub(super) struct Arrival<'a> {
    /// The device that the session is to be bound to, if the client names one.
    pub(super) device: Option<DeviceId>,
    /// Where from.
    pub(super) origin: &'a Origin,
    /// The secret of the session, if one begins at once.
    pub(super) secret: SessionSecret,
}

/// Begins a session of a user, whom the transaction has locked, or asks for their second factor.
pub(super) async fn admit(
    app: &App,
    conn: &mut PgConnection,
    user: &User,
    arrival: Arrival<'_>,
    now: DateTime<Utc>,
) -> Result<LoggedIn, Failure> {
    let held = totp_factors::held(conn, user.id).await?;
    let methods = second_factor::demanded(user.role, held);
    if !methods.is_empty() {
        return Ok(LoggedIn::Challenged(challenge(app, conn, user, &arrival, methods, now).await?));
    }
    let opening = Opening {
        device: arrival.device,
        origin: arrival.origin.clone(),
        secret: arrival.secret,
        second_factor: false,
    };
    Ok(LoggedIn::In(open_session(app, conn, user, opening, now).await?))
}

/// Lets the log-in wait for a second factor. Nothing can be done with it but to bring that.
async fn challenge(
    app: &App,
    conn: &mut PgConnection,
    user: &User,
    arrival: &Arrival<'_>,
    methods: Vec<Method>,
    now: DateTime<Utc>,
) -> Result<Challenged, Failure> {
    let token = ChallengeToken::new(app.random.array());
    let new = NewChallenge {
        id: ChallengeId::v7(now, app.random.array()),
        user_id: user.id,
        epoch: user.epoch,
        token_digest: token.digest(),
        device: arrival.device,
        platform: arrival.origin.platform,
    };
    challenges::insert(conn, &new, now).await?;
    Ok(Challenged { id: new.id, token: token.text(), methods, expires_at: now + second_factor::WAITS })
}

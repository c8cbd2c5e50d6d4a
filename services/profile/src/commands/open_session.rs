use crate::{
    App, Failure,
    commands::Tokens,
    credentials::{RefreshGrant, SessionSecret},
    domain::session,
    store::{
        sessions::{self, Live, NewSession},
        users::User,
    },
};
use chrono::{DateTime, Utc};
use events::profile::{LoginSucceeded, Platform};
use ids::{DeviceId, SessionId};
use sqlx::PgConnection;

/// A session that everything has been shown for.
pub(super) struct Opening {
    /// The device that it is to be bound to, if the client names one.
    pub device: Option<DeviceId>,
    /// What runs on it.
    pub platform: Platform,
    /// Its secret.
    pub secret: SessionSecret,
    /// Whether a second factor was among what was shown.
    pub second_factor: bool,
}

/// Begins a session of a user, whom the transaction has locked, and tells of it.
pub(super) async fn open_session(
    app: &App,
    conn: &mut PgConnection,
    user: &User,
    opening: Opening,
    now: DateTime<Utc>,
) -> Result<Tokens, Failure> {
    let new = NewSession {
        id: SessionId::v7(now, app.random.array()),
        user_id: user.id,
        device: opening.device,
        platform: opening.platform,
        secret_digest: opening.secret.digest(),
        second_factor: opening.second_factor,
    };
    let known_device = match new.device {
        Some(device) => sessions::knows_device(conn, user.id, device).await?,
        None => false,
    };
    sessions::insert(conn, &new, now).await?;
    app.publish(conn, new.id, 1, login_succeeded(&new, known_device, now)).await?;

    let grant = RefreshGrant { session: new.id, generation: 0, secret: opening.secret };
    Tokens::issue(app, live(&new, user, now), &grant)
}

fn login_succeeded(new: &NewSession, known_device: bool, now: DateTime<Utc>) -> LoginSucceeded {
    LoginSucceeded {
        user_id: new.user_id,
        session_id: new.id,
        device_id: new.device.unwrap_or(sessions::unbound(new.id)),
        platform: new.platform,
        known_device,
        logged_in_at: now,
    }
}

fn live(new: &NewSession, user: &User, now: DateTime<Utc>) -> Live {
    Live {
        id: new.id,
        user_id: user.id,
        role: user.role,
        epoch: user.epoch,
        generation: 0,
        authenticated_at: now,
        second_factor: new.second_factor,
        expires_at: now + session::SLIDING,
    }
}

use crate::{
    App, Failure,
    commands::Tokens,
    credentials::{RefreshGrant, SessionSecret},
    domain::{Origin, session},
    store::{
        sessions::{self, Live, NewSession},
        users::User,
    },
};
use chrono::{DateTime, Utc};
use events::profile::{LoginSucceeded, NewDeviceSeen};
use ids::{DeviceId, SessionId};
use sqlx::PgConnection;

/// A session that everything has been shown for.
pub(super) struct Opening {
    /// The device that it is to be bound to, if the client names one.
    pub device: Option<DeviceId>,
    /// Where it begins.
    pub origin: Origin,
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
        origin: opening.origin,
        secret_digest: opening.secret.digest(),
        second_factor: opening.second_factor,
    };
    let before = sessions::insert(conn, &new, now).await?;
    app.publish(conn, new.id, 1, login_succeeded(&new, before.from_device, now)).await?;
    if let Some(device) = new.device.filter(|_| before.any && !before.from_device) {
        app.publish(conn, new.id, 1, new_device_seen(&new, device, now)).await?;
    }

    let grant = RefreshGrant { session: new.id, generation: 0, secret: opening.secret };
    Tokens::issue(app, live(&new, user, now), &grant)
}

fn login_succeeded(new: &NewSession, known_device: bool, now: DateTime<Utc>) -> LoginSucceeded {
    LoginSucceeded {
        user_id: new.user_id,
        session_id: new.id,
        device_id: new.device.unwrap_or(sessions::unbound(new.id)),
        platform: new.origin.platform,
        known_device,
        logged_in_at: now,
    }
}

fn new_device_seen(new: &NewSession, device_id: DeviceId, now: DateTime<Utc>) -> NewDeviceSeen {
    NewDeviceSeen {
        user_id: new.user_id,
        session_id: new.id,
        device_id,
        platform: new.origin.platform,
        seen_at: now,
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

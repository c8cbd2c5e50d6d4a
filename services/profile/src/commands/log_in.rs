use crate::{
    App, Failure,
    commands::Tokens,
    credentials::{RefreshGrant, SessionSecret, blind_index, blind_index::BlindIndex, passwords::Verdict},
    domain::{EmailAddress, Password, session},
    store::{
        sessions::{self, Live, NewSession},
        users::{self, Credentials, User},
    },
};
use chrono::{DateTime, Utc};
use events::profile::{LoginSucceeded, Platform};
use ids::{DeviceId, SessionId};
use sqlx::PgConnection;
use web::ApiError;

/// Who wants in, and from where.
#[derive(Debug, Clone)]
pub struct LogIn {
    /// The address of the account.
    pub email: EmailAddress,
    /// Its password.
    pub password: Password,
    /// The device that the session is to be bound to, if the client names one.
    pub device: Option<DeviceId>,
    /// What runs on it.
    pub platform: Platform,
}

/// Begins a session. An unknown address and a wrong password are refused alike, after the same work.
pub async fn log_in(app: &App, who: &LogIn) -> Result<Tokens, Failure> {
    let addresses = blind_index::addresses(&who.email, &app.keys.email_index.now());
    let found = users::credentials(&mut *app.pool.acquire().await?, &addresses).await?;
    let stored = found.as_ref().map(|credentials| credentials.password_hash.as_str());
    let verdict = app.passwords.check(&who.password, stored).await?;

    let credentials = match (found, verdict) {
        (Some(credentials), Verdict::Right) => credentials,
        (Some(credentials), Verdict::RightAtOldCost) => rehash(app, who, credentials).await?,
        _ => return Err(ApiError::bad_credentials().into()),
    };
    begin_session(app, who, &credentials).await
}

/// Hashes the password anew at today's cost, now that it is known.
async fn rehash(app: &App, who: &LogIn, old: Credentials) -> Result<Credentials, Failure> {
    let password_hash = app.passwords.hash(&who.password, app.random.array()).await?;
    users::replace_password_hash(&mut *app.pool.acquire().await?, &old, &password_hash).await?;
    Ok(Credentials { password_hash, ..old })
}

async fn begin_session(app: &App, who: &LogIn, checked: &Credentials) -> Result<Tokens, Failure> {
    let now = app.now();
    let secret = SessionSecret::new(app.random.array());
    let new = NewSession {
        id: SessionId::v7(now, app.random.array()),
        user_id: checked.id,
        device: who.device,
        platform: who.platform,
        secret_digest: secret.digest(),
    };

    let mut transaction = app.pool.begin().await?;
    let user =
        users::lock_for_log_in(&mut transaction, checked).await?.ok_or_else(ApiError::bad_credentials)?;
    refresh_address(app, &mut transaction, who, checked).await?;
    let known_device = match who.device {
        Some(device) => sessions::knows_device(&mut transaction, user.id, device).await?,
        None => false,
    };
    sessions::insert(&mut transaction, &new, now).await?;
    app.publish(&mut transaction, new.id, 1, login_succeeded(&new, known_device, now)).await?;
    transaction.commit().await?;
    app.relay.wake();

    let grant = RefreshGrant { session: new.id, generation: 0, secret };
    Tokens::issue(app, live(&new, &user, now), &grant)
}

/// While the key of the blind index rotates, every log-in moves its account to the new key.
async fn refresh_address(
    app: &App,
    conn: &mut PgConnection,
    who: &LogIn,
    checked: &Credentials,
) -> Result<(), Failure> {
    let index = BlindIndex::of_address(&who.email, &app.keys.email_index.now());
    if index.key_id != checked.email_index_key {
        users::replace_address(conn, checked.id, &index).await?;
    }
    Ok(())
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
        expires_at: now + session::SLIDING,
    }
}

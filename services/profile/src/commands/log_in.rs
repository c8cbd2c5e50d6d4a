use super::{
    admit::{Arrival, admit},
    attempt::Attempt,
};
use crate::{
    App, Failure,
    commands::Tokens,
    credentials::{
        SessionSecret, blind_index,
        blind_index::BlindIndex,
        passwords::{HashError, Verdict},
    },
    domain::{EmailAddress, Origin, Password, second_factor::Method},
    store::users::{self, Claimed, Credentials},
};
use chrono::{DateTime, Utc};
use ids::{ChallengeId, DeviceId};
use secrecy::SecretString;
use sqlx::{Connection, PgConnection};
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
    /// Where from.
    pub origin: Origin,
}

/// What a right password leads to.
#[derive(Debug, Clone)]
pub enum LoggedIn {
    /// A session.
    In(Tokens),
    /// The demand of a second factor.
    Challenged(Challenged),
}

/// A log-in that waits for its second factor.
#[derive(Debug, Clone)]
pub struct Challenged {
    /// Which.
    pub id: ChallengeId,
    /// Proof of having begun it.
    pub token: SecretString,
    /// What can finish it.
    pub methods: Vec<Method>,
    /// Until when.
    pub expires_at: DateTime<Utc>,
}

/// Begins a session, or asks for a second factor. An unknown address, a wrong password and one attempt too many are refused
/// alike, after the same work, and so is an account whose address was never proved: anybody can register one, and would
/// learn whether the address was free.
pub async fn log_in(app: &App, who: &LogIn) -> Result<LoggedIn, Failure> {
    let place = app.passwords.enter().map_err(HashError::from)?;
    let addresses = blind_index::addresses(&who.email, &app.keys.email_index.now());
    let found = users::claimed(&mut *app.connection().await?, &addresses, who.device).await?;
    let stored = found.as_ref().map(|claimed| claimed.credentials.password_hash.as_str());
    let verdict = place.check(&who.password, stored).await?;

    let mut conn = app.connection().await?;
    let attempt = count_attempt(app, &mut conn, who, found.as_ref()).await?;
    attempt.tell(app, &mut conn, found.as_ref().map(|claimed| claimed.credentials.id)).await?;
    let admitted = found
        .map(|claimed| claimed.credentials)
        .filter(|credentials| credentials.is_verified && !attempt.is_refused());
    let credentials = match (admitted, verdict) {
        (Some(credentials), Verdict::Right) => credentials,
        (Some(credentials), Verdict::RightAtOldCost) => {
            // Nobody waits for a password with a connection in hand.
            drop(conn);
            let credentials = rehash(app, who, credentials).await?;
            conn = app.connection().await?;
            credentials
        }
        _ => return Err(ApiError::bad_credentials().into()),
    };
    let logged_in = begin_session(app, &mut conn, who, &credentials).await?;
    attempt.give_back_through(&mut conn).await;
    Ok(logged_in)
}

async fn count_attempt(
    app: &App,
    conn: &mut PgConnection,
    who: &LogIn,
    found: Option<&Claimed>,
) -> Result<Attempt, Failure> {
    let known_device = who.device.filter(|_| found.is_some_and(|claimed| claimed.knows_device));
    let address = BlindIndex::of_address(&who.email, &app.keys.email_index.now()).digest;
    Attempt::to_log_in(app, conn, &address, known_device, who.origin.network).await
}

/// Hashes the password anew at today's cost, now that it is known.
async fn rehash(app: &App, who: &LogIn, old: Credentials) -> Result<Credentials, Failure> {
    let password_hash = app.passwords.hash(&who.password, app.random.array()).await?;
    users::replace_password_hash(&mut *app.pool.acquire().await?, &old, &password_hash).await?;
    Ok(Credentials { password_hash, ..old })
}

async fn begin_session(
    app: &App,
    conn: &mut PgConnection,
    who: &LogIn,
    checked: &Credentials,
) -> Result<LoggedIn, Failure> {
    let now = app.now();
    let mut transaction = conn.begin().await?;
    let user =
        users::lock_for_log_in(&mut transaction, checked).await?.ok_or_else(ApiError::bad_credentials)?;
    refresh_address(app, &mut transaction, who, checked).await?;

    let arrival =
        Arrival { device: who.device, origin: &who.origin, secret: SessionSecret::new(app.random.array()) };
    let logged_in = admit(app, &mut transaction, &user, arrival, now).await?;
    transaction.commit().await?;
    app.relay.wake();
    Ok(logged_in)
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

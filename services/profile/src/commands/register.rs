//! Asking for an account.
//!
//! Nobody must learn from it who has an account. A taken address is therefore answered like a free one: the id is
//! remembered, the password hashed, the names sealed, every row written; then what makes an account is rolled back to a
//! savepoint. Nor may a repeat become a way to guess: whether it is the same registration is said only of the whole, after
//! Argon2, and for a day.

use crate::{
    App, Failure,
    credentials::{blind_index, blind_index::BlindIndex, intake, passwords::Verdict},
    domain::Registration,
    store::{
        registrations::{self, Registered, Remembered},
        users::{self, NewUser},
    },
};
use chrono::{DateTime, Utc};
use events::profile::{AccountStatus, PiiSubmitted, Role, UserCreated};
use ids::UserId;
use sqlx::{Acquire, PgConnection};
use web::ApiError;

/// What came of asking.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Registering {
    /// Asked for the first time.
    First(Registered),
    /// Asked again with the same body.
    Again(Registered),
}

/// Registers a user of `role` under an id that the caller made.
pub async fn register(
    app: &App,
    id: UserId,
    role: Role,
    registration: &Registration,
) -> Result<Registering, Failure> {
    let now = app.now();
    let remembered = registrations::find(&mut *app.pool.acquire().await?, id, now).await?;
    if let Some(remembered) = remembered {
        return repeat(app, id, registration, remembered).await;
    }

    let password_hash = app.passwords.hash(&registration.password, app.random.array()).await?;
    let sealed = intake::seal(id, registration, &app.keys.intake.now(), &*app.random, now)?;

    let mut transaction = app.pool.begin().await?;
    let keys = app.keys.email_index.now();
    let digest = BlindIndex::of_registration(id, registration, &keys).digest;
    if !registrations::insert(&mut transaction, id, registration, &password_hash, &digest, now).await? {
        transaction.rollback().await?;
        return repeat_of_the_one_before(app, id, registration).await;
    }
    let new = NewUser {
        id,
        role,
        registration,
        address: &BlindIndex::of_address(&registration.email, &keys),
        addresses: &blind_index::addresses(&registration.email, &keys),
        password_hash: &password_hash,
    };
    create_unless_taken(app, &mut transaction, new, sealed, now).await?;
    transaction.commit().await?;
    app.relay.wake();

    Ok(Registering::First(Registered {
        id,
        interface_language: registration.interface_language,
        time_zone: registration.time_zone,
        registered_at: now,
    }))
}

/// The same statements either way; for a taken address they come to nothing.
async fn create_unless_taken(
    app: &App,
    conn: &mut PgConnection,
    new: NewUser<'_>,
    sealed: PiiSubmitted,
    now: DateTime<Utc>,
) -> Result<(), Failure> {
    let created = UserCreated {
        user_id: new.id,
        role: new.role,
        status: AccountStatus::Active,
        interface_language: new.registration.interface_language,
        time_zone: new.registration.time_zone.as_str().to_owned(),
        created_by: None,
        created_at: now,
    };
    let id = new.id;
    let mut attempt = conn.begin().await?;
    let is_free = users::insert(&mut attempt, new, now).await?;
    app.publish(&mut attempt, id, 1, created).await?;
    app.publish(&mut attempt, id, 1, sealed).await?;
    if is_free {
        attempt.commit().await?
    } else {
        attempt.rollback().await?
    }
    Ok(())
}

async fn repeat_of_the_one_before(
    app: &App,
    id: UserId,
    registration: &Registration,
) -> Result<Registering, Failure> {
    let remembered = registrations::find(&mut *app.pool.acquire().await?, id, app.now()).await?;
    let remembered = remembered.ok_or_else(|| anyhow::anyhow!("a registration vanished"))?;
    repeat(app, id, registration, remembered).await
}

/// The first answer again, if everything is the same. The password is checked whatever the rest says, so that the time
/// tells nothing either.
async fn repeat(
    app: &App,
    id: UserId,
    registration: &Registration,
    remembered: Remembered,
) -> Result<Registering, Failure> {
    let digests = blind_index::registrations(id, registration, &app.keys.email_index.now());
    let same_body = remembered.body_digest.is_some_and(|digest| digests.contains(&digest));
    let verdict = app.passwords.check(&registration.password, remembered.password_hash.as_deref()).await?;

    if same_body && verdict != Verdict::Wrong {
        Ok(Registering::Again(remembered.registered))
    } else {
        Err(ApiError::conflict("id-taken", "This id was used for another registration.").into())
    }
}

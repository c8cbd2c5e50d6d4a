//! Asking for an account.
//!
//! Nobody must learn from it who has an account. A taken address is therefore answered like a free one: the id is
//! remembered, the password hashed, the names sealed, every row written; then what makes an account is rolled back to a
//! savepoint. Nor may a repeat become a way to guess: whether it is the same registration is said only of the whole, after
//! Argon2, and for a day.

use super::{attempt::Attempt, new_password::require_fit, subject::Subject};
use crate::{
    App, Failure,
    credentials::{blind_index, blind_index::BlindIndex, intake, passwords::Verdict},
    domain::{Purpose, Registration},
    store::{
        codes,
        registrations::{self, Registered, Remembered},
        users::{self, NewUser},
    },
};
use events::profile::{
    AccountStatus, AddressTarget, EmailVerificationRequested, PiiSubmitted, RegistrationRepeated, Role,
    UserCreated,
};
use ids::{CauseId, UserId};
use sqlx::{Connection, PgConnection};
use std::net::IpAddr;
use web::ApiError;

/// What came of asking.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Registering {
    /// Asked for the first time.
    First(Registered),
    /// Asked again with the same body.
    Again(Registered),
}

/// How it is known that mail to an address reaches its user.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AddressProof {
    /// It is not, before a code comes back that is sent there. Asked for from this network.
    ByMail(IpAddr),
    /// The operator says so.
    ByOperator,
}

/// Registers a user of `role` under an id that the caller made.
pub async fn register(
    app: &App,
    id: UserId,
    role: Role,
    registration: &Registration,
    proof: AddressProof,
) -> Result<Registering, Failure> {
    let now = app.now();
    require_fit(app, &registration.password, Some(&registration.email)).await?;
    let remembered = registrations::find(&mut *app.pool.acquire().await?, id, now).await?;
    if let Some(remembered) = remembered {
        return repeat(app, id, registration, remembered).await;
    }

    let password_hash = app.passwords.hash(&registration.password, app.random.array()).await?;
    let sealed = intake::seal(id, registration, &app.keys.intake.now(), &*app.random, now)?;

    let keys = app.keys.email_index.now();
    let (address, addresses) = (
        BlindIndex::of_address(&registration.email, &keys),
        blind_index::addresses(&registration.email, &keys),
    );
    let mails = Mails::allowed(app, proof, &address).await?;
    let mut transaction = app.pool.begin().await?;
    let digest = BlindIndex::of_registration(id, registration, &keys).digest;
    if !registrations::insert(&mut transaction, id, registration, &password_hash, &digest, now).await? {
        transaction.rollback().await?;
        return repeat_of_the_one_before(app, id, registration).await;
    }
    let new = NewUser {
        id,
        role,
        registration,
        address: &address,
        addresses: &addresses,
        password_hash: &password_hash,
        email_verified_at: (proof == AddressProof::ByOperator).then_some(now),
    };
    create_unless_taken(app, &mut transaction, new, sealed, mails).await?;
    transaction.commit().await?;
    app.relay.wake();

    Ok(Registering::First(Registered {
        id,
        interface_language: registration.interface_language,
        time_zone: registration.time_zone,
        registered_at: now,
    }))
}

/// Which mails may come of a registration.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Mails {
    Allowed,
    /// Nobody asked for them, or too many were asked for. Whoever waits for one can ask again.
    None,
}

impl Mails {
    async fn allowed(app: &App, proof: AddressProof, address: &BlindIndex) -> Result<Self, Failure> {
        let AddressProof::ByMail(network) = proof else { return Ok(Self::None) };
        let attempt = Attempt::to_have_mail_sent(app, &address.digest, network).await?;
        Ok(if attempt.is_refused() { Self::None } else { Self::Allowed })
    }
}

/// The same statements either way: for a taken address the account comes to nothing, for a free one the word to its owner.
async fn create_unless_taken(
    app: &App,
    conn: &mut PgConnection,
    new: NewUser<'_>,
    sealed: PiiSubmitted,
    mails: Mails,
) -> Result<(), Failure> {
    let now = app.now();
    let owner = users::contact(conn, new.addresses).await?.map(|owner| owner.id);
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
    if mails == Mails::Allowed {
        ask_for_proof(app, &mut attempt, id).await?;
    }
    if is_free {
        attempt.commit().await?
    } else {
        attempt.rollback().await?
    }
    if mails == Mails::Allowed {
        tell_owner(app, conn, owner.filter(|_| !is_free)).await?;
    }
    Ok(())
}

/// Has a code sent to the address of a new account.
async fn ask_for_proof(app: &App, conn: &mut PgConnection, user_id: UserId) -> Result<(), Failure> {
    let now = app.now();
    let request_id = CauseId::v7(now, app.random.array());
    codes::request(conn, user_id, Purpose::VerifyEmail, request_id, now).await?;
    let target = AddressTarget::Current;
    let fact = EmailVerificationRequested { user_id, request_id, target, requested_at: now };
    app.publish(conn, request_id, 1, fact).await
}

/// Has the owner of a taken address told.
async fn tell_owner(app: &App, conn: &mut PgConnection, owner: Option<UserId>) -> Result<(), Failure> {
    let (now, subject) = (app.now(), Subject::new(app, owner));
    let request_id = CauseId::v7(now, app.random.array());
    let fact = RegistrationRepeated { user_id: subject.id, request_id, requested_at: now };
    let mut told = conn.begin().await?;
    app.publish(&mut told, request_id, 1, fact).await?;
    subject.settle(told).await
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

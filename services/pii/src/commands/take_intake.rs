//! A person's fields come in, sealed.

use crate::{
    App,
    domain::{
        field::PersonalField,
        intake::{IntakeError, Sealed},
        sealing::{DataKey, may_seal},
    },
    store::{
        erasures,
        people::{self, Person},
    },
};
use anyhow::Context;
use bus::Meta;
use chrono::{DateTime, Utc};
use events::{Fact, pii::UserPiiUpdated, profile::PiiSubmitted};
use ids::{EventId, UserId};
use sqlx::PgConnection;
use uuid::Uuid;

/// Why an intake was not taken.
#[derive(Debug, thiserror::Error)]
pub enum TakeError {
    /// It never will be: what came is not an intake for us.
    #[error(transparent)]
    Unusable(#[from] IntakeError),
    /// It may be, later.
    #[error(transparent)]
    NotNow(#[from] anyhow::Error),
}

/// The person is forgotten, or to be: nothing of them is taken any more.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the person is forgotten")]
pub struct Forgotten;

impl From<sqlx::Error> for TakeError {
    fn from(error: sqlx::Error) -> Self {
        Self::NotNow(error.into())
    }
}

/// Opens an intake and stores its fields under the person's own key, with the fact that they changed.
///
/// # Errors
/// See [`TakeError`]. An intake key that is not there is an error to mend, never an empty answer.
pub async fn take_intake(
    app: &App,
    connection: &mut PgConnection,
    submitted: &PiiSubmitted,
) -> Result<(), TakeError> {
    let intake_keys = app.keys.intake.now();
    let key = intake_keys
        .get(&submitted.key_id)
        .with_context(|| format!("intake key {} is not there", submitted.key_id))?;
    let sealed = Sealed {
        format: submitted.format,
        user: submitted.user_id,
        key_id: &submitted.key_id,
        encapsulated_key: &submitted.encapsulated_key,
        ciphertext: &submitted.ciphertext,
    };
    let fields = sealed.open(key.expose())?;
    Ok(store(app, connection, submitted.user_id, &fields).await?)
}

async fn store(
    app: &App,
    connection: &mut PgConnection,
    user: UserId,
    fields: &[PersonalField],
) -> anyhow::Result<()> {
    let now = app.clock.now();
    let person = person(app, connection, user, now).await?;
    let keks = app.keys.kek.now();
    let version = &person.key.kek_version;
    let kek = keks.get(version).with_context(|| format!("key encryption key {version} is not there"))?;
    let key = DataKey::unwrap(user, &person.key, kek.expose())?;
    let seals = may_seal(person.seals, fields.len())?;
    for PersonalField { field, value } in fields {
        people::put_field(connection, user, *field, &key.seal(*field, value, &*app.random), now).await?;
    }
    let rev = people::touch(connection, user, seals).await?;
    tell(app, connection, user, fields, rev, now).await
}

/// The person, who comes to be with their first fields.
pub(super) async fn person(
    app: &App,
    connection: &mut PgConnection,
    user: UserId,
    now: DateTime<Utc>,
) -> anyhow::Result<Person> {
    if let Some(person) = people::lock(connection, user).await? {
        return Ok(person);
    }
    erasures::hold(connection, user).await?;
    if erasures::is_asked(connection, user).await? {
        return Err(Forgotten.into());
    }
    let id = EventId::v7(now, app.random.array()).as_uuid();
    let wrapped = new_key(app, user, id);
    people::create(connection, user, &wrapped, now).await?;
    people::lock(connection, user).await?.context("a person who was just created")
}

fn new_key(app: &App, user: UserId, id: Uuid) -> crate::domain::sealing::WrappedDataKey {
    let keks = app.keys.kek.now();
    let (version, kek) = keks.current();
    DataKey::make(user, id, &*app.random).wrap(version, kek.expose(), &*app.random)
}

async fn tell(
    app: &App,
    connection: &mut PgConnection,
    user_id: UserId,
    fields: &[PersonalField],
    rev: i64,
    updated_at: DateTime<Utc>,
) -> anyhow::Result<()> {
    let mut names: Vec<_> = fields.iter().map(|one| one.field.name().to_owned()).collect();
    names.sort_unstable();
    let fact = Fact::of(UserPiiUpdated { user_id, fields: names, updated_at });
    let id = EventId::v7(updated_at, app.random.array());
    let meta = Meta::new(id, user_id.to_string(), rev.unsigned_abs(), updated_at);
    bus::postgres::enqueue(connection, &app.encoder.encode(&fact, meta)?).await?;
    Ok(())
}

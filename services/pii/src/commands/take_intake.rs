//! A person's fields come in, sealed.

use super::{keep_fields::keep_fields, pending_address::ask_address};
use crate::{
    App,
    domain::{
        field::{Edit, Field},
        intake::{Intake, IntakeError, Sealed},
        sealing::{DataKey, WrappedDataKey},
    },
    store::{
        erasures,
        people::{self, Person},
    },
};
use anyhow::Context;
use chrono::{DateTime, Utc};
use events::profile::PiiSubmitted;
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
    let intake = sealed.open(key.expose())?;
    Ok(store(app, connection, submitted.user_id, intake).await?)
}

async fn store(app: &App, connection: &mut PgConnection, user: UserId, intake: Intake) -> anyhow::Result<()> {
    let person = person(app, connection, user, app.clock.now()).await?;
    let mut edits: Vec<_> = intake.fields.into_iter().map(Edit::from).collect();
    // The language of an intake is that of the registration: one that is there already was chosen later.
    if people::has_field(connection, user, Field::InterfaceLanguage).await? {
        edits.retain(|edit| edit.field != Field::InterfaceLanguage);
    }
    if !edits.is_empty() {
        keep_fields(app, connection, user, &person, &edits).await?;
    }
    if let Some(asked) = intake.asked {
        let person = people::lock(connection, user).await?.context("a person who is held")?;
        ask_address(app, connection, user, &person, asked).await?;
    }
    Ok(())
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

fn new_key(app: &App, user: UserId, id: Uuid) -> WrappedDataKey {
    let keks = app.keys.kek.now();
    let (version, kek) = keks.current();
    DataKey::make(user, id, &*app.random).wrap(version, kek.expose(), &*app.random)
}

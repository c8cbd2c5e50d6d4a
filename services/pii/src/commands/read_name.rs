//! Somebody asks for a name.

use crate::{
    App,
    domain::{
        access::{Purpose, Reader, purpose_of_reading_name},
        audit::Access,
        field::Field,
        sealing::DataKey,
    },
    store::{
        accesses,
        people::{self, SealedName},
        teacher_students,
    },
};
use access::Role;
use anyhow::Context;
use bus::Meta;
use events::Fact;
use ids::{EventId, UserId};
use secrecy::SecretString;
use sqlx::PgConnection;

/// A name, opened.
#[derive(Debug)]
pub struct PersonName {
    /// What a teacher calls.
    pub given: SecretString,
    /// Of the family.
    pub family: SecretString,
}

/// The name of `subject`, if `actor` may read it and there is one.
///
/// Asking is noted, answered or not, and committed before anything is opened: nobody reads unseen.
///
/// # Errors
/// The database, or a key that is not there.
pub async fn read_name(
    app: &App,
    actor: UserId,
    role: Role,
    subject: UserId,
) -> anyhow::Result<Option<PersonName>> {
    let mut transaction = app.database.begin().await?;
    let teaches_subject =
        role == Role::Teacher && teacher_students::teaches(&mut transaction, actor, subject).await?;
    let purpose = purpose_of_reading_name(Reader { id: actor, role, teaches_subject }, subject);
    let sealed = match purpose {
        Purpose::None => None,
        _ => people::find_name(&mut transaction, subject).await?,
    };
    let access = Access {
        actor,
        subject,
        fields: vec![Field::GivenName, Field::FamilyName],
        purpose,
        allowed: sealed.is_some(),
        at: app.clock.now(),
    };
    note(app, &mut transaction, &access).await?;
    transaction.commit().await?;
    app.waker.wake();
    sealed.map(|sealed| open(app, subject, &sealed)).transpose()
}

/// Appends the link and its fact, in one transaction.
pub(super) async fn note(app: &App, connection: &mut PgConnection, access: &Access) -> anyhow::Result<()> {
    let head = accesses::lock_head(connection, access.subject).await?;
    let link = head.link(access);
    let bytes = events::encode(&link)?;
    accesses::append(connection, &link, &bytes, head).await?;
    let id = EventId::v7(access.at, app.random.array());
    let sequence = head.length.unsigned_abs() + 1;
    let meta = Meta::new(id, access.subject.to_string(), sequence, access.at);
    let outgoing = app.encoder.encode(&Fact::of(link), meta)?;
    bus::postgres::enqueue(connection, &outgoing).await?;
    Ok(())
}

fn open(app: &App, subject: UserId, sealed: &SealedName) -> anyhow::Result<PersonName> {
    let keks = app.keys.kek.now();
    let version = &sealed.key.kek_version;
    let kek = keks.get(version).with_context(|| format!("key encryption key {version} is not there"))?;
    let key = DataKey::unwrap(subject, &sealed.key, kek.expose())?;
    Ok(PersonName {
        given: key.open(Field::GivenName, &sealed.given)?,
        family: key.open(Field::FamilyName, &sealed.family)?,
    })
}

//! A service is about to write to a person.

use super::{
    noting::note,
    opening::{open_all, take},
};
use crate::{
    App, Failure,
    domain::{
        access::{Operation, Purpose, Relation, refused},
        audit::{self, Access},
        field::Field,
    },
    store::{
        pending_addresses::{self, PendingAddress, Waiting},
        people::{self, SealedPerson},
    },
};
use ids::UserId;
use secrecy::SecretString;
use sqlx::PgConnection;

/// Which of a person's addresses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Which {
    /// The one that counts.
    Current,
    /// The one that waits for its confirmation.
    Pending,
}

/// What a service asks.
#[derive(Clone, Debug)]
pub struct AddressQuestion<'a> {
    /// The service, as its certificate names it.
    pub service: &'a str,
    /// Whom it writes to.
    pub subject: UserId,
    /// Where to.
    pub which: Which,
    /// What for.
    pub purpose: Purpose,
    /// What the mail is because of. It stands in the access log.
    pub cause: &'a str,
}

/// Where to write to somebody, how to call them, in which language.
#[derive(Debug)]
pub struct MailAddress {
    /// The address.
    pub email: SecretString,
    /// What they are called.
    pub given_name: Option<SecretString>,
    /// The language to write in.
    pub interface_language: Option<SecretString>,
}

/// The address of a person, for a service that may have it. Asking is noted, with the service as who asked, before
/// anything is opened.
///
/// # Errors
/// A refusal, the database, or a key that is not there.
pub async fn read_address(app: &App, question: AddressQuestion<'_>) -> Result<MailAddress, Failure> {
    let email = match question.which {
        Which::Current => Field::Email,
        Which::Pending => Field::PendingEmail,
    };
    let fields = [email, Field::GivenName, Field::InterfaceLanguage];
    let refused = refused(&relations(question.service), Operation::Read, &fields, question.purpose);

    let mut transaction = app.database.begin().await?;
    let sealed = match refused.as_slice() {
        [] => people::find_sealed(&mut transaction, &[question.subject], &fields).await?.pop(),
        _ => None,
    };
    let sealed = match sealed {
        Some(person) => with_address_asked_for(&mut transaction, person, &question).await?,
        None => None,
    };
    note(app, &mut transaction, access(app, &question, &fields, sealed.is_some())).await?;
    transaction.commit().await?;
    app.waker.wake();

    if !refused.is_empty() {
        return Err(Failure::not_these(Operation::Read, &refused));
    }
    let sealed = sealed.ok_or_else(|| Failure::no_such_person(question.subject))?;
    let mut opened = open_all(app, &sealed)?;
    Ok(MailAddress {
        email: take(&mut opened, email).ok_or_else(|| Failure::no_such_person(question.subject))?,
        given_name: take(&mut opened, Field::GivenName),
        interface_language: take(&mut opened, Field::InterfaceLanguage),
    })
}

/// The person with the address that the question is about, if there is one. A pending one is for the mail of its own request
/// alone: else the code of a later request, whose address has not come yet, would go to an earlier one and prove the later.
async fn with_address_asked_for(
    connection: &mut PgConnection,
    mut person: SealedPerson,
    question: &AddressQuestion<'_>,
) -> anyhow::Result<Option<SealedPerson>> {
    if question.which == Which::Current {
        let is_there = person.fields.iter().any(|(field, _)| *field == Field::Email);
        return Ok(is_there.then_some(person));
    }
    let Ok(request) = question.cause.parse() else { return Ok(None) };
    let waiting = pending_addresses::find(connection, question.subject, request).await?;
    let Some(Waiting::Confirmation(sealed)) = waiting else { return Ok(None) };
    person.pending = Some(PendingAddress { request, sealed });
    Ok(Some(person))
}

fn relations(service: &str) -> Vec<Relation> {
    Relation::ALL.into_iter().filter(|relation| relation.service() == Some(service)).collect()
}

fn access(app: &App, question: &AddressQuestion<'_>, fields: &[Field], allowed: bool) -> Access {
    Access {
        actor: audit::service(question.service),
        subject: question.subject,
        fields: fields.iter().map(|field| field.name()).collect(),
        purpose: question.purpose.code(Operation::Read),
        cause: Some(question.cause.to_owned()),
        allowed,
        at: app.clock.now(),
    }
}

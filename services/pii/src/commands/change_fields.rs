//! Somebody changes fields of a person.

use super::{asking::Asker, keep_fields::keep_fields, noting::note, standing::circumstances};
use crate::{
    App, Failure,
    domain::{
        access::Operation,
        consent::Standing,
        field::{Edit, Field},
    },
    store::people,
};
use sqlx::PgConnection;
use web::{ApiError, IfMatch};

/// What a minor may say before somebody who answers for them has consented.
const BEFORE_CONSENT: [Field; 2] = [Field::BirthDate, Field::Guardian];

/// Puts `edits` in place, if `asker` may change all of them and has seen the person as they are. Gives the new revision.
///
/// # Errors
/// A refusal, the database, or a key that is not there.
pub async fn change_fields(
    app: &App,
    asker: Asker,
    if_match: &IfMatch,
    edits: &[Edit],
) -> Result<i64, Failure> {
    let fields: Vec<_> = edits.iter().map(|edit| edit.field).collect();
    let purpose = asker.purpose_of_changing(&fields);
    asker.admit(app, Operation::Change, &fields, purpose).await?;
    let mut transaction = app.database.begin().await?;
    let Some(person) = people::lock(&mut transaction, asker.subject).await? else {
        return Err(Failure::no_such_person(asker.subject));
    };
    if_match.check(person.rev.unsigned_abs())?;
    if asker.is_subject() {
        may_change_own(app, &mut transaction, asker, &fields).await?;
    }
    let rev = keep_fields(app, &mut transaction, asker.subject, &person, edits).await?;
    note(app, &mut transaction, asker.access(app, &fields, purpose.code(Operation::Change), true)).await?;
    transaction.commit().await?;
    app.waker.wake();
    Ok(rev)
}

/// A minor who waits for consent says only what consent needs, and nobody grows up by writing another date: once a date
/// says that they are under 16, an educational admin mends it.
async fn may_change_own(
    app: &App,
    connection: &mut PgConnection,
    asker: Asker,
    fields: &[Field],
) -> Result<(), Failure> {
    let today = app.clock.now().date_naive();
    let known = circumstances(app, connection, asker.subject).await?;
    if fields.contains(&Field::BirthDate) && known.as_seen().is_minor(today) {
        let detail = "The school changes the day of birth of who is under 16.";
        return Err(ApiError::conflict("birth-date-settled", detail).into());
    }
    let waits = known.as_seen().standing(today) == Standing::AwaitingGuardian;
    if waits && fields.iter().any(|field| !BEFORE_CONSENT.contains(field)) {
        let detail = "Who answers for you has to agree first.";
        return Err(ApiError::conflict("awaiting-guardian", detail).into());
    }
    Ok(())
}

//! Somebody reads fields of a person, and says what for.

use super::{asking::Asker, noting::find_noted, opening::open_all};
use crate::{
    App, Failure,
    domain::{
        access::{Operation, Purpose},
        field::{Field, PersonalField},
    },
    store::reading::Wanted,
};

/// Fields of a person, opened.
#[derive(Debug)]
pub struct OpenPerson {
    /// Changes of the person so far.
    pub rev: i64,
    /// Those that were asked for and are there, in the order of [`Field::ALL`].
    pub fields: Vec<PersonalField>,
}

/// Those of `fields` that are there, if `asker` may have all of them for `purpose`.
///
/// Asking is noted, answered or not, and committed before anything is opened: nobody reads unseen.
///
/// # Errors
/// A refusal, the database, or a key that is not there.
pub async fn read_fields(
    app: &App,
    asker: Asker,
    fields: &[Field],
    purpose: Purpose,
) -> Result<OpenPerson, Failure> {
    asker.admit(app, Operation::Read, fields, purpose).await?;
    let access = |there| asker.access(app, fields, purpose.code(Operation::Read), there);
    let sealed = find_noted(app, asker.subject, Wanted::of(fields), access).await?;
    let sealed = sealed.ok_or_else(|| Failure::no_such_person(asker.subject))?;
    Ok(OpenPerson { rev: sealed.rev, fields: open_all(app, &sealed)? })
}

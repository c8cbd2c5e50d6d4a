//! Somebody asks for a name, or for those of a class.

use super::{
    asking::Asker,
    noting::{find_noted, note_all},
    opening::{open_all, take},
};
use crate::{
    App, Failure,
    domain::{
        access::{Operation, Purpose, Reader, purpose_of},
        field::Field,
    },
    store::{people, people::SealedPerson, reading::Wanted, teacher_students},
};
use access::Role;
use ids::UserId;
use secrecy::SecretString;
use std::collections::{BTreeMap, BTreeSet};

const NAME: [Field; 2] = [Field::GivenName, Field::FamilyName];

/// A name, opened.
#[derive(Debug)]
pub struct PersonName {
    /// Whose.
    pub user: UserId,
    /// What a teacher calls.
    pub given: SecretString,
    /// Of the family.
    pub family: SecretString,
}

/// The name of a person, if `asker` may read it and there is one.
///
/// Asking is noted, answered or not, and committed before anything is opened: nobody reads unseen.
///
/// # Errors
/// A refusal, the database, or a key that is not there.
pub async fn read_name(app: &App, asker: Asker) -> Result<PersonName, Failure> {
    let purpose = asker.admit_for_any(app, Operation::Read, &NAME).await?;
    let access = |named| asker.access(app, &NAME, purpose.code(Operation::Read), named);
    let sealed = find_noted(app, asker.subject, Wanted::all(&NAME), access).await?;
    let sealed = sealed.ok_or_else(|| Failure::no_such_person(asker.subject))?;
    open(app, &sealed)
}

/// The names of those of `subjects` whose name the user may read and who have one, by id. Each person's reading is noted
/// by itself, in one transaction.
///
/// # Errors
/// The database, or a key that is not there.
pub async fn read_names(
    app: &App,
    id: UserId,
    role: Role,
    subjects: &BTreeSet<UserId>,
) -> Result<Vec<PersonName>, Failure> {
    let mut transaction = app.database.begin().await?;
    let asked: Vec<_> = subjects.iter().copied().collect();
    let taught = match role {
        Role::Teacher => teacher_students::taught_of(&mut transaction, id, &asked).await?,
        _ => Vec::new(),
    };
    let purpose_for = |subject: UserId| {
        let reader = Reader { id, role, teaches_subject: taught.contains(&subject) };
        purpose_of(&reader.relations(subject), Operation::Read, &NAME)
    };
    let purposes: BTreeMap<_, _> = asked.iter().map(|subject| (*subject, purpose_for(*subject))).collect();
    let may: Vec<_> = asked.iter().copied().filter(|subject| purposes[subject] != Purpose::None).collect();
    let mut named = people::find_sealed(&mut transaction, &may, &NAME).await?;
    named.retain(|person| person.has_all(&NAME));

    let answered: BTreeSet<_> = named.iter().map(|person| person.user).collect();
    let accesses: Vec<_> = purposes
        .iter()
        .map(|(subject, purpose)| {
            let asker = Asker { id, role, subject: *subject };
            asker.access(app, &NAME, purpose.code(Operation::Read), answered.contains(subject))
        })
        .collect();
    note_all(app, &mut transaction, &accesses).await?;
    transaction.commit().await?;
    app.waker.wake();
    named.iter().map(|sealed| open(app, sealed)).collect()
}

fn open(app: &App, sealed: &SealedPerson) -> Result<PersonName, Failure> {
    let mut opened = open_all(app, sealed)?;
    let mut name = |field| take(&mut opened, field).ok_or_else(|| anyhow::anyhow!("half a name"));
    Ok(PersonName { user: sealed.user, given: name(Field::GivenName)?, family: name(Field::FamilyName)? })
}

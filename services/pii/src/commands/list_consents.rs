//! What was agreed to.

use super::{asking::Asker, noting::note};
use crate::{
    App, Failure,
    domain::{
        access::{Purpose, Relation},
        audit::Access,
    },
    store::consents::{self, Consent},
};

/// What the access log calls the log of consents.
const LOG: &str = "consents";

/// All that was said about a person, the newest first: for the person, and for educational admins, whose looking is
/// noted.
///
/// # Errors
/// A refusal, or the database.
pub async fn list_consents(app: &App, asker: Asker) -> Result<Vec<Consent>, Failure> {
    let mut transaction = app.database.begin().await?;
    let allowed =
        asker.is_subject() || asker.relations(&mut *transaction).await?.contains(&Relation::EducationalAdmin);
    if !asker.is_subject() {
        let purpose = if allowed { Purpose::Administration } else { Purpose::None };
        let access = asker.access(app, &[], purpose.name().to_owned(), allowed);
        note(app, &mut transaction, Access { fields: vec![LOG], ..access }).await?;
    }
    let found = if allowed { consents::of(&mut transaction, asker.subject).await? } else { Vec::new() };
    transaction.commit().await?;
    app.waker.wake();
    if allowed { Ok(found) } else { Err(Failure::no_such_person(asker.subject)) }
}

//! Somebody agrees, or no longer does.

use super::asking::Asker;
use crate::{
    App, Failure,
    domain::{access::Relation, consent::SaidBy},
    store::{
        consents::{self, Consent},
        people,
    },
};
use web::ApiError;

/// Whether an entry is new.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Recording {
    /// It was added now.
    First,
    /// It was there, with the same words.
    Again,
}

/// Adds `consent` to the log. A person speaks for themself, in the app; an educational admin enters what a guardian, or a
/// person, told the school. The same entry again changes nothing.
///
/// # Errors
/// A refusal, or the database.
pub async fn record_consent(
    app: &App,
    asker: Asker,
    by: SaidBy,
    consent: Consent,
) -> Result<(Consent, Recording), Failure> {
    let mut transaction = app.database.begin().await?;
    let relations = asker.relations(&mut *transaction).await?;
    let in_app = consent.how == "in-app";
    let may = if asker.is_subject() {
        by == SaidBy::Person && in_app
    } else {
        relations.contains(&Relation::EducationalAdmin) && !in_app
    };
    if !asker.is_subject() && !relations.contains(&Relation::EducationalAdmin) {
        return Err(Failure::no_such_person(asker.subject));
    }
    if !may {
        let detail = "In the app a person speaks for themself; the school enters what it heard or read.";
        return Err(ApiError::invalid_field("/how", "invalid-value", detail).into());
    }
    if people::lock(&mut transaction, asker.subject).await?.is_none() {
        return Err(Failure::no_such_person(asker.subject));
    }
    if consents::add(&mut transaction, &consent).await? {
        transaction.commit().await?;
        return Ok((consent, Recording::First));
    }
    match consents::find(&mut transaction, consent.consent_id).await? {
        Some(there) if (Consent { said_at: there.said_at, ..consent }) == there => {
            Ok((there, Recording::Again))
        }
        _ => Err(ApiError::conflict("id-taken", "This id was used for another entry.").into()),
    }
}

//! Who read about a person.

use super::{asking::Asker, noting::note};
use crate::{
    App, Failure,
    domain::{
        access::{Purpose, Relation},
        audit::{Access, read_link},
    },
    store::accesses,
};
use anyhow::Context;
use events::pii::PiiAccessed;

/// What the log calls itself, when it is what was asked for.
const LOG: &str = "access-log";

/// Up to `limit` accesses about the person before `before`, the newest first: for the person, and for admins who say
/// that they run the school. That an admin looked is noted, too.
///
/// # Errors
/// A refusal, the database, or a link that is none any more.
pub async fn list_accesses(
    app: &App,
    asker: Asker,
    purpose: Purpose,
    before: Option<i64>,
    limit: i64,
) -> Result<Vec<PiiAccessed>, Failure> {
    let mut transaction = app.database.begin().await?;
    if !asker.is_subject() {
        let relations = asker.relations(&mut *transaction).await?;
        let admin = [Relation::EducationalAdmin, Relation::TechnicalAdmin];
        let allowed = purpose == Purpose::Administration && admin.iter().any(|one| relations.contains(one));
        let access = asker.access(app, &[], purpose.name().to_owned(), allowed);
        note(app, &mut transaction, Access { fields: vec![LOG], ..access }).await?;
        if !allowed {
            transaction.commit().await?;
            app.waker.wake();
            return Err(Failure::no_such_person(asker.subject));
        }
    }
    let links = accesses::links_about(&mut transaction, asker.subject, before, limit).await?;
    transaction.commit().await?;
    app.waker.wake();
    let read = links.iter().map(|stored| {
        let link = read_link(stored.format, &stored.link);
        link.with_context(|| format!("the link at {} is none", stored.position))
    });
    Ok(read.collect::<anyhow::Result<_>>()?)
}

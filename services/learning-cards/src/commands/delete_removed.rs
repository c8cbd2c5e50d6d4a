//! Words that were removed can be taken back for thirty days. Then they are deleted.

use crate::{App, domain::word::OwnWord};
use boot::CancellationToken;
use chrono::TimeDelta;
use documents::{Error, Filter, Listing, MAX_SLICE, Stored};
use std::time::Duration;
use tokio::time::sleep;

/// How long a removed word can be taken back.
pub const KEPT_FOR: TimeDelta = TimeDelta::days(30);
/// Time between two looks.
const EVERY: Duration = Duration::from_secs(60 * 60);

/// Deletes what was removed longer ago, and says how many. A word of which something waits to be published is left for the
/// next time.
///
/// # Errors
/// The store.
pub async fn delete_removed(app: &App) -> Result<u64, Error> {
    let until = documents::instant::bson(app.clock.now() - KEPT_FOR);
    let old = Filter::eq("removed", true).and(bson::doc! { "removed_at": { "$lte": until } });
    let mut deleted = 0;
    let mut after = None;
    loop {
        let listing = Listing::of(old.clone()).ascending("removed_at").after(after).limit(MAX_SLICE);
        let slice = app.words.list(listing).await?;
        for word in slice.items {
            deleted += u64::from(delete(app, &word, old.clone()).await?);
        }
        after = slice.next;
        if after.is_none() {
            return Ok(deleted);
        }
    }
}

async fn delete(app: &App, word: &Stored<OwnWord>, old: Filter) -> Result<bool, Error> {
    match app.words.remove(word.id, old).await {
        Err(Error::Contended { .. }) => Ok(false),
        outcome => outcome,
    }
}

/// Looks every hour until `stop`.
///
/// # Errors
/// None: a store that is down is waited for.
pub async fn run(app: App, stop: CancellationToken) -> anyhow::Result<()> {
    let work = || async {
        let words = delete_removed(&app).await?;
        if words > 0 {
            tracing::info!(words, "removed words were deleted");
        }
        anyhow::Ok(())
    };
    boot::repeat(stop, "removed words were not deleted", || sleep(EVERY), work).await
}

//! The whole dictionary as a file for another program.

use crate::{
    App,
    domain::row::row_of,
    store::{self, students},
};
use anyhow::Context;
use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use decks::{Deck, Delimiter, Row};
use documents::{Listing, MAX_SLICE};
use ids::UserId;
use web::ApiResult;

/// The name of the deck.
const DECK: &str = "Tall";

/// The words as a table: tab-separated values with headings, without schedules.
///
/// # Errors
/// The store.
pub async fn table(app: &App, student: UserId) -> ApiResult<Vec<u8>> {
    let (rows, _) = rows(app, student).await?;
    let written = tokio::task::spawn_blocking(move || decks::write_table(&rows, Delimiter::Tab)).await;
    Ok(written.context("writing a table")?.context("a table of words")?)
}

/// The words as a package of Anki, with their schedules and the answers that are kept.
///
/// # Errors
/// The store.
pub async fn package(app: &App, student: UserId) -> ApiResult<Vec<u8>> {
    let (rows, zone) = rows(app, student).await?;
    let at = app.clock.now();
    let written = tokio::task::spawn_blocking(move || write(&rows, at, zone)).await;
    Ok(written.context("writing a package")?.context("a package of words")?)
}

fn write(rows: &[Row], at: DateTime<Utc>, zone: Tz) -> Result<Vec<u8>, decks::WriteError> {
    decks::write(&Deck { name: DECK, rows, media: &[], at, zone })
}

/// The words of `student`, the oldest first, a slice at a time: what is kept of each is a few hundred bytes.
async fn rows(app: &App, student: UserId) -> ApiResult<(Vec<Row>, Tz)> {
    let settings = students::settings(&app.students, student).await?;
    let mut rows = Vec::new();
    let mut after = None;
    loop {
        let listing = Listing::of(store::words::kept(student)).ascending("added_at");
        let slice = app.words.list(listing.after(after).limit(MAX_SLICE)).await?;
        rows.extend(
            slice.items.iter().map(|word| row_of(word, settings.language_or_english(), settings.zone)),
        );
        after = slice.next;
        if after.is_none() {
            return Ok((rows, settings.zone));
        }
    }
}

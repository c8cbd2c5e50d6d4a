//! All cards of a student are computed anew: they chose another desired retention or another week, or their memory was
//! trained.
//!
//! Bounded and resumable: cards that stand on the basis of today are left be, so that a run which was cut off goes on where
//! it ended. Until it has come to a card, the card's next answer does the same to it.

use crate::{
    App,
    domain::{card::Card, student::Student},
};
use anyhow::Context;
use bson::{Bson, Document, doc};
use documents::{Aggregate, Filter};
use futures::{StreamExt, TryStreamExt, stream};
use ids::{CardId, UserId};
use mongodb::Collection;
use scheduler::{DesiredRetention, Fsrs, Parameters};
use std::time::Duration;
use tokio::time::sleep;

/// Cards that are written at once.
const AT_ONCE: usize = 4;
/// Cards of one round.
const ROUND: i64 = 500;
/// Time between two looks for students whose cards are to be computed anew.
const EVERY: Duration = Duration::from_secs(10);

/// Computes the cards of `student` anew, as far as they stand on another basis. Answers how many there were.
///
/// # Errors
/// The store.
pub async fn rebase(app: &App, student: UserId) -> anyhow::Result<usize> {
    let Some(stored) = app.students.get(student).await? else { return Ok(0) };
    let seen: Student = stored.into_state();
    let Some(cause) = seen.rebasing else { return Ok(0) };
    let scheduler = seen.scheduler();
    let mut computed = 0;
    loop {
        let cards = elsewhere(app, &seen).await?;
        if cards.is_empty() {
            break;
        }
        computed += cards.len();
        let owned = || Filter::eq("student_id", student);
        let changes = cards.into_iter().map(|card| {
            let scheduler = &scheduler;
            let rule = move |card: Card| card.rebase(scheduler, cause, app.clock.now());
            app.cards.change(card, owned(), rule)
        });
        let changed = stream::iter(changes).buffer_unordered(AT_ONCE);
        changed
            .map(|done| done.map_err(documents::Error::of_change))
            .try_for_each(|_| async { Ok(()) })
            .await?;
    }
    let done = |student: Student| student.rebased(&seen);
    app.students.change(student, Filter::any(), done).await.map_err(documents::Error::of_change)?;
    // A sitting would read every card that changed, ten thousand of them, where the copy of the deck is older.
    if let Some(shelver) = app.shelver.as_ref().filter(|_| computed > 0) {
        shelver.ask_when_settled(student);
    }
    Ok(computed)
}

/// Some of the cards that stand on another basis.
async fn elsewhere(app: &App, student: &Student) -> anyhow::Result<Vec<CardId>> {
    #[derive(serde::Deserialize)]
    struct Found {
        #[serde(rename = "_id")]
        id: CardId,
    }
    let basis = student.scheduler().basis();
    let basis: Document = bson::serialize_to_document(&basis).context("a basis")?;
    // A card of before a field was kept stands on what everybody began with: it is left be, as its state reads.
    let usual = Fsrs::new(&Parameters::default(), DesiredRetention::default()).basis();
    let usual: Document = bson::serialize_to_document(&usual).context("a basis")?;
    let other = basis.into_iter().map(|(field, value)| {
        let same = if usual.get(&field) == Some(&value) { vec![value, Bson::Null] } else { vec![value] };
        doc! { format!("state.basis.{field}"): { "$nin": same } }
    });
    let query = doc! { "student_id": student.id.to_string(), "$or": other.collect::<Vec<_>>() };
    let cards: Collection<Found> = app.database.collection(Card::COLLECTION);
    let found = cards.find(query).projection(doc! { "_id": 1 }).limit(ROUND).await?;
    let found: Vec<Found> = found.try_collect().await.context("cards on another basis")?;
    Ok(found.into_iter().map(|card| card.id).collect())
}

/// Computes cards anew until `stop`, for whoever chose something.
///
/// # Errors
/// None: a store that is down is waited for.
pub async fn run(app: App, stop: boot::CancellationToken) -> anyhow::Result<()> {
    let work = || async {
        for student in waiting(&app).await? {
            rebase(&app, student).await?;
        }
        anyhow::Ok(())
    };
    boot::repeat(stop, "cards were not computed anew; tried again soon", || sleep(EVERY), work).await
}

async fn waiting(app: &App) -> anyhow::Result<Vec<UserId>> {
    let waiting = Filter::any().and(doc! { "rebasing": { "$exists": true } });
    let listing = documents::Listing::of(waiting).limit(documents::MAX_SLICE);
    Ok(app.students.list(listing).await?.items.iter().map(|student| student.id).collect())
}

//! A device that was offline hands in what its student did, and takes what it lacks.

use super::take_facts::{CardRef, Took, take_facts};
use crate::{
    App,
    domain::{
        card::{Card, CardFact, Refusal, Taken},
        student::Student,
    },
};
use anyhow::Context;
use bson::{Bson, Document, doc};
use chrono::{DateTime, TimeDelta};
use documents::{Aggregate, instant};
use futures::TryStreamExt;
use ids::{CardId, UserId};
use mongodb::Collection;
use scheduler::device_clock::DeviceClock;
use serde::{Deserialize, Serialize};
use web::{
    ApiError, ApiResult,
    facts::{Handed, take_each},
};

/// Cards that are written at once.
const AT_ONCE: usize = 8;
/// Cards of one answer.
const MOST_CHANGES: i64 = 500;
/// A change that was timed before the look may have been written after it: longer than a request may take.
const OVERLAP: TimeDelta = TimeDelta::seconds(20);

/// Takes the facts that could be read, each by itself. The facts of a card are taken by one write, cards side by side; what comes out does not
/// depend on their order.
///
/// # Errors
/// The store: then facts may have been taken, and all can be handed in again.
pub async fn hand_in(
    app: &App,
    student: &Student,
    facts: Vec<ApiResult<(CardRef, CardFact)>>,
    clock: DeviceClock,
) -> ApiResult<Vec<Handed>> {
    take_each(facts, AT_ONCE, |card, facts| hand_in_for(app, student, card, facts, clock)).await
}

async fn hand_in_for(
    app: &App,
    student: &Student,
    card: CardRef,
    facts: Vec<(usize, CardFact)>,
    clock: DeviceClock,
) -> Result<Vec<(usize, Handed)>, ApiError> {
    let (places, facts): (Vec<usize>, Vec<CardFact>) = facts.into_iter().unzip();
    match take_facts(app, student, card, &facts, clock).await {
        Ok(Took { card, outcomes }) => {
            let handed = facts.iter().zip(outcomes).map(|(fact, outcome)| handed(&card, fact, outcome));
            Ok(places.into_iter().zip(handed).collect())
        }
        Err(error) if error.status().is_server_error() => Err(error),
        // The card is not there: each of its facts is rejected for it.
        Err(_) => Ok(places
            .into_iter()
            .map(|place| (place, Handed::Rejected(ApiError::not_found("card", card.id))))
            .collect()),
    }
}

fn handed(card: &Card, fact: &CardFact, outcome: Result<Taken, Refusal>) -> Handed {
    match outcome {
        Ok(Taken::Now) => {
            let counted_at = match fact {
                CardFact::Answer { id, .. } => card.answered(*id).map(|answered| answered.review.at()),
                CardFact::Undo(_) | CardFact::Mark(_) => None,
            };
            Handed::Applied { counted_at }
        }
        Ok(Taken::Before) => Handed::Duplicate,
        Err(refusal) => Handed::Rejected(refusal.into()),
    }
}

/// Up to where a device knows how its student's cards stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Seen {
    /// It knows what changed before this, in milliseconds since 1970.
    at: i64,
    /// And at this, up to this card.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    card: Option<CardId>,
}

/// What a device lacks.
#[derive(Debug)]
pub struct Lacked {
    /// Cards as they stand now, without their logs.
    pub cards: Vec<Card>,
    /// Up to where it knows them then.
    pub seen: Seen,
    /// Whether there is more: ask again at once.
    pub more: bool,
}

/// The cards of `student` that changed since `seen`, in the order in which they changed.
///
/// # Errors
/// The store.
pub async fn lacked(app: &App, student: UserId, seen: Seen) -> Result<Lacked, ApiError> {
    let now = app.clock.now();
    let at = instant::bson(DateTime::from_timestamp_millis(seen.at).unwrap_or(DateTime::UNIX_EPOCH));
    let mut since = match seen.card {
        Some(card) => doc! { "$or": [
            { "changed_at": { "$gt": &at } },
            { "changed_at": { "$eq": &at }, "_id": { "$gt": card.to_string() } },
        ] },
        None => doc! { "changed_at": { "$gte": &at } },
    };
    since.insert("student_id", student.to_string());
    let mut cards = without_log(app, since, doc! { "changed_at": 1, "_id": 1 }, MOST_CHANGES + 1).await?;
    let more = cards.len() > MOST_CHANGES as usize;
    cards.truncate(MOST_CHANGES as usize);
    let last = cards.last().filter(|_| more);
    let seen = match last.and_then(|card| Some((card.id, card.changed_at?))) {
        Some((card, at)) => Seen { at: at.timestamp_millis(), card: Some(card) },
        None => Seen { at: (now - OVERLAP).timestamp_millis(), card: None },
    };
    Ok(Lacked { cards, seen, more })
}

/// Cards without what was answered to them.
///
/// # Errors
/// The store.
pub async fn without_log(
    app: &App,
    query: Document,
    order: Document,
    most: i64,
) -> Result<Vec<Card>, ApiError> {
    let cards: Collection<Document> = app.database.collection(Card::COLLECTION);
    let states = doc! { "log": 0, "outbox": 0, "outbox_at": 0, "rev": 0 };
    let found = cards.find(query).sort(order).limit(most).projection(states).await.context("cards")?;
    let found: Vec<Document> = found.try_collect().await.context("cards")?;
    let card = |mut card: Document| {
        card.insert("log", Bson::Array(Vec::new()));
        bson::deserialize_from_document::<Card>(card).context("a card without its log")
    };
    Ok(found.into_iter().map(card).collect::<anyhow::Result<_>>()?)
}

//! The cards of a student.

use crate::domain::card::Card;
use chrono::NaiveDate;
use documents::{Documents, Error, Filter, Listing, MAX_SLICE, Position};
use ids::{TopicId, UserId};

/// The cards of `student` in `topic`. A card that was never answered is not among them.
///
/// # Errors
/// The store.
pub async fn of_topic(cards: &Documents<Card>, student: UserId, topic: TopicId) -> Result<Vec<Card>, Error> {
    all(cards, Filter::eq("student_id", student).and_eq("topic_id", topic)).await
}

/// The cards that `student` answered on `day`, whatever their topic.
///
/// # Errors
/// The store.
pub async fn answered_on(
    cards: &Documents<Card>,
    student: UserId,
    day: NaiveDate,
) -> Result<Vec<Card>, Error> {
    all(cards, Filter::eq("student_id", student).and_eq("state.last.day", day)).await
}

/// How many cards `student` met for the first time on `day`.
///
/// # Errors
/// The store.
pub async fn introduced_on(cards: &Documents<Card>, student: UserId, day: NaiveDate) -> Result<u64, Error> {
    cards.count(Filter::eq("student_id", student).and_eq("introduced_on", day)).await
}

async fn all(cards: &Documents<Card>, filter: Filter) -> Result<Vec<Card>, Error> {
    let mut found = Vec::new();
    let mut after: Option<Position> = None;
    loop {
        let slice = cards.list(Listing::of(filter.clone()).after(after).limit(MAX_SLICE)).await?;
        found.extend(slice.items.into_iter().map(documents::Stored::into_state));
        match slice.next {
            Some(next) => after = Some(next),
            None => return Ok(found),
        }
    }
}

//! Whether a student has mastered a topic.

use super::deck;
use crate::{
    App,
    domain::mastery::{MATURE_DAYS, Mastery, mastered},
};
use documents::Filter;
use events::thematic_cards::{CardKind, CardReviewed, CardState};
use ids::{TopicId, UserId};

/// Whether an answer can have been the last that a topic lacked.
pub fn may_complete(answer: &CardReviewed) -> bool {
    answer.card_kind == CardKind::Recall
        && answer.state_after == CardState::Review
        && answer.stability_days.is_some_and(|days| days >= f64::from(MATURE_DAYS))
}

/// Tells that `student` has mastered `topic`, if it is so and was not told of these words before.
///
/// # Errors
/// The store.
pub async fn master(app: &App, student: UserId, topic: TopicId) -> anyhow::Result<()> {
    let lessons = app.catalogue.now().await?;
    let Some(level) = lessons.topic(topic).and_then(|topic| Some(topic.face.as_ref()?.level)) else {
        return Ok(());
    };
    let deck = deck(app, student).await?;
    let Some(words) = mastered(&lessons, topic, &deck) else { return Ok(()) };
    let rule = |mastery: Mastery| mastery.reached(&words, level, app.clock.now());
    app.masteries
        .change_or_create(
            Mastery::id_of(student, topic),
            Filter::any(),
            || Mastery::none(student, topic),
            rule,
        )
        .await
        .map_err(documents::Error::of_change)?;
    Ok(())
}

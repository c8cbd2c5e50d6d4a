//! The topics that are taught, with how a student stands in each.

use super::deck;
use crate::{
    App,
    domain::{standing::Standing, topic::Topic},
};
use documents::{Filter, Listing, Position, Slice, Stored};
use events::Level;
use ids::UserId;
use web::ApiError;

/// A slice of the topics that are taught.
///
/// # Errors
/// The store.
pub(crate) async fn taught(
    app: &App,
    level: Option<Level>,
    after: Option<Position>,
    limit: usize,
) -> Result<Slice<Stored<Topic>>, ApiError> {
    let taught = Filter::eq("taught", true);
    let taught = match level {
        Some(level) => taught.and_eq("face.level", level),
        None => taught,
    };
    let limit = u32::try_from(limit).unwrap_or(u32::MAX);
    Ok(app.topics.list(Listing::of(taught).after(after).limit(limit)).await?)
}

/// A topic, with how a student stands in it.
#[derive(Clone, Debug)]
pub(crate) struct Stood {
    /// The topic.
    pub topic: Topic,
    /// Words that are taught in it.
    pub words: u64,
    /// How the student stands.
    pub standing: Standing,
}

/// The topics as `student` stands in them.
///
/// # Errors
/// The store.
pub(crate) async fn with_progress(
    app: &App,
    student: UserId,
    topics: Vec<Stored<Topic>>,
) -> Result<Vec<Stood>, ApiError> {
    let lessons = app.catalogue.now().await?;
    let standings = deck(app, student).await?.standings(app.clock.now());
    let stood = |topic: Stored<Topic>| Stood {
        words: lessons.words_of(topic.id).len() as u64,
        standing: standings.get(&topic.id).copied().unwrap_or_default(),
        topic: topic.into_state(),
    };
    Ok(topics.into_iter().map(stood).collect())
}

/// Every topic that is taught: a school has some hundreds at most.
///
/// # Errors
/// The store.
pub(crate) async fn all_taught(app: &App) -> Result<Vec<Stored<Topic>>, ApiError> {
    let mut topics = Vec::new();
    let mut after = None;
    loop {
        let slice = taught(app, None, after, documents::MAX_SLICE as usize).await?;
        topics.extend(slice.items);
        match slice.next {
            Some(next) => after = Some(next),
            None => return Ok(topics),
        }
    }
}

//! The topics that are taught, with how a student stands in each.

use crate::{
    App,
    domain::{topic::Topic, word::Word},
    routes::view::TopicView,
    store::{self, statistics::Standing},
};
use bson::doc;
use documents::{Aggregate, Filter, Listing, Position, Slice, Stored};
use events::Level;
use futures::TryStreamExt;
use ids::{TopicId, UserId};
use serde::Deserialize;
use std::collections::HashMap;
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

/// The topics as `student` sees them.
///
/// # Errors
/// The store.
pub(crate) async fn with_progress(
    app: &App,
    student: UserId,
    topics: Vec<Stored<Topic>>,
) -> Result<Vec<TopicView>, ApiError> {
    let ids: Vec<_> = topics.iter().map(|topic| topic.id).collect();
    let words = words_by_topic(app, &ids).await?;
    let standings = store::statistics::of_student(&app.database, student, app.clock.now()).await?;
    let none = Standing::default();
    let view = |topic: Stored<Topic>| {
        let words = words.get(&topic.id).copied().unwrap_or_default();
        let standing = standings.get(&topic.id).unwrap_or(&none);
        Some(TopicView::of(topic.id, topic.face.as_ref()?, words, standing))
    };
    Ok(topics.into_iter().filter_map(view).collect())
}

#[derive(Deserialize)]
struct WordCount {
    #[serde(rename = "_id")]
    topic: TopicId,
    words: i64,
}

async fn words_by_topic(app: &App, topics: &[TopicId]) -> anyhow::Result<HashMap<TopicId, u64>> {
    let topics: Vec<_> = topics.iter().map(ToString::to_string).collect();
    let pipeline = [
        doc! { "$match": { "entry.topic_id": { "$in": topics }, "taught": true } },
        doc! { "$group": { "_id": "$entry.topic_id", "words": { "$sum": 1_i64 } } },
    ];
    let counts: Vec<WordCount> = app
        .database
        .collection::<WordCount>(Word::COLLECTION)
        .aggregate(pipeline)
        .with_type::<WordCount>()
        .await?
        .try_collect()
        .await?;
    Ok(counts.into_iter().map(|count| (count.topic, count.words.unsigned_abs())).collect())
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

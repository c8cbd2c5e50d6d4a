//! Items by what is known of them.

use crate::{App, domain::item::Item};
use documents::{Error, Filter, Listing, MAX_SLICE, Stored};
use ids::{ContentId, TopicId};

/// Names that one query asks for.
const NAMES_AT_ONCE: usize = 500;

/// All items with one of these names.
///
/// # Errors
/// The store.
pub async fn named(app: &App, names: &[String]) -> Result<Vec<Stored<Item>>, Error> {
    let mut found = Vec::new();
    for names in names.chunks(NAMES_AT_ONCE) {
        found.extend(all(app, &Filter::any().and_in("name", names)).await?);
    }
    Ok(found)
}

/// The topic and all its words, as far as they are there.
///
/// # Errors
/// The store.
pub async fn of_topic(app: &App, topic: TopicId) -> Result<Vec<Stored<Item>>, Error> {
    all(app, &Filter::eq("topic_id", topic)).await
}

/// Whether another word of the topic, one that is not archived, has this lemma.
///
/// # Errors
/// The store.
pub async fn lemma_is_taken(app: &App, topic: TopicId, lemma: &str, by: ContentId) -> Result<bool, Error> {
    let others = Filter::eq("topic_id", topic)
        .and_eq("content.word.lemma", lemma)
        .and_ne("_id", by)
        .and_ne("status", crate::domain::status::Status::Archived);
    Ok(app.items.count(others).await? > 0)
}

async fn all(app: &App, filter: &Filter) -> Result<Vec<Stored<Item>>, Error> {
    let mut found = Vec::new();
    let mut after = None;
    loop {
        let slice = app.items.list(Listing::of(filter.clone()).after(after).limit(MAX_SLICE)).await?;
        found.extend(slice.items);
        after = slice.next;
        if after.is_none() {
            return Ok(found);
        }
    }
}

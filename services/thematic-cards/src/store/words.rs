//! The words of a topic.

use crate::domain::word::Word;
use documents::{Documents, Error, Filter, Listing, MAX_SLICE};
use ids::TopicId;

/// Every word that is taught in `topic`, in the order of their ids: stable, and the same for everybody.
///
/// # Errors
/// The store.
pub async fn taught_in(words: &Documents<Word>, topic: TopicId) -> Result<Vec<Word>, Error> {
    let taught = Filter::eq("entry.topic_id", topic).and_eq("taught", true);
    let slice = words.list(Listing::of(taught).limit(MAX_SLICE)).await?;
    Ok(slice.items.into_iter().map(documents::Stored::into_state).collect())
}

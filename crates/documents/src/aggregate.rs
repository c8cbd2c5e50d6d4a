//! What a document is.

use std::fmt::Display;

use bson::Document;
use serde::Serialize;
use serde::de::DeserializeOwned;

/// One thing that changes as a whole: a card of a student, a text, an attempt, a cohort.
///
/// The value is the state alone. Its fields are stored at the top level of one document, beside `_id`, `rev`,
/// `outbox`, `outbox_at` and `request`, which belong to this crate: a state that has a field of one of these
/// names is refused at its first write. The one exception is `_id`, by which a state may name its own id
/// (`#[serde(rename = "_id")]`).
///
/// History that belongs to the thing is in the thing, and bounded ([`keep_last`](crate::keep_last)): a state
/// above [`MAX_BYTES`](Self::MAX_BYTES) is refused.
pub trait Aggregate: Serialize + DeserializeOwned + Send + Sync + 'static {
    /// The type of the id; its text is the `_id`, and what consumers see as `ce_subject`.
    type Id: Display + Clone + Send + Sync;

    /// Name of the collection that holds these documents and nothing else.
    const COLLECTION: &'static str;

    /// Bytes that the state may take as BSON.
    const MAX_BYTES: usize = 1 << 20;

    /// The id of this one.
    fn id(&self) -> Self::Id;

    /// The indexes that the queries over these documents need, made by
    /// [`Documents::prepare`](crate::Documents::prepare).
    fn indexes() -> Vec<Index> {
        Vec::new()
    }
}

/// An index of an aggregate, declared beside the state whose fields it names.
#[derive(Clone, Debug, PartialEq)]
pub struct Index {
    pub(crate) name: &'static str,
    pub(crate) keys: Document,
    pub(crate) unique: bool,
    pub(crate) only: Option<Document>,
}

impl Index {
    /// An index called `name`. The name is how a violated unique index is told
    /// ([`Error::Duplicate`](crate::Error::Duplicate)).
    #[must_use]
    pub fn named(name: &'static str) -> Self {
        Self { name, keys: Document::new(), unique: false, only: None }
    }

    /// Then by this field, smallest first.
    #[must_use]
    pub fn ascending(mut self, field: &'static str) -> Self {
        self.keys.insert(field, 1);
        self
    }

    /// Then by this field, largest first.
    #[must_use]
    pub fn descending(mut self, field: &'static str) -> Self {
        self.keys.insert(field, -1);
        self
    }

    /// No two documents may have the same values.
    #[must_use]
    pub fn unique(mut self) -> Self {
        self.unique = true;
        self
    }

    /// Hold only the documents that match `filter` (a partial index): equality, `$exists: true`, `$gt`, `$gte`,
    /// `$lt`, `$lte`, `$type`, and `$and` of them.
    #[must_use]
    pub fn only(mut self, filter: Document) -> Self {
        self.only = Some(filter);
        self
    }
}

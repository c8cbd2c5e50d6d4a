//! Lists, a slice at a time, by keyset: the place after the last one given, never an offset, so that a slice
//! costs the same at any depth and nothing is given twice when documents come and go meanwhile.

use bson::{Bson, Document, doc};
use serde::{Deserialize, Serialize};

use crate::Filter;

/// Which way a list runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Direction {
    /// Smallest first.
    Ascending,
    /// Largest first.
    Descending,
}

/// Where a slice ended: the sort value of its last document, and its id.
///
/// It has a serde form for the signed cursor of a list; it is not secret, but a caller who makes one up reads
/// their own list from elsewhere, so sign it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Position {
    #[serde(rename = "v", skip_serializing_if = "Option::is_none", default)]
    value: Option<Bson>,
    #[serde(rename = "i")]
    id: String,
}

/// What to list.
///
/// ```
/// # use documents::{Filter, Listing};
/// # let user = "0198a2a4-0000-7000-8000-000000000001";
/// let newest = Listing::of(Filter::eq("user_id", user)).descending("saved_at").limit(50);
/// ```
#[derive(Clone, Debug)]
pub struct Listing {
    pub(crate) filter: Filter,
    order: Option<&'static str>,
    direction: Direction,
    after: Option<Position>,
    limit: u32,
}

/// The most documents that one slice holds.
pub const MAX_SLICE: u32 = 1000;

impl Listing {
    /// Documents that match `filter`, by id, 50 at a time.
    #[must_use]
    pub fn of(filter: Filter) -> Self {
        Self { filter, order: None, direction: Direction::Ascending, after: None, limit: 50 }
    }

    /// By `field`, smallest first; equal ones by id. Documents without the field are not listed after the first
    /// slice, so name one that each has, and index it together with what the filter names.
    #[must_use]
    pub fn ascending(self, field: &'static str) -> Self {
        self.ordered(field, Direction::Ascending)
    }

    /// By `field`, largest first; equal ones by id, largest first. As [`ascending`](Self::ascending).
    #[must_use]
    pub fn descending(self, field: &'static str) -> Self {
        self.ordered(field, Direction::Descending)
    }

    fn ordered(mut self, field: &'static str, direction: Direction) -> Self {
        self.order = Some(field);
        self.direction = direction;
        self
    }

    /// From the place where an earlier slice of the same list ended.
    #[must_use]
    pub fn after(mut self, position: impl Into<Option<Position>>) -> Self {
        self.after = position.into();
        self
    }

    /// At most this many, at least one, at most [`MAX_SLICE`].
    #[must_use]
    pub fn limit(mut self, limit: u32) -> Self {
        self.limit = limit.clamp(1, MAX_SLICE);
        self
    }

    pub(crate) fn size(&self) -> usize {
        self.limit as usize
    }

    pub(crate) fn query(&self) -> Document {
        let filter = self.filter.clone();
        match &self.after {
            None => filter.into_query(),
            Some(position) => filter.and(self.beyond(position)).into_query(),
        }
    }

    fn beyond(&self, position: &Position) -> Document {
        let past = match self.direction {
            Direction::Ascending => "$gt",
            Direction::Descending => "$lt",
        };
        // Every value stands behind an operator: a position is data, whoever made it.
        let by_id = doc! { past: &position.id };
        match (&self.order, &position.value) {
            (Some(field), Some(value)) => doc! { "$or": [
                { *field: { past: value } },
                { *field: { "$eq": value }, "_id": by_id },
            ] },
            _ => doc! { "_id": by_id },
        }
    }

    pub(crate) fn sort(&self) -> Document {
        let sign = match self.direction {
            Direction::Ascending => 1,
            Direction::Descending => -1,
        };
        let mut sort = Document::new();
        if let Some(field) = self.order {
            sort.insert(field, sign);
        }
        sort.insert("_id", sign);
        sort
    }

    pub(crate) fn position_of(&self, document: &Document) -> Option<Position> {
        let value = match self.order {
            None => None,
            Some(field) => Some(lookup(document, field)?.clone()),
        };
        Some(Position { value, id: document.get_str("_id").ok()?.to_owned() })
    }
}

/// A field by its dotted path.
fn lookup<'a>(document: &'a Document, path: &str) -> Option<&'a Bson> {
    match path.split_once('.') {
        None => document.get(path),
        Some((head, rest)) => lookup(document.get_document(head).ok()?, rest),
    }
}

/// A slice of a list.
#[derive(Clone, Debug)]
pub struct Slice<T> {
    /// The documents, in the order that was asked for.
    pub items: Vec<T>,
    /// Where to go on, when there is more.
    pub next: Option<Position>,
}

impl<T> Slice<T> {
    /// The same slice of something else.
    pub fn map<U>(self, shape: impl FnMut(T) -> U) -> Slice<U> {
        Slice { items: self.items.into_iter().map(shape).collect(), next: self.next }
    }
}

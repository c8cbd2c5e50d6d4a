//! Which documents a caller may see.

use bson::{Document, doc};
use serde::Serialize;

/// A condition on the stored fields: ownership, a status, a range.
///
/// Values go through serde and stand behind an operator, so a value that came from outside is compared and never
/// read as a query.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Filter {
    conditions: Vec<Document>,
}

impl Filter {
    /// Every document.
    #[must_use]
    pub fn any() -> Self {
        Self::default()
    }

    /// Those whose `field` equals `value`; start of most filters: `Filter::eq("user_id", student.id)`.
    pub fn eq(field: &str, value: impl Serialize) -> Self {
        Self::any().and_eq(field, value)
    }

    /// And whose `field` equals `value`.
    #[must_use]
    pub fn and_eq(self, field: &str, value: impl Serialize) -> Self {
        self.with(field, "$eq", &value)
    }

    /// And whose `field` differs from `value`, or is absent.
    #[must_use]
    pub fn and_ne(self, field: &str, value: impl Serialize) -> Self {
        self.with(field, "$ne", &value)
    }

    /// And whose `field` is one of `values`.
    #[must_use]
    pub fn and_in<V: Serialize>(self, field: &str, values: &[V]) -> Self {
        self.with(field, "$in", &values)
    }

    /// And whose `field` is `value` or less.
    #[must_use]
    pub fn and_at_most(self, field: &str, value: impl Serialize) -> Self {
        self.with(field, "$lte", &value)
    }

    /// And whose `field` is `value` or more.
    #[must_use]
    pub fn and_at_least(self, field: &str, value: impl Serialize) -> Self {
        self.with(field, "$gte", &value)
    }

    /// And for whom a condition in MongoDB's own language holds. Never build one from outside text.
    #[must_use]
    pub fn and(mut self, condition: Document) -> Self {
        self.conditions.push(condition);
        self
    }

    fn with(self, field: &str, operator: &str, value: &impl Serialize) -> Self {
        // A value that BSON cannot hold equals nothing that is stored: `$in: []` matches no document.
        match bson::serialize_to_bson(value) {
            Ok(value) => self.and(doc! { field: { operator: value } }),
            Err(_) => self.and(doc! { "_id": { "$in": [] } }),
        }
    }

    pub(crate) fn and_id(self, id: &str) -> Document {
        let mut query = doc! { "_id": id };
        query.extend(self.into_query());
        query
    }

    /// The filter in MongoDB's own language, for a query of the service's own.
    #[must_use]
    pub fn into_query(mut self) -> Document {
        match self.conditions.len() {
            0 => Document::new(),
            1 => self.conditions.remove(0),
            _ => doc! { "$and": self.conditions },
        }
    }
}

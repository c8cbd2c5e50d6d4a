//! What more than one of the tests needs.

use chrono::{DateTime, Utc};
use ids::CardId;
use uuid::Uuid;

/// An instant.
pub fn at(text: &str) -> DateTime<Utc> {
    text.parse().expect("an RFC 3339 instant")
}

/// A card.
pub fn card(number: u128) -> CardId {
    CardId::new(Uuid::from_u128(number))
}

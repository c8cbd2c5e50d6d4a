//! What thematic-cards keeps of a person.

use mongodb::Database;
use subject::documents::{Collected, Collections};

const COLLECTED: &[Collected] = &[
    Collected {
        collection: "cards",
        whose: &["student_id"],
        about: "your cards, with each answer that you gave",
    },
    Collected {
        collection: "sessions",
        whose: &["student_id"],
        about: "the sittings that were arranged for you",
    },
];

/// All of it.
pub fn of(database: &Database) -> Collections {
    Collections::new(database.clone(), COLLECTED)
}

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
    Collected {
        collection: "students",
        whose: &["_id"],
        about: "what you chose, and what was learnt of how you forget",
    },
    Collected {
        collection: "trainings",
        whose: &["_id"],
        about: "when how you forget is next learnt from your answers",
    },
    Collected { collection: "days", whose: &["student_id"], about: "what you did on each day, as numbers" },
    Collected { collection: "masteries", whose: &["student_id"], about: "the topics that you mastered" },
    Collected {
        collection: "elsewhere",
        whose: &["student_id"],
        about: "the words that you answered in your own dictionary in the last days",
    },
    Collected {
        collection: "decks",
        whose: &["student_id"],
        about: "a copy of where your cards stand, which is read faster than they are",
    },
];

/// All of it.
pub fn of(database: &Database) -> Collections {
    Collections::new(database.clone(), COLLECTED)
}

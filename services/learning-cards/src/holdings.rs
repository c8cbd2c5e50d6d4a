//! What learning-cards keeps of a person.

use mongodb::Database;
use subject::documents::{Collected, Collections};

const COLLECTED: &[Collected] = &[
    Collected {
        collection: "words",
        whose: &["student_id"],
        about: "your own words, with each answer that you gave",
    },
    Collected { collection: "cohorts", whose: &["student_id"], about: "the words of each of your weeks" },
    Collected {
        collection: "sessions",
        whose: &["student_id"],
        about: "the sittings that were arranged for you",
    },
    Collected { collection: "imports", whose: &["student_id"], about: "the files that you took words from" },
    Collected {
        collection: "import_parts",
        whose: &["student_id"],
        about: "words of a file that are being added",
    },
    Collected { collection: "lists", whose: &["student_id"], about: "the names of your lists" },
    Collected {
        collection: "shared_lists",
        whose: &["teacher_id"],
        about: "the lists of words that you share with your students",
    },
    Collected {
        collection: "links",
        whose: &["student_id", "teacher_id"],
        about: "who teaches you, and whom you teach",
    },
    Collected { collection: "students", whose: &["_id"], about: "what you have set for your weeks" },
    Collected {
        collection: "seen",
        whose: &["student_id"],
        about: "the words of topics that you were asked in the last three days",
    },
];

/// All of it.
pub fn of(database: &Database) -> Collections {
    Collections::new(database.clone(), COLLECTED)
}

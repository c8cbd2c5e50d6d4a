//! What cron-utility keeps of a person: copies that it made of others' facts.

use mongodb::Database;
use subject::documents::{Collected, Collections};

const COLLECTED: &[Collected] = &[
    Collected {
        collection: "accounts",
        whose: &["_id"],
        about: "whether your account is closed, so that no digest is written to you meanwhile",
    },
    Collected {
        collection: "students",
        whose: &["_id"],
        about: "your progress as your teacher sees it, in numbers",
    },
    Collected {
        collection: "cards",
        whose: &["student_id"],
        about: "when each of your cards and own words is due, and how often you forgot it",
    },
    Collected {
        collection: "cohorts_of_students",
        whose: &["student_id"],
        about: "how far the words of each of your weeks have come",
    },
    Collected {
        collection: "topics_of_students",
        whose: &["student_id"],
        about: "which topics you have mastered, and when",
    },
    Collected {
        collection: "words_of_students",
        whose: &["student_id"],
        about: "how often you got each word right and wrong",
    },
    Collected {
        collection: "mails",
        whose: &["user_id"],
        about: "which mails were written to you, and when; no letter",
    },
    Collected {
        collection: "digest_choices",
        whose: &["_id"],
        about: "whether you want the weekly digest by mail",
    },
    Collected {
        collection: "links",
        whose: &["student_id", "teacher_id"],
        about: "who teaches you, and whom you teach",
    },
];

/// All of it.
pub fn of(database: &Database) -> Collections {
    Collections::new(database.clone(), COLLECTED)
}

//! What lobby keeps of a person.

use mongodb::Database;
use subject::documents::{Collected, Collections};

const COLLECTED: &[Collected] = &[Collected {
    collection: "contexts",
    whose: &["_id"],
    about: "the product that you opened last, and where in it",
}];

/// All of it.
pub fn of(database: &Database) -> Collections {
    Collections::new(database.clone(), COLLECTED)
}

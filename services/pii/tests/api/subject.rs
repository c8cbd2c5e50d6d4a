//! What pii itself keeps of a person.

use crate::support::World;
use testing::subject::assert_declared;

/// In the archive or, as said, not.
const ABOUT_PEOPLE: [&str; 9] = [
    "people", // The key, which opens the fields: they are in the archive.
    "fields",
    "pending_addresses", // In the archive as the field that they wait to be.
    "teacher_students",
    "accesses",
    "consents",
    "email_index", // A digest of the address, which is in the archive.
    "exports",     // This very request.
    "erasures",    // What stays when nothing else does.
];

#[tokio::test]
async fn every_table_about_people_is_exported_or_says_why_not() {
    assert_declared(&World::new().await.pool(), &ABOUT_PEOPLE).await;
}

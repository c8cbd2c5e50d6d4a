use crate::files;
use events::catalog::Catalog;

#[test]
fn the_table_of_topics_in_the_documents_is_the_catalogue() {
    let page = std::fs::read_to_string(files::root().join("docs/EVENTS.md")).expect("docs/EVENTS.md");
    let table = Catalog::embedded().expect("a catalogue").table();
    assert!(
        page.contains(&table),
        "the table is stale: run `cargo run -p tall-events --example schemas -- table`"
    );
}

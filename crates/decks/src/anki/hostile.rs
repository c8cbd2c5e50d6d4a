//! Fuzz targets for what is inside a package, which no change to a packed file would reach.

use super::read_collection;
use crate::Limits;

/// What can be said of every collection that is read.
#[test]
fn fuzz_collection() {
    let limits = Limits { steps: 2_000_000, ..Limits::default() };
    fuzz::target!("collection", |input| {
        let notes = match read_collection(input.to_vec(), &limits) {
            Ok(notes) => notes,
            Err(error) => return error.code(),
        };
        let mut names: Vec<_> = notes.note_types.iter().map(|kind| &kind.name).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), notes.note_types.len(), "each name once");
        for (place, note) in notes.notes.iter().enumerate() {
            assert_eq!(note.line, place + 1);
            assert_eq!(note.fields.len(), notes.note_types[note.note_type].fields.len());
            for card in &note.cards {
                assert!(card.answers().len() <= card.log.len());
            }
        }
        fuzz::ACCEPTED
    });
}

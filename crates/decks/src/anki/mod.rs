//! Packages of Anki: a ZIP archive with a SQLite database and numbered media.

mod archive;
mod collection;
mod layout;
mod media;
mod notes;
mod proto;

use crate::{Format, Limits, Package, ReadError};
use archive::Archive;
use collection::Collection;
use layout::Layout;
use notes::Notes;

/// Reads a package.
pub(crate) fn read(bytes: &[u8], limits: &Limits) -> Result<Package, ReadError> {
    let mut archive = Archive::open(bytes, limits)?;
    let notes = read_collection(archive.collection()?, limits)?;
    Ok(Package {
        format: Format::Anki(archive.version()),
        note_types: notes.note_types,
        notes: notes.notes,
        media: media::list(&mut archive)?,
        faults: Vec::new(),
        orphans: notes.orphans,
    })
}

/// Reads the database of a package, of either schema.
fn read_collection(database: Vec<u8>, limits: &Limits) -> Result<Notes, ReadError> {
    let collection = Collection::open(database, limits)?;
    let layout = Layout::read(&collection, limits)?;
    notes::read(&collection, layout, limits)
}

#[cfg(test)]
mod hostile;

//! Words for other programs.

mod collection;
mod model;
mod table;

pub use table::write_table;

use crate::text::is_file_name;
use crate::{Row, WriteError};
use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use std::collections::HashSet;
use std::io::{Cursor, Write as _};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// What is written into a package of Anki.
#[derive(Clone, Debug, PartialEq)]
pub struct Deck<'a> {
    /// The name of the deck. Each list of the rows is a deck inside of it.
    pub name: &'a str,
    /// The words. Their cards that ask [`Meaning`](crate::Asks::Meaning) or [`Dutch`](crate::Asks::Dutch) come along with
    /// their schedule, the first of each; a word that lacks one of them gets it as a new card.
    pub rows: &'a [Row],
    /// What the rows refer to.
    pub media: &'a [MediaFile],
    /// When: Anki takes over what is newer than what it has.
    pub at: DateTime<Utc>,
    /// Where the student is: decides which day a card is due.
    pub zone: Tz,
}

/// A medium that is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MediaFile {
    /// Its name, as rows refer to it.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// `anki.import_export.PackageMetadata` with version 2, as protobuf.
const META: &[u8] = &[0x08, 0x02];

/// Writes a package that Anki 2.1 and everything later opens, in the layout that Anki itself writes "for older versions":
/// `collection.anki21` of schema 11, with a `collection.anki2` for those who cannot read it. The same deck makes the same
/// bytes.
///
/// # Errors
/// When the deck has no name, two rows have one key, or a medium has a bad name.
pub fn write(deck: &Deck<'_>) -> Result<Vec<u8>, WriteError> {
    check(deck)?;
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let mut add = |name: &str, method, bytes: &[u8]| {
        let options = SimpleFileOptions::default().compression_method(method);
        archive.start_file(name, options)?;
        archive.write_all(bytes)?;
        Ok::<(), WriteError>(())
    };
    add("meta", CompressionMethod::Stored, META)?;
    add("collection.anki21", CompressionMethod::Deflated, &collection::of_deck(deck)?)?;
    add("collection.anki2", CompressionMethod::Deflated, &collection::for_the_old(deck)?)?;
    for (number, file) in deck.media.iter().enumerate() {
        // Sound and images are compressed already.
        add(&number.to_string(), CompressionMethod::Stored, &file.bytes)?;
    }
    add("media", CompressionMethod::Deflated, media_list(deck.media).as_bytes())?;
    Ok(archive.finish()?.into_inner())
}

fn check(deck: &Deck<'_>) -> Result<(), WriteError> {
    if model::deck_name(deck.name).is_empty() {
        return Err(WriteError::NoName);
    }
    let mut keys = HashSet::new();
    if let Some(row) = deck.rows.iter().find(|row| !keys.insert(&row.key)) {
        return Err(WriteError::RepeatedKey(row.key.clone()));
    }
    let mut names = HashSet::new();
    let bad = deck.media.iter().find(|file| !is_file_name(&file.name) || !names.insert(&file.name));
    bad.map_or(Ok(()), |file| Err(WriteError::BadMediaName(file.name.clone())))
}

/// The names of the numbered files.
fn media_list(media: &[MediaFile]) -> String {
    let numbered =
        media.iter().enumerate().map(|(number, file)| (number.to_string(), file.name.clone().into()));
    serde_json::Value::Object(numbered.collect()).to_string()
}

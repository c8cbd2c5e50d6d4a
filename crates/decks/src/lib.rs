#![doc = include_str!("../README.md")]
#![deny(missing_docs)]

mod anki;
mod answer;
mod cloze;
mod error;
mod fault;
mod field;
mod limits;
mod mapping;
mod markup;
mod names;
mod package;
mod rows;
mod table;
mod text;
mod write;

pub use answer::Answer;
pub use cloze::{Cloze, Gap};
pub use error::{Bound, ReadError, WriteError};
pub use fault::{Fault, FaultKind, MOST_FAULTS};
pub use field::Field;
pub use limits::Limits;
pub use mapping::{Columns, Mapping, MappingError};
pub use package::{
    Card, Format, Interval, LogEntry, LogKind, Media, Note, NoteType, Package, Standing, Template, Version,
};
pub use rows::{
    Asks, Counts, LONGEST_GLOSS, LONGEST_TEXT, LONGEST_WORD, PREVIEW_ROWS, Preview, Row, RowCard, Rows,
    preview, rows,
};
pub use table::{Delimiter, Header, TABLE, TableShape, read_table};
pub use write::{Deck, MediaFile, write, write_table};

use error::within;

/// Reads a file: a package of Anki, or a table.
///
/// # Errors
/// When it is neither, damaged, of an unknown version, or more than the limits allow. What is wrong with single lines is no
/// error: [`preview`] tells it.
pub fn read(bytes: &[u8], limits: &Limits) -> Result<Package, ReadError> {
    within(bytes.len(), limits.file_bytes, Bound::FileBytes)?;
    if bytes.is_empty() {
        return Err(ReadError::Empty);
    }
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        anki::read(bytes, limits)
    } else {
        table::read(bytes, limits)
    }
}

#[cfg(test)]
mod hostile;

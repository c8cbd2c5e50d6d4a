//! Comma-separated values and their like: a line a word.

mod directives;
mod encoding;
mod shape;

pub use shape::{Delimiter, Header, TableShape};

use crate::error::{Bound, within};
use crate::names::Names;
use crate::rows::tags_of;
use crate::text::tidy;
use crate::{Fault, FaultKind, Field, Format, Limits, Note, NoteType, Package, ReadError};
use csv::{Position, ReaderBuilder, StringRecord};
use directives::Directives;

/// The name of the one kind of note that a table has.
pub const TABLE: &str = "table";

/// A line that no file holds. It is put behind the last one: where it is not read as a line of its own, a quotation that
/// was never closed has swallowed it.
const LAST_LINE: &str = "\u{1}the end of the table\u{1}";

/// Reads a table, in the shape that it seems to have.
pub(crate) fn read(bytes: &[u8], limits: &Limits) -> Result<Package, ReadError> {
    within(bytes.len(), limits.table_bytes, Bound::FileBytes)?;
    let (text, encoding) = encoding::decode(bytes, encoding::guess(bytes))?;
    let (directives, text) = Directives::split(&text);
    let delimiter = directives.delimiter.unwrap_or_else(|| shape::delimiter_of(text));
    // Anki names the columns in a directive, or not at all.
    let header = if directives.lines > 0 { Header::None } else { shape::header_of(text, delimiter) };
    Table { shape: TableShape { encoding, delimiter, header }, directives, limits }.read(text)
}

/// Reads a table in this shape, which is what [`read`](crate::read) guessed, or what somebody who looked at the preview knows
/// better.
///
/// # Errors
/// As of [`read`](crate::read); when the encoding is not known.
pub fn read_table(bytes: &[u8], shape: &TableShape, limits: &Limits) -> Result<Package, ReadError> {
    within(bytes.len(), limits.table_bytes, Bound::FileBytes)?;
    let known = encoding::named(&shape.encoding)?;
    let (text, encoding) = encoding::decode(bytes, known)?;
    let (directives, text) = Directives::split(&text);
    let shape = TableShape { encoding, ..shape.clone() };
    Table { shape, directives, limits }.read(text)
}

struct Table<'a> {
    shape: TableShape,
    directives: Directives,
    limits: &'a Limits,
}

impl Table<'_> {
    fn read(self, text: &str) -> Result<Package, ReadError> {
        let records = self.records(text)?;
        let (headings, records) = match (self.shape.header, records.split_first()) {
            (Header::First, Some((headings, records))) => (Some(headings), records),
            _ => (None, records.as_slice()),
        };
        let columns = self.columns(headings, records);
        within(columns.len(), self.limits.fields_a_note, Bound::FieldsOfANote)?;
        within(columns.len().saturating_mul(records.len()), self.limits.fields, Bound::Fields)?;
        let mut faults = Vec::new();
        let notes = records.iter().map(|record| self.note(record, columns.len(), &mut faults)).collect();
        let fields =
            self.directives.field_columns(columns.len()).map(|column| columns[column].clone()).collect();
        Ok(Package {
            format: Format::Table(self.shape),
            note_types: vec![NoteType { name: TABLE.to_owned(), fields, ..NoteType::default() }],
            notes,
            media: Vec::new(),
            faults,
            orphans: 0,
        })
    }

    /// The lines that are not empty, each with its number.
    fn records(&self, text: &str) -> Result<Vec<(usize, StringRecord)>, ReadError> {
        let most = self.limits.notes + usize::from(self.shape.header == Header::First);
        let whole = format!("{text}\n{LAST_LINE}\n");
        let mut reader = ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .delimiter(self.shape.delimiter.byte())
            .from_reader(whole.as_bytes());
        let mut records = Vec::new();
        for record in reader.records() {
            let record = record.map_err(|_| ReadError::NotText)?;
            let line = self.directives.lines + line_of(&whole, record.position());
            if record.len() == 1 && &record[0] == LAST_LINE {
                break;
            }
            if record.iter().any(|cell| cell.contains(LAST_LINE)) {
                return Err(ReadError::UnclosedQuote { line });
            }
            if record.iter().any(|cell| !cell.trim().is_empty()) {
                within(records.len() + 1, most, Bound::Notes)?;
                records.push((line, record));
            }
        }
        if records.is_empty() { Err(ReadError::Empty) } else { Ok(records) }
    }

    /// The names of all columns.
    fn columns(
        &self,
        headings: Option<&(usize, StringRecord)>,
        records: &[(usize, StringRecord)],
    ) -> Vec<String> {
        let mut names = Names::default();
        match (headings, &self.directives.columns) {
            (Some((_, headings)), _) => headings.iter().map(|heading| names.give(heading)).collect(),
            (None, Some(columns)) => columns.iter().map(|column| names.give(column)).collect(),
            (None, None) => {
                (1..=usual_width(records)).map(|column| names.give(&column.to_string())).collect()
            }
        }
    }

    fn note(&self, (line, record): &(usize, StringRecord), width: usize, faults: &mut Vec<Fault>) -> Note {
        let beyond = record.iter().skip(width).any(|cell| !cell.trim().is_empty());
        if beyond {
            let kind = FaultKind::TooWide { expected: width, found: record.len() };
            faults.push(Fault { line: *line, field: None, kind });
        }
        let cell = |column: usize| record.get(column).unwrap_or_default();
        let special =
            |column: Option<usize>| column.map(|column| tidy(cell(column))).filter(|text| !text.is_empty());
        let mut tags = self.directives.tags.clone();
        tags.extend(self.directives.tags_column.map(|column| tags_of(cell(column))).unwrap_or_default());
        Note {
            line: *line,
            guid: special(self.directives.guid_column),
            note_type: 0,
            fields: self.directives.field_columns(width).map(|column| self.field(cell(column))).collect(),
            tags,
            deck: special(self.directives.deck_column)
                .or_else(|| self.directives.deck.clone())
                .map(Into::into),
            cards: Vec::new(),
        }
    }

    fn field(&self, cell: &str) -> Field {
        if cell.len() > self.limits.field_bytes {
            Field::too_long()
        } else if self.directives.is_html {
            Field::of_html(cell)
        } else {
            Field::of_text(unguarded(cell))
        }
    }
}

/// The width that most lines have; of two, the larger.
fn usual_width(records: &[(usize, StringRecord)]) -> usize {
    let mut widths = std::collections::BTreeMap::new();
    records.iter().for_each(|(_, record)| *widths.entry(record.len()).or_insert(0) += 1);
    widths.into_iter().max_by_key(|(width, lines)| (*lines, *width)).map_or(0, |(width, _)| width)
}

/// The line that a record begins in. The reader says where the one before ended; empty lines may follow there.
fn line_of(text: &str, position: Option<&Position>) -> usize {
    let Some(position) = position else { return 1 };
    let number = |number: u64| usize::try_from(number).unwrap_or(usize::MAX);
    let behind = text.as_bytes().get(number(position.byte())..).unwrap_or_default();
    number(position.line()) + behind.iter().take_while(|byte| **byte == b'\n').count()
}

/// What a spreadsheet would take for a formula (OWASP, CSV injection).
const FORMULA: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

/// A cell that no spreadsheet takes for a formula. [`unguarded`] takes the apostrophe away.
pub(crate) fn guarded(cell: &str) -> String {
    let is_formula = cell.trim_start_matches('\'').starts_with(FORMULA);
    if is_formula { format!("'{cell}") } else { cell.to_owned() }
}

/// A cell without the apostrophe that keeps it from being a formula.
fn unguarded(cell: &str) -> &str {
    match cell.strip_prefix('\'') {
        Some(rest) if rest.trim_start_matches('\'').starts_with(FORMULA) => rest,
        _ => cell,
    }
}

use crate::table::guarded;
use crate::{Delimiter, Row, WriteError};

/// The columns, by headings that [`Mapping::guess`](crate::Mapping::guess) knows.
const HEADINGS: [&str; 7] =
    ["Nederlands", "Translation", "Sentence", "Sentence translation", "Remark", "List", "Tags"];

/// Writes the words as CSV (RFC 4180), or with another delimiter, in UTF-8 with the byte order mark by which spreadsheets know
/// it. Schedules and media do not fit in. A text that a spreadsheet would take for a formula is preceded by an apostrophe (OWASP, CSV injection),
/// which [`read`](crate::read) takes away.
///
/// # Errors
/// None that a row could cause.
pub fn write_table(rows: &[Row], delimiter: Delimiter) -> Result<Vec<u8>, WriteError> {
    let mut bytes = "\u{feff}".as_bytes().to_vec();
    let mut table = csv::WriterBuilder::new().delimiter(delimiter.byte()).from_writer(&mut bytes);
    table.write_record(HEADINGS)?;
    for row in rows {
        table.write_record(cells(row).map(|cell| guarded(&cell)))?;
    }
    table.flush()?;
    drop(table);
    Ok(bytes)
}

fn cells(row: &Row) -> [String; 7] {
    let optional = |text: &Option<String>| text.clone().unwrap_or_default();
    [
        row.dutch.clone(),
        row.gloss.clone(),
        optional(&row.sentence),
        optional(&row.translation),
        optional(&row.remark),
        optional(&row.list),
        row.tags.join(" "),
    ]
}

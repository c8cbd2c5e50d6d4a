//! How a table is written.

use crate::mapping::is_heading;
use csv::{ReaderBuilder, StringRecord};
use serde::{Deserialize, Serialize};

/// How a table is written: guessed when it is read, to be corrected by who knows better.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct TableShape {
    /// A label of the Encoding Standard: `UTF-8`, `UTF-16LE`, `windows-1252`. A byte order mark in the file goes before it.
    pub encoding: String,
    /// What stands between cells.
    pub delimiter: Delimiter,
    /// Whether the first line is one of headings.
    pub header: Header,
}

/// What stands between cells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Delimiter {
    /// A tab.
    Tab,
    /// `;`, as spreadsheets write in countries with decimal commas.
    Semicolon,
    /// `,`.
    Comma,
}

impl Delimiter {
    pub(crate) const fn byte(self) -> u8 {
        match self {
            Self::Tab => b'\t',
            Self::Semicolon => b';',
            Self::Comma => b',',
        }
    }
}

/// What the first line is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Header {
    /// The names of the columns.
    First,
    /// A line like the others; the columns are called 1, 2, and so on.
    None,
}

/// Bytes and lines that the delimiter is guessed from.
const SAMPLE_BYTES: usize = 64 << 10;
const SAMPLE_LINES: usize = 200;

/// The delimiter that divides most lines into the same number of cells, two at least.
pub(super) fn delimiter_of(text: &str) -> Delimiter {
    let evenness = |delimiter: Delimiter| {
        let widths: Vec<usize> = sample(text, delimiter).iter().map(StringRecord::len).collect();
        let lines_of = |width: usize| widths.iter().filter(|other| **other == width).count();
        let usual =
            widths.iter().copied().filter(|width| *width > 1).max_by_key(|width| (lines_of(*width), *width));
        usual.map_or(0, lines_of)
    };
    let mut best = (Delimiter::Tab, evenness(Delimiter::Tab));
    for delimiter in [Delimiter::Semicolon, Delimiter::Comma] {
        let lines = evenness(delimiter);
        if lines > best.1 {
            best = (delimiter, lines);
        }
    }
    best.0
}

/// Headings are all different, none empty, and one of them is known as such.
pub(super) fn header_of(text: &str, delimiter: Delimiter) -> Header {
    let records = sample(text, delimiter);
    let Some(first) = records.first() else { return Header::None };
    let cells: Vec<&str> = first.iter().map(str::trim).collect();
    let differ = cells.iter().enumerate().all(|(at, cell)| !cell.is_empty() && !cells[..at].contains(cell));
    if differ && cells.iter().any(|cell| is_heading(cell)) { Header::First } else { Header::None }
}

fn sample(text: &str, delimiter: Delimiter) -> Vec<StringRecord> {
    let reader = ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter.byte())
        .from_reader(&text.as_bytes()[..text.len().min(SAMPLE_BYTES)]);
    reader.into_records().take(SAMPLE_LINES).filter_map(Result::ok).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_delimiter_is_what_divides_evenly() {
        for (text, delimiter) in [
            ("a,b\nc,d\n", Delimiter::Comma),
            (
                "lopen, liep, gelopen;to walk\nde fiets;bicycle\nzien, zag, gezien;to see\n",
                Delimiter::Semicolon,
            ),
            ("de fiets\tbicycle, bike; cycle\nhet huis\thouse\n", Delimiter::Tab),
            ("\"a;b\",c\n\"d;e\",f\n", Delimiter::Comma),
            ("een\ntwee\n", Delimiter::Tab),
            ("a;b,c\nd;e,f\n", Delimiter::Semicolon),
        ] {
            assert_eq!(delimiter_of(text), delimiter, "{text}");
        }
    }

    #[test]
    fn headings_are_known_by_their_names() {
        for (text, header) in [
            ("Nederlands;Engels\nde fiets;bicycle", Header::First),
            ("Woord;Uitspraak\nde fiets;...", Header::First),
            ("de fiets;bicycle\nhet huis;house", Header::None),
            ("nl;nl\na;b", Header::None),
            ("nl;\na;b", Header::None),
        ] {
            assert_eq!(header_of(text, Delimiter::Semicolon), header, "{text}");
        }
    }
}

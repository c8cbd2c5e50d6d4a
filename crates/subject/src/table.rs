//! Rows as the person gets them: as JSON, whole, and as CSV, for a spreadsheet.

use crate::MOST_BYTES;
use serde_json::{Map, Value};
use std::collections::BTreeSet;

/// What one holding holds of a person.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    /// The holding's name.
    pub name: String,
    rows: Vec<Map<String, Value>>,
    bytes: usize,
}

/// More than a part of an export may hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("more than {MOST_BYTES} bytes of one person")]
pub struct TooMuch;

impl Table {
    /// With no rows yet.
    pub fn named(name: impl Into<String>) -> Self {
        Self { name: name.into(), rows: Vec::new(), bytes: 0 }
    }

    /// Adds a row.
    ///
    /// # Errors
    /// [`TooMuch`].
    pub fn add(&mut self, row: Map<String, Value>) -> Result<(), TooMuch> {
        self.bytes += serde_json::to_vec(&row).map_err(|_| TooMuch)?.len();
        if self.bytes > MOST_BYTES {
            return Err(TooMuch);
        }
        self.rows.push(row);
        Ok(())
    }

    /// With these rows, which are JSON objects.
    ///
    /// # Errors
    /// [`TooMuch`].
    pub fn of(name: impl Into<String>, rows: impl IntoIterator<Item = Value>) -> Result<Self, TooMuch> {
        let mut table = Self::named(name);
        for row in rows {
            let row = match row {
                Value::Object(row) => row,
                value => Map::from_iter([("value".to_owned(), value)]),
            };
            table.add(row)?;
        }
        Ok(table)
    }

    /// How many rows.
    #[must_use]
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// The rows as a JSON array.
    ///
    /// # Errors
    /// None that a row could cause.
    pub fn json(&self) -> anyhow::Result<Vec<u8>> {
        Ok(serde_json::to_vec_pretty(&self.rows)?)
    }

    /// The rows as CSV (RFC 4180): a column for each field that any row has, nested values as JSON.
    ///
    /// A text that a spreadsheet would take for a formula is preceded by an apostrophe (OWASP, CSV Injection).
    ///
    /// # Errors
    /// None that a row could cause.
    pub fn csv(&self) -> anyhow::Result<Vec<u8>> {
        let columns: BTreeSet<&str> =
            self.rows.iter().flat_map(|row| row.keys().map(String::as_str)).collect();
        let mut csv = csv::Writer::from_writer(Vec::new());
        if !columns.is_empty() {
            csv.write_record(&columns)?;
        }
        for row in &self.rows {
            csv.write_record(columns.iter().map(|column| cell(row.get(*column))))?;
        }
        Ok(csv.into_inner()?)
    }
}

fn cell(value: Option<&Value>) -> String {
    match value {
        None | Some(Value::Null) => String::new(),
        Some(Value::String(text)) if text.starts_with(['=', '+', '-', '@', '\t', '\r']) => format!("'{text}"),
        Some(Value::String(text)) => text.clone(),
        Some(other) => other.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use serde_json::json;

    #[test]
    fn every_field_of_any_row_is_a_column() {
        let table =
            Table::of("cards", [json!({"a": 1, "b": "x, y"}), json!({"c": [1, 2]})]).expect("a table");
        let csv = String::from_utf8(table.csv().expect("csv")).expect("text");
        assert_eq!(csv, "a,b,c\n1,\"x, y\",\n,,\"[1,2]\"\n");
    }

    #[test]
    fn a_text_is_no_formula() {
        let table = Table::of("answers", [json!({"text": "=1+1"})]).expect("a table");
        assert_eq!(table.csv().expect("csv"), b"text\n'=1+1\n");
    }

    #[test]
    fn no_rows_are_an_empty_file() {
        let table = Table::named("cards");
        assert_eq!((table.csv().expect("csv"), table.json().expect("json")), (vec![], b"[]".to_vec()));
    }

    #[test]
    fn a_person_of_whom_too_much_is_kept_is_said() {
        let row = || json!({"text": "a".repeat(1 << 20)});
        assert_eq!(Table::of("cards", (0..40).map(|_| row())).err(), Some(TooMuch));
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_again(texts in prop::collection::vec("[ -~\\n]{0,20}", 1..10)) {
            let rows = texts.iter().map(|text| json!({"id": 1, "text": text}));
            let csv = Table::of("t", rows).expect("a table").csv().expect("csv");
            let mut reader = csv::Reader::from_reader(csv.as_slice());
            let read: Vec<String> = reader.records().map(|row| row.expect("a row")[1].to_owned()).collect();
            let told = |text: &String| cell(Some(&Value::String(text.clone())));
            prop_assert_eq!(read, texts.iter().map(told).collect::<Vec<_>>());
        }
    }
}

use serde::Serialize;
use std::{cell::RefCell, ops::Range};
use utoipa::ToSchema;

/// Faults that are told of one file; a file with more is not a content file.
pub const MOST_FAULTS: usize = 200;

/// Something wrong in a file.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Fault {
    /// From 1.
    pub line: usize,
    /// Where in the file, as in `word[3].gloss.ru`.
    pub path: String,
    /// A stable code.
    pub code: &'static str,
    /// What is wrong and what would be right.
    pub message: String,
}

/// The faults of one file, as they are found.
pub(super) struct Faults {
    line_starts: Vec<usize>,
    found: RefCell<Vec<Fault>>,
}

impl Faults {
    pub(super) fn of(text: &str) -> Self {
        let after_breaks = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n').map(|(at, _)| at + 1);
        Self { line_starts: std::iter::once(0).chain(after_breaks).collect(), found: RefCell::default() }
    }

    pub(super) fn line(&self, offset: usize) -> usize {
        self.line_starts.partition_point(|start| *start <= offset)
    }

    pub(super) fn add(
        &self,
        span: &Range<usize>,
        path: &str,
        code: &'static str,
        message: impl Into<String>,
    ) {
        let mut found = self.found.borrow_mut();
        if found.len() < MOST_FAULTS {
            let line = self.line(span.start);
            found.push(Fault { line, path: path.to_owned(), code, message: message.into() });
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.found.borrow().is_empty()
    }

    /// By line.
    pub(super) fn into_sorted(self) -> Vec<Fault> {
        let mut found = self.found.into_inner();
        found.sort();
        found
    }
}

//! What is wrong with single lines.

/// The most faults that are told; how many there are is counted.
pub const MOST_FAULTS: usize = 1_000;

/// What is wrong with a line.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Fault {
    /// The line of a table, or which note of a package it is; from 1.
    pub line: usize,
    /// The field; none where it is the line as a whole.
    pub field: Option<String>,
    /// What.
    pub kind: FaultKind,
}

/// What can be wrong. The texts quote nothing of the file.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, thiserror::Error)]
#[non_exhaustive]
pub enum FaultKind {
    /// Nothing to learn.
    #[error("there is no word")]
    NoWord,
    /// A word without a meaning.
    #[error("there is no meaning")]
    NoGloss,
    /// More characters than a word, a meaning or a sentence has.
    #[error("this is longer than {most} characters")]
    TooLong {
        /// So many may be.
        most: usize,
    },
    /// More bytes than are read: see [`field_bytes`](crate::Limits::field_bytes).
    #[error("this is too long to be read")]
    Unread,
    /// Word and meaning stand in an earlier line.
    #[error("the same stands in line {first} already")]
    Repeated {
        /// Where.
        first: usize,
    },
    /// More cells than the table has columns.
    #[error("the line has {found} cells where the table has {expected} columns")]
    TooWide {
        /// Columns of the table.
        expected: usize,
        /// Cells of the line.
        found: usize,
    },
    /// Characters that the encoding does not have.
    #[error("some characters cannot be read")]
    Unreadable,
    /// A sound or an image that the package does not have.
    #[error("a sound or an image is missing")]
    NoMedia {
        /// Its name.
        name: String,
    },
}

impl FaultKind {
    /// What, for programs. The README lists them.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::NoWord => "no-word",
            Self::NoGloss => "no-gloss",
            Self::TooLong { .. } => "too-long",
            Self::Unread => "unread",
            Self::Repeated { .. } => "repeated",
            Self::TooWide { .. } => "too-wide",
            Self::Unreadable => "unreadable-characters",
            Self::NoMedia { .. } => "no-media",
        }
    }

    /// Whether the line gives no row. The others are told, and the row is there.
    #[must_use]
    pub const fn leaves_out(&self) -> bool {
        !matches!(self, Self::NoGloss | Self::Unreadable | Self::NoMedia { .. })
    }
}

/// Faults as they are found: all are counted, the first [`MOST_FAULTS`] kept.
#[derive(Debug, Default)]
pub(crate) struct Faults {
    pub told: Vec<Fault>,
    pub found: usize,
}

impl Faults {
    pub fn add(&mut self, fault: Fault) {
        self.found += 1;
        if self.told.len() < MOST_FAULTS {
            self.told.push(fault);
        }
    }
}

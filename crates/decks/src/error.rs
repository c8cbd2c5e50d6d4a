//! Why a file is not read, and why none is written.

/// A limit that a file goes beyond.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bound {
    /// [`file_bytes`](crate::Limits::file_bytes) or [`table_bytes`](crate::Limits::table_bytes).
    FileBytes,
    /// [`entries`](crate::Limits::entries).
    Entries,
    /// [`notes`](crate::Limits::notes).
    Notes,
    /// Kinds of notes.
    NoteTypes,
    /// Decks.
    Decks,
    /// [`fields_a_note`](crate::Limits::fields_a_note).
    FieldsOfANote,
    /// [`fields`](crate::Limits::fields).
    Fields,
    /// [`cards`](crate::Limits::cards).
    Cards,
    /// [`reviews`](crate::Limits::reviews).
    Reviews,
    /// The largest value that a collection may hold.
    ValueBytes,
}

impl Bound {
    const fn name(self) -> &'static str {
        match self {
            Self::FileBytes => "bytes",
            Self::Entries => "files in the package",
            Self::Notes => "notes",
            Self::NoteTypes => "note types",
            Self::Decks => "decks",
            Self::FieldsOfANote => "fields of a note",
            Self::Fields => "fields",
            Self::Cards => "cards",
            Self::Reviews => "reviews",
            Self::ValueBytes => "bytes in one value",
        }
    }
}

/// Why a file is refused. Nothing of it was used.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ReadError {
    /// A file of no bytes, or of white space.
    #[error("the file is empty")]
    Empty,
    /// More than [`Limits`](crate::Limits) allow.
    #[error("the file has more than {most} {}", bound.name())]
    TooMuch {
        /// Which limit.
        bound: Bound,
        /// Its value.
        most: u64,
    },
    /// The database asks for more than [`steps`](crate::Limits::steps).
    #[error("reading the collection is more work than a collection of its size can be")]
    TooMuchWork,
    /// A file inside the package that unpacks to more than it may: a bomb, or more than is read.
    #[error("a file of the package unpacks to more than {most} bytes")]
    Bomb {
        /// Where unpacking stopped.
        most: u64,
    },
    /// Neither a package nor text.
    #[error("the file is neither an Anki package nor text")]
    NotText,
    /// The ZIP archive is cut short, damaged, encrypted, or packed in a way that Anki does not use.
    #[error("the package is damaged or cut short")]
    DamagedArchive(#[source] Box<dyn std::error::Error + Send + Sync>),
    /// A path inside the package, or the name of a medium, leads out of its folder.
    #[error("the package names a file outside of it")]
    UnsafeName(String),
    /// A ZIP archive, but no package of Anki.
    #[error("the archive holds no Anki collection")]
    NoCollection,
    /// A package or collection of a version that is not known here.
    #[error("version {0} of Anki's format is not known")]
    UnknownVersion(i64),
    /// The collection is no SQLite database, or a damaged one.
    #[error("the collection in the package is damaged")]
    DamagedCollection(#[source] Box<dyn std::error::Error + Send + Sync>),
    /// Where a table should be there is a view or a virtual table, or nothing.
    #[error("the collection has no table {0}")]
    NoTable(&'static str),
    /// Something inside the collection or the list of media is not what it should be.
    #[error("the package holds {0} that cannot be read")]
    Unreadable(&'static str),
    /// The encoding that was asked for is not known.
    #[error("the encoding is not known")]
    UnknownEncoding,
    /// A quotation mark that opens a cell and is never closed.
    #[error("line {line} opens a quotation that is never closed")]
    UnclosedQuote {
        /// The line in which the record with the quotation begins.
        line: usize,
    },
}

impl ReadError {
    /// What, for programs. The README lists them.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Empty => "empty-file",
            Self::TooMuch { .. } => "too-much",
            Self::TooMuchWork => "too-much-work",
            Self::Bomb { .. } => "bomb",
            Self::NotText => "not-text",
            Self::DamagedArchive(_) => "damaged-archive",
            Self::UnsafeName(_) => "unsafe-name",
            Self::NoCollection => "no-collection",
            Self::UnknownVersion(_) => "unknown-version",
            Self::DamagedCollection(_) => "damaged-collection",
            Self::NoTable(_) => "no-table",
            Self::Unreadable(_) => "unreadable",
            Self::UnknownEncoding => "unknown-encoding",
            Self::UnclosedQuote { .. } => "unclosed-quote",
        }
    }

    pub(crate) const fn too_much(bound: Bound, most: usize) -> Self {
        Self::TooMuch { bound, most: most as u64 }
    }
}

/// Refuses more than `most`.
pub(crate) fn within(found: usize, most: usize, bound: Bound) -> Result<(), ReadError> {
    if found > most { Err(ReadError::too_much(bound, most)) } else { Ok(()) }
}

impl From<zip::result::ZipError> for ReadError {
    fn from(error: zip::result::ZipError) -> Self {
        Self::DamagedArchive(error.into())
    }
}

/// Why nothing is written.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum WriteError {
    /// A deck without a name.
    #[error("the deck has no name")]
    NoName,
    /// Two rows with one key.
    #[error("the key {0:?} stands twice")]
    RepeatedKey(String),
    /// A media file whose name is none, or stands twice.
    #[error("{0:?} is no name for a medium, or stands twice")]
    BadMediaName(String),
    /// The collection cannot be made.
    #[error("the collection cannot be made")]
    Collection(#[from] rusqlite::Error),
    /// The archive cannot be made.
    #[error("the archive cannot be made")]
    Archive(#[from] zip::result::ZipError),
    /// The archive cannot be filled.
    #[error("the file cannot be filled")]
    Io(#[from] std::io::Error),
    /// A table cannot be made.
    #[error("the table cannot be made")]
    Table(#[from] csv::Error),
}

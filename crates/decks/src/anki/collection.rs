//! The SQLite database of a stranger, read with nothing of it able to run.

use crate::error::Bound;
use crate::{Limits, ReadError};
use rusqlite::config::DbConfig;
use rusqlite::hooks::{AuthAction, AuthContext, Authorization};
use rusqlite::limits::Limit;
use rusqlite::types::ValueRef;
use rusqlite::{Connection, ErrorCode, Row};
use std::borrow::Cow;

/// Bytes of one value. The kinds of notes of a large collection are one JSON text of a few megabytes.
const LARGEST_VALUE: i32 = 32 << 20;
/// Steps of the virtual machine between two looks at the count.
const STEPS_AT_ONCE: i32 = 10_000;
/// The tables that are read. A statement that touches another is refused.
const TABLES: [&str; 10] = [
    "sqlite_master",
    "col",
    "config",
    "notetypes",
    "fields",
    "templates",
    "decks",
    "notes",
    "cards",
    "revlog",
];

/// A database in memory that can only be read.
///
/// Triggers and views are off, functions in the schema are not trusted, and an authorizer lets statements select from the
/// known tables and do nothing else: no function, no recursion, no other table. A table that is read must be one: a view or
/// a virtual table under its name is refused, and so is one with computed columns. Work and values are bounded.
pub(super) struct Collection {
    connection: Connection,
}

impl From<rusqlite::Error> for ReadError {
    fn from(error: rusqlite::Error) -> Self {
        match error.sqlite_error_code() {
            Some(ErrorCode::OperationInterrupted) => Self::TooMuchWork,
            Some(ErrorCode::TooBig) => Self::too_much(Bound::ValueBytes, LARGEST_VALUE as usize),
            _ => Self::DamagedCollection(error.into()),
        }
    }
}

impl Collection {
    pub fn open(mut database: Vec<u8>, limits: &Limits) -> Result<Self, ReadError> {
        if !database.starts_with(b"SQLite format 3\0") {
            return Err(ReadError::Unreadable("no database, or a part of one,"));
        }
        without_journal(&mut database);
        let mut connection = Connection::open_in_memory()?;
        disarm(&connection, limits)?;
        connection.deserialize_read_exact("main", &*database, database.len(), true)?;
        connection.authorizer(Some(may))?;
        Ok(Self { connection })
    }

    /// Whether there is a table of this name. A view or a virtual table in its place is an error.
    pub fn has_table(&self, table: &'static str) -> Result<bool, ReadError> {
        let mut found = false;
        self.each("select name, type, rootpage, sql from sqlite_master", |row| {
            if text(row, 0)?.eq_ignore_ascii_case(table) {
                // What is stored begins on a page of its own.
                let is_stored = text(row, 1)? == "table" && integer(row, 2)? > 0;
                let is_stored = is_stored && !computes(&text(row, 3)?);
                found = is_stored.then_some(true).ok_or(ReadError::NoTable(table))?;
            }
            Ok(())
        })?;
        Ok(found)
    }

    /// Refuses a collection without this table.
    pub fn expect_table(&self, table: &'static str) -> Result<(), ReadError> {
        if self.has_table(table)? { Ok(()) } else { Err(ReadError::NoTable(table)) }
    }

    /// Takes every row of a query.
    pub fn each(
        &self,
        query: &str,
        mut take: impl FnMut(&Row<'_>) -> Result<(), ReadError>,
    ) -> Result<(), ReadError> {
        let mut statement = self.connection.prepare(query)?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            take(row)?;
        }
        Ok(())
    }
}

/// Whether the definition of a table has columns that are computed when they are read: of their functions the authorizer is
/// not asked, and their work is not counted in steps.
fn computes(definition: &str) -> bool {
    let words = definition.split(|letter: char| !letter.is_alphanumeric() && letter != '_');
    words.into_iter().any(|word| word.eq_ignore_ascii_case("as") || word.eq_ignore_ascii_case("generated"))
}

/// A database that was in WAL mode cannot be opened from memory; the header says which mode it is (SQLite file format, 1.3).
fn without_journal(database: &mut [u8]) {
    const WAL: u8 = 2;
    const ROLLBACK: u8 = 1;
    for version in database.iter_mut().skip(18).take(2).filter(|version| **version == WAL) {
        *version = ROLLBACK;
    }
}

fn disarm(connection: &Connection, limits: &Limits) -> Result<(), ReadError> {
    for (option, value) in [
        (DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true),
        (DbConfig::SQLITE_DBCONFIG_ENABLE_TRIGGER, false),
        (DbConfig::SQLITE_DBCONFIG_ENABLE_VIEW, false),
        (DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false),
    ] {
        connection.set_db_config(option, value)?;
    }
    for (limit, value) in [
        (Limit::SQLITE_LIMIT_LENGTH, LARGEST_VALUE),
        (Limit::SQLITE_LIMIT_SQL_LENGTH, 100_000),
        (Limit::SQLITE_LIMIT_COLUMN, 100),
        (Limit::SQLITE_LIMIT_EXPR_DEPTH, 20),
        (Limit::SQLITE_LIMIT_COMPOUND_SELECT, 3),
        (Limit::SQLITE_LIMIT_FUNCTION_ARG, 8),
        (Limit::SQLITE_LIMIT_ATTACHED, 0),
        (Limit::SQLITE_LIMIT_TRIGGER_DEPTH, 1),
        (Limit::SQLITE_LIMIT_WORKER_THREADS, 0),
    ] {
        connection.set_limit(limit, value)?;
    }
    for pragma in ["cell_size_check", "query_only"] {
        connection.pragma_update(None, pragma, true)?;
    }
    connection.pragma_update(None, "temp_store", "memory")?;
    let mut steps_left = limits.steps;
    let is_too_much = move || {
        steps_left = steps_left.saturating_sub(STEPS_AT_ONCE as u64);
        steps_left == 0
    };
    connection.progress_handler(STEPS_AT_ONCE, Some(is_too_much))?;
    Ok(())
}

fn may(context: AuthContext<'_>) -> Authorization {
    match context.action {
        AuthAction::Select => Authorization::Allow,
        AuthAction::Read { table_name, .. } if TABLES.contains(&table_name) => Authorization::Allow,
        _ => Authorization::Deny,
    }
}

/// A text, whatever the type of the column: SQLite keeps what it was given.
pub(super) fn text<'r>(row: &'r Row<'_>, column: usize) -> Result<Cow<'r, str>, ReadError> {
    Ok(match row.get_ref(column)? {
        ValueRef::Text(text) | ValueRef::Blob(text) => String::from_utf8_lossy(text),
        ValueRef::Integer(number) => number.to_string().into(),
        ValueRef::Real(number) => number.to_string().into(),
        ValueRef::Null => "".into(),
    })
}

/// An integer, whatever the type of the column; 0 for what is none.
pub(super) fn integer(row: &Row<'_>, column: usize) -> Result<i64, ReadError> {
    Ok(match row.get_ref(column)? {
        ValueRef::Integer(number) => number,
        ValueRef::Real(number) => number as i64,
        ValueRef::Text(text) => {
            std::str::from_utf8(text).ok().and_then(|text| text.parse().ok()).unwrap_or(0)
        }
        ValueRef::Blob(_) | ValueRef::Null => 0,
    })
}

/// The bytes of a text or of a blob.
pub(super) fn bytes<'r>(row: &'r Row<'_>, column: usize) -> Result<&'r [u8], ReadError> {
    Ok(match row.get_ref(column)? {
        ValueRef::Text(bytes) | ValueRef::Blob(bytes) => bytes,
        ValueRef::Integer(_) | ValueRef::Real(_) | ValueRef::Null => &[],
    })
}

//! Words that come from a file, all of them or none.
//!
//! Each word is a document of its own, so the words of a file cannot be written at once. First all of them are laid down in
//! parts that no student sees. Then the import is noted: from that moment on it happens, whoever is cut off, because what
//! is laid down can be added again and again with the same outcome. A process that ends before that moment leaves nothing
//! but parts of no import.

use super::{context::Sentence, entry::Entry, lexical::Generated};
use chrono::{DateTime, Utc};
use documents::{Aggregate, Change, Index};
use ids::{OwnWordId, UserId, WordImportId};
use scheduler::cohort::Progress;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use uuid::Uuid;

/// Words of one file.
pub const MOST_WORDS: usize = 10_000;
/// Words of a part: so many fit into a document, however long they are.
pub const PART: usize = 50;

/// An import.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct WordImport {
    /// Made by the client.
    #[serde(rename = "_id")]
    pub id: WordImportId,
    /// Whose it is.
    pub student_id: UserId,
    /// How far it is.
    pub stage: ImportStage,
    /// Whether anything of it is still to be done.
    pub open: bool,
    /// The name of its parts: each try to lay a file down has its own, so that none writes over what another has laid down.
    pub laid_down_as: Uuid,
    /// The parts that it was laid down in.
    pub parts: u32,
    /// Those of them that have been added.
    pub added_parts: u32,
    /// Words that it adds.
    pub words: u32,
    /// Words that were in the dictionary already.
    pub skipped: u32,
    /// Lines that were left out, because something is wrong with them.
    pub left_out: u32,
    /// When it was asked for.
    #[serde(with = "documents::instant")]
    pub asked_at: DateTime<Utc>,
    /// When something was last done.
    #[serde(with = "documents::instant")]
    pub moved_at: DateTime<Utc>,
}

/// How far an import is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ImportStage {
    /// Its words are being added.
    Adding,
    /// They are in the dictionary.
    Added,
    /// They are being taken away again.
    TakingBack,
    /// They were taken away, save those that the student has touched.
    TakenBack,
}

/// Some words of an import, laid down before any of them is added.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ImportPart {
    /// Follows from the name of the parts and their number.
    #[serde(rename = "_id")]
    pub id: String,
    /// Whose it is.
    pub student_id: UserId,
    /// The import.
    pub import_id: WordImportId,
    /// The words.
    pub words: Vec<ImportedWord>,
    /// When it was laid down.
    #[serde(with = "documents::instant")]
    pub laid_down_at: DateTime<Utc>,
}

/// A word of a file.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ImportedWord {
    /// Where it stands in the file: the line of a table, or which note of a package it is.
    pub line: u32,
    /// The same in every reading of the same file.
    pub key: String,
    /// What it is.
    pub entry: Entry,
    /// What of it the file does not say, and the lexicon added.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub generated: BTreeSet<Generated>,
    /// The sentence that came with it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sentence: Option<Sentence>,
    /// Its tags.
    pub tags: BTreeSet<String>,
    /// How far the other program has taken the student with it.
    pub progress: Progress,
    /// When it was last answered there.
    #[serde(with = "documents::instant::option", default, skip_serializing_if = "Option::is_none")]
    pub answered_at: Option<DateTime<Utc>>,
}

impl Aggregate for WordImport {
    type Id = WordImportId;
    const COLLECTION: &'static str = "imports";

    fn id(&self) -> WordImportId {
        self.id
    }

    fn indexes() -> Vec<Index> {
        vec![
            Index::named("of_student").ascending("student_id").descending("asked_at").descending("_id"),
            Index::named("open").ascending("moved_at").only(bson::doc! { "open": true }),
        ]
    }
}

impl Aggregate for ImportPart {
    type Id = String;
    const COLLECTION: &'static str = "import_parts";

    fn id(&self) -> String {
        self.id.clone()
    }

    fn indexes() -> Vec<Index> {
        vec![
            Index::named("of_student").ascending("student_id"),
            Index::named("laid_down").ascending("laid_down_at"),
        ]
    }
}

impl ImportedWord {
    /// The id that it has in the dictionary: added twice, it is one word.
    pub fn id(&self, import: WordImportId) -> OwnWordId {
        OwnWordId::derive(import.as_uuid(), &self.key)
    }
}

impl WordImport {
    /// The id of a part.
    pub fn part_id(&self, number: u32) -> String {
        format!("{}/{number}", self.laid_down_as)
    }

    /// So many parts have been added; another instance may be further.
    pub fn advance(mut self, added_parts: u32, now: DateTime<Utc>) -> Change<Self> {
        if self.stage != ImportStage::Adding || self.added_parts >= added_parts {
            return Change::none(self);
        }
        self.added_parts = added_parts;
        self.moved_at = now;
        Change::of(self)
    }

    /// All of it has been added.
    pub fn added(self, now: DateTime<Utc>) -> Change<Self> {
        self.pass(ImportStage::Adding, ImportStage::Added, now)
    }

    /// The student wants it taken back.
    pub fn take_back(self, now: DateTime<Utc>) -> Change<Self> {
        self.pass(ImportStage::Added, ImportStage::TakingBack, now)
    }

    /// It has been taken back.
    pub fn taken_back(self, now: DateTime<Utc>) -> Change<Self> {
        self.pass(ImportStage::TakingBack, ImportStage::TakenBack, now)
    }

    fn pass(mut self, from: ImportStage, to: ImportStage, now: DateTime<Utc>) -> Change<Self> {
        if self.stage != from {
            return Change::none(self);
        }
        self.stage = to;
        self.open = to == ImportStage::TakingBack;
        self.moved_at = now;
        Change::of(self)
    }
}

//! What a file holds, whichever program wrote it.

use crate::table::TableShape;
use crate::{Answer, Fault, Field};
use chrono::{DateTime, Utc};
use scheduler::{Memory, Phase};
use std::sync::Arc;

/// A file that was read: its notes in their order, with cards and review log, and what media it has.
#[derive(Clone, Debug, PartialEq)]
pub struct Package {
    /// Which kind of file it was.
    pub format: Format,
    /// The kinds of notes. A table has one.
    pub note_types: Vec<NoteType>,
    /// Its notes; the lines of a table.
    pub notes: Vec<Note>,
    /// Its media, by name. [`Media::unpack`] gives the bytes.
    pub media: Vec<Media>,
    /// What is wrong with single lines.
    pub faults: Vec<Fault>,
    /// What belongs to nothing: cards of no note, reviews of no card or at no time. They were left out.
    pub orphans: usize,
}

/// Which kind of file it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Format {
    /// A package of Anki.
    Anki(Version),
    /// Comma-separated values and their like, in this shape.
    Table(TableShape),
}

/// The layouts of a package of Anki.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Version {
    /// `collection.anki2`: Anki 2.0, and most programs that are not Anki.
    Legacy1,
    /// `collection.anki21`: what Anki 2.1 writes for older ones.
    Legacy2,
    /// `collection.anki21b`: what Anki writes since 2.1.50.
    Latest,
}

/// A kind of note.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NoteType {
    /// Its name; no other has the same.
    pub name: String,
    /// Whether its cards are the gaps of a text.
    pub is_cloze: bool,
    /// The names of its fields, in order; no two are the same.
    pub fields: Vec<String>,
    /// Its kinds of cards.
    pub templates: Vec<Template>,
}

/// A kind of card.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Template {
    /// Its name.
    pub name: String,
    /// Which fields the question shows, as places in [`NoteType::fields`].
    pub question: Vec<usize>,
    /// Which fields the answer shows.
    pub answer: Vec<usize>,
}

/// A note, or a line of a table.
#[derive(Clone, Debug, PartialEq)]
pub struct Note {
    /// Where it stands: the line of a table, from 1; of a package, which note it is, from 1.
    pub line: usize,
    /// How Anki knows it in every collection. Absent in most tables.
    pub guid: Option<String>,
    /// Which kind it is, as a place in [`Package::note_types`].
    pub note_type: usize,
    /// As many as the kind has.
    pub fields: Vec<Field>,
    /// Its tags.
    pub tags: Vec<String>,
    /// The deck of a line of a table; the cards of a package have their own.
    pub deck: Option<Arc<str>>,
    /// Its cards, by template.
    pub cards: Vec<Card>,
}

impl Note {
    /// The deck that it is in: its own, or that of its first card.
    #[must_use]
    pub fn deck(&self) -> Option<&str> {
        self.deck.as_deref().or_else(|| self.cards.first().map(|card| &*card.deck))
    }
}

/// A card, as the other program left it.
#[derive(Clone, Debug, PartialEq)]
pub struct Card {
    /// Which template made it, or which gap less one.
    pub template: usize,
    /// The full name of its deck, `::` between the parts. That of its home, if it was in a filtered deck.
    pub deck: Arc<str>,
    /// Where it stands.
    pub standing: Standing,
    /// Its review log, oldest first.
    pub log: Vec<LogEntry>,
}

/// Where a card stands.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Standing {
    /// What it is going through.
    pub phase: Phase,
    /// When it returns; of a card that returns after days, when that day begins. Absent while new.
    pub due_at: Option<DateTime<Utc>>,
    /// Days between the last review and the next; 0 in the learning steps.
    pub interval_days: u32,
    /// SM-2's ease in thousandths, 2500 for a card that was never hard; 0 where there is none.
    pub ease: u16,
    /// FSRS's memory, if it was on.
    pub memory: Option<Memory>,
    /// Whether the student put it aside.
    pub is_suspended: bool,
}

/// An entry of Anki's review log.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LogEntry {
    /// When.
    pub at: DateTime<Utc>,
    /// The button, 1 (Again) to 4 (Easy); 0 where nobody answered. Of the first scheduler's three buttons of learning cards,
    /// the second is 3 and the third 4.
    pub button: u8,
    /// The interval that it led to.
    pub interval: Interval,
    /// SM-2's ease in thousandths after it.
    pub ease: u32,
    /// Milliseconds that the answer took.
    pub taken_ms: u32,
    /// What kind of entry it is.
    pub kind: LogKind,
}

/// How long until a card returns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Interval {
    /// Seconds: in the learning steps.
    Seconds(u32),
    /// Days.
    Days(u32),
}

/// The kinds of log entries.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LogKind {
    /// An answer in the first steps.
    Learning,
    /// An answer to a known card.
    Review,
    /// An answer in the steps of a forgotten card.
    Relearning,
    /// An answer in a filtered deck: before it was due, or practice that moves nothing.
    Filtered,
    /// No answer: the card was reset, or given a date.
    Manual,
    /// No answer: the program gave it another date.
    Rescheduled,
}

impl Card {
    /// The answers that its schedule can be replayed from: those of its present life, without practice in filtered decks and
    /// without what nobody answered. The rules are those by which Anki trains FSRS.
    #[must_use]
    pub fn answers(&self) -> Vec<Answer> {
        Answer::of_log(&self.log)
    }
}

/// A medium in a package.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Media {
    /// Its name, by which fields refer to it: no path.
    pub name: String,
    /// Its bytes, as the package says; [`Media::unpack`] counts them.
    pub bytes: u64,
    /// What it is, by its first bytes: a MIME type of sound, image or video. Absent when it is none of these, whatever its
    /// name says: not to be shown.
    pub mime: Option<&'static str>,
    /// Its place in the archive.
    pub(crate) entry: String,
    pub(crate) version: Version,
}

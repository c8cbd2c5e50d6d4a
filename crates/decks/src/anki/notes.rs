//! Notes, their cards, and the review log.

use super::collection::{Collection, integer, text};
use super::layout::Layout;
use crate::error::{Bound, within};
use crate::{Card, Field, Interval, Limits, LogEntry, LogKind, Note, NoteType, ReadError, Standing};
use chrono::{DateTime, TimeDelta, Utc};
use scheduler::{Memory, Phase};
use serde::Deserialize;
use std::collections::HashMap;
use std::sync::Arc;

/// What Anki puts between the fields of a note.
const SEPARATOR: char = '\u{1f}';
/// Anki's own rule: a due number above this is seconds since 1970, not a day of the collection.
const LATEST_DAY: i64 = 1_000_000_000;

/// What a collection holds.
pub(super) struct Notes {
    pub note_types: Vec<NoteType>,
    pub notes: Vec<Note>,
    pub orphans: usize,
}

struct Reading<'a> {
    limits: &'a Limits,
    layout: Layout,
    notes: Vec<Note>,
    fields: usize,
    orphans: usize,
    /// Places in `notes`, by id.
    note_places: HashMap<i64, usize>,
    /// Note and place among its cards, by id.
    card_places: HashMap<i64, (usize, usize)>,
}

pub(super) fn read(collection: &Collection, layout: Layout, limits: &Limits) -> Result<Notes, ReadError> {
    for table in ["notes", "cards", "revlog"] {
        collection.expect_table(table)?;
    }
    let mut reading = Reading {
        limits,
        layout,
        notes: Vec::new(),
        fields: 0,
        orphans: 0,
        note_places: HashMap::new(),
        card_places: HashMap::new(),
    };
    collection
        .each("select id, guid, mid, tags, flds from notes order by id", |row| reading.add_note(row))?;
    let cards =
        "select id, nid, did, ord, type, queue, due, ivl, factor, odue, odid, data from cards order by id";
    collection.each(cards, |row| reading.add_card(row))?;
    let log = "select id, cid, ease, ivl, factor, time, type from revlog order by id";
    let mut entries = 0;
    collection.each(log, |row| {
        entries += 1;
        within(entries, limits.reviews, Bound::Reviews)?;
        reading.add_log_entry(row)
    })?;
    Ok(reading.finish())
}

impl Reading<'_> {
    fn add_note(&mut self, row: &rusqlite::Row<'_>) -> Result<(), ReadError> {
        let Some(&note_type) = self.layout.places.get(&integer(row, 2)?) else {
            self.orphans += 1;
            return Ok(());
        };
        let expected = self.layout.note_types[note_type].fields.len();
        self.fields += expected;
        within(self.notes.len() + 1, self.limits.notes, Bound::Notes)?;
        within(self.fields, self.limits.fields, Bound::Fields)?;
        let fields = text(row, 4)?;
        let read = |field: &str| {
            if field.len() > self.limits.field_bytes { Field::too_long() } else { Field::of_html(field) }
        };
        let mut fields: Vec<Field> = fields.split(SEPARATOR).take(expected).map(read).collect();
        fields.resize(expected, Field::default());
        self.note_places.insert(integer(row, 0)?, self.notes.len());
        self.notes.push(Note {
            line: self.notes.len() + 1,
            guid: Some(text(row, 1)?.into_owned()),
            note_type,
            fields,
            tags: crate::rows::tags_of(&text(row, 3)?),
            deck: None,
            cards: Vec::new(),
        });
        Ok(())
    }

    fn add_card(&mut self, row: &rusqlite::Row<'_>) -> Result<(), ReadError> {
        let Some(&place) = self.note_places.get(&integer(row, 1)?) else {
            self.orphans += 1;
            return Ok(());
        };
        within(self.card_places.len() + 1, self.limits.cards, Bound::Cards)?;
        let home = integer(row, 10)?;
        let deck = if home == 0 { integer(row, 2)? } else { home };
        let cards = &mut self.notes[place].cards;
        self.card_places.insert(integer(row, 0)?, (place, cards.len()));
        cards.push(Card {
            template: usize::try_from(integer(row, 3)?).unwrap_or_default(),
            deck: self.layout.decks.get(&deck).cloned().unwrap_or_else(|| Arc::from("")),
            standing: standing(row, self.layout.created)?,
            log: Vec::new(),
        });
        Ok(())
    }

    fn add_log_entry(&mut self, row: &rusqlite::Row<'_>) -> Result<(), ReadError> {
        let place = self.card_places.get(&integer(row, 1)?);
        match (place, log_entry(row, self.layout.has_three_buttons)?) {
            (Some(&(note, card)), Some(entry)) => self.notes[note].cards[card].log.push(entry),
            _ => self.orphans += 1,
        }
        Ok(())
    }

    fn finish(mut self) -> Notes {
        for note in &mut self.notes {
            note.cards.sort_by_key(|card| card.template);
        }
        Notes { note_types: self.layout.note_types, notes: self.notes, orphans: self.orphans }
    }
}

/// FSRS's memory, in the JSON of the column `data`.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Extra {
    #[serde(rename = "s")]
    stability: Option<f32>,
    #[serde(rename = "d")]
    difficulty: Option<f32>,
}

fn standing(row: &rusqlite::Row<'_>, created: i64) -> Result<Standing, ReadError> {
    const SUSPENDED: i64 = -1;
    let phase = match integer(row, 4)? {
        1 => Phase::Learning,
        2 => Phase::Review,
        3 => Phase::Relearning,
        _ => Phase::New,
    };
    let (due, due_at_home) = (integer(row, 6)?, integer(row, 9)?);
    let due = if integer(row, 10)? != 0 && due_at_home != 0 { due_at_home } else { due };
    let extra: Extra = serde_json::from_str(&text(row, 11)?).unwrap_or_default();
    Ok(Standing {
        phase,
        due_at: if phase == Phase::New { None } else { due_at(due, created) },
        interval_days: u32::try_from(integer(row, 7)?).unwrap_or_default(),
        ease: u16::try_from(integer(row, 8)?).unwrap_or_default(),
        memory: memory(&extra),
        is_suspended: integer(row, 5)? == SUSPENDED,
    })
}

fn due_at(due: i64, created: i64) -> Option<DateTime<Utc>> {
    if due > LATEST_DAY {
        return DateTime::from_timestamp(due, 0);
    }
    DateTime::from_timestamp(created, 0)?.checked_add_signed(TimeDelta::try_days(due)?)
}

/// What lies outside the bounds of FSRS is no memory.
fn memory(extra: &Extra) -> Option<Memory> {
    let stability = extra.stability.filter(|stability| (0.001..=36_500.0).contains(stability))?;
    let difficulty = extra.difficulty.filter(|difficulty| (1.0..=10.0).contains(difficulty))?;
    Some(Memory { stability, difficulty })
}

fn log_entry(row: &rusqlite::Row<'_>, has_three_buttons: bool) -> Result<Option<LogEntry>, ReadError> {
    let Some(at) = DateTime::from_timestamp_millis(integer(row, 0)?) else { return Ok(None) };
    let kind = match integer(row, 6)? {
        0 => LogKind::Learning,
        1 => LogKind::Review,
        2 => LogKind::Relearning,
        3 => LogKind::Filtered,
        4 => LogKind::Manual,
        5 => LogKind::Rescheduled,
        _ => return Ok(None),
    };
    let is_step = matches!(kind, LogKind::Learning | LogKind::Relearning);
    let button = u8::try_from(integer(row, 2)?).unwrap_or_default();
    let button = if has_three_buttons && is_step && matches!(button, 2 | 3) { button + 1 } else { button };
    let unsigned = |number: i64| u32::try_from(number.unsigned_abs()).unwrap_or(u32::MAX);
    let interval = integer(row, 3)?;
    Ok(Some(LogEntry {
        at,
        button,
        interval: if interval < 0 {
            Interval::Seconds(unsigned(interval))
        } else {
            Interval::Days(unsigned(interval))
        },
        ease: u32::try_from(integer(row, 4)?).unwrap_or_default(),
        taken_ms: u32::try_from(integer(row, 5)?).unwrap_or_default(),
        kind,
    }))
}

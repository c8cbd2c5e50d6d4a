//! A database of schema 11.

use super::Deck;
use super::model::{self, DEFAULT_DECK, NOTE_TYPE, TEMPLATES};
use crate::{Answer, Asks, Row, RowCard, Standing, WriteError};
use chrono::{NaiveDate, Offset, TimeDelta};
use rusqlite::{Connection, params};
use scheduler::{Phase, Rating, day_start, study_day};
use serde_json::json;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// The tables and indexes of schema 11, as every Anki since 2012 knows them.
const SCHEMA: &str = "
create table col (
    id integer primary key, crt integer not null, mod integer not null, scm integer not null, ver integer not null,
    dty integer not null, usn integer not null, ls integer not null, conf text not null, models text not null,
    decks text not null, dconf text not null, tags text not null
);
create table notes (
    id integer primary key, guid text not null, mid integer not null, mod integer not null, usn integer not null,
    tags text not null, flds text not null, sfld integer not null, csum integer not null, flags integer not null,
    data text not null
);
create table cards (
    id integer primary key, nid integer not null, did integer not null, ord integer not null, mod integer not null,
    usn integer not null, type integer not null, queue integer not null, due integer not null, ivl integer not null,
    factor integer not null, reps integer not null, lapses integer not null, left integer not null, odue integer not null,
    odid integer not null, flags integer not null, data text not null
);
create table revlog (
    id integer primary key, cid integer not null, usn integer not null, ease integer not null, ivl integer not null,
    lastIvl integer not null, factor integer not null, time integer not null, type integer not null
);
create table graves (usn integer not null, oid integer not null, type integer not null);
create index ix_notes_usn on notes (usn);
create index ix_cards_usn on cards (usn);
create index ix_revlog_usn on revlog (usn);
create index ix_cards_nid on cards (nid);
create index ix_cards_sched on cards (did, queue, due);
create index ix_revlog_cid on revlog (cid);
create index ix_notes_csum on notes (csum);
";

/// What those see who cannot read the other collection.
const TOO_OLD: &str = "This file needs Anki 2.1 or later. Please update, then import it again.";

/// The collection of a deck.
pub(super) fn of_deck(deck: &Deck<'_>) -> Result<Vec<u8>, WriteError> {
    let mut connection = Connection::open_in_memory()?;
    connection.execute_batch(SCHEMA)?;
    let transaction = connection.transaction()?;
    Writing::of(deck, &transaction).write()?;
    transaction.commit()?;
    Ok(connection.serialize("main")?.to_vec())
}

/// A collection with one note, which says that this one is too old.
pub(super) fn for_the_old(deck: &Deck<'_>) -> Result<Vec<u8>, WriteError> {
    let row = Row { key: "too-old".to_owned(), dutch: TOO_OLD.to_owned(), ..Row::default() };
    of_deck(&Deck { rows: &[row], media: &[], ..deck.clone() })
}

struct Writing<'a> {
    deck: &'a Deck<'a>,
    connection: &'a Connection,
    /// Day 0 of the collection.
    first_day: NaiveDate,
    decks: BTreeMap<String, i64>,
    note_ids: Ids,
    card_ids: Ids,
    log_ids: Ids,
    new_cards: usize,
}

impl<'a> Writing<'a> {
    fn of(deck: &'a Deck<'a>, connection: &'a Connection) -> Self {
        let mut deck_ids = Ids::default();
        deck_ids.take(DEFAULT_DECK);
        let names = deck.rows.iter().map(|row| model::deck_of(deck.name, row));
        let names: BTreeSet<String> = names.collect();
        Self {
            deck,
            connection,
            first_day: first_day(deck),
            decks: names.into_iter().map(|name| (name.clone(), deck_ids.take(model::id_of(&name)))).collect(),
            note_ids: Ids::default(),
            card_ids: Ids::default(),
            log_ids: Ids::default(),
            new_cards: 0,
        }
    }

    fn write(mut self) -> Result<(), WriteError> {
        for row in self.deck.rows {
            self.add_row(row)?;
        }
        self.add_collection()
    }

    fn add_collection(&self) -> Result<(), WriteError> {
        let created = day_start(self.first_day, self.deck.zone);
        let east = created.with_timezone(&self.deck.zone).offset().fix().local_minus_utc();
        let at = self.deck.at;
        self.connection.execute(
            "insert into col values (1, ?1, ?2, ?2, 11, 0, 0, 0, ?3, ?4, ?5, ?6, '{}')",
            params![
                created.timestamp(),
                at.timestamp_millis(),
                model::configuration(-east / 60, self.new_cards + 1).to_string(),
                model::note_types(at).to_string(),
                model::decks(&self.decks, at).to_string(),
                model::deck_options().to_string(),
            ],
        )?;
        Ok(())
    }

    fn add_row(&mut self, row: &Row) -> Result<(), WriteError> {
        let id = self.note_ids.take(model::id_of(&row.key));
        let fields = model::fields(row);
        let first = crate::markup::Shown::of(&fields[0]).text;
        self.connection
            .prepare_cached("insert into notes values (?1, ?2, ?3, ?4, -1, ?5, ?6, ?7, ?8, 0, '')")?
            .execute(params![
                id,
                row.key,
                NOTE_TYPE,
                self.deck.at.timestamp(),
                model::tags(row),
                fields.join("\u{1f}"),
                first,
                model::checksum(&first),
            ])?;
        let deck = self.decks.get(&model::deck_of(self.deck.name, row)).copied().unwrap_or(DEFAULT_DECK);
        for (template, asks) in TEMPLATES.into_iter().enumerate() {
            let card = row.cards.iter().find(|card| card.asks == asks);
            // Without a meaning there is nothing to ask from.
            if card.is_some() || asks == Asks::Meaning || !row.gloss.is_empty() {
                self.add_card(row, Place { note: id, deck, template }, card)?;
            }
        }
        Ok(())
    }

    fn add_card(&mut self, row: &Row, place: Place, card: Option<&RowCard>) -> Result<(), WriteError> {
        let id = self.card_ids.take(model::id_of(&format!("{}\n{}", row.key, place.template)));
        let standing = card.map(|card| card.standing.clone()).unwrap_or_default();
        let answers = card.map(|card| card.answers.as_slice()).unwrap_or_default();
        let kind = kind_of(standing.phase);
        let data = memory_of(&standing, answers);
        let forgotten =
            answers.iter().filter(|answer| answer.phase == Phase::Review && answer.rating == Rating::Again);
        let statement = "insert into cards values (?1, ?2, ?3, ?4, ?5, -1, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, 0, 0, 0, ?14)";
        self.connection.prepare_cached(statement)?.execute(params![
            id,
            place.note,
            place.deck,
            place.template as i64,
            self.deck.at.timestamp(),
            kind,
            if standing.is_suspended { -1 } else { kind_of_queue(standing.phase) },
            self.due(&standing),
            standing.interval_days,
            standing.ease,
            answers.len() as i64,
            forgotten.count() as i64,
            i64::from(matches!(standing.phase, Phase::Learning | Phase::Relearning)),
            data,
        ])?;
        answers.iter().try_for_each(|answer| self.add_answer(id, answer, &standing))
    }

    /// Days of the collection for a card that returns after days, seconds since 1970 in the learning steps, and for new ones
    /// the place in the queue.
    fn due(&mut self, standing: &Standing) -> i64 {
        let due_at = standing.due_at.unwrap_or(self.deck.at);
        match standing.phase {
            Phase::New => {
                self.new_cards += 1;
                self.new_cards as i64
            }
            Phase::Review => (study_day(due_at, self.deck.zone) - self.first_day).num_days(),
            Phase::Learning | Phase::Relearning => due_at.timestamp(),
        }
    }

    fn add_answer(&mut self, card: i64, answer: &Answer, standing: &Standing) -> Result<(), WriteError> {
        let days = answer.interval.num_days();
        let kind = match answer.phase {
            Phase::New | Phase::Learning => 0,
            Phase::Review => 1,
            Phase::Relearning => 2,
        };
        self.connection
            .prepare_cached("insert into revlog values (?1, ?2, -1, ?3, ?4, 0, ?5, ?6, ?7)")?
            .execute(params![
                self.log_ids.take(answer.at.timestamp_millis()),
                card,
                answer.rating.number(),
                if days > 0 { days } else { -answer.interval.num_seconds().max(0) },
                if kind == 0 { 0 } else { standing.ease },
                answer.taken_ms,
                kind,
            ])?;
        Ok(())
    }
}

/// Where a card belongs.
#[derive(Clone, Copy)]
struct Place {
    note: i64,
    deck: i64,
    template: usize,
}

/// Ids of which each is given once.
#[derive(Default)]
struct Ids(HashMap<i64, i64>);

impl Ids {
    /// This one, or the next that is free.
    fn take(&mut self, wanted: i64) -> i64 {
        let mut id = wanted;
        while let Some(next) = self.0.get(&id) {
            id = *next;
        }
        self.0.insert(id, id.saturating_add(1));
        // The next who wants the same need not look at all that were given.
        self.0.insert(wanted, id.saturating_add(1));
        id
    }
}

fn kind_of(phase: Phase) -> i64 {
    match phase {
        Phase::New => 0,
        Phase::Learning => 1,
        Phase::Review => 2,
        Phase::Relearning => 3,
    }
}

/// A card in any steps is in the queue of learning.
fn kind_of_queue(phase: Phase) -> i64 {
    match phase {
        Phase::Relearning => 1,
        other => kind_of(other),
    }
}

/// FSRS's memory, and since when, as Anki keeps it.
fn memory_of(standing: &Standing, answers: &[Answer]) -> String {
    let Some(memory) = standing.memory else { return String::new() };
    let mut data = json!({ "s": memory.stability, "d": memory.difficulty });
    if let Some(last) = answers.last() {
        data["lrt"] = last.at.timestamp().into();
    }
    data.to_string()
}

/// The earliest day on which anything of the deck happened or will, so that no due day lies before it.
fn first_day(deck: &Deck<'_>) -> NaiveDate {
    let cards = deck.rows.iter().flat_map(|row| &row.cards);
    let instants = cards
        .flat_map(|card| card.standing.due_at.into_iter().chain(card.answers.iter().map(|answer| answer.at)));
    // Anki counts days with 32 bits; a card that was due in another century is due.
    let earliest = deck.at.checked_sub_signed(TimeDelta::days(36_500)).unwrap_or(deck.at);
    let first = instants.filter(|at| *at > earliest).chain([deck.at]).min().unwrap_or(deck.at);
    study_day(first, deck.zone)
}

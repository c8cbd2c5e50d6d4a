//! What a collection says of its notes before they are read: their kinds, the decks, when it was made.
//!
//! Schema 11 keeps this as JSON in the one row of `col`; schema 18 has tables, with protobuf in their columns.

use super::collection::{Collection, bytes, integer, text};
use super::proto::{NoteTypeConfig, TemplateConfig};
use crate::error::{Bound, within};
use crate::names::Names;
use crate::text::{on_one_line, tidy};
use crate::{Limits, NoteType, ReadError, Template};
use prost::Message;
use serde::Deserialize;
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

/// The schemas that are known; those between them were never released in packages, but have the tables of the newer.
const OLDEST: i64 = 11;
const NEWEST: i64 = 18;
/// More kinds of notes, and more decks, than anybody has.
const MOST_NOTE_TYPES: usize = 1_000;
const MOST_DECKS: usize = 10_000;

/// What the notes refer to.
pub(super) struct Layout {
    /// Seconds since 1970 at which day 0 of the collection began.
    pub created: i64,
    /// Whether its learning cards were answered with three buttons.
    pub has_three_buttons: bool,
    /// In the order of their ids.
    pub note_types: Vec<NoteType>,
    /// Places in `note_types`, by id.
    pub places: HashMap<i64, usize>,
    /// Full names, by id.
    pub decks: HashMap<i64, Arc<str>>,
}

/// A kind of note, before its templates are understood.
#[derive(Default)]
struct Kind {
    name: String,
    is_cloze: bool,
    fields: Vec<String>,
    templates: Vec<Format>,
}

struct Format {
    name: String,
    question: String,
    answer: String,
}

impl Layout {
    pub fn read(collection: &Collection, limits: &Limits) -> Result<Self, ReadError> {
        collection.expect_table("col")?;
        let mut version = None;
        collection.each("select ver from col limit 1", |row| {
            version = Some(integer(row, 0)?);
            Ok(())
        })?;
        match version {
            None => Err(ReadError::Unreadable("no collection")),
            Some(version) if !(OLDEST..=NEWEST).contains(&version) => Err(ReadError::UnknownVersion(version)),
            Some(_) if collection.has_table("notetypes")? => of_tables(collection, limits),
            Some(_) => of_json(collection, limits),
        }
    }

    fn new(
        (created, scheduler): (i64, i64),
        kinds: BTreeMap<i64, Kind>,
        decks: BTreeMap<i64, String>,
        limits: &Limits,
    ) -> Result<Self, ReadError> {
        within(kinds.len(), MOST_NOTE_TYPES, Bound::NoteTypes)?;
        within(decks.len(), MOST_DECKS, Bound::Decks)?;
        if kinds.values().any(|kind| kind.fields.len() > limits.fields_a_note) {
            return Err(ReadError::too_much(Bound::FieldsOfANote, limits.fields_a_note));
        }
        let places = kinds.keys().enumerate().map(|(place, id)| (*id, place)).collect();
        let mut names = Names::default();
        let note_types = kinds.into_values().map(|kind| kind.understood(&mut names)).collect();
        let decks = decks.into_iter().map(|(id, name)| (id, deck_name(&name).into())).collect();
        Ok(Self { created, has_three_buttons: scheduler < 2, note_types, places, decks })
    }
}

fn one_line(name: &str) -> String {
    on_one_line(&tidy(name), " ")
}

/// The parts of a name with `::` between them, whatever the schema puts there.
fn deck_name(name: &str) -> String {
    let parts = name.split('\u{1f}').flat_map(|name| name.split("::")).map(one_line);
    parts.filter(|part| !part.is_empty()).collect::<Vec<_>>().join("::")
}

impl Kind {
    fn understood(self, names: &mut Names) -> NoteType {
        let places: HashMap<&str, usize> =
            self.fields.iter().enumerate().map(|(place, name)| (name.as_str(), place)).collect();
        let template = |format: &Format| Template {
            name: one_line(&format.name),
            question: shown_fields(&format.question, &places),
            answer: shown_fields(&format.answer, &places),
        };
        let templates = self.templates.iter().map(template).collect();
        let mut field_names = Names::default();
        let fields = self.fields.iter().map(|name| field_names.give(name)).collect();
        NoteType { name: names.give(&self.name), is_cloze: self.is_cloze, fields, templates }
    }
}

/// The fields that a template shows: `{{Front}}`, `{{cloze:Text}}`; not the conditions of `{{#Front}}`.
fn shown_fields(template: &str, places: &HashMap<&str, usize>) -> Vec<usize> {
    let mut shown = Vec::new();
    for mark in template.split("{{").skip(1) {
        let Some((mark, _)) = mark.split_once("}}") else { continue };
        let name = mark.rsplit(':').next().unwrap_or(mark).trim_start_matches(['{', '&']).trim();
        let Some(place) = places.get(name) else { continue };
        if !shown.contains(place) {
            shown.push(*place);
        }
    }
    shown
}

// Schema 11

#[derive(Deserialize)]
struct JsonKind {
    name: String,
    #[serde(default, rename = "type")]
    kind: serde_json::Value,
    #[serde(default, rename = "flds")]
    fields: Vec<JsonField>,
    #[serde(default, rename = "tmpls")]
    templates: Vec<JsonTemplate>,
}

#[derive(Deserialize)]
struct JsonField {
    name: String,
}

#[derive(Deserialize)]
struct JsonTemplate {
    #[serde(default)]
    name: String,
    #[serde(default)]
    qfmt: String,
    #[serde(default)]
    afmt: String,
}

#[derive(Deserialize)]
struct JsonDeck {
    name: String,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct JsonConfiguration {
    #[serde(rename = "schedVer")]
    scheduler: Option<i64>,
}

impl From<JsonKind> for Kind {
    fn from(kind: JsonKind) -> Self {
        let format = |template: JsonTemplate| Format {
            name: template.name,
            question: template.qfmt,
            answer: template.afmt,
        };
        Self {
            name: kind.name,
            is_cloze: kind.kind.as_i64() == Some(1),
            fields: kind.fields.into_iter().map(|field| field.name).collect(),
            templates: kind.templates.into_iter().map(format).collect(),
        }
    }
}

fn of_json(collection: &Collection, limits: &Limits) -> Result<Layout, ReadError> {
    let mut layout = Err(ReadError::Unreadable("no collection"));
    collection.each("select crt, conf, models, decks from col limit 1", |row| {
        let configuration: JsonConfiguration = serde_json::from_str(&text(row, 1)?).unwrap_or_default();
        let kinds: BTreeMap<String, JsonKind> = json(row, 2, "note types")?;
        let decks: BTreeMap<String, JsonDeck> = json(row, 3, "decks")?;
        let kinds = kinds.into_iter().filter_map(|(id, kind)| Some((id.parse().ok()?, kind.into())));
        let decks = decks.into_iter().filter_map(|(id, deck)| Some((id.parse().ok()?, deck.name)));
        let times = (integer(row, 0)?, configuration.scheduler.unwrap_or(1));
        layout = Layout::new(times, kinds.collect(), decks.collect(), limits);
        Ok(())
    })?;
    layout
}

fn json<T: for<'de> Deserialize<'de>>(
    row: &rusqlite::Row<'_>,
    column: usize,
    what: &'static str,
) -> Result<T, ReadError> {
    serde_json::from_str(&text(row, column)?).map_err(|_| ReadError::Unreadable(what))
}

// Schema 18

fn of_tables(collection: &Collection, limits: &Limits) -> Result<Layout, ReadError> {
    for table in ["config", "fields", "templates", "decks"] {
        collection.expect_table(table)?;
    }
    let (mut created, mut scheduler) = (0, 1);
    collection.each("select crt from col limit 1", |row| {
        created = integer(row, 0)?;
        Ok(())
    })?;
    collection.each("select val from config where key = 'schedVer'", |row| {
        scheduler = serde_json::from_slice(bytes(row, 0)?).unwrap_or(scheduler);
        Ok(())
    })?;
    let mut decks = BTreeMap::new();
    collection.each("select id, name from decks", |row| {
        decks.insert(integer(row, 0)?, text(row, 1)?.into_owned());
        within(decks.len(), MOST_DECKS, Bound::Decks)
    })?;
    Layout::new((created, scheduler), kinds_of_tables(collection)?, decks, limits)
}

fn kinds_of_tables(collection: &Collection) -> Result<BTreeMap<i64, Kind>, ReadError> {
    let mut kinds = BTreeMap::new();
    collection.each("select id, name, config from notetypes", |row| {
        let config =
            NoteTypeConfig::decode(bytes(row, 2)?).map_err(|_| ReadError::Unreadable("note types"))?;
        let kind = Kind { name: text(row, 1)?.into_owned(), is_cloze: config.kind == 1, ..Kind::default() };
        kinds.insert(integer(row, 0)?, kind);
        within(kinds.len(), MOST_NOTE_TYPES, Bound::NoteTypes)
    })?;
    collection.each("select ntid, name from fields order by ntid, ord", |row| {
        if let Some(kind) = kinds.get_mut(&integer(row, 0)?) {
            kind.fields.push(text(row, 1)?.into_owned());
        }
        Ok(())
    })?;
    collection.each("select ntid, name, config from templates order by ntid, ord", |row| {
        let Some(kind) = kinds.get_mut(&integer(row, 0)?) else { return Ok(()) };
        let config =
            TemplateConfig::decode(bytes(row, 2)?).map_err(|_| ReadError::Unreadable("templates"))?;
        let name = text(row, 1)?.into_owned();
        kind.templates.push(Format { name, question: config.question, answer: config.answer });
        Ok(())
    })?;
    Ok(kinds)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_template_shows_its_fields() {
        let places = HashMap::from([("Front", 0), ("Back", 1), ("Extra Info", 2)]);
        for (template, shown) in [
            ("{{Front}}", &[0][..]),
            ("{{FrontSide}}<hr id=answer>{{ Back }}{{Back}}", &[1]),
            ("{{cloze:Front}} {{type:nc:Back}} {{{Extra Info}}}", &[0, 1, 2]),
            ("{{#Back}}{{Front}}{{/Back}}{{^Extra Info}}-{{/Extra Info}}", &[0]),
            ("{{Front", &[]),
            ("}}{{}}", &[]),
        ] {
            assert_eq!(shown_fields(template, &places), shown, "{template}");
        }
    }

    #[test]
    fn decks_have_their_parts_between_double_colons() {
        assert_eq!(deck_name("Nederlands\u{1f}Thuis"), "Nederlands::Thuis");
        assert_eq!(deck_name("Nederlands:: Thuis \u{0}"), "Nederlands::Thuis");
        assert_eq!(deck_name("::"), "");
    }
}

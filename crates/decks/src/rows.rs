//! Rows: what a package comes to, under a mapping.

use crate::fault::Faults;
use crate::mapping::{Columns, MappingError};
use crate::text::{on_one_line, tidy};
use crate::{Answer, Card, Cloze, Fault, FaultKind, Field, Mapping, Note, NoteType, Package, Standing};
use std::collections::{BTreeSet, HashMap, HashSet};
use uuid::Uuid;

/// Rows that a preview shows.
pub const PREVIEW_ROWS: usize = 20;
/// Characters of a word or an expression.
pub const LONGEST_WORD: usize = 200;
/// Characters of a meaning.
pub const LONGEST_GLOSS: usize = 500;
/// Characters of a sentence, its translation, or a remark.
pub const LONGEST_TEXT: usize = 2_000;

/// The name space of keys that follow from word and meaning.
const KEYS: Uuid = Uuid::from_u128(0x3b0e_7c52_9a14_5d0e_8c6b_4a51_f20d_9e77);

/// A word to learn, as it comes from a file or goes into one. All texts are tidy: NFC, no control characters, on one line
/// save the remark.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Row {
    /// Where it stands: the line of a table, or which note of a package it is; from 1. Not written.
    pub line: usize,
    /// The same in every import of the same file: Anki's id of the note, or what follows from word and meaning.
    pub key: String,
    /// The word or expression.
    pub dutch: String,
    /// Its meaning; empty where the file has none.
    pub gloss: String,
    /// A sentence with it.
    pub sentence: Option<String>,
    /// The sentence in the language of the meaning.
    pub translation: Option<String>,
    /// Anything else that is said of it.
    pub remark: Option<String>,
    /// The list that it goes to.
    pub list: Option<String>,
    /// Its tags.
    pub tags: Vec<String>,
    /// The names of its sounds.
    pub sounds: Vec<String>,
    /// The names of its images.
    pub images: Vec<String>,
    /// Its cards, with what the student did with them.
    pub cards: Vec<RowCard>,
}

/// A card of a row.
#[derive(Clone, Debug, PartialEq)]
pub struct RowCard {
    /// What the card asks.
    pub asks: Asks,
    /// Where the other program left it.
    pub standing: Standing,
    /// What its schedule can be replayed from, oldest first.
    pub answers: Vec<Answer>,
}

/// What a card asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Asks {
    /// The meaning: the Dutch is shown.
    Meaning,
    /// The Dutch: the meaning is shown.
    Dutch,
    /// Anything else, such as a gap in a sentence.
    Other,
}

/// All rows of a package.
#[derive(Clone, Debug, PartialEq)]
pub struct Rows {
    /// Those that are right.
    pub rows: Vec<Row>,
    /// What is wrong, by line; at most [`MOST_FAULTS`](crate::MOST_FAULTS).
    pub faults: Vec<Fault>,
    /// How many there are, and of what.
    pub counts: Counts,
}

/// How a package comes out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Notes of the package, or lines of the table.
    pub notes: usize,
    /// Rows that they give.
    pub rows: usize,
    /// Rows that were left out because of a fault.
    pub left_out: usize,
    /// Notes of kinds that the mapping does not name.
    pub unmapped: usize,
    /// Faults, told or not.
    pub faults: usize,
    /// Cards of the rows.
    pub cards: usize,
    /// Answers of the cards.
    pub answers: usize,
    /// Media of the package.
    pub media: usize,
}

/// What an import would do.
#[derive(Clone, Debug, PartialEq)]
pub struct Preview {
    /// The first [`PREVIEW_ROWS`].
    pub rows: Vec<Row>,
    /// What is wrong, by line; at most [`MOST_FAULTS`](crate::MOST_FAULTS).
    pub faults: Vec<Fault>,
    /// How many there are, and of what.
    pub counts: Counts,
}

/// What an import under this mapping would do. The rows are those of [`rows`], which is for the import itself.
///
/// # Errors
/// When the mapping does not fit the package.
pub fn preview(package: &Package, mapping: &Mapping) -> Result<Preview, MappingError> {
    let Rows { mut rows, faults, counts } = rows(package, mapping)?;
    rows.truncate(PREVIEW_ROWS);
    Ok(Preview { rows, faults, counts })
}

/// The rows of a package under a mapping. Lines with a fault that leaves them out give none.
///
/// # Errors
/// When the mapping does not fit the package.
pub fn rows(package: &Package, mapping: &Mapping) -> Result<Rows, MappingError> {
    let places = mapping.places(package)?;
    let mut reading = Reading::of(package, mapping);
    for note in &package.notes {
        match &places[note.note_type] {
            Some(places) => reading.add_note(note, places),
            None => reading.counts.unmapped += 1,
        }
    }
    Ok(reading.finish())
}

/// Where the fields of a kind of note stand, by what they are.
pub(crate) type Places = Columns<usize>;

struct Reading<'a> {
    package: &'a Package,
    mapping: &'a Mapping,
    media: HashSet<&'a str>,
    /// Lines that the reader of the file has left out.
    refused: HashSet<usize>,
    first: HashMap<(String, String), usize>,
    keys: HashSet<String>,
    rows: Vec<Row>,
    faults: Faults,
    counts: Counts,
}

impl<'a> Reading<'a> {
    fn of(package: &'a Package, mapping: &'a Mapping) -> Self {
        let refused = package.faults.iter().filter(|fault| fault.kind.leaves_out()).map(|fault| fault.line);
        let mut faults = Faults::default();
        package.faults.iter().for_each(|fault| faults.add(fault.clone()));
        Self {
            package,
            mapping,
            media: package.media.iter().map(|media| media.name.as_str()).collect(),
            refused: refused.collect(),
            first: HashMap::new(),
            keys: HashSet::new(),
            rows: Vec::new(),
            faults,
            counts: Counts { notes: package.notes.len(), media: package.media.len(), ..Counts::default() },
        }
    }

    fn add_note(&mut self, note: &Note, places: &Places) {
        if self.refused.contains(&note.line) {
            self.counts.left_out += 1;
            return;
        }
        let line = Line { note, kind: &self.package.note_types[note.note_type], places };
        let drafts = if places.dutch.is_some() { vec![line.word()] } else { line.gaps() };
        for draft in drafts {
            self.add_row(&line, draft);
        }
    }

    fn add_row(&mut self, line: &Line<'_>, mut row: Row) {
        row.list = line.list(self.mapping);
        row.tags = line.tags(self.mapping);
        self.note_missing_media(line, &row);
        let faults = line.faults(&row).into_iter().chain(self.repeated(line, &row)).collect::<Vec<_>>();
        let leaves_out = faults.iter().any(|fault| fault.kind.leaves_out());
        faults.into_iter().for_each(|fault| self.faults.add(fault));
        if leaves_out {
            self.counts.left_out += 1;
            return;
        }
        self.first.entry(sameness(&row)).or_insert(line.note.line);
        self.give_key(&mut row);
        self.counts.cards += row.cards.len();
        self.counts.answers += row.cards.iter().map(|card| card.answers.len()).sum::<usize>();
        self.rows.push(row);
    }

    /// No two rows have one key, whatever a file says: word and meaning are no other row's.
    fn give_key(&mut self, row: &mut Row) {
        if row.key.is_empty() || self.keys.contains(&row.key) {
            row.key = Uuid::new_v5(&KEYS, format!("{}\n{}", row.dutch, row.gloss).as_bytes()).to_string();
        }
        self.keys.insert(row.key.clone());
    }

    fn repeated(&self, line: &Line<'_>, row: &Row) -> Option<Fault> {
        let first = *self.first.get(&sameness(row))?;
        Some(line.fault(line.places.dutch, FaultKind::Repeated { first }))
    }

    /// A table refers to media that nobody expects it to hold.
    fn note_missing_media(&mut self, line: &Line<'_>, row: &Row) {
        if matches!(self.package.format, crate::Format::Table(_)) {
            return;
        }
        for name in row.sounds.iter().chain(&row.images).filter(|name| !self.media.contains(name.as_str())) {
            self.faults.add(line.fault(None, FaultKind::NoMedia { name: name.clone() }));
        }
    }

    fn finish(mut self) -> Rows {
        self.faults.told.sort();
        self.counts.rows = self.rows.len();
        self.counts.faults = self.faults.found;
        Rows { rows: self.rows, faults: self.faults.told, counts: self.counts }
    }
}

/// Two rows with this in common are one word.
fn sameness(row: &Row) -> (String, String) {
    (row.dutch.to_lowercase(), row.gloss.to_lowercase())
}

/// One note under its mapping.
struct Line<'a> {
    note: &'a Note,
    kind: &'a NoteType,
    places: &'a Places,
}

impl Line<'_> {
    fn field(&self, place: Option<usize>) -> Option<&Field> {
        place.and_then(|place| self.note.fields.get(place))
    }

    /// The text of a field, on one line; none where it is empty.
    fn text(&self, place: Option<usize>, between: &str) -> Option<String> {
        let field = self.field(place)?;
        let text = if self.kind.is_cloze { field.cloze().text } else { field.text().to_owned() };
        Some(on_one_line(&text, between)).filter(|text| !text.is_empty())
    }

    /// The row of a note whose word has a field of its own.
    fn word(&self) -> Row {
        let dutch = self.field(self.places.dutch).map(Field::text).unwrap_or_default();
        // What follows the first line is said of the word: its forms, its plural.
        let (dutch, forms) = dutch.split_once('\n').unwrap_or((dutch, ""));
        let forms = Some(forms.to_owned()).filter(|forms| !forms.is_empty());
        let cards = self.note.cards.iter().map(|card| self.card(card)).collect();
        self.row(dutch.to_owned(), None, forms, cards)
    }

    /// The rows of a note of cloze deletions: one for each gap that the student is asked.
    fn gaps(&self) -> Vec<Row> {
        let cloze = self.field(self.places.sentence).map(Field::cloze).unwrap_or_default();
        let numbers = cloze.numbers();
        if numbers.is_empty() {
            return vec![self.row(String::new(), None, None, Vec::new())];
        }
        numbers.into_iter().map(|number| self.gap(&cloze, number)).collect()
    }

    fn gap(&self, cloze: &Cloze, number: u16) -> Row {
        let of_gap = |card: &&Card| card.template + 1 == usize::from(number);
        let cards = self.note.cards.iter().filter(of_gap).map(|card| self.card(card)).collect();
        let mut answer = on_one_line(&cloze.answer(number), " ");
        if answer.starts_with(IMAGE_OCCLUSION) {
            answer.clear();
        }
        let mut row = self.row(answer, cloze.hint(number), None, cards);
        if !row.key.is_empty() {
            row.key = format!("{}#{number}", row.key);
        }
        row
    }

    fn row(&self, dutch: String, hint: Option<String>, forms: Option<String>, cards: Vec<RowCard>) -> Row {
        let gloss = self.text(self.places.gloss, "; ").or(hint).unwrap_or_default();
        let remark = self.text(self.places.remark, "\n");
        let remark = [forms, remark].into_iter().flatten().collect::<Vec<_>>().join("\n");
        Row {
            line: self.note.line,
            key: self.note.guid.clone().unwrap_or_default(),
            sentence: self.text(self.places.sentence, " "),
            translation: self.text(self.places.translation, " "),
            remark: Some(remark).filter(|remark| !remark.is_empty()),
            list: None,
            tags: Vec::new(),
            sounds: once(self.note.fields.iter().flat_map(Field::sounds)),
            images: once(self.note.fields.iter().flat_map(Field::images)),
            cards,
            dutch,
            gloss,
        }
    }

    fn card(&self, card: &Card) -> RowCard {
        RowCard { asks: self.asks(card), standing: card.standing.clone(), answers: card.answers() }
    }

    fn asks(&self, card: &Card) -> Asks {
        let template = self.kind.templates.get(card.template).filter(|_| !self.kind.is_cloze);
        let Some(template) = template else { return Asks::Other };
        let shows = |place: Option<usize>| place.is_some_and(|place| template.question.contains(&place));
        match (shows(self.places.dutch), shows(self.places.gloss)) {
            (true, false) => Asks::Meaning,
            (false, true) => Asks::Dutch,
            _ => Asks::Other,
        }
    }

    fn list(&self, mapping: &Mapping) -> Option<String> {
        let of_deck = || mapping.lists.get(self.note.deck()?).cloned();
        self.text(self.places.list, " ").or_else(of_deck).filter(|list| !list.is_empty())
    }

    fn tags(&self, mapping: &Mapping) -> Vec<String> {
        let mut tags = self.note.tags.clone();
        if let Some(field) = self.field(self.places.tags) {
            tags.extend(tags_of(field.text()));
        }
        tags.retain(|tag| !mapping.dropped_tags.contains(tag));
        once(&tags)
    }

    /// What is wrong with what the row was made of.
    fn faults(&self, row: &Row) -> Vec<Fault> {
        let places = self.places;
        let optional = |text: &Option<String>| text.as_deref().map_or(0, |text| text.chars().count());
        let lengths = [
            (places.dutch.or(places.sentence), row.dutch.chars().count(), LONGEST_WORD),
            (places.gloss, row.gloss.chars().count(), LONGEST_GLOSS),
            (places.sentence, optional(&row.sentence), LONGEST_TEXT),
            (places.translation, optional(&row.translation), LONGEST_TEXT),
            (places.remark, optional(&row.remark), LONGEST_TEXT),
        ];
        let mut faults = Vec::new();
        let used = places.all();
        let unread: BTreeSet<usize> = used
            .iter()
            .copied()
            .filter(|place| self.field(Some(*place)).is_some_and(Field::is_too_long))
            .collect();
        faults.extend(unread.iter().map(|place| self.fault(Some(*place), FaultKind::Unread)));
        for (place, length, most) in lengths {
            if length > most {
                faults.push(self.fault(place, FaultKind::TooLong { most }));
            }
        }
        let unreadable =
            |place: &usize| self.field(Some(*place)).is_some_and(|field| field.text().contains('\u{fffd}'));
        faults.extend(
            used.iter()
                .filter(|place| unreadable(place))
                .map(|place| self.fault(Some(*place), FaultKind::Unreadable)),
        );
        if row.dutch.is_empty() && unread.is_empty() {
            faults.push(self.fault(places.dutch.or(places.sentence), FaultKind::NoWord));
        } else if row.gloss.is_empty() && places.gloss.is_some_and(|place| !unread.contains(&place)) {
            faults.push(self.fault(places.gloss, FaultKind::NoGloss));
        }
        faults
    }

    fn fault(&self, place: Option<usize>, kind: FaultKind) -> Fault {
        let field = place.and_then(|place| self.kind.fields.get(place)).cloned();
        Fault { line: self.note.line, field, kind }
    }
}

/// What Anki puts into the gaps of a picture.
const IMAGE_OCCLUSION: &str = "image-occlusion:";

/// Each of them, the first time that it comes.
fn once<'t>(names: impl IntoIterator<Item = &'t String>) -> Vec<String> {
    let mut seen = HashSet::new();
    names.into_iter().filter(|name| seen.insert(name.as_str())).cloned().collect()
}

/// The tags of a text: what stands between white space and commas.
pub(crate) fn tags_of(text: &str) -> Vec<String> {
    let tags: Vec<String> =
        tidy(text).split(|letter: char| letter.is_whitespace() || letter == ',').map(str::to_owned).collect();
    once(tags.iter().filter(|tag| !tag.is_empty()))
}

//! What the fields seem to be.
//!
//! A name that says it ("Nederlands", "Translation") decides. The other fields are told apart by what stands in them: Dutch
//! or not, words or sentences.

use super::{Columns, Mapping};
use crate::{Field, Note, NoteType, Package};
use std::collections::{BTreeMap, BTreeSet};

/// Notes of a kind that are looked at.
const SAMPLE: usize = 200;
/// Tags that say something of the cards in Anki, and nothing of the word.
const ANKIS_TAGS: [&str; 2] = ["leech", "marked"];

/// What a field can be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Role {
    Dutch,
    Gloss,
    Sentence,
    Translation,
    Remark,
    List,
    Tags,
}

/// Names that say what a field is, without spaces and signs, in small letters.
const NAMES: [(Role, &[&str]); 7] = [
    (
        Role::Dutch,
        &[
            "dutch",
            "nl",
            "ned",
            "nederlands",
            "woord",
            "word",
            "lemma",
            "trefwoord",
            "dutchword",
            "nederlandswoord",
            "wordnl",
            "голландский",
            "нидерландский",
            "нидерландское",
            "нидерландскоеслово",
            "niederländisch",
            "néerlandais",
        ],
    ),
    (
        Role::Gloss,
        &[
            "english",
            "en",
            "engels",
            "translation",
            "vertaling",
            "meaning",
            "betekenis",
            "gloss",
            "russian",
            "ru",
            "russisch",
            "русский",
            "перевод",
            "значение",
            "englishtranslation",
            "wordtranslation",
            "wordmeaning",
            "german",
            "deutsch",
            "duits",
            "übersetzung",
            "french",
            "frans",
            "français",
            "spanish",
            "spaans",
            "polish",
            "pools",
            "turkish",
            "turks",
            "ukrainian",
            "oekraïens",
            "український",
            "arabic",
            "arabisch",
        ],
    ),
    (
        Role::Sentence,
        &[
            "sentence",
            "zin",
            "example",
            "voorbeeld",
            "voorbeeldzin",
            "examplesentence",
            "dutchsentence",
            "nederlandsezin",
            "sentencenl",
            "examplenl",
            "context",
            "contextzin",
            "пример",
            "предложение",
        ],
    ),
    (
        Role::Translation,
        &[
            "sentencetranslation",
            "exampletranslation",
            "translationofsentence",
            "zinvertaling",
            "vertalingzin",
            "vertalingvandezin",
            "sentenceen",
            "exampleen",
            "englishsentence",
            "sentenceenglish",
            "sentencemeaning",
            "переводпримера",
            "переводпредложения",
        ],
    ),
    (
        Role::Remark,
        &[
            "remark",
            "remarks",
            "note",
            "notes",
            "opmerking",
            "opmerkingen",
            "comment",
            "grammar",
            "grammatica",
            "backextra",
        ],
    ),
    (
        Role::List,
        &["list", "lijst", "chapter", "hoofdstuk", "topic", "thema", "lesson", "les", "тема", "урок"],
    ),
    (Role::Tags, &["tags", "tag", "labels", "теги"]),
];

fn plain(name: &str) -> String {
    name.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

fn role_named(name: &str) -> Option<Role> {
    let name = plain(name);
    NAMES.iter().find(|(_, names)| names.contains(&name.as_str())).map(|(role, _)| *role)
}

/// Whether a cell is the heading of a column rather than a word to learn.
pub(crate) fn is_heading(cell: &str) -> bool {
    const WEAK: [&str; 6] = ["front", "back", "term", "definition", "voorkant", "achterkant"];
    role_named(cell).is_some() || WEAK.contains(&plain(cell).as_str())
}

pub(super) fn mapping(package: &Package) -> Mapping {
    let mut by_kind: BTreeMap<usize, Vec<&Note>> = BTreeMap::new();
    for note in &package.notes {
        by_kind.entry(note.note_type).or_default().push(note);
    }
    let columns = |(place, notes): (usize, Vec<&Note>)| {
        let kind = &package.note_types[place];
        let columns = columns(kind, &notes);
        let has_word = columns.dutch.is_some() || (kind.is_cloze && columns.sentence.is_some());
        has_word.then(|| (kind.name.clone(), columns))
    };
    Mapping {
        note_types: by_kind.into_iter().filter_map(columns).collect(),
        lists: lists(package),
        dropped_tags: ANKIS_TAGS.map(str::to_owned).into(),
    }
}

fn columns(kind: &NoteType, notes: &[&Note]) -> Columns {
    let step = notes.len().div_ceil(SAMPLE).max(1);
    let sample: Vec<&Note> = notes.iter().step_by(step).copied().collect();
    let look = |place: usize| Look::of(sample.iter().filter_map(|note| note.fields.get(place)));
    let looks: Vec<Look> = (0..kind.fields.len()).map(look).collect();
    let mut choice = Choice::default();
    choice.take_named(kind);
    if kind.is_cloze {
        choice.take_cloze(kind);
    }
    choice.take_by_look(&looks, kind.is_cloze);
    choice.columns(kind)
}

/// What was chosen so far: places of fields, by what they are.
#[derive(Default)]
struct Choice(BTreeMap<Role, usize>);

impl Choice {
    fn is_free(&self, place: usize) -> bool {
        !self.0.values().any(|taken| *taken == place)
    }

    fn take_named(&mut self, kind: &NoteType) {
        for (place, name) in kind.fields.iter().enumerate() {
            if let Some(role) = role_named(name) {
                self.0.entry(role).or_insert(place);
            }
        }
    }

    /// The text of a cloze deletion is the sentence, and its gaps are the words.
    fn take_cloze(&mut self, kind: &NoteType) {
        let shown = kind.templates.first().and_then(|template| template.question.first());
        let text = shown.copied().unwrap_or_default();
        self.0.retain(|_, place| *place != text);
        self.0.insert(Role::Sentence, text);
    }

    fn take_by_look(&mut self, looks: &[Look], is_cloze: bool) {
        let mut wanted = vec![Role::Dutch, Role::Gloss, Role::Sentence, Role::Translation];
        wanted.retain(|role| !(self.0.contains_key(role) || is_cloze && *role == Role::Dutch));
        while let Some((role, place)) = self.best(&wanted, looks) {
            self.0.insert(role, place);
            wanted.retain(|other| *other != role);
        }
        if !is_cloze && !self.0.contains_key(&Role::Dutch) {
            self.learn_sentences(looks);
        }
        if !self.0.contains_key(&Role::Sentence) {
            self.0.remove(&Role::Translation);
        }
    }

    /// The field that looks most like something that is wanted.
    fn best(&self, wanted: &[Role], looks: &[Look]) -> Option<(Role, usize)> {
        let free = || (0..looks.len()).filter(|place| self.is_free(*place) && looks[*place].has_words());
        let pairs = wanted.iter().flat_map(|role| free().map(move |place| (*role, place)));
        let scored = pairs.map(|(role, place)| (looks[place].score(role), role, place));
        // The first field of equal ones: what is learnt stands first in most decks.
        scored
            .filter(|(score, ..)| *score > 0.0)
            .reduce(|best, next| if next.0 > best.0 { next } else { best })
            .map(|(_, role, place)| (role, place))
    }

    /// Where nothing looks like a word, the sentence is what is learnt; failing that, the first field with words.
    fn learn_sentences(&mut self, looks: &[Look]) {
        let sentence = self.0.remove(&Role::Sentence);
        let first = (0..looks.len()).find(|place| self.is_free(*place) && looks[*place].has_words());
        if let Some(place) = sentence.or(first) {
            self.0.insert(Role::Dutch, place);
        }
        if !self.0.contains_key(&Role::Gloss) {
            let next = (0..looks.len()).find(|place| self.is_free(*place) && looks[*place].has_words());
            if let Some(place) = self.0.remove(&Role::Translation).or(next) {
                self.0.insert(Role::Gloss, place);
            }
        }
    }

    fn columns(&self, kind: &NoteType) -> Columns {
        let name = |role: Role| self.0.get(&role).and_then(|place| kind.fields.get(*place)).cloned();
        Columns {
            dutch: name(Role::Dutch),
            gloss: name(Role::Gloss),
            sentence: name(Role::Sentence),
            translation: name(Role::Translation),
            remark: name(Role::Remark),
            list: name(Role::List),
            tags: name(Role::Tags),
        }
    }
}

/// What stands in a field, on the whole.
#[derive(Debug, Default)]
struct Look {
    /// Shares of the texts that look Dutch, and that look like another language.
    dutch: f32,
    other: f32,
    /// Words of a text.
    words: f32,
}

impl Look {
    fn of<'a>(fields: impl Iterator<Item = &'a Field>) -> Self {
        let texts: Vec<&str> =
            fields.map(Field::text).filter(|text| text.contains(char::is_alphabetic)).collect();
        let share = |count: usize| count as f32 / texts.len().max(1) as f32;
        let leanings: Vec<i32> = texts.iter().map(|text| leaning(text)).collect();
        Self {
            dutch: share(leanings.iter().filter(|leaning| **leaning > 0).count()),
            other: share(leanings.iter().filter(|leaning| **leaning < 0).count()),
            words: share(texts.iter().map(|text| text.split_whitespace().count()).sum()),
        }
    }

    fn has_words(&self) -> bool {
        self.words > 0.0
    }

    /// How much the field looks like this; below 0 it does not.
    fn score(&self, role: Role) -> f32 {
        let lean = self.dutch - self.other;
        let (is_short, is_long) = (self.words <= 4.0, self.words >= 4.0);
        let sized = |fits: bool| if fits { 1.0 } else { -4.0 };
        match role {
            Role::Dutch => 2.0 * lean + sized(is_short),
            Role::Gloss => -2.0 * lean + sized(is_short),
            Role::Sentence => 2.0 * lean + sized(is_long),
            Role::Translation => -2.0 * lean + sized(is_long),
            Role::Remark | Role::List | Role::Tags => -1.0,
        }
    }
}

/// Above 0 for a text that looks Dutch, below for one that looks like another language.
fn leaning(text: &str) -> i32 {
    const DUTCH: [&str; 42] = [
        "de", "het", "een", "ik", "je", "jij", "hij", "zij", "wij", "we", "ze", "zich", "niet", "van", "en",
        "op", "met", "voor", "naar", "bij", "uit", "aan", "dat", "dit", "deze", "die", "er", "ook", "maar",
        "om", "te", "wat", "hoe", "waar", "mijn", "zijn", "heb", "heeft", "hebben", "moet", "kan", "wordt",
    ];
    const OTHER: [&str; 40] = [
        "the", "to", "a", "an", "of", "and", "you", "he", "she", "they", "with", "for", "from", "it", "my",
        "your", "his", "her", "not", "this", "that", "der", "das", "und", "ein", "eine", "nicht", "ich",
        "sich", "le", "la", "les", "un", "une", "el", "los", "il", "lo", "się", "nie",
    ];
    const DUTCH_SPELLING: [&str; 12] =
        ["ij", "aa", "uu", "ui", "oe", "eeu", "sch", "tje", "pje", "auw", "ouw", "eid"];
    let mut leaning = 0;
    for word in text.split(|letter: char| !letter.is_alphabetic()).filter(|word| !word.is_empty()).take(30) {
        let word = word.to_lowercase();
        if DUTCH.contains(&word.as_str()) {
            leaning += 2;
        } else if OTHER.contains(&word.as_str())
            || !is_latin(&word)
            || word.contains(['ß', 'ä', 'ł', 'ñ', 'ą', 'ę', 'ş', 'ğ'])
        {
            leaning -= 2;
        } else if DUTCH_SPELLING.iter().any(|spelling| word.contains(spelling)) {
            leaning += 1;
        } else if word.ends_with("tion")
            || word.ends_with("ing to")
            || word.contains("th")
            || word.contains("sh")
        {
            leaning -= 1;
        }
    }
    leaning
}

fn is_latin(word: &str) -> bool {
    word.chars().all(|letter| letter < '\u{250}')
}

/// Decks as lists: their names without the parts that all have in common. A deck that has nothing else is no list, unless it
/// is the only one.
fn lists(package: &Package) -> BTreeMap<String, String> {
    let decks: BTreeSet<&str> =
        package.notes.iter().filter_map(Note::deck).filter(|deck| !deck.is_empty()).collect();
    let parts: Vec<Vec<&str>> = decks.iter().map(|deck| deck.split("::").collect()).collect();
    let Some(first) = parts.first() else { return BTreeMap::new() };
    let is_shared = |at: &usize| parts.iter().all(|parts| parts.get(*at) == first.get(*at));
    let mut shared = (0..first.len()).take_while(is_shared).count();
    if parts.len() == 1 {
        shared = first.len() - 1;
    }
    let list = |(deck, parts): (&str, &Vec<&str>)| {
        let name = parts[shared..].join(" / ");
        (!name.is_empty()).then(|| (deck.to_owned(), name))
    };
    decks.into_iter().zip(&parts).filter_map(list).collect()
}

//! Which field is what.

mod guess;

use crate::rows::Places;
use crate::{NoteType, Package};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

pub(crate) use guess::is_heading;

/// Which field of which kind of note is what, which deck becomes which list, and which tags do not come along.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Mapping {
    /// By the name of the note type. Notes of a kind that is not named give no rows.
    pub note_types: BTreeMap<String, Columns>,
    /// The list of each deck, by the full name of the deck. Words of a deck that is not named are in no list.
    pub lists: BTreeMap<String, String>,
    /// Tags that do not come along.
    pub dropped_tags: BTreeSet<String>,
}

/// What the fields of a kind of note are, by their names.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Columns<F = String> {
    /// The word. Left out for cloze deletions, the gaps of `sentence` are the words.
    pub dutch: Option<F>,
    /// Its meaning.
    pub gloss: Option<F>,
    /// A sentence with it.
    pub sentence: Option<F>,
    /// The sentence in the language of the meaning.
    pub translation: Option<F>,
    /// Anything else that is said of it.
    pub remark: Option<F>,
    /// The list that it goes to, before that of its deck.
    pub list: Option<F>,
    /// Tags, beside those of the note.
    pub tags: Option<F>,
}

impl<F> Default for Columns<F> {
    fn default() -> Self {
        Self {
            dutch: None,
            gloss: None,
            sentence: None,
            translation: None,
            remark: None,
            list: None,
            tags: None,
        }
    }
}

/// A mapping that does not fit the package.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum MappingError {
    /// The package has no notes of this kind.
    #[error("there is no note type {0:?}")]
    NoNoteType(String),
    /// The kind of note has no such field.
    #[error("the note type {note_type:?} has no field {field:?}")]
    NoField {
        /// The kind of note.
        note_type: String,
        /// What was asked for.
        field: String,
    },
    /// Nothing is the word.
    #[error("no field of the note type {0:?} is the word")]
    NoWord(String),
}

impl Mapping {
    /// What the fields seem to be, by their names and by what stands in them: a start for the student to correct.
    ///
    /// Every kind of note that has notes is mapped. Decks become lists, without the part of their names that all have in
    /// common. Anki's own tags (`leech`, `marked`) are dropped.
    #[must_use]
    pub fn guess(package: &Package) -> Self {
        guess::mapping(package)
    }

    /// The places of the fields, for each note type of the package.
    pub(crate) fn places(&self, package: &Package) -> Result<Vec<Option<Places>>, MappingError> {
        let known = |name: &String| package.note_types.iter().any(|kind| kind.name == *name);
        if let Some(unknown) = self.note_types.keys().find(|name| !known(name)) {
            return Err(MappingError::NoNoteType(unknown.clone()));
        }
        let places =
            |kind: &NoteType| self.note_types.get(&kind.name).map(|columns| columns.places(kind)).transpose();
        package.note_types.iter().map(places).collect()
    }
}

impl Columns {
    fn places(&self, kind: &NoteType) -> Result<Places, MappingError> {
        let place =
            |field: &Option<String>| match field {
                None => Ok(None),
                Some(name) => kind.fields.iter().position(|field| field == name).map(Some).ok_or_else(|| {
                    MappingError::NoField { note_type: kind.name.clone(), field: name.clone() }
                }),
            };
        let places = Columns {
            dutch: place(&self.dutch)?,
            gloss: place(&self.gloss)?,
            sentence: place(&self.sentence)?,
            translation: place(&self.translation)?,
            remark: place(&self.remark)?,
            list: place(&self.list)?,
            tags: place(&self.tags)?,
        };
        let has_word = places.dutch.is_some() || (kind.is_cloze && places.sentence.is_some());
        if has_word { Ok(places) } else { Err(MappingError::NoWord(kind.name.clone())) }
    }
}

impl Columns<usize> {
    /// The places that are used, each once.
    pub(crate) fn all(&self) -> BTreeSet<usize> {
        let all =
            [self.dutch, self.gloss, self.sentence, self.translation, self.remark, self.list, self.tags];
        all.into_iter().flatten().collect()
    }
}

//! A list of words that a teacher shares with their students.

use super::{
    context::Context,
    entry::Entry,
    fault::{Fault, Faults},
    list::taken_list_id,
    word::{NewWord, Source},
};
use chrono::{DateTime, Utc};
use documents::{Aggregate, Change, Index};
use events::learning_cards::WordSource;
use ids::{OwnWordId, UserId, WordListId};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeSet, HashSet};

/// Words of one list: as many as a student takes over in one request.
pub const MOST_SHARED: usize = 200;
/// Students that one list may name.
pub const MOST_STUDENTS: usize = 1000;

/// A shared list.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SharedList {
    /// Made by the client.
    #[serde(rename = "_id")]
    pub id: WordListId,
    /// Who shares it.
    pub teacher_id: UserId,
    /// What it is called.
    pub name: String,
    /// Its words, in the order in which to learn them.
    pub words: Vec<SharedWord>,
    /// Whom of those whom the teacher teaches it is offered to; absent for all of them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub student_ids: Option<BTreeSet<UserId>>,
    /// Whether the teacher has removed it. What was taken over stays.
    pub removed: bool,
    /// When it last changed.
    #[serde(with = "documents::instant")]
    pub changed_at: DateTime<Utc>,
}

/// A word of it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SharedWord {
    /// What it is.
    pub entry: Entry,
    /// Sentences with it.
    pub contexts: Vec<Context>,
    /// What the teacher calls it.
    pub tags: BTreeSet<String>,
}

/// What becomes of a list; none is what stays.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SharedListEdit {
    /// What it is called.
    pub name: Option<String>,
    /// Its words.
    pub words: Option<Vec<SharedWord>>,
    /// Whom it is offered to: some of the students, or none of them by name but all.
    pub student_ids: Option<Option<BTreeSet<UserId>>>,
}

impl Aggregate for SharedList {
    type Id = WordListId;
    const COLLECTION: &'static str = "shared_lists";

    fn id(&self) -> WordListId {
        self.id
    }

    fn indexes() -> Vec<Index> {
        let of_teacher = Index::named("of_teacher").ascending("teacher_id").ascending("removed");
        vec![of_teacher.ascending("name").ascending("_id")]
    }
}

impl SharedList {
    /// As the teacher wants it from now on; what is not said stays.
    pub fn change(self, edit: &SharedListEdit, now: DateTime<Utc>) -> Change<Self> {
        let SharedListEdit { name, words, student_ids } = edit.clone();
        let changed = Self {
            name: name.unwrap_or_else(|| self.name.clone()),
            words: words.unwrap_or_else(|| self.words.clone()),
            student_ids: student_ids.unwrap_or_else(|| self.student_ids.clone()),
            ..self.clone()
        };
        if changed == self {
            return Change::none(self);
        }
        Change::of(Self { changed_at: now, ..changed })
    }

    /// It is shared no more.
    pub fn remove(mut self, now: DateTime<Utc>) -> Change<Self> {
        if self.removed {
            return Change::none(self);
        }
        self.removed = true;
        self.changed_at = now;
        Change::of(self)
    }
}

impl SharedWord {
    /// What tells it from the other words of its list: lemma and kind.
    fn identity(&self) -> String {
        format!("{}/{}", self.entry.part_of_speech.as_str(), self.entry.key())
    }

    /// What a repeat of the request has in common with it: not when the word was met.
    pub fn as_asked_for(&self) -> Self {
        let mut asked = self.clone();
        asked.contexts.iter_mut().for_each(|context| context.met_at = DateTime::UNIX_EPOCH);
        asked
    }

    /// The word that `student` gets of it from `list`. It follows from these and what the word is, so that it is taken over
    /// once, wherever it stands in the list.
    pub fn own_id(&self, student: UserId, list: WordListId) -> OwnWordId {
        OwnWordId::derive(taken_list_id(student, list).as_uuid(), &self.identity())
    }

    /// The same, as it comes to the dictionary of `student`, in their own list.
    pub fn taken_over(&self, student: UserId, list: WordListId) -> NewWord {
        NewWord {
            id: self.own_id(student, list),
            student_id: student,
            entry: self.entry.clone(),
            contexts: self.contexts.clone(),
            tags: self.tags.clone(),
            lists: BTreeSet::from([taken_list_id(student, list)]),
            source: Source { kind: WordSource::List, id: Some(list.to_string()) },
        }
    }
}

/// Notes words that stand twice in a list, below `at`.
pub fn each_once(at: &str, words: &[SharedWord], faults: &mut Faults) {
    let mut known = HashSet::new();
    for (place, word) in words.iter().enumerate() {
        if !known.insert(word.identity()) {
            let pointer = format!("{at}/{place}/lemma");
            faults.add(Fault::new(pointer, "duplicate-word", "The list has this word already."));
        }
    }
}

//! A shared list, as it is shown and written.

use crate::{
    domain::{
        entry::Entry,
        fault::{Fault, Faults},
        shared_list::{MOST_SHARED, MOST_STUDENTS, SharedList, SharedWord, each_once},
    },
    routes::{view::ContextView, written::WrittenWord},
};
use chrono::{DateTime, Utc};
use documents::Stored;
use ids::{UserId, WordListId};
use serde::Serialize;
use std::collections::BTreeSet;
use utoipa::ToSchema;
use web::{ETag, Tagged, Timestamp};

/// A shared list in a list.
#[derive(Clone, Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct SharedListSummary {
    /// The list.
    list_id: WordListId,
    /// Who shares it.
    teacher_id: UserId,
    /// What it is called.
    #[schema(example = "Les 4")]
    name: String,
    /// Words in it.
    word_count: usize,
    /// When it last changed.
    changed_at: Timestamp,
    /// Its revision, for `If-Match`.
    rev: u64,
}

/// A shared list.
#[derive(Clone, Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct SharedListView {
    /// The list.
    #[serde(flatten)]
    list: SharedListSummary,
    /// Its words, in the order in which to learn them.
    words: Vec<SharedWordView>,
    /// Whom of the teacher's students it is offered to; absent for all of them. Shown to the teacher alone.
    #[serde(skip_serializing_if = "Option::is_none")]
    student_ids: Option<BTreeSet<UserId>>,
}

/// A word of a shared list.
#[derive(Clone, Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct SharedWordView {
    /// With its article or its *zich*, as it is learnt.
    #[schema(example = "het brood")]
    headword: String,
    /// What it is.
    #[serde(flatten)]
    entry: Entry,
    /// Sentences with it.
    contexts: Vec<ContextView>,
    /// What the teacher calls it.
    tags: BTreeSet<String>,
}

impl From<&Stored<SharedList>> for SharedListSummary {
    fn from(list: &Stored<SharedList>) -> Self {
        Self {
            list_id: list.id,
            teacher_id: list.teacher_id,
            name: list.name.clone(),
            word_count: list.words.len(),
            changed_at: list.changed_at.into(),
            rev: list.rev,
        }
    }
}

impl From<&SharedWord> for SharedWordView {
    fn from(word: &SharedWord) -> Self {
        Self {
            headword: word.entry.headword(),
            entry: word.entry.clone(),
            contexts: word.contexts.iter().map(ContextView::from).collect(),
            tags: word.tags.clone(),
        }
    }
}

impl SharedListView {
    /// For a student: whom else it is offered to is not theirs to know.
    pub(crate) fn offered(list: &Stored<SharedList>) -> Self {
        let words = list.words.iter().map(SharedWordView::from).collect();
        Self { list: list.into(), words, student_ids: None }
    }

    /// For its teacher.
    pub(crate) fn of(list: &Stored<SharedList>) -> Self {
        Self { student_ids: list.student_ids.clone(), ..Self::offered(list) }
    }

    pub(crate) fn tagged(list: &Stored<SharedList>) -> Tagged<Self> {
        Tagged(ETag::of_rev(list.rev), Self::of(list))
    }
}

/// The students whom a teacher named, or that they are too many.
pub(crate) fn students(named: Vec<UserId>) -> Result<BTreeSet<UserId>, Vec<Fault>> {
    let mut faults = Faults::default();
    faults.at_most("/studentIds", named.len(), MOST_STUDENTS);
    faults.unless_any(named.into_iter().collect())
}

/// The words that a teacher wrote, or everything that is wrong with them.
pub(crate) fn words(written: Vec<WrittenWord>, now: DateTime<Utc>) -> Result<Vec<SharedWord>, Vec<Fault>> {
    let mut faults = Faults::default();
    faults.at_most("/words", written.len(), MOST_SHARED);
    let mut words = Vec::with_capacity(written.len().min(MOST_SHARED));
    for (place, word) in written.into_iter().take(MOST_SHARED).enumerate() {
        match word.parse_shared(now) {
            Ok(word) => words.push(word),
            Err(wrong) => faults.below(&format!("/words/{place}"), wrong),
        }
    }
    let mut words = faults.unless_any(words)?;
    let mut faults = Faults::default();
    each_once("/words", &words, &mut faults);
    words.shrink_to_fit();
    faults.unless_any(words)
}

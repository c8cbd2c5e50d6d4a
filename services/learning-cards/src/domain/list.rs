//! A student's own list: a name. Which words are in it, the words say.

use chrono::{DateTime, Utc};
use documents::{Aggregate, Change, Index};
use ids::{UserId, WordListId};
use serde::{Deserialize, Serialize};

/// Characters of a name.
pub const LONGEST_NAME: usize = 100;
/// Lists of one person.
pub const MOST_LISTS: u64 = 200;

/// A list.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct WordList {
    /// Made by the client; that of a list that was taken over follows from student and list.
    #[serde(rename = "_id")]
    pub id: WordListId,
    /// Whose it is.
    pub student_id: UserId,
    /// What the student calls it.
    pub name: String,
    /// The teacher's list that it was taken over from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub taken_from: Option<WordListId>,
    /// Whether the student has removed it.
    pub removed: bool,
    /// When it was made.
    #[serde(with = "documents::instant")]
    pub made_at: DateTime<Utc>,
}

/// The own list that `student` has of a teacher's. Known before it exists.
pub fn taken_list_id(student: UserId, list: WordListId) -> WordListId {
    WordListId::derive(student.as_uuid(), &format!("taken/{list}"))
}

impl Aggregate for WordList {
    type Id = WordListId;
    const COLLECTION: &'static str = "lists";

    fn id(&self) -> WordListId {
        self.id
    }

    fn indexes() -> Vec<Index> {
        let of_student = Index::named("of_student").ascending("student_id").ascending("removed");
        vec![of_student.ascending("name").ascending("_id")]
    }
}

impl WordList {
    /// One that the student makes.
    pub const fn new(id: WordListId, student_id: UserId, name: String, made_at: DateTime<Utc>) -> Self {
        Self { id, student_id, name, taken_from: None, removed: false, made_at }
    }

    /// It is called so from now on.
    pub fn rename(mut self, name: &str) -> Change<Self> {
        if self.name == name {
            return Change::none(self);
        }
        name.clone_into(&mut self.name);
        Change::of(self)
    }

    /// It goes. Its words stay in the dictionary.
    pub fn remove(mut self) -> Change<Self> {
        if self.removed {
            return Change::none(self);
        }
        self.removed = true;
        Change::of(self)
    }

    /// It is there again, since it is taken over once more.
    pub fn take_again(mut self) -> Change<Self> {
        if !self.removed {
            return Change::none(self);
        }
        self.removed = false;
        Change::of(self)
    }
}

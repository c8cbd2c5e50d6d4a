//! A list, as it is shown and written.

use crate::{
    App,
    domain::{
        fault::{Fault, Faults},
        list::{LONGEST_NAME, WordList},
    },
    store,
};
use documents::Stored;
use ids::{UserId, WordListId};
use serde::Serialize;
use utoipa::ToSchema;
use web::{ApiResult, ETag, Tagged, Timestamp};

/// A list of the student's own.
#[derive(Clone, Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = WordListView)]
pub(crate) struct ListView {
    /// The list.
    list_id: WordListId,
    /// What the student calls it.
    #[schema(example = "Les 4")]
    name: String,
    /// Words in it: `GET /words?listId=...` gives them.
    words: u64,
    /// The teacher's list that it was taken over from; absent for one that the student made.
    #[serde(skip_serializing_if = "Option::is_none")]
    taken_from: Option<WordListId>,
    /// When it was made.
    made_at: Timestamp,
    /// Its revision, for `If-Match`.
    rev: u64,
}

impl ListView {
    fn with(list: &Stored<WordList>, words: u64) -> Self {
        Self {
            list_id: list.id,
            name: list.name.clone(),
            words,
            taken_from: list.taken_from,
            made_at: list.made_at.into(),
            rev: list.rev,
        }
    }

    /// Lists of `student`, with how many words are in each.
    pub(crate) async fn of_all(
        app: &App,
        student: UserId,
        lists: &[Stored<WordList>],
    ) -> ApiResult<Vec<Self>> {
        let ids: Vec<WordListId> = lists.iter().map(|list| list.id).collect();
        let counts = store::lists::counts(&app.database, student, &ids).await?;
        let words = |list: &Stored<WordList>| counts.get(&list.id).copied().unwrap_or_default();
        Ok(lists.iter().map(|list| Self::with(list, words(list))).collect())
    }

    pub(crate) async fn of(app: &App, list: &Stored<WordList>) -> ApiResult<Self> {
        let counts = store::lists::counts(&app.database, list.student_id, &[list.id]).await?;
        Ok(Self::with(list, counts.get(&list.id).copied().unwrap_or_default()))
    }

    pub(crate) async fn tagged(app: &App, list: &Stored<WordList>) -> ApiResult<Tagged<Self>> {
        Ok(Tagged(ETag::of_rev(list.rev), Self::of(app, list).await?))
    }
}

/// A name made tidy.
pub(crate) fn named(name: &str) -> Result<String, Vec<Fault>> {
    let mut faults = Faults::default();
    let name = faults.text("/name", name, LONGEST_NAME);
    faults.unless_any(name)
}

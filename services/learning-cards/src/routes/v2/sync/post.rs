use crate::{
    App,
    commands::{
        faulty,
        sync::{Editing, Fact, Seen, hand_in, lacked},
    },
    domain::{
        fault::Faults,
        word::{Edit, MOST_TAGS},
    },
    routes::{
        answered::WrittenAnswer,
        v2::words::change::ChangeWord,
        view::WordView,
        written::{self, WrittenWord},
    },
};
use access::Student;
use axum::extract::State;
use chrono::{DateTime, Utc};
use ids::{ChangeId, OwnWordId, ReviewId, UserId, WordListId};
use scheduler::device_clock::DeviceClock;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::BTreeMap;
use utoipa::ToSchema;
use web::{
    ApiError, ApiResult, Json, Timestamp,
    facts::{FactResultView, facts_of},
};

/// What a device hands in, and up to where it knows.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[schema(as = WordSyncRequest)]
pub(crate) struct SyncRequest {
    /// What the device's clock shows as it sends this. Is it wrong by more than five minutes, the times of all facts are put
    /// right by as much.
    device_time: Timestamp,
    /// What the student did, in any order, at most 500 facts. Each is judged by itself: one that cannot be read, or is of a
    /// kind that this release does not know, is rejected and leaves the others be.
    #[schema(value_type = Vec<SyncFact>, max_items = 500)]
    facts: Vec<Value>,
    /// Up to where the device knows how words stand: the cursor of the last answer. Absent at first.
    cursor: Option<String>,
}

/// A fact: what the operation of it would have in its path and its body.
#[derive(Debug, Deserialize, ToSchema)]
// Fields are renamed one by one: the document does not see `rename_all_fields`.
#[serde(tag = "fact", rename_all = "kebab-case", deny_unknown_fields)]
#[schema(as = WordSyncFact)]
pub(crate) enum SyncFact {
    /// A word was added. It may be answered and changed in the same request.
    Word {
        /// The word.
        #[serde(rename = "wordId")]
        word_id: OwnWordId,
        /// What it is.
        body: Box<WrittenWord>,
    },
    /// An answer to a word.
    Review {
        /// Its own id (UUIDv7).
        id: ReviewId,
        /// The word.
        #[serde(rename = "wordId")]
        word_id: OwnWordId,
        /// The answer.
        body: Box<WrittenAnswer>,
    },
    /// Fields of a word were changed: each counts unless it was written later.
    Change {
        /// Its own id (UUIDv7).
        id: ChangeId,
        /// The word.
        #[serde(rename = "wordId")]
        word_id: OwnWordId,
        /// When, by the device's clock.
        #[serde(rename = "changedAt")]
        changed_at: Timestamp,
        /// What becomes of the fields, save tags and lists.
        body: Box<ChangeWord>,
        /// Whether it has this tag from now on, by tag.
        #[serde(default)]
        tags: BTreeMap<String, bool>,
        /// Whether it is in this list of the student's from now on, by list.
        #[serde(default)]
        lists: BTreeMap<WordListId, bool>,
    },
    /// A word was removed.
    Removal {
        /// Its own id (UUIDv7).
        id: ChangeId,
        /// The word.
        #[serde(rename = "wordId")]
        word_id: OwnWordId,
        /// When, by the device's clock.
        #[serde(rename = "removedAt")]
        removed_at: Timestamp,
    },
    /// A removed word was taken back.
    Restoration {
        /// Its own id (UUIDv7).
        id: ChangeId,
        /// The word.
        #[serde(rename = "wordId")]
        word_id: OwnWordId,
        /// When, by the device's clock.
        #[serde(rename = "restoredAt")]
        restored_at: Timestamp,
    },
}

impl SyncFact {
    fn parse(fact: &Value, student: UserId, now: DateTime<Utc>) -> ApiResult<(OwnWordId, Fact)> {
        let unreadable =
            |_| ApiError::invalid_field("", "unreadable-fact", "This is no fact that is known here.");
        let faulty = |faults| faulty("/body", faults);
        Ok(match Self::deserialize(fact).map_err(unreadable)? {
            Self::Word { word_id, body } => {
                let word = body.parse(word_id, student, now).map_err(faulty)?;
                (word_id, Fact::Added(Box::new(word)))
            }
            Self::Review { id, word_id, body } => {
                let submission = Box::new(body.parse().map_err(faulty)?);
                (word_id, Fact::Answered { id, submission })
            }
            Self::Change { id, word_id, changed_at, body, tags, lists } => {
                let edit = editing(body, tags, lists)?;
                (word_id, Fact::Edited { id, at: changed_at.instant(), edit })
            }
            Self::Removal { id, word_id, removed_at } => {
                (word_id, Fact::Removed { id, at: removed_at.instant() })
            }
            Self::Restoration { id, word_id, restored_at } => {
                (word_id, Fact::Restored { id, at: restored_at.instant() })
            }
        })
    }
}

/// What becomes of a word's fields, once the word is known.
fn editing(
    body: Box<ChangeWord>,
    tags: BTreeMap<String, bool>,
    lists: BTreeMap<WordListId, bool>,
) -> ApiResult<Editing> {
    if body.has_whole_sets() {
        let message =
            "Another device may change them too: say each by itself, in `tags` and `lists` of the fact.";
        return Err(ApiError::invalid_field("/body", "one-by-one", message));
    }
    let (names, are_on): (Vec<String>, Vec<bool>) = tags.into_iter().unzip();
    let mut faults = Faults::default();
    faults.at_most("/lists", lists.len(), MOST_TAGS);
    let names = written::tags("/tags", &names, &mut faults);
    let tags: BTreeMap<String, bool> = names.into_iter().zip(are_on).collect();
    let tags = faults.unless_any(tags).map_err(|faults| faulty("", faults))?;
    Ok(Box::new(|word| Ok(Edit { tags, lists, ..body.parse(word)? })))
}

/// What came of it.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = WordSyncAnswer)]
pub(crate) struct SyncAnswer {
    /// What came of each fact, in their order.
    results: Vec<FactResultView>,
    /// By how many milliseconds the device's clock is behind (or ahead, where it is negative), when its times were put right.
    #[serde(skip_serializing_if = "Option::is_none")]
    clock_behind_ms: Option<i64>,
    /// Words that changed since the cursor, also by these facts, as they stand now; with `removedAt`, those that are gone.
    words: Vec<WordView>,
    /// Up to where the device knows words now: send it next time.
    cursor: String,
    /// Whether there is more: ask again at once, without facts.
    more: bool,
}

/// Hand in what was done without a connection, and take what is lacked.
///
/// Permission: student, own words. Safe to repeat: each fact counts once, in whatever order facts arrive and from however
/// many devices.
#[utoipa::path(
    post,
    path = "/sync",
    request_body = SyncRequest,
    responses((status = 200, description = "What came of each fact, and what changed.", body = SyncAnswer)),
    security(("accessToken" = ["student"]))
)]
#[tracing::instrument(skip_all, fields(facts = body.facts.len()))]
pub(crate) async fn sync(
    State(app): State<App>,
    student: Student,
    Json(body): Json<SyncRequest>,
) -> ApiResult<Json<SyncAnswer>> {
    let facts = facts_of(&body.facts)?;
    let scope = Seen::scope(student.id);
    let open = |cursor: &String| app.cursors.open(&scope, cursor);
    let seen: Seen = body.cursor.as_ref().map(open).transpose()?.unwrap_or_default();
    let clock = DeviceClock::showing(body.device_time.instant(), app.clock.now());
    let read = facts.iter().map(|fact| SyncFact::parse(fact, student.id, clock.received_at())).collect();
    let handed = hand_in(&app, student.id, read, clock).await?;
    let lacked = lacked(&app, student.id, seen).await?;

    Ok(Json(SyncAnswer {
        results: facts
            .iter()
            .zip(handed)
            .map(|(fact, handed)| FactResultView::of(fact.get("id").or_else(|| fact.get("wordId")), handed))
            .collect(),
        clock_behind_ms: clock.correction().map(|by| by.num_milliseconds()),
        words: lacked.words.iter().map(WordView::of).collect(),
        cursor: app.cursors.seal(&scope, &lacked.seen)?,
        more: lacked.more,
    }))
}

//! A sitting: the words that a student is asked together, in their order.

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use documents::{Aggregate, Change, Index};
use ids::{OwnWordId, StudySessionId, UserId, WordContextId};
use scheduler::cohort::Ask;
use serde::{Deserialize, Serialize};

/// Words of a sitting, unless the student says otherwise: all of a usual day.
pub const USUAL_WORDS: u32 = 100;
/// The most that a sitting may hold.
pub const MOST_WORDS: u32 = 200;

/// A sitting. It is arranged once and then stands, so that it can be taken up again where it was left.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct StudySession {
    /// Made by the client.
    #[serde(rename = "_id")]
    pub id: StudySessionId,
    /// Whose it is.
    pub student_id: UserId,
    /// The language that the student answers from.
    pub language: String,
    /// Where the student was.
    pub zone: Tz,
    /// The words, in order.
    pub places: Vec<Place>,
    /// When it was arranged.
    #[serde(with = "documents::instant")]
    pub arranged_at: DateTime<Utc>,
}

/// A word in a sitting.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Place {
    /// The word.
    pub word_id: OwnWordId,
    /// What it is asked.
    pub asked: Ask,
    /// Whether it is met for the first time: it is shown before it is asked.
    pub unmet: bool,
    /// The sentence with the gap.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub context_id: Option<WordContextId>,
}

impl Aggregate for StudySession {
    type Id = StudySessionId;
    const COLLECTION: &'static str = "sessions";

    fn id(&self) -> StudySessionId {
        self.id
    }

    fn indexes() -> Vec<Index> {
        vec![Index::named("of_student").ascending("student_id").descending("arranged_at")]
    }
}

impl StudySession {
    /// As arranged. A sitting tells nobody anything; its answers do.
    pub fn arranged(self) -> Change<Self> {
        Change::of(self)
    }
}

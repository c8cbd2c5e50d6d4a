//! A sitting: the cards that a student takes together, in their order.

use super::question::{GlossLanguage, card_id};
use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use documents::{Aggregate, Change, Index};
use events::thematic_cards::CardKind;
use ids::{CardId, StudySessionId, TopicId, UserId, WordId};
use serde::{Deserialize, Serialize};

/// Cards of a sitting, unless the student says otherwise.
pub const USUAL_CARDS: u32 = 20;
/// The most that a sitting may hold.
pub const MOST_CARDS: u32 = 200;
/// The longest that a sitting may last, in minutes.
pub const MOST_MINUTES: u32 = 240;
/// Topics that a sitting may name.
pub const MOST_TOPICS: usize = 200;

/// A sitting. It is arranged once and then stands, so that it can be taken up again where it was left.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct StudySession {
    /// Made by the client.
    #[serde(rename = "_id")]
    pub id: StudySessionId,
    /// Whose it is.
    pub student_id: UserId,
    /// What it is about; absent for a sitting over several topics.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub topic_id: Option<TopicId>,
    /// The language that the student answers from.
    pub language: GlossLanguage,
    /// Where the student was.
    pub zone: Tz,
    /// Whether it is extra practice, which moves no due date.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub practice: bool,
    /// The cards, in order.
    pub cards: Vec<Place>,
    /// When it was arranged.
    #[serde(with = "documents::instant")]
    pub arranged_at: DateTime<Utc>,
}

/// A card in a sitting.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Place {
    /// The card, which need not exist yet.
    pub card_id: CardId,
    /// What it asks.
    pub word_id: WordId,
    /// How it asks.
    pub kind: CardKind,
}

impl Place {
    /// The card of `student` that asks `word` in this way.
    pub fn of(student: UserId, word: WordId, kind: CardKind) -> Self {
        Self { card_id: card_id(student, word, kind), word_id: word, kind }
    }
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

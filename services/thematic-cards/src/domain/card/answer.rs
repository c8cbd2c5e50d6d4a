//! An answer: what a student did, what it is worth, and what was said to it.

use super::Asked;
use crate::domain::{question::GlossLanguage, word::Entry};
use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use events::thematic_cards::{AnswerWay, CardKind};
use ids::{ReviewId, StudySessionId, UndoId};
use scheduler::{CardState, Phase, Rating, Review};
use serde::{Deserialize, Serialize};

/// What a student did.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Submission {
    /// The answer.
    pub answer: Answer,
    /// Whether the student called it easy: a right answer, typed or chosen, is then worth more.
    #[serde(default, skip_serializing_if = "is_false")]
    pub called_easy: bool,
    /// Whether it is extra practice, which moves no due date.
    #[serde(default, skip_serializing_if = "is_false")]
    pub practice: bool,
    /// The language that the student answers from, or in.
    pub language: GlossLanguage,
    /// The sitting that it belongs to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub session_id: Option<StudySessionId>,
    /// When, by the device's clock.
    #[serde(with = "documents::instant")]
    pub answered_at: DateTime<Utc>,
    /// Where the student was.
    pub zone: Tz,
    /// How long it took.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub duration_ms: Option<u32>,
}

fn is_false(flag: &bool) -> bool {
    !flag
}

/// An answer, in each way of giving one.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "way", rename_all = "kebab-case")]
pub enum Answer {
    /// Typed, to be graded.
    Typed {
        /// What was typed.
        text: String,
    },
    /// Chosen from a few.
    Chosen {
        /// What was chosen.
        text: String,
    },
    /// Thought, and judged by the student.
    SelfRated {
        /// The judgement.
        rating: Rating,
    },
}

impl Answer {
    pub(super) const fn way(&self) -> AnswerWay {
        match self {
            Self::Typed { .. } => AnswerWay::Typed,
            Self::Chosen { .. } => AnswerWay::Chosen,
            Self::SelfRated { .. } => AnswerWay::SelfRated,
        }
    }
}

/// An answer that was taken, with what was said to it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Answered {
    /// As the scheduler sees it.
    pub review: Review,
    /// What was submitted, so that a repeat is told from another answer under the same id.
    pub submission: Submission,
    /// What came of it, so that a repeat is answered as the first time.
    pub outcome: Outcome,
    /// What was published of it, so that taking it back takes back the same.
    #[serde(default)]
    pub told: Told,
    /// The taking back, if there was one: the answer counts no more.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub undone: Option<UndoId>,
}

impl Answered {
    /// Whether it decides when the card returns.
    pub fn schedules(&self) -> bool {
        self.undone.is_none() && !self.submission.practice
    }
}

/// What was published of an answer, beside what it was.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Told {
    /// What the card was going through.
    pub phase_before: Phase,
    /// The predicted chance of recall.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub recall: Option<f32>,
    /// For a known card that was due: whether it was recalled.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub recalled_when_due: Option<bool>,
}

/// What came of an answer.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Outcome {
    /// How well it went.
    pub rating: Rating,
    /// Whether it was right.
    pub correct: bool,
    /// What was wrong with it, most specific first.
    pub mistakes: Vec<grader::Mistake>,
    /// What would have been right.
    pub expected: String,
    /// What the card is going through now.
    pub phase: Phase,
    /// When it returns.
    #[serde(with = "documents::instant")]
    pub due_at: DateTime<Utc>,
    /// Days until then; 0 within the steps.
    pub interval_days: u32,
    /// Answers so far.
    pub reviews: u32,
    /// Times it was forgotten when due.
    pub lapses: u32,
    /// Whether it is set aside now.
    #[serde(default, skip_serializing_if = "is_false")]
    pub set_aside: bool,
}

/// What an answer is worth, before it touches the card.
pub(super) struct Judgement {
    pub rating: Rating,
    pub correct: bool,
    mistakes: Vec<grader::Mistake>,
    expected: String,
}

impl Judgement {
    pub fn of(kind: CardKind, submission: &Submission, asked: Asked<'_>) -> Self {
        let (entry, language) = (asked.entry, submission.language);
        let verdict = match &submission.answer {
            Answer::SelfRated { rating } => return Self::by_student(*rating, right(kind, language, entry)),
            Answer::Typed { text } => entry.grade(kind, language, text),
            Answer::Chosen { text } => entry.grade_choice(kind, language, text),
        };
        let verdict = if submission.called_easy { verdict.called_easy() } else { verdict };
        Self {
            rating: verdict.rating,
            correct: verdict.correct,
            mistakes: verdict.mistakes,
            expected: right(kind, language, entry),
        }
    }

    fn by_student(rating: Rating, expected: String) -> Self {
        Self { rating, correct: rating.is_recalled(), mistakes: Vec::new(), expected }
    }

    pub fn outcome(self, state: &CardState, set_aside: bool, review: &Review) -> Outcome {
        Outcome {
            rating: self.rating,
            correct: self.correct,
            mistakes: self.mistakes,
            expected: self.expected,
            phase: state.phase,
            due_at: state.due_at.unwrap_or(review.at()),
            interval_days: state.interval_days,
            reviews: state.reviews,
            lapses: state.lapses,
            set_aside,
        }
    }
}

/// What is right; for a card of which an editor has meanwhile taken the ground, the word itself.
fn right(kind: CardKind, language: GlossLanguage, entry: &Entry) -> String {
    entry.question(kind, language).map_or_else(|| entry.headword(), |question| question.expected)
}

/// What a student says of an answer or a card, as it came from their device.
#[derive(Clone, Debug, PartialEq)]
pub enum CardFact {
    /// An answer.
    Answer {
        /// Its own id.
        id: ReviewId,
        /// What was done.
        submission: Submission,
    },
    /// An answer is taken back.
    Undo(super::Undo),
    /// The card is to be asked no more, again, or tomorrow.
    Mark(super::Mark),
}

//! An answer to a word, and what came of it.

use super::question::{Form, FormMistake, Judgement, Question};
use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use grader::MistakeKind;
use ids::{StudySessionId, WordContextId};
use scheduler::{
    Rating,
    cohort::{self, Ask, Asked, Progress, Stage, Step},
};
use serde::{Deserialize, Serialize};

/// What a student did.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Submission {
    /// What was asked.
    pub asked: Ask,
    /// The answer.
    pub given: Given,
    /// The language that the student answers from, or in.
    pub language: String,
    /// The sentence of the gap.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub context_id: Option<WordContextId>,
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

/// An answer, in either way of giving one.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "way", rename_all = "kebab-case")]
pub enum Given {
    /// Typed, to be graded.
    Typed {
        /// The word, its meaning, or what fills the gap.
        text: String,
        /// Its forms, as far as they are asked.
        #[serde(default)]
        forms: Vec<(Form, String)>,
    },
    /// Thought, and judged by the student.
    SelfRated {
        /// The judgement.
        rating: Rating,
    },
}

/// An answer that was taken, with what was said to it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Answered {
    /// As the schedule sees it.
    pub answer: cohort::Answer,
    /// What was submitted, so that a repeat is told from another answer under the same id.
    pub submission: Submission,
    /// What came of it, so that a repeat is answered as the first time.
    pub outcome: Outcome,
}

/// What came of an answer.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Outcome {
    /// How well it went.
    pub rating: Rating,
    /// Whether it was right.
    pub correct: bool,
    /// What was wrong with it.
    pub mistakes: Vec<FormMistake>,
    /// What would have been right.
    pub expected: String,
    /// What it did.
    pub step: Step,
    /// What the word is going through now.
    pub stage: Stage,
    /// Cycles passed now.
    pub passed: u8,
    /// What it is asked once more on this day; none when it does not come back.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub again: Option<Ask>,
    /// How often it was forgotten.
    pub lapses: u32,
    /// Whether the device's clock was ahead, or the answer older than its word: the instant that counts is another.
    pub clamped: bool,
}

/// What an answer is worth, before it touches the word.
pub struct Judged {
    /// The verdict.
    pub judgement: Judgement,
    /// What is right.
    pub expected: String,
    /// Whether it passes.
    pub passes: bool,
}

impl Submission {
    /// Judges the answer to `question`.
    pub fn judge(&self, question: &Question) -> Judged {
        let judgement = match &self.given {
            Given::SelfRated { rating } => {
                Judgement { rating: *rating, correct: rating.is_recalled(), mistakes: Vec::new() }
            }
            Given::Typed { text, forms } => question.judge(|form| match form {
                Form::Word => Some(text.clone()),
                form => forms.iter().find(|(one, _)| *one == form).map(|(_, text)| text.clone()),
            }),
        };
        Judged { passes: passes(self.asked, &judgement), expected: question.answer(), judgement }
    }

    /// Whether the student judged it.
    pub const fn is_self_rated(&self) -> bool {
        matches!(self.given, Given::SelfRated { .. })
    }
}

/// A word that was recalled passes, with a slip of the pen too. The article is what writing is about: there it must be right.
fn passes(asked: Ask, judgement: &Judgement) -> bool {
    let article = judgement.mistakes.iter().any(|one| one.mistake.kind == MistakeKind::Article);
    judgement.rating.is_recalled() && !(asked == Ask::Write && article)
}

impl Judged {
    /// What is said to the answer, where `after` is how the word stands.
    pub fn outcome(self, answer: &cohort::Answer, step: Step, after: &Progress, clamped: bool) -> Outcome {
        let again = match after.asked(answer.week(), answer.day()) {
            Some(Asked::Again(ask)) => Some(ask),
            _ => None,
        };
        Outcome {
            rating: self.judgement.rating,
            correct: self.judgement.correct,
            mistakes: self.judgement.mistakes,
            expected: self.expected,
            step,
            stage: after.stage,
            passed: after.passed,
            again,
            lapses: after.lapses,
            clamped,
        }
    }
}

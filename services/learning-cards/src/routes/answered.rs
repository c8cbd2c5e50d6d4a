//! Answers as clients write them.

use crate::{
    domain::{
        answer::{Given, Submission},
        entry::is_language,
        fault::{Fault, Faults},
        question::Form,
    },
    routes::view::AskName,
};
use ids::{StudySessionId, WordContextId};
use scheduler::Rating;
use serde::Deserialize;
use utoipa::ToSchema;
use web::{Timestamp, Zone};

/// Characters of a typed answer.
const LONGEST_ANSWER: usize = 500;
/// Characters of a typed form.
const LONGEST_FORM: usize = 100;
/// An hour on one word is an abandoned word.
const LONGEST_DURATION_MS: u32 = 3_600_000;

/// An answer to a word.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct WrittenAnswer {
    /// What was asked, as the sitting told.
    asked: AskName,
    /// The answer.
    answer: WrittenGiven,
    /// The language that the student answers from, or in (ISO 639-1).
    #[serde(default = "english")]
    #[schema(default = "en")]
    language: String,
    /// The sentence of the gap, as the sitting told.
    context_id: Option<WordContextId>,
    /// The sitting that it belongs to.
    session_id: Option<StudySessionId>,
    /// When, by the device's clock. A clock that runs ahead is taken as now.
    answered_at: Timestamp,
    /// IANA zone in which the student is.
    #[serde(default)]
    zone: Zone,
    /// How long it took, in milliseconds, at most an hour.
    #[schema(maximum = 3_600_000)]
    duration_ms: Option<u32>,
}

/// An answer, in either way of giving one.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(tag = "way", rename_all = "kebab-case", deny_unknown_fields)]
pub(crate) enum WrittenGiven {
    /// Typed, to be graded.
    Typed {
        /// The word, its meaning, or what fills the gap.
        #[schema(max_length = 500, example = "het brood")]
        text: String,
        /// The plural, when it is asked.
        #[schema(max_length = 100, example = "broden")]
        plural: Option<String>,
        /// The past, when it is asked.
        #[schema(max_length = 100)]
        past: Option<String>,
        /// The participle, when it is asked.
        #[schema(max_length = 100)]
        participle: Option<String>,
    },
    /// Thought, and judged by the student.
    SelfRated {
        /// `again`, `hard`, `good`, `easy`.
        #[schema(value_type = String, example = "good")]
        rating: Rating,
    },
}

fn english() -> String {
    "en".to_owned()
}

impl WrittenAnswer {
    /// The submission, or everything that is wrong with it.
    pub(crate) fn parse(self) -> Result<Submission, Vec<Fault>> {
        let mut faults = Faults::default();
        if self.duration_ms.is_some_and(|duration| duration > LONGEST_DURATION_MS) {
            let message = format!("Expected at most {LONGEST_DURATION_MS} milliseconds.");
            faults.add(Fault::new("/durationMs", "out-of-range", message));
        }
        if !is_language(&self.language) {
            let message = "Expected a code of two letters such as en.";
            faults.add(Fault::new("/language", "unknown-language", message));
        }
        let submission = Submission {
            asked: self.asked.into(),
            given: self.answer.parse(&mut faults),
            language: self.language,
            context_id: self.context_id,
            session_id: self.session_id,
            answered_at: self.answered_at.instant(),
            zone: self.zone.0,
            duration_ms: self.duration_ms,
        };
        faults.unless_any(submission)
    }
}

impl WrittenGiven {
    fn parse(self, faults: &mut Faults) -> Given {
        let (text, plural, past, participle) = match self {
            Self::SelfRated { rating } => return Given::SelfRated { rating },
            Self::Typed { text, plural, past, participle } => (text, plural, past, participle),
        };
        let mut bounded = |name: &str, text: &str, longest: usize| {
            if text.chars().count() > longest {
                let message = format!("Expected at most {longest} characters.");
                faults.add(Fault::new(format!("/answer/{name}"), "too-long", message));
            }
        };
        bounded("text", &text, LONGEST_ANSWER);
        let forms = [
            (Form::Plural, "plural", plural),
            (Form::Past, "past", past),
            (Form::Participle, "participle", participle),
        ];
        let forms = forms.into_iter().filter_map(|(form, name, text)| {
            let text = text?;
            bounded(name, &text, LONGEST_FORM);
            Some((form, text))
        });
        let forms = forms.collect();
        Given::Typed { text, forms }
    }
}

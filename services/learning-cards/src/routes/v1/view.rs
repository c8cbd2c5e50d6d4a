//! Shapes of the first clients. They stand as they were when those were built, whatever v2 has learnt since.

use crate::domain::{
    answer::Outcome,
    entry::Entry,
    question::{Form, FormMistake, Question},
    sitting::Place,
    word::OwnWord,
};
use events::PartOfSpeech;
use ids::OwnWordId;
use scheduler::cohort::{Ask, Stage};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use utoipa::ToSchema;
use web::Timestamp;

/// What a word is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub(super) enum AskName {
    See,
    Recall,
    Write,
    Use,
    Echo,
}

impl AskName {
    const fn of(ask: Ask) -> Self {
        match ask {
            Ask::See => Self::See,
            Ask::Recall => Self::Recall,
            Ask::Write => Self::Write,
            Ask::Use => Self::Use,
            Ask::Echo => Self::Echo,
        }
    }

    pub const fn ask(self) -> Ask {
        match self {
            Self::See => Ask::See,
            Self::Recall => Ask::Recall,
            Self::Write => Ask::Write,
            Self::Use => Ask::Use,
            Self::Echo => Ask::Echo,
        }
    }
}

/// A word of the own dictionary.
#[derive(Clone, Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(super) struct WordView {
    /// The word.
    pub word_id: OwnWordId,
    /// With its article, as it is learnt.
    #[schema(example = "het brood")]
    pub headword: String,
    /// Dictionary form.
    #[schema(example = "brood")]
    pub lemma: String,
    /// What kind of word it is.
    pub part_of_speech: PartOfSpeech,
    /// What it means, by language.
    pub glosses: BTreeMap<String, String>,
    /// Its forms by name, as far as they are known: `plural`, `past`, `participle`.
    pub forms: BTreeMap<&'static str, String>,
    /// The first sentence where it was met.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sentence: Option<String>,
    /// What it is going through: `waiting`, `learning`, `graduated`, `known`, `leech`.
    #[schema(example = "waiting")]
    pub stage: String,
    /// When it came to the dictionary.
    pub added_at: Timestamp,
}

impl WordView {
    pub(super) fn of(word: &OwnWord) -> Self {
        Self {
            word_id: word.id,
            headword: word.entry.headword(),
            lemma: word.entry.lemma.clone(),
            part_of_speech: word.entry.part_of_speech,
            glosses: word.entry.glosses.clone(),
            forms: forms(&word.entry),
            sentence: word.contexts.first().map(|context| context.sentence.text.clone()),
            stage: stage_name(word.progress.stage),
            added_at: word.added_at.into(),
        }
    }
}

fn forms(entry: &Entry) -> BTreeMap<&'static str, String> {
    let (noun, verb) = (entry.noun.as_ref(), entry.verb.as_ref());
    let forms = [
        ("plural", noun.and_then(|noun| noun.plural.clone())),
        ("past", verb.and_then(|verb| verb.past_singular.clone())),
        ("participle", verb.and_then(|verb| verb.participle.clone())),
    ];
    forms.into_iter().filter_map(|(name, form)| Some((name, form?))).collect()
}

fn stage_name(stage: Stage) -> String {
    stage.as_str().to_owned()
}

/// A word that is asked today.
#[derive(Clone, Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(super) struct DueWordView {
    /// What is asked.
    pub asked: AskName,
    /// What is shown; a gap is `…`.
    #[schema(example = "bread; loaf")]
    pub prompt: String,
    /// What is right, for a student who judges their own answer.
    #[schema(example = "het brood, broden")]
    pub expected: String,
    /// The word: where the answer goes.
    pub word: WordView,
}

impl DueWordView {
    pub(super) fn of(place: &Place, word: &OwnWord, language: &str) -> Self {
        let question = Question::of(&word.entry, &word.contexts, place.asked, language, place.context_id);
        Self {
            asked: AskName::of(place.asked),
            expected: question.answer(),
            prompt: question.prompt,
            word: WordView::of(word),
        }
    }
}

/// What came of an answer.
#[derive(Clone, Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(super) struct OutcomeView {
    /// Whether it was right.
    pub correct: bool,
    /// How well it went: `again`, `hard`, `good`, `easy`.
    #[schema(value_type = String, example = "hard")]
    pub rating: scheduler::Rating,
    /// What was wrong with it, most specific first.
    pub mistakes: Vec<MistakeView>,
    /// What is right.
    #[schema(example = "het brood")]
    pub expected: String,
    /// What the word is going through now.
    #[schema(example = "learning")]
    pub stage: String,
    /// Whether it comes back today, because it was wrong.
    pub again: bool,
}

/// One mistake in an answer.
#[derive(Clone, Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(super) struct MistakeView {
    /// In which form of the word: `word`, `plural`, `past`, `participle`.
    #[schema(example = "word")]
    pub form: &'static str,
    /// What kind: `article`, `typo`, `diacritic`, `capital`, `missing-word`, `extra-word`, `wrong`.
    #[schema(example = "article")]
    pub kind: String,
    /// Where in the answer it begins, in Unicode characters.
    pub start: usize,
    /// Where it ends, exclusive.
    pub end: usize,
    /// What would be right there.
    #[schema(example = "het")]
    pub expected: String,
}

impl OutcomeView {
    pub(super) fn of(outcome: &Outcome) -> Self {
        Self {
            correct: outcome.correct,
            rating: outcome.rating,
            mistakes: outcome.mistakes.iter().map(MistakeView::of).collect(),
            expected: outcome.expected.clone(),
            stage: stage_name(outcome.stage),
            again: outcome.again.is_some(),
        }
    }
}

impl MistakeView {
    fn of(one: &FormMistake) -> Self {
        Self {
            form: match one.form {
                Form::Word => "word",
                Form::Plural => "plural",
                Form::Past => "past",
                Form::Participle => "participle",
            },
            kind: one.mistake.kind.to_string(),
            start: one.mistake.span.start,
            end: one.mistake.span.end,
            expected: one.mistake.expected.clone(),
        }
    }
}

//! Shapes of the first clients. They stand as they were when those were built, whatever v2 has learnt since.

use crate::{
    commands::list_topics::Stood,
    domain::{card::Outcome, deck::DeckCard, question::GlossLanguage, standing::Standing, word::Entry},
    routes::view::phase_name,
};
use events::{Level, LocalizedText, PartOfSpeech, thematic_cards};
use ids::{CardId, TopicId, WordId};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use utoipa::ToSchema;
use web::Timestamp;

/// How a card asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub(super) enum CardKind {
    Unknown,
    Recognition,
    Recall,
}

impl CardKind {
    /// The kind, where the first clients know it.
    pub fn of(kind: thematic_cards::CardKind) -> Option<Self> {
        match kind {
            thematic_cards::CardKind::Recognition => Some(Self::Recognition),
            thematic_cards::CardKind::Recall => Some(Self::Recall),
            _ => None,
        }
    }

    pub const fn kind(self) -> thematic_cards::CardKind {
        match self {
            Self::Unknown => thematic_cards::CardKind::Unknown,
            Self::Recognition => thematic_cards::CardKind::Recognition,
            Self::Recall => thematic_cards::CardKind::Recall,
        }
    }
}

/// A topic, with how the student stands in it.
#[derive(Clone, Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(super) struct TopicView {
    /// The topic.
    pub id: TopicId,
    /// Its name in addresses.
    #[schema(example = "eten-en-drinken")]
    pub slug: String,
    /// The level that it is taught at.
    pub level: Level,
    /// Its name.
    pub title: LocalizedText,
    /// What it is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<LocalizedText>,
    /// Words that are taught in it.
    pub words: u64,
    /// How the student stands.
    pub progress: ProgressView,
}

impl TopicView {
    pub fn of(stood: &Stood) -> Option<Self> {
        let face = stood.topic.face.as_ref()?;
        Some(Self {
            id: stood.topic.id,
            slug: face.slug.clone(),
            level: face.level,
            title: face.title.clone(),
            description: face.description.clone(),
            words: stood.words,
            progress: ProgressView::of(&stood.standing),
        })
    }
}

/// How a student stands in a topic.
#[derive(Clone, Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(super) struct ProgressView {
    /// Cards that were answered at least once.
    pub met: i64,
    /// Those of them that wait to be asked now.
    pub due: i64,
    /// Those of them that are learnt: they return after days.
    pub learnt: i64,
    /// Answers in all.
    pub answers: i64,
    /// Times that a learnt card was forgotten.
    pub lapses: i64,
    /// Share of learnt, due cards that were recalled, 0 to 1; absent before there was one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub true_retention: Option<f64>,
    /// When the last answer was given; absent before there was one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last_answered_at: Option<Timestamp>,
}

impl ProgressView {
    fn of(standing: &Standing) -> Self {
        Self {
            met: standing.met.into(),
            due: standing.due.into(),
            learnt: standing.learnt.into(),
            answers: standing.answers.into(),
            lapses: standing.lapses.into(),
            true_retention: standing.retention.share(),
            last_answered_at: standing.last_answered_at.map(Timestamp::from),
        }
    }
}

/// A card, with all that asking it takes.
#[derive(Clone, Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(super) struct CardView {
    /// The card: where the answer goes.
    pub card_id: CardId,
    /// What it asks.
    pub word_id: WordId,
    /// `recognition`: the Dutch is shown; `recall`: the Dutch is asked.
    pub kind: CardKind,
    /// What is shown.
    #[schema(example = "bread; loaf")]
    pub prompt: String,
    /// What is right, for a student who judges their own answer.
    #[schema(example = "het brood")]
    pub expected: String,
    /// What the card is going through: `new`, `learning`, `review`, `relearning`.
    #[schema(example = "new")]
    pub phase: String,
    /// When it is due; absent for a new one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub due_at: Option<Timestamp>,
    /// When it was last answered; absent for a new one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last_answered_at: Option<Timestamp>,
    /// The word.
    pub word: WordView,
}

impl CardView {
    /// The card, where the first clients know its kind.
    pub fn of(card_id: CardId, entry: &Entry, card: &DeckCard) -> Option<Self> {
        let question = entry.question(card.kind, GlossLanguage::default())?;
        Some(Self {
            card_id,
            word_id: card.word,
            kind: CardKind::of(card.kind)?,
            prompt: question.prompt,
            expected: question.expected,
            phase: phase_name(card.phase).to_owned(),
            due_at: card.due_at.map(Timestamp::from),
            last_answered_at: card.last.map(|(at, _)| Timestamp::from(at)),
            word: WordView::of(entry),
        })
    }
}

/// A word, as a student sees it.
#[derive(Clone, Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(super) struct WordView {
    /// With its article, as it is learnt.
    #[schema(example = "het brood")]
    pub headword: String,
    /// Dictionary form.
    #[schema(example = "brood")]
    pub lemma: String,
    /// What kind of word it is.
    pub part_of_speech: PartOfSpeech,
    /// Its level.
    pub level: Level,
    /// Its forms by name, as far as it has them: `plural`, `diminutive`, `past`, `participle`, `comparative`.
    pub forms: BTreeMap<&'static str, String>,
    /// What it means, by language.
    pub glosses: BTreeMap<String, String>,
    /// Sentences with it.
    pub examples: Vec<ExampleView>,
    /// How it sounds.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ipa: Option<String>,
}

/// A sentence with its translations.
#[derive(Clone, Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(super) struct ExampleView {
    /// In Dutch.
    pub text: String,
    /// By language.
    pub translations: BTreeMap<String, String>,
}

impl WordView {
    fn of(entry: &Entry) -> Self {
        let examples = entry.examples.iter().map(|example| ExampleView {
            text: example.text.clone(),
            translations: example.translations.clone(),
        });
        Self {
            headword: entry.headword(),
            lemma: entry.lemma.clone(),
            part_of_speech: entry.part_of_speech,
            level: entry.level,
            forms: crate::routes::view::forms(entry),
            glosses: entry.glosses.clone(),
            examples: examples.collect(),
            ipa: entry.ipa.clone(),
        }
    }
}

/// What came of an answer.
#[derive(Clone, Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(super) struct OutcomeView {
    /// Whether it was right.
    pub correct: bool,
    /// How well it went, as the scheduler counts: `again`, `hard`, `good`, `easy`.
    #[schema(value_type = String, example = "hard")]
    pub rating: scheduler::Rating,
    /// What was wrong with it, most specific first.
    pub mistakes: Vec<MistakeView>,
    /// What is right.
    #[schema(example = "het brood")]
    pub expected: String,
    /// What the card is going through now.
    #[schema(example = "learning")]
    pub phase: String,
    /// When it returns.
    pub due_at: Timestamp,
    /// Days until then; 0 within the steps.
    pub interval_days: u32,
    /// Answers to this card so far.
    pub answers: u32,
    /// Times it was forgotten when due.
    pub lapses: u32,
}

/// One mistake in an answer.
#[derive(Clone, Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(super) struct MistakeView {
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
            phase: phase_name(outcome.phase).to_owned(),
            due_at: outcome.due_at.into(),
            interval_days: outcome.interval_days,
            answers: outcome.reviews,
            lapses: outcome.lapses,
        }
    }
}

impl MistakeView {
    fn of(mistake: &grader::Mistake) -> Self {
        Self {
            kind: mistake.kind.to_string(),
            start: mistake.span.start,
            end: mistake.span.end,
            expected: mistake.expected.clone(),
        }
    }
}

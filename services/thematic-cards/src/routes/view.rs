//! Shapes that several operations answer with.

use crate::{
    domain::{
        card::{Card, Outcome},
        question::GlossLanguage,
        topic::Face,
        word::{Entry, Word},
    },
    store::statistics::Standing,
};
use chrono::{DateTime, Utc};
use events::{Level, LocalizedText, PartOfSpeech, thematic_cards::CardKind};
use ids::{CardId, TopicId, WordId};
use serde::Serialize;
use std::collections::BTreeMap;
use utoipa::ToSchema;
use web::Timestamp;

/// A topic, with how the student stands in it.
#[derive(Clone, Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct TopicView {
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
    pub(crate) fn of(id: TopicId, face: &Face, words: u64, standing: &Standing) -> Self {
        Self {
            id,
            slug: face.slug.clone(),
            level: face.level,
            title: face.title.clone(),
            description: face.description.clone(),
            words,
            progress: ProgressView::of(standing),
        }
    }
}

/// How a student stands in a topic.
#[derive(Clone, Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ProgressView {
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
    pub(crate) fn of(standing: &Standing) -> Self {
        Self {
            met: standing.met,
            due: standing.due,
            learnt: standing.learnt,
            answers: standing.answers,
            lapses: standing.lapses,
            true_retention: standing.true_retention(),
            last_answered_at: standing.last_answered_at().map(Timestamp::from),
        }
    }
}

/// A card, with all that asking it takes.
#[derive(Clone, Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct CardView {
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
    pub(crate) fn of(
        card_id: CardId,
        kind: CardKind,
        language: GlossLanguage,
        word: &Word,
        card: Option<&Card>,
    ) -> Option<Self> {
        let entry = word.entry.as_ref()?;
        let (dutch, meaning) = (entry.headword(), entry.gloss(language).to_owned());
        let (prompt, expected) = if kind == CardKind::Recall { (meaning, dutch) } else { (dutch, meaning) };
        let phase = card.map_or(scheduler::Phase::New, |card| card.state.phase);
        Some(Self {
            card_id,
            word_id: word.id,
            kind,
            prompt,
            expected,
            phase: phase_name(phase).to_owned(),
            due_at: card.and_then(|card| card.state.due_at).map(Timestamp::from),
            last_answered_at: card.and_then(|card| card.state.last).map(|last| Timestamp::from(last.at)),
            word: WordView::of(entry),
        })
    }
}

/// A word, as a student sees it.
#[derive(Clone, Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct WordView {
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
pub(crate) struct ExampleView {
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
            forms: forms(entry),
            glosses: entry.glosses.clone(),
            examples: examples.collect(),
            ipa: entry.ipa.clone(),
        }
    }
}

fn forms(entry: &Entry) -> BTreeMap<&'static str, String> {
    let noun = entry
        .noun
        .iter()
        .flat_map(|noun| [("plural", noun.plural.clone()), ("diminutive", noun.diminutive.clone())]);
    let verb = entry.verb.iter().flat_map(|verb| {
        [
            ("pastSingular", Some(verb.past_singular.clone())),
            ("pastPlural", Some(verb.past_plural.clone())),
            ("participle", Some(verb.participle.clone())),
            (
                "auxiliary",
                Some(verb.auxiliaries.iter().map(|one| one.as_str()).collect::<Vec<_>>().join("/")),
            ),
            ("particle", verb.particle.clone()),
        ]
    });
    let adjective = entry.adjective.iter().flat_map(|adjective| {
        [
            ("inflected", adjective.inflected.clone()),
            ("comparative", adjective.comparative.clone()),
            ("superlative", adjective.superlative.clone()),
        ]
    });
    noun.chain(verb).chain(adjective).filter_map(|(name, form)| Some((name, form?))).collect()
}

/// What came of an answer.
#[derive(Clone, Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct OutcomeView {
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
pub(crate) struct MistakeView {
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
    pub(crate) fn of(outcome: &Outcome) -> Self {
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

/// The name of a phase in answers.
pub(crate) const fn phase_name(phase: scheduler::Phase) -> &'static str {
    match phase {
        scheduler::Phase::New => "new",
        scheduler::Phase::Learning => "learning",
        scheduler::Phase::Review => "review",
        scheduler::Phase::Relearning => "relearning",
    }
}

/// Whether a card was answered since `since`.
pub(crate) fn answered_since(card: Option<&Card>, since: DateTime<Utc>) -> bool {
    card.and_then(|card| card.state.last).is_some_and(|last| last.at >= since)
}

//! Shapes that several operations answer with.

use crate::{
    commands::list_topics::Stood,
    domain::{
        card::{Answered, Card, SetAside},
        choices::choices,
        deck::DeckCard,
        lessons::{Lesson, Lessons},
        question::GlossLanguage,
        standing::Standing,
        word::Entry,
    },
};
use chrono::NaiveDate;
use events::{Level, LocalizedText, PartOfSpeech, admin::Audio, thematic_cards::CardKind};
use ids::{CardId, ReviewId, TopicId, WordId};
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
    pub(crate) fn of(stood: &Stood) -> Option<Self> {
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
pub(crate) struct ProgressView {
    /// Cards that were answered at least once.
    pub met: u32,
    /// Those of them that wait to be asked now.
    pub due: u32,
    /// Those of them that are learnt: they return after days.
    pub learnt: u32,
    /// Those of them that are asked no more for now: suspended, or leeches.
    pub set_aside: u32,
    /// Answers in all.
    pub answers: u32,
    /// Times that a learnt card was forgotten.
    pub lapses: u32,
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
            set_aside: standing.set_aside,
            answers: standing.answers,
            lapses: standing.lapses,
            true_retention: standing.retention.share(),
            last_answered_at: standing.last_answered_at.map(Timestamp::from),
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
    /// `recognition`: the Dutch is shown; `recall`: the Dutch is asked; `article`: the article of a noun; `forms`: its
    /// plural, or the past and the participle of a verb; `gap`: the word that a sentence lacks; `dictation`: what is heard.
    pub kind: CardKind,
    /// What is shown; empty for what is heard. A gap is written as `___`.
    #[schema(example = "bread; loaf")]
    pub prompt: String,
    /// What helps with it: the sentence of a gap, translated.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = "I eat bread with cheese every morning.")]
    pub hint: Option<String>,
    /// Which forms are asked for, by the names that `word.forms` has; absent where none are.
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    pub asks: &'static [&'static str],
    /// What is right, for a student who judges their own answer.
    #[schema(example = "het brood")]
    pub expected: String,
    /// What may be chosen, the right one among it; absent for what must be written, and where a topic has too few words.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub choices: Vec<String>,
    /// What the card is going through: `new`, `learning`, `review`, `relearning`.
    #[schema(example = "new")]
    pub phase: String,
    /// When it is due; absent for a new one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub due_at: Option<Timestamp>,
    /// When it was last answered; absent for a new one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last_answered_at: Option<Timestamp>,
    /// Why it is asked no more for now; absent while it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub set_aside: Option<SetAside>,
    /// Until when the student has put it off; absent when they have not.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub buried_until: Option<Timestamp>,
    /// The word.
    pub word: WordView,
}

impl CardView {
    /// The card that asks `lesson` in this way; none where an editor took the ground from it.
    pub(crate) fn of(
        card_id: CardId,
        kind: CardKind,
        language: GlossLanguage,
        lesson: &Lesson,
        card: Option<&DeckCard>,
        lessons: &Lessons,
    ) -> Option<Self> {
        let entry = &lesson.entry;
        let question = entry.question(kind, language)?;
        let others = lessons.words_of(entry.topic_id).iter().filter(|other| other.id != lesson.id);
        let others = others.map(|other| (other.id, &other.entry));
        let answers = card.map_or(0, |card| card.answers);
        Some(Self {
            card_id,
            word_id: lesson.id,
            kind,
            prompt: question.prompt,
            hint: question.hint,
            asks: question.asks,
            expected: question.expected,
            choices: choices(card_id, answers, kind, language, entry, others),
            phase: phase_name(card.map_or(scheduler::Phase::New, |card| card.phase)).to_owned(),
            due_at: card.and_then(|card| card.due_at).map(Timestamp::from),
            last_answered_at: card.and_then(|card| card.last).map(|(at, _)| Timestamp::from(at)),
            set_aside: card.and_then(|card| card.set_aside),
            buried_until: card.and_then(|card| card.buried_until).map(Timestamp::from),
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
    /// How it sounds, written.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ipa: Option<String>,
    /// How it sounds, to be heard.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub audio: Option<AudioView>,
}

/// A recording of a word.
#[derive(Clone, Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct AudioView {
    /// Where it can be had: a path below the gateway, or a whole address.
    #[schema(example = "/media/words/brood.opus")]
    pub url: String,
    /// Whether a machine speaks.
    pub synthetic: bool,
}

impl AudioView {
    fn of(audio: &Audio) -> Self {
        Self { url: audio.url.clone(), synthetic: audio.synthetic }
    }
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
    pub(crate) fn of(entry: &Entry) -> Self {
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
            audio: entry.audio.as_ref().map(AudioView::of),
        }
    }
}

/// The forms of a word by name.
pub(crate) fn forms(entry: &Entry) -> BTreeMap<&'static str, String> {
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
    /// Whether the card is asked no more for now: it was forgotten too often, or is suspended.
    pub set_aside: bool,
    /// When the answer counts as given: as the device told, unless its clock ran ahead.
    pub answered_at: Timestamp,
}

/// One mistake in an answer.
#[derive(Clone, Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct MistakeView {
    /// What kind, such as `article`, `typo`, `diacritic`, `capital`, `missing-word`, `extra-word`, `wrong`.
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
    pub(crate) fn of(answered: &Answered) -> Self {
        let outcome = &answered.outcome;
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
            set_aside: outcome.set_aside,
            answered_at: answered.review.at().into(),
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

/// A card as the scheduler knows it, for a client that goes on by itself.
#[derive(Clone, Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct CardStateView {
    /// The card.
    pub card_id: CardId,
    /// What it asks.
    pub word_id: WordId,
    /// How it asks.
    pub kind: CardKind,
    /// What the card is going through: `new`, `learning`, `review`, `relearning`.
    #[schema(example = "review")]
    pub phase: String,
    /// Index of the learning step that it is in; 0 outside the steps.
    pub step: u8,
    /// Days until recall has fallen to 90 %; absent for a new one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stability: Option<f32>,
    /// 1 (easy) to 10; absent for a new one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub difficulty: Option<f32>,
    /// When it is due; absent for a new one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub due_at: Option<Timestamp>,
    /// Days between its last answer and then; 0 within the steps.
    pub interval_days: u32,
    /// The last answer that counts; absent for a new one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last: Option<LastAnswerView>,
    /// Answers that count.
    pub reviews: u32,
    /// Times it was forgotten when due.
    pub lapses: u32,
    /// The parameters that this was computed with.
    pub parameters: u32,
    /// The desired retention that this was computed with.
    pub desired_retention: f32,
    /// Why it is asked no more for now; absent while it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub set_aside: Option<SetAside>,
    /// Until when the student has put it off; absent when they have not.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub buried_until: Option<Timestamp>,
}

/// The last answer of a card.
#[derive(Clone, Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct LastAnswerView {
    /// Which.
    pub review_id: ReviewId,
    /// When it counts as given.
    pub at: Timestamp,
    /// On which of the student's days.
    pub day: NaiveDate,
}

impl CardStateView {
    pub(crate) fn of(card: &Card) -> Self {
        let state = &card.state;
        let last =
            state.last.map(|last| LastAnswerView { review_id: last.id, at: last.at.into(), day: last.day });
        Self {
            card_id: card.id,
            word_id: card.word_id,
            kind: card.kind,
            phase: phase_name(state.phase).to_owned(),
            step: state.step,
            stability: state.memory.map(|memory| memory.stability),
            difficulty: state.memory.map(|memory| memory.difficulty),
            due_at: state.due_at.map(Timestamp::from),
            interval_days: state.interval_days,
            last,
            reviews: state.reviews,
            lapses: state.lapses,
            parameters: state.basis.parameters,
            desired_retention: state.basis.desired_retention.share(),
            set_aside: card.set_aside(),
            buried_until: card.burial.map(|burial| Timestamp::from(burial.until)),
        }
    }
}

/// Where a card stands.
#[derive(Clone, Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct StandView {
    /// The card.
    pub card_id: CardId,
    /// What the card is going through: `new`, `learning`, `review`, `relearning`.
    #[schema(example = "review")]
    pub phase: String,
    /// When it is due; absent for a new one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub due_at: Option<Timestamp>,
    /// Days between its last answer and then; 0 within the steps.
    pub interval_days: u32,
    /// Answers to this card that count.
    pub answers: u32,
    /// Times it was forgotten when due.
    pub lapses: u32,
    /// Why it is asked no more for now; absent while it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub set_aside: Option<SetAside>,
    /// Until when the student has put it off; absent when they have not.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub buried_until: Option<Timestamp>,
}

impl StandView {
    pub(crate) fn of(card: &Card) -> Self {
        Self {
            card_id: card.id,
            phase: phase_name(card.state.phase).to_owned(),
            due_at: card.state.due_at.map(Timestamp::from),
            interval_days: card.state.interval_days,
            answers: card.state.reviews,
            lapses: card.state.lapses,
            set_aside: card.set_aside(),
            buried_until: card.burial.map(|burial| Timestamp::from(burial.until)),
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

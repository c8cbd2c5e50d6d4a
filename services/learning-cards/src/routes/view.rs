//! Shapes that several operations answer with.

use crate::{
    commands::Done,
    domain::{
        answer::Outcome,
        context::{Context, Sentence},
        entry::Entry,
        question::{Form, FormMistake, Question},
        word::{OwnWord, Source},
    },
};
use axum::{
    http::StatusCode,
    response::{IntoResponse, Response},
};
use chrono::NaiveDate;
use documents::Stored;
use events::learning_cards::WordSource;
use ids::{OwnWordId, WordContextId, WordListId};
use scheduler::{
    Week,
    cohort::{Ask, Asked, Cycle, Progress, Run, Stage, Step, Tried},
};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use utoipa::ToSchema;
use web::{ETag, Json, Tagged, Timestamp};

/// 201 with the answer the first time, 200 with the same for a repeat.
pub(crate) struct Answer<T> {
    pub(crate) first_time: bool,
    pub(crate) body: T,
}

impl<T> Answer<T> {
    pub(crate) fn of<D>(done: Done<D>, view: impl FnOnce(D) -> T) -> Self {
        Self { first_time: done.first_time, body: view(done.answer) }
    }
}

impl<T: Serialize> IntoResponse for Answer<T> {
    fn into_response(self) -> Response {
        let status = if self.first_time { StatusCode::CREATED } else { StatusCode::OK };
        (status, Json(self.body)).into_response()
    }
}

/// What a word is asked: its meaning (`see`), the Dutch (`recall`), the Dutch with its forms (`write`), a gap in the sentence
/// where it was met (`use`), or the Dutch of one that has graduated (`echo`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum AskName {
    See,
    Recall,
    Write,
    Use,
    Echo,
}

impl From<AskName> for Ask {
    fn from(name: AskName) -> Self {
        match name {
            AskName::See => Self::See,
            AskName::Recall => Self::Recall,
            AskName::Write => Self::Write,
            AskName::Use => Self::Use,
            AskName::Echo => Self::Echo,
        }
    }
}

impl From<Ask> for AskName {
    fn from(ask: Ask) -> Self {
        match ask {
            Ask::See => Self::See,
            Ask::Recall => Self::Recall,
            Ask::Write => Self::Write,
            Ask::Use => Self::Use,
            Ask::Echo => Self::Echo,
        }
    }
}

impl From<Cycle> for AskName {
    fn from(cycle: Cycle) -> Self {
        Ask::from(cycle).into()
    }
}

/// What a word is going through: in the queue, in its cycles, returned by echoes, asked no more, or set aside because it was
/// forgotten too often.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum StageName {
    Waiting,
    Learning,
    Graduated,
    Known,
    Leech,
}

impl From<Stage> for StageName {
    fn from(stage: Stage) -> Self {
        match stage {
            Stage::Waiting => Self::Waiting,
            Stage::Learning => Self::Learning,
            Stage::Graduated => Self::Graduated,
            Stage::Known => Self::Known,
            Stage::Leech => Self::Leech,
        }
    }
}

impl StageName {
    pub(crate) const fn as_str(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Learning => "learning",
            Self::Graduated => "graduated",
            Self::Known => "known",
            Self::Leech => "leech",
        }
    }
}

/// A word of the own dictionary.
#[derive(Clone, Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct WordView {
    /// The word.
    pub(crate) word_id: OwnWordId,
    /// With its article or its *zich*, as it is learnt.
    #[schema(example = "het brood")]
    headword: String,
    /// What it is.
    #[serde(flatten)]
    entry: Entry,
    /// Sentences where it was met.
    contexts: Vec<ContextView>,
    /// What the student calls it.
    tags: BTreeSet<String>,
    /// The student's lists that it is in.
    lists: BTreeSet<WordListId>,
    /// Where it came from.
    source: SourceView,
    /// How far it is.
    progress: ProgressView,
    /// When it came to the dictionary.
    added_at: Timestamp,
    /// When anything of it last changed.
    changed_at: Timestamp,
    /// When it was removed; absent while it is kept.
    #[serde(skip_serializing_if = "Option::is_none")]
    removed_at: Option<Timestamp>,
    /// Its revision, for `If-Match`.
    rev: u64,
}

impl WordView {
    pub(crate) fn of(word: &Stored<OwnWord>) -> Self {
        Self::at_rev(word, word.rev)
    }

    pub(crate) fn at_rev(word: &OwnWord, rev: u64) -> Self {
        Self {
            word_id: word.id,
            headword: word.entry.headword(),
            entry: word.entry.clone(),
            contexts: word.contexts.iter().map(ContextView::from).collect(),
            tags: word.tags.clone(),
            lists: word.lists.clone(),
            source: SourceView::from(&word.source),
            progress: ProgressView::from(&word.progress),
            added_at: word.added_at.into(),
            changed_at: word.changed_at.into(),
            removed_at: word.removed_at.map(Timestamp::from),
            rev,
        }
    }

    pub(crate) fn tagged(word: &Stored<OwnWord>) -> Tagged<Self> {
        Tagged(ETag::of_rev(word.rev), Self::of(word))
    }
}

/// A word, by its name alone.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct SameView {
    /// The word.
    word_id: OwnWordId,
    /// With its article.
    #[schema(example = "het brood")]
    headword: String,
}

impl From<OwnWord> for SameView {
    fn from(word: OwnWord) -> Self {
        Self { word_id: word.id, headword: word.entry.headword() }
    }
}

/// A sentence where a word was met.
#[derive(Clone, Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ContextView {
    /// As the client named it.
    context_id: WordContextId,
    /// The sentence.
    sentence: Sentence,
    /// The text or the video that it is from.
    #[serde(skip_serializing_if = "Option::is_none")]
    source_id: Option<String>,
    /// When the word was met in it.
    met_at: Timestamp,
}

impl From<&Context> for ContextView {
    fn from(context: &Context) -> Self {
        Self {
            context_id: context.id,
            sentence: context.sentence.clone(),
            source_id: context.source_id.clone(),
            met_at: context.met_at.into(),
        }
    }
}

/// Where a word came from.
#[derive(Clone, Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct SourceView {
    /// What it was.
    kind: WordSource,
    /// Which one.
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<String>,
}

impl From<&Source> for SourceView {
    fn from(source: &Source) -> Self {
        Self { kind: source.kind, id: source.id.clone() }
    }
}

/// How far a word is.
#[derive(Clone, Copy, Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ProgressView {
    /// What it is going through.
    stage: StageName,
    /// Cycles passed since it last began, 0 to 4.
    cycles_passed: u8,
    /// Echoes passed since it graduated, 0 to 4.
    echoes_passed: u8,
    /// The week of its cycles, from which their days follow; absent when it is in none.
    #[serde(skip_serializing_if = "Option::is_none")]
    run: Option<RunView>,
    /// The week from which on its next echo is due; absent when none is to come.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, example = "2026-W48")]
    echo_from: Option<Week>,
    /// The day of the last answer that counted; absent before there was one.
    #[serde(skip_serializing_if = "Option::is_none")]
    tried_on: Option<NaiveDate>,
    /// The last answer that counted; absent before there was one.
    #[serde(skip_serializing_if = "Option::is_none")]
    tried: Option<TriedView>,
    /// When it last graduated.
    #[serde(skip_serializing_if = "Option::is_none")]
    graduated_at: Option<Timestamp>,
    /// How often it was forgotten; at eight it is set aside.
    lapses: u32,
    /// Answers in all.
    answers: u32,
    /// Those of them that passed.
    correct: u32,
}

/// The week in which a word last moved. What is unfinished at its end goes on from the next Monday.
#[derive(Clone, Copy, Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct RunView {
    /// The week.
    #[schema(value_type = String, example = "2026-W48")]
    week: Week,
    /// The first day on which the word is asked in it.
    from: NaiveDate,
    /// Cycles that were passed before it.
    passed_before: u8,
}

/// The first answer of a day.
#[derive(Clone, Copy, Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct TriedView {
    /// The day.
    day: NaiveDate,
    /// What was asked.
    asked: AskName,
    /// Whether it passed.
    correct: bool,
    /// How often the word came back since.
    returns: u8,
    /// Whether it comes back once more, on this day.
    again: bool,
}

impl From<Run> for RunView {
    fn from(run: Run) -> Self {
        Self { week: run.week, from: run.from, passed_before: run.passed }
    }
}

impl From<Tried> for TriedView {
    fn from(tried: Tried) -> Self {
        let Tried { day, asked, correct, returns, again } = tried;
        Self { day, asked: asked.into(), correct, returns, again }
    }
}

impl From<&Progress> for ProgressView {
    fn from(progress: &Progress) -> Self {
        Self {
            stage: progress.stage.into(),
            cycles_passed: progress.passed,
            echoes_passed: progress.echoes,
            run: progress.run.map(RunView::from),
            echo_from: progress.echo_from,
            tried_on: progress.tried.map(|tried| tried.day),
            tried: progress.tried.map(TriedView::from),
            graduated_at: progress.graduated_at.map(Timestamp::from),
            lapses: progress.lapses,
            answers: progress.answers,
            correct: progress.correct,
        }
    }
}

/// A question, with all that asking it takes.
#[derive(Clone, Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct QuestionView {
    /// What is asked.
    asked: AskName,
    /// What is shown; a gap is `…`.
    #[schema(example = "bread; loaf")]
    prompt: String,
    /// The sentence that the gap is in: it goes back with the answer.
    #[serde(skip_serializing_if = "Option::is_none")]
    context_id: Option<WordContextId>,
    /// What is right, for a student who judges their own answer, by form: `word` always, and what is asked of `plural`, `past`,
    /// `participle`.
    #[schema(value_type = BTreeMap<String, String>, example = json!({ "word": "het brood", "plural": "broden" }))]
    expected: BTreeMap<Form, String>,
}

impl QuestionView {
    pub(crate) fn of(asked: Ask, question: &Question) -> Self {
        let expected = question.fields.iter().map(|field| (field.form, field.shown.clone()));
        Self {
            asked: asked.into(),
            prompt: question.prompt.clone(),
            context_id: question.context,
            expected: expected.collect(),
        }
    }
}

/// What came of an answer.
#[derive(Clone, Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = WordOutcomeView)]
pub(crate) struct OutcomeView {
    /// Whether it was right.
    correct: bool,
    /// How well it went: `again`, `hard`, `good`, `easy`.
    #[schema(value_type = String, example = "hard")]
    rating: scheduler::Rating,
    /// What was wrong with it, most specific first.
    mistakes: Vec<MistakeView>,
    /// What is right.
    #[schema(example = "het brood, broden")]
    expected: String,
    /// What it did: `practised` and `returned` do nothing, `passed` and `graduated` pass a cycle, `kept` keeps the word in it,
    /// `echoed` and `known` pass an echo, `forgotten` sends the word to the next cohort, `set-aside` makes it a leech.
    #[schema(example = "passed")]
    step: &'static str,
    /// What the word is going through now.
    stage: StageName,
    /// Cycles passed now, 0 to 4.
    cycles_passed: u8,
    /// What it is asked once more in this sitting; absent when it does not come back.
    #[serde(skip_serializing_if = "Option::is_none")]
    again: Option<AskName>,
    /// How often it was forgotten.
    lapses: u32,
    /// Whether another instant counts than the device's: its clock was ahead, or before the word was there.
    clamped: bool,
}

/// One mistake in an answer.
#[derive(Clone, Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = WordMistakeView)]
pub(crate) struct MistakeView {
    /// In which form of the word.
    form: Form,
    /// What kind: `article`, `plural`, `past`, `participle`, `typo` and the others of the grader.
    #[schema(example = "article")]
    kind: String,
    /// Where in the answer it begins, in Unicode characters.
    start: usize,
    /// Where it ends, exclusive.
    end: usize,
    /// What would be right there.
    #[schema(example = "het")]
    expected: String,
}

impl OutcomeView {
    pub(crate) fn of(outcome: &Outcome) -> Self {
        Self {
            correct: outcome.correct,
            rating: outcome.rating,
            mistakes: outcome.mistakes.iter().map(MistakeView::of).collect(),
            expected: outcome.expected.clone(),
            step: step_name(outcome.step),
            stage: outcome.stage.into(),
            cycles_passed: outcome.passed,
            again: outcome.again.map(AskName::from),
            lapses: outcome.lapses,
            clamped: outcome.clamped,
        }
    }
}

impl MistakeView {
    fn of(one: &FormMistake) -> Self {
        Self {
            form: one.form,
            kind: one.mistake.kind.to_string(),
            start: one.mistake.span.start,
            end: one.mistake.span.end,
            expected: one.mistake.expected.clone(),
        }
    }
}

const fn step_name(step: Step) -> &'static str {
    match step {
        Step::Practised => "practised",
        Step::Returned => "returned",
        Step::Passed(_) => "passed",
        Step::Kept(_) => "kept",
        Step::Graduated => "graduated",
        Step::Echoed(_) => "echoed",
        Step::Known => "known",
        Step::Forgotten => "forgotten",
        Step::SetAside => "set-aside",
    }
}

/// What a word is asked on a day, by name.
pub(crate) fn asked_name(asked: Option<Asked>) -> Option<AskName> {
    asked.map(|asked| asked.ask().into())
}

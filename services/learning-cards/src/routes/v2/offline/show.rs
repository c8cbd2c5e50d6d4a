use crate::{
    App,
    commands::{
        pack::{Pack, PackedWord, pack},
        sync::Seen,
    },
    domain::{question::Question, sitting::USUAL_WORDS, word::SCHEDULER},
    routes::{
        v2::cohorts::view::CohortSummary,
        view::{QuestionView, WordView},
    },
};
use access::Student;
use axum::extract::State;
use scheduler::cohort::{Ask, Cycle, ECHO_GAPS, LEECH_LAPSES, MOST_RETURNS};
use serde::Serialize;
use utoipa::ToSchema;
use web::{ApiResult, Json, Query, Timestamp, Zone, offline::DaysAway};

/// All that studying own words without a connection takes.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = WordOfflineView)]
pub(crate) struct OfflineView {
    /// When it was packed.
    packed_at: Timestamp,
    /// What the scheduler computes with.
    scheduler: SchedulerView,
    /// The language to answer from (ISO 639-1); absent until one is chosen: then it is that of the interface.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = "en")]
    language: Option<String>,
    /// Where the student is: decides which day it is.
    zone: Zone,
    /// Words of a sitting, unless the student says otherwise.
    #[schema(example = 100)]
    session_words: u32,
    /// The week under way; absent while there is nothing to study in it.
    #[serde(skip_serializing_if = "Option::is_none")]
    cohort: Option<CohortSummary>,
    /// The words: those of the week in its order, in which unmet ones are asked, then those that come with the weeks after it.
    /// At most 1,000.
    words: Vec<OfflineWordView>,
    /// Up to where the device knows words then: for the first `POST /sync` after it.
    cursor: String,
}

/// What the scheduler computes with.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = WordSchedulerView)]
pub(crate) struct SchedulerView {
    /// The algorithm.
    #[schema(example = "cohort/1")]
    algorithm: &'static str,
    /// The days of a week on which its cycles are asked first: see, recall, write, use.
    #[schema(example = json!([1, 2, 4, 6]))]
    cycle_days: [u32; 4],
    /// Weeks from graduation to the first echo, and from each echo to the next.
    #[schema(example = json!([1, 2, 4, 8]))]
    echo_gaps: [u32; 4],
    /// A wrong word comes back within its sitting at most so often.
    #[schema(example = 3)]
    most_returns: u8,
    /// So many lapses, and a word is set aside.
    #[schema(example = 8)]
    leech_lapses: u32,
}

/// A word to take along.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct OfflineWordView {
    /// The word, and where it stands.
    word: WordView,
    /// What it may be asked, in the student's language: see, recall, write, use, echo.
    questions: Vec<QuestionView>,
    /// Not to be asked before this: a topic has asked the word today, or its week comes later. Absent when it may be asked.
    #[serde(skip_serializing_if = "Option::is_none")]
    not_before: Option<Timestamp>,
}

impl OfflineView {
    fn of(pack: &Pack, cursor: String) -> Self {
        let language = pack.settings.language_or_english();
        Self {
            packed_at: pack.packed_at.into(),
            scheduler: SchedulerView {
                algorithm: SCHEDULER,
                cycle_days: Cycle::ALL.map(Cycle::day),
                echo_gaps: ECHO_GAPS,
                most_returns: MOST_RETURNS,
                leech_lapses: LEECH_LAPSES,
            },
            language: pack.settings.language.clone(),
            zone: Zone(pack.settings.zone),
            session_words: USUAL_WORDS,
            cohort: pack.cohort.as_ref().map(|cohort| CohortSummary::from(&cohort.state)),
            words: pack.words.iter().map(|packed| OfflineWordView::of(packed, language)).collect(),
            cursor,
        }
    }
}

impl OfflineWordView {
    fn of(packed: &PackedWord, language: &str) -> Self {
        let word = &packed.word;
        let question = |asked| {
            let question = Question::of(&word.entry, &word.contexts, asked, language, None);
            QuestionView::of(asked, &question)
        };
        Self {
            word: WordView::of(word),
            questions: Ask::ALL.map(question).into(),
            not_before: packed.not_before.map(Timestamp::from),
        }
    }
}

/// What to take along for some days without a connection.
///
/// Permission: student, own words. The client studies with it, and hands in what was done by `POST /sync`, from the cursor
/// on. The week is opened if it was not. Words that wait in the queue stay at home: a week takes them when it is opened.
#[utoipa::path(
    get,
    path = "/offline",
    params(DaysAway),
    responses((status = 200, description = "Words, and what the scheduler needs.", body = OfflineView)),
    security(("accessToken" = ["student"]))
)]
#[tracing::instrument(skip_all)]
pub(crate) async fn show_offline(
    State(app): State<App>,
    student: Student,
    Query(away): Query<DaysAway>,
) -> ApiResult<Json<OfflineView>> {
    let pack = pack(&app, student.id, away.get()?).await?;
    let cursor = app.cursors.seal(&Seen::scope(student.id), &pack.seen)?;

    Ok(Json(OfflineView::of(&pack, cursor)))
}

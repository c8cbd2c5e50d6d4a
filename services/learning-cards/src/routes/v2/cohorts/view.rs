//! A cohort, as it is shown.

use crate::{
    App,
    domain::{
        cohort::{Closing, Cohort, Tally, Why},
        word::OwnWord,
    },
    routes::view::{AskName, StageName, asked_name},
    store,
};
use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Tz;
use documents::Stored;
use ids::{CohortId, OwnWordId};
use scheduler::{Week, study_day};
use serde::Serialize;
use std::collections::HashMap;
use utoipa::ToSchema;
use web::{ApiResult, Timestamp};

/// A cohort in a list.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct CohortSummary {
    /// The cohort: it follows from student and week.
    cohort_id: CohortId,
    /// The week.
    #[schema(value_type = String, example = "2026-W48")]
    week: Week,
    /// When the week begins: Monday 04:00 in Amsterdam.
    begins_at: Timestamp,
    /// When its words were chosen.
    opened_at: Timestamp,
    /// New words in it.
    new_words: usize,
    /// Words that are carried over.
    carried_words: usize,
    /// Words that return as echoes.
    echoes: usize,
    /// Cycles that all its words have passed.
    completed: Vec<AskName>,
    /// How it ended; absent while it goes on.
    #[serde(skip_serializing_if = "Option::is_none")]
    closed: Option<ClosingView>,
}

/// How a week ended.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ClosingView {
    /// When it was closed.
    closed_at: Timestamp,
    /// Words that were met in it for the first time.
    met: u32,
    /// Words in their cycles.
    words: u32,
    /// Those of them that passed the last cycle in it.
    graduated: u32,
    /// Those of them that go on.
    unfinished: u32,
    /// Words that were set aside.
    set_aside: u32,
    /// Words that returned as echoes.
    echoes: u32,
    /// Those of them that were remembered.
    echoes_passed: u32,
    /// Those of them that were not.
    echoes_forgotten: u32,
}

/// A cohort with its words.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct CohortView {
    /// The cohort.
    #[serde(flatten)]
    cohort: CohortSummary,
    /// Its words: carried ones, echoes, new ones. Those that were removed meanwhile are left out.
    words: Vec<CohortWordView>,
}

/// A word of a cohort.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct CohortWordView {
    /// The word.
    word_id: OwnWordId,
    /// With its article.
    #[schema(example = "het brood")]
    headword: String,
    /// Why it is in the cohort.
    why: Why,
    /// What it is going through.
    stage: StageName,
    /// Cycles passed, 0 to 4.
    cycles_passed: u8,
    /// What it is asked today; absent when nothing.
    #[serde(skip_serializing_if = "Option::is_none")]
    asked_today: Option<AskName>,
    /// The day from which on its next cycle is asked; absent when it is in none.
    #[serde(skip_serializing_if = "Option::is_none")]
    due_on: Option<NaiveDate>,
}

impl From<&Closing> for ClosingView {
    fn from(closing: &Closing) -> Self {
        let Tally { met, words, graduated, unfinished, set_aside, echoes, echoes_passed, echoes_forgotten } =
            closing.tally;
        Self {
            closed_at: closing.at.into(),
            met,
            words,
            graduated,
            unfinished,
            set_aside,
            echoes,
            echoes_passed,
            echoes_forgotten,
        }
    }
}

impl From<&Cohort> for CohortSummary {
    fn from(cohort: &Cohort) -> Self {
        Self {
            cohort_id: cohort.id,
            week: cohort.week,
            begins_at: cohort.week.begins_at().into(),
            opened_at: cohort.opened_at.into(),
            new_words: cohort.words.new.len(),
            carried_words: cohort.words.carried.len(),
            echoes: cohort.words.echoes.len(),
            completed: cohort.completed.iter().map(|cycle| (*cycle).into()).collect(),
            closed: cohort.closed.as_ref().map(ClosingView::from),
        }
    }
}

impl CohortView {
    pub(crate) async fn of(app: &App, cohort: &Cohort) -> ApiResult<Self> {
        let ids: Vec<_> = cohort.words.words().copied().collect();
        let words = store::words::among(&app.words, cohort.student_id, &ids).await?;
        let words: HashMap<OwnWordId, Stored<OwnWord>> =
            words.into_iter().map(|word| (word.id, word)).collect();
        let student = app.students.get(cohort.student_id).await?;
        let zone = student.map_or(chrono_tz::Europe::Amsterdam, |student| student.settings.zone);
        let now = app.clock.now();
        let parts = [
            (Why::Carried, &cohort.words.carried),
            (Why::Echo, &cohort.words.echoes),
            (Why::New, &cohort.words.new),
        ];
        let views = parts.into_iter().flat_map(|(why, ids)| {
            let words = &words;
            ids.iter().filter_map(move |id| Some(CohortWordView::of(words.get(id)?, why, zone, now)))
        });
        Ok(Self { cohort: cohort.into(), words: views.collect() })
    }
}

impl CohortWordView {
    fn of(word: &OwnWord, why: Why, zone: Tz, now: DateTime<Utc>) -> Self {
        let (week, day) = (Week::of(now), study_day(now, zone));
        Self {
            word_id: word.id,
            headword: word.entry.headword(),
            why,
            stage: word.progress.stage.into(),
            cycles_passed: word.progress.passed,
            asked_today: asked_name(word.progress.asked(week, day)),
            due_on: word.progress.due_on(week),
        }
    }
}

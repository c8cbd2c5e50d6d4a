use crate::{
    App,
    domain::{
        class::{ClassWeek, Picture, weeks},
        cohort::Cohort,
        need::NeedCode,
        progress::share,
    },
    routes::v2::view::DueView,
    store::{cohorts, standings},
};
use access::Teacher;
use axum::extract::State;
use serde::Serialize;
use utoipa::ToSchema;
use web::{ApiResult, Json};

/// A class at a glance.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ClassView {
    /// Students.
    #[schema(example = 24)]
    students: i64,
    /// Those with an answer in the last seven days.
    #[schema(example = 19)]
    active: i64,
    /// Those who need help.
    #[schema(example = 5)]
    need_help: i64,
    /// How many need help for each reason; reasons that hold for nobody are left out.
    needs: Vec<NeedCountView>,
    /// Cards that are due, of all students together.
    due: DueView,
    /// Answers in the last seven days.
    #[schema(example = 2310)]
    week_answers: i64,
    /// Minutes of study in the last seven days.
    #[schema(example = 540)]
    week_minutes: i64,
    /// Share of learnt, due cards that were recalled in the last 30 days, 0 to 1; absent before there was one.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = 0.87)]
    true_retention: Option<f64>,
    /// The last six weeks, the present one first.
    weeks: Vec<ClassWeekView>,
}

/// How many students need help for a reason.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct NeedCountView {
    /// The reason.
    code: NeedCode,
    /// How many.
    #[schema(example = 3)]
    students: i64,
}

/// A week of a class.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ClassWeekView {
    /// The week, as ISO 8601 has it.
    #[schema(example = "2026-W48")]
    iso_week: String,
    /// Students with an answer in it.
    #[schema(example = 19)]
    active: i64,
    /// Answers.
    #[schema(example = 2310)]
    answers: i64,
    /// Share of right ones, 0 to 1; absent where there was no answer.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = 0.84)]
    correct: Option<f64>,
    /// Minutes of study.
    #[schema(example = 540)]
    minutes: i64,
    /// Share of learnt, due cards that were recalled, 0 to 1; absent where none was due.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = 0.87)]
    true_retention: Option<f64>,
    /// The own words that students had in it.
    own_words: OwnWordsView,
}

/// Own words of a class in a week.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct OwnWordsView {
    /// Students who had any.
    #[schema(example = 12)]
    students: i64,
    /// Words in their cycles.
    #[schema(example = 240)]
    words: i64,
    /// Those of them that have passed the last cycle.
    #[schema(example = 171)]
    graduated: i64,
}

impl OwnWordsView {
    fn of<'a>(cohorts: impl Iterator<Item = &'a Cohort>) -> Self {
        cohorts.fold(Self { students: 0, words: 0, graduated: 0 }, |sum, cohort| Self {
            students: sum.students + 1,
            words: sum.words + cohort.words(),
            graduated: sum.graduated + cohort.graduated(),
        })
    }
}

impl ClassWeekView {
    fn of(week: &ClassWeek, cohorts: &[Cohort]) -> Self {
        let (tally, iso_week) = (&week.tally, week.name());
        let own_words = OwnWordsView::of(cohorts.iter().filter(|cohort| cohort.iso_week == iso_week));
        Self {
            own_words,
            iso_week,
            active: week.active,
            answers: tally.answers.max(0),
            correct: share(tally.correct, tally.answers),
            minutes: tally.minutes(),
            true_retention: tally.retention(),
        }
    }
}

/// The teacher's own students at a glance.
///
/// Permission: teacher; each sees the students that they are linked to.
#[utoipa::path(
    get,
    path = "/class",
    responses((status = 200, description = "The class.", body = ClassView)),
    security(("accessToken" = ["teacher"]))
)]
#[tracing::instrument(skip_all)]
pub(crate) async fn show_class(State(app): State<App>, teacher: Teacher) -> ApiResult<Json<ClassView>> {
    let class = standings::class_of(&app, teacher.id).await?;
    let picture = Picture::of(&class.standings);
    let weeks = weeks(class.progress.values(), app.today());
    let names: Vec<_> = weeks.iter().map(ClassWeek::name).collect();
    let students: Vec<_> = class.standings.iter().map(|standing| standing.student_id).collect();
    let cohorts = cohorts::of_class(&app.database, &students, &names).await?;

    Ok(Json(ClassView {
        students: picture.students,
        active: picture.active,
        need_help: picture.need_help,
        needs: picture.needs.into_iter().map(|(code, students)| NeedCountView { code, students }).collect(),
        due: picture.due.into(),
        week_answers: picture.week.answers.max(0),
        week_minutes: picture.week.minutes(),
        true_retention: picture.month.retention(),
        weeks: weeks.iter().map(|week| ClassWeekView::of(week, &cohorts)).collect(),
    }))
}

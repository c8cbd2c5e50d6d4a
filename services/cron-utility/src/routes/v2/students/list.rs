use crate::{
    App,
    domain::{
        class::{Order, Place, Selection},
        need::{Need, NeedCode},
        standing::Standing,
    },
    routes::v2::view::DueView,
    store::standings,
};
use access::Teacher;
use axum::extract::State;
use ids::UserId;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use web::{ApiResult, Limit, Page, Query, Timestamp};

/// By what students are ordered.
#[derive(Clone, Copy, Debug, Default, Deserialize, ToSchema)]
pub(crate) enum StudentsSort {
    /// Who needs help for most reasons first.
    #[default]
    #[serde(rename = "-needs")]
    MostNeeds,
    /// Who has most cards due first.
    #[serde(rename = "-due")]
    MostDue,
    /// Who remembers least first.
    #[serde(rename = "trueRetention")]
    LeastRetention,
    /// Who was active longest ago first, and before them who never was.
    #[serde(rename = "lastActiveAt")]
    LongestInactive,
    /// Who answered least in the last seven days first.
    #[serde(rename = "weekAnswers")]
    LeastAnswers,
}

impl From<StudentsSort> for Order {
    fn from(sort: StudentsSort) -> Self {
        match sort {
            StudentsSort::MostNeeds => Self::MostNeeds,
            StudentsSort::MostDue => Self::MostDue,
            StudentsSort::LeastRetention => Self::LeastRetention,
            StudentsSort::LongestInactive => Self::LongestInactive,
            StudentsSort::LeastAnswers => Self::LeastAnswers,
        }
    }
}

/// Which students, in which order.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(rename_all = "camelCase")]
#[into_params(parameter_in = Query)]
pub(crate) struct StudentsQuery {
    /// Only those who need help (`true`), or only the others (`false`).
    needs_help: Option<bool>,
    /// Only those who need help for this reason.
    #[param(inline)]
    need: Option<NeedCode>,
    /// By what they are ordered: `-needs` unless said.
    #[serde(default)]
    #[param(inline)]
    sort: StudentsSort,
    /// How many at once.
    #[serde(default)]
    limit: Limit,
    /// Where to go on.
    cursor: Option<String>,
}

impl StudentsQuery {
    const fn selection(&self) -> Selection {
        Selection { needs_help: self.needs_help, need: self.need }
    }

    /// Names the list: a cursor of one order and selection leads nowhere in another.
    fn scope(&self, teacher: UserId) -> String {
        format!("students/{teacher}/{:?}/{:?}/{:?}", self.sort, self.needs_help, self.need)
    }
}

/// How a student stands. The name is pii's to tell.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct StudentView {
    /// The student.
    student_id: UserId,
    /// Why they may need help, each reason with the numbers that it rests on; empty when there is none.
    needs: Vec<Need>,
    /// Cards that are due.
    due: DueView,
    /// Answers in all.
    #[schema(example = 1240)]
    answers: i64,
    /// Right ones.
    #[schema(example = 1080)]
    correct: i64,
    /// Answers in the last seven days.
    #[schema(example = 164)]
    week_answers: i64,
    /// Minutes of study in the last seven days; of one answer a minute counts at most.
    #[schema(example = 38)]
    week_minutes: i64,
    /// Share of learnt, due cards that were recalled in the last 30 days, 0 to 1; absent before there was one.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = 0.88)]
    true_retention: Option<f64>,
    /// Cards that were forgotten eight times or more.
    #[schema(example = 2)]
    leeches: i64,
    /// When the last answer was given; absent before there was one.
    #[serde(skip_serializing_if = "Option::is_none")]
    last_active_at: Option<Timestamp>,
}

impl From<&Standing> for StudentView {
    fn from(standing: &Standing) -> Self {
        Self {
            student_id: standing.student_id,
            needs: standing.needs.clone(),
            due: standing.due.into(),
            answers: standing.answers,
            correct: standing.correct,
            week_answers: standing.week.answers.max(0),
            week_minutes: standing.week.minutes(),
            true_retention: standing.month.retention(),
            leeches: standing.leeches,
            last_active_at: standing.last_active_at.map(Timestamp::from),
        }
    }
}

/// The teacher's own students, with how each stands: who needs help first, unless another order is asked for.
///
/// Permission: teacher; each sees the students that they are linked to.
#[utoipa::path(
    get,
    path = "/students",
    params(StudentsQuery),
    responses((status = 200, description = "A page of students.", body = Page<StudentView>)),
    security(("accessToken" = ["teacher"]))
)]
#[tracing::instrument(skip_all)]
pub(crate) async fn list_students(
    State(app): State<App>,
    teacher: Teacher,
    Query(query): Query<StudentsQuery>,
) -> ApiResult<Page<StudentView>> {
    let (scope, order) = (query.scope(teacher.id), Order::from(query.sort));
    let after: Option<Place> =
        query.cursor.as_ref().map(|cursor| app.cursors.open(&scope, cursor)).transpose()?;
    let class = standings::class_of(&app, teacher.id).await?;
    let students = order.arrange(class.standings, query.selection(), after);

    let page = Page::of(students, query.limit, &app.cursors, &scope, |student| order.place(student))?;
    Ok(page.map(|standing| StudentView::from(&standing)))
}

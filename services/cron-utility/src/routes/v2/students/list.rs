use crate::{
    App,
    domain::progress::share,
    store::{
        links,
        students::{self, Totals},
    },
};
use access::Teacher;
use axum::extract::State;
use ids::UserId;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use web::{ApiResult, Limit, Page, Query, Timestamp};

/// Which students.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(rename_all = "camelCase")]
#[into_params(parameter_in = Query)]
pub(crate) struct StudentsQuery {
    /// How many at once.
    #[serde(default)]
    limit: Limit,
    /// Where to go on.
    cursor: Option<String>,
}

/// How a student stands. The name is pii's to tell.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct StudentView {
    /// The student.
    student_id: UserId,
    /// Cards that are due now.
    due: i64,
    /// Answers in all.
    answers: i64,
    /// Right ones.
    correct: i64,
    /// Share of learnt, due cards that were recalled, 0 to 1; absent before there was one.
    #[serde(skip_serializing_if = "Option::is_none")]
    true_retention: Option<f64>,
    /// When the last answer was given; absent before there was one.
    #[serde(skip_serializing_if = "Option::is_none")]
    last_active_at: Option<Timestamp>,
}

impl StudentView {
    pub(super) fn of(student_id: UserId, totals: &Totals, due: i64) -> Self {
        Self {
            student_id,
            due,
            answers: totals.answers,
            correct: totals.correct,
            true_retention: share(totals.due_recalled, totals.due_answers),
            last_active_at: totals.last_active_at().map(Timestamp::from),
        }
    }
}

/// The teacher's own students, with how each stands.
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
    let scope = format!("students/{}", teacher.id);
    let after: Option<UserId> = query.cursor.map(|cursor| app.cursors.open(&scope, &cursor)).transpose()?;
    let one_more = i64::try_from(query.limit.get()).unwrap_or(i64::MAX).saturating_add(1);
    let students = links::students_of(&app.database, teacher.id, after, one_more).await?;
    let page = Page::of(students, query.limit, &app.cursors, &scope, |student| *student)?;
    let totals = students::totals(&app.database, &page.items).await?;
    let due = students::due(&app.database, &page.items, app.clock.now()).await?;
    let none = Totals::default();

    Ok(page.map(|student| {
        let totals = totals.get(&student).unwrap_or(&none);
        StudentView::of(student, totals, due.get(&student).copied().unwrap_or_default())
    }))
}

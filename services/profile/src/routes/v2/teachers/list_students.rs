use crate::{App, Failure, store::links};
use access::{EducationalAdmin, OneOf, Role, Teacher, TechnicalAdmin};
use axum::extract::State;
use ids::UserId;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use web::{ApiError, Limit, Page, Path, Query, Timestamp, responses::NotFound};

/// Which part of the list.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct Listing {
    #[serde(default)]
    pub(super) limit: Limit,
    pub(super) cursor: Option<String>,
}

/// A student of a teacher.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct TaughtStudent {
    student_id: UserId,
    linked_at: Timestamp,
}

/// The students of a teacher.
///
/// The teacher's own, or anybody's for an administrator.
#[utoipa::path(
    get,
    path = "/teachers/{teacherId}/students",
    params(("teacherId" = UserId, Path), Listing),
    responses((status = 200, body = Page<TaughtStudent>), NotFound),
    security(("accessToken" = ["teacher", "educational_admin", "technical_admin"]))
)]
#[tracing::instrument(skip_all, fields(teacher.id = %teacher))]
pub(crate) async fn list_students(
    State(app): State<App>,
    caller: OneOf<(Teacher, EducationalAdmin, TechnicalAdmin)>,
    Path(teacher): Path<UserId>,
    Query(listing): Query<Listing>,
) -> Result<Page<TaughtStudent>, Failure> {
    if caller.role == Role::Teacher && caller.id != teacher {
        return Err(ApiError::not_found("teacher", teacher).into());
    }
    let scope = format!("students of {teacher}");
    let after = listing.cursor.as_deref().map(|cursor| app.cursors.open(&scope, cursor)).transpose()?;
    let one_more = listing.limit.get() as i64 + 1;
    let found = links::students_of(&mut *app.connection().await?, teacher, after, one_more).await?;

    let page = Page::of(found, listing.limit, &app.cursors, &scope, |last| last.student_id)?;
    Ok(page.map(|link| TaughtStudent { student_id: link.student_id, linked_at: link.linked_at.into() }))
}

use super::list_students::Listing;
use crate::{
    App, Failure,
    store::{links, users},
};
use access::{EducationalAdmin, OneOf, TechnicalAdmin};
use axum::extract::State;
use ids::UserId;
use serde::Serialize;
use utoipa::ToSchema;
use web::{ApiError, Page, Path, Query, Timestamp, responses::NotFound};

/// A teacher of a student.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct TeachingTeacher {
    teacher_id: UserId,
    linked_at: Timestamp,
}

/// The teachers of a student.
///
/// Administrators may ask for anybody's; a student finds their own in `/me`.
#[utoipa::path(
    get,
    path = "/students/{studentId}/teachers",
    params(("studentId" = UserId, Path), Listing),
    responses((status = 200, body = Page<TeachingTeacher>), NotFound),
    security(("accessToken" = ["educational_admin", "technical_admin"]))
)]
#[tracing::instrument(skip_all, fields(student.id = %student))]
pub(crate) async fn list_teachers(
    State(app): State<App>,
    _: OneOf<(EducationalAdmin, TechnicalAdmin)>,
    Path(student): Path<UserId>,
    Query(listing): Query<Listing>,
) -> Result<Page<TeachingTeacher>, Failure> {
    let mut conn = app.connection().await?;
    users::find(&mut conn, student).await?.ok_or_else(|| ApiError::not_found("student", student))?;
    let scope = format!("teachers of {student}");
    let after = listing.cursor.as_deref().map(|cursor| app.cursors.open(&scope, cursor)).transpose()?;
    let one_more = listing.limit.get() as i64 + 1;
    let found = links::taught_by(&mut conn, student, after, one_more).await?;

    let page = Page::of(found, listing.limit, &app.cursors, &scope, |last| last.teacher_id)?;
    Ok(page.map(|link| TeachingTeacher { teacher_id: link.teacher_id, linked_at: link.linked_at.into() }))
}

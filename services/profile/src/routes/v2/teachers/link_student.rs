use super::LinkView;
use crate::{
    App,
    commands::{self, Linked},
};
use access::EducationalAdmin;
use axum::{extract::State, http::StatusCode};
use ids::UserId;
use web::{
    ApiResult, Json, Path,
    responses::{Conflict, NotFound},
};

/// Let a teacher teach a student.
///
/// The first must be a teacher and the second a student. Linking again has the same answer.
#[utoipa::path(
    put,
    path = "/teachers/{teacherId}/students/{studentId}",
    params(("teacherId" = UserId, Path), ("studentId" = UserId, Path)),
    responses(
        (status = 201, body = LinkView, description = "Linked now."),
        (status = 200, body = LinkView, description = "Linked before."),
        NotFound,
        Conflict,
    ),
    security(("accessToken" = ["educational_admin"]))
)]
#[tracing::instrument(skip_all, fields(teacher.id = %teacher, student.id = %student))]
pub(crate) async fn link_student(
    State(app): State<App>,
    admin: EducationalAdmin,
    Path((teacher, student)): Path<(UserId, UserId)>,
) -> ApiResult<(StatusCode, Json<LinkView>)> {
    Ok(match commands::link_teacher(&app, teacher, student, admin.id).await? {
        Linked::Now(link) => (StatusCode::CREATED, Json(link.into())),
        Linked::Before(link) => (StatusCode::OK, Json(link.into())),
    })
}

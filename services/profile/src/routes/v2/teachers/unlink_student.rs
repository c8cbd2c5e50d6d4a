use crate::{App, commands};
use access::EducationalAdmin;
use axum::{extract::State, http::StatusCode};
use ids::UserId;
use web::{ApiResult, Path};

/// End that a teacher teaches a student.
#[utoipa::path(
    delete,
    path = "/teachers/{teacherId}/students/{studentId}",
    params(("teacherId" = UserId, Path), ("studentId" = UserId, Path)),
    responses((status = 204, description = "They are not linked.")),
    security(("accessToken" = ["educational_admin"]))
)]
#[tracing::instrument(skip_all, fields(teacher.id = %teacher, student.id = %student))]
pub(crate) async fn unlink_student(
    State(app): State<App>,
    admin: EducationalAdmin,
    Path((teacher, student)): Path<(UserId, UserId)>,
) -> ApiResult<StatusCode> {
    commands::unlink_teacher(&app, teacher, student, admin.id).await?;
    Ok(StatusCode::NO_CONTENT)
}

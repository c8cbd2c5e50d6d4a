//! `/teachers/{teacherId}/students`, `/students/{studentId}/teachers`

mod link_student;
mod list_students;
mod list_teachers;
mod unlink_student;

use crate::{App, store::links::Link};
use ids::UserId;
use serde::Serialize;
use utoipa::ToSchema;
use utoipa_axum::{router::OpenApiRouter, routes};
use web::Timestamp;

pub(super) fn operations() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(list_students::list_students))
        .routes(routes!(list_teachers::list_teachers))
        .routes(routes!(link_student::link_student, unlink_student::unlink_student))
}

/// That a teacher teaches a student.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct LinkView {
    teacher_id: UserId,
    student_id: UserId,
    linked_at: Timestamp,
}

impl From<Link> for LinkView {
    fn from(link: Link) -> Self {
        Self { teacher_id: link.teacher_id, student_id: link.student_id, linked_at: link.linked_at.into() }
    }
}

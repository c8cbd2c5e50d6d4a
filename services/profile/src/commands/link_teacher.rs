use crate::{
    App, Failure,
    commands::audit::{self, Done},
    store::{
        links::{self, Link},
        users,
    },
};
use events::profile::{Role, TeacherLinked};
use ids::UserId;
use sqlx::PgConnection;
use web::ApiError;

/// What came of linking.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Linked {
    /// They are from now on.
    Now(Link),
    /// They were already.
    Before(Link),
}

/// Makes `teacher` teach `student`.
pub async fn link_teacher(
    app: &App,
    teacher: UserId,
    student: UserId,
    by: UserId,
) -> Result<Linked, Failure> {
    let now = app.now();
    let mut transaction = app.pool.begin().await?;
    users::lock_roles_and_links(&mut transaction).await?;
    let not_a_teacher = ApiError::conflict("not-a-teacher", "This user is not a teacher.");
    let not_a_student = ApiError::conflict("not-a-student", "This user is not a student.");
    demand(&mut transaction, teacher, Role::Teacher, "teacher", not_a_teacher).await?;
    demand(&mut transaction, student, Role::Student, "student", not_a_student).await?;

    if let Some(link) = links::find(&mut transaction, teacher, student).await? {
        return Ok(Linked::Before(link));
    }
    let link = Link { teacher_id: teacher, student_id: student, linked_at: now };
    links::insert(&mut transaction, &link, by).await?;
    let rev = users::next_rev(&mut transaction, student).await?;
    let fact = TeacherLinked { user_id: student, teacher_id: teacher, linked_by: Some(by), linked_at: now };
    app.publish(&mut transaction, student, rev, fact).await?;
    audit::note(app, &mut transaction, by, Some(student), Done::TeacherLinked(teacher)).await?;
    transaction.commit().await?;
    app.relay.wake();
    Ok(Linked::Now(link))
}

async fn demand(
    conn: &mut PgConnection,
    id: UserId,
    role: Role,
    what: &'static str,
    otherwise: ApiError,
) -> Result<(), Failure> {
    match users::find(conn, id).await? {
        None => Err(ApiError::not_found(what, id).into()),
        Some(user) if user.role != role => Err(otherwise.into()),
        Some(_) => Ok(()),
    }
}

//! Who teaches whom: our copy of profile's links.

use ids::UserId;
use sqlx::{PgConnection, PgExecutor};

/// What one fact of profile says about one pair.
#[derive(Clone, Copy, Debug)]
pub struct Link {
    /// Who is taught.
    pub student: UserId,
    /// Who teaches.
    pub teacher: UserId,
    /// Whether they do from now on.
    pub linked: bool,
    /// The fact's place among the facts about this student.
    pub sequence: i64,
}

/// Keeps what `link` says, unless something newer is known about the pair.
///
/// # Errors
/// The database.
pub async fn record(connection: &mut PgConnection, link: Link) -> sqlx::Result<()> {
    sqlx::query!(
        "insert into teacher_students as known (student_id, teacher_id, linked, sequence)
         values ($1, $2, $3, $4)
         on conflict (student_id, teacher_id) do update
         set linked = excluded.linked, sequence = excluded.sequence
         where known.sequence < excluded.sequence",
        link.student.as_uuid(),
        link.teacher.as_uuid(),
        link.linked,
        link.sequence,
    )
    .execute(connection)
    .await
    .map(drop)
}

/// Those of `students` whom `teacher` teaches now.
///
/// # Errors
/// The database.
pub async fn taught_of(
    connection: &mut PgConnection,
    teacher: UserId,
    students: &[UserId],
) -> sqlx::Result<Vec<UserId>> {
    let students: Vec<_> = students.iter().map(|student| student.as_uuid()).collect();
    sqlx::query_scalar!(
        r#"select student_id as "student_id: UserId" from teacher_students
           where teacher_id = $1 and student_id = any($2) and linked"#,
        teacher.as_uuid(),
        &students,
    )
    .fetch_all(connection)
    .await
}

/// Whether `teacher` teaches `student` now.
///
/// # Errors
/// The database.
pub async fn teaches(database: impl PgExecutor<'_>, teacher: UserId, student: UserId) -> sqlx::Result<bool> {
    sqlx::query_scalar!(
        r#"select exists (
               select from teacher_students where student_id = $1 and teacher_id = $2 and linked
           ) as "teaches!""#,
        student.as_uuid(),
        teacher.as_uuid(),
    )
    .fetch_one(database)
    .await
}

use chrono::{DateTime, Utc};
use ids::UserId;
use sqlx::PgConnection;

/// A teacher teaches a student.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// Who teaches.
    pub teacher_id: UserId,
    /// Whom.
    pub student_id: UserId,
    /// Since when.
    pub linked_at: DateTime<Utc>,
}

/// The link of these two.
pub async fn find(conn: &mut PgConnection, teacher: UserId, student: UserId) -> sqlx::Result<Option<Link>> {
    sqlx::query_as!(
        Link,
        r#"select teacher_id as "teacher_id: UserId", student_id as "student_id: UserId", linked_at
           from teacher_students where teacher_id = $1 and student_id = $2"#,
        teacher.as_uuid(),
        student.as_uuid(),
    )
    .fetch_optional(conn)
    .await
}

/// Links two who are not linked.
pub async fn insert(conn: &mut PgConnection, link: &Link, by: UserId) -> sqlx::Result<()> {
    sqlx::query!(
        "insert into teacher_students (teacher_id, student_id, linked_at, linked_by)
         values ($1, $2, $3, $4)",
        link.teacher_id.as_uuid(),
        link.student_id.as_uuid(),
        link.linked_at,
        by.as_uuid(),
    )
    .execute(conn)
    .await?;
    Ok(())
}

/// Takes the two apart, unless they are.
pub async fn delete(conn: &mut PgConnection, teacher: UserId, student: UserId) -> sqlx::Result<bool> {
    let deleted = sqlx::query!(
        "delete from teacher_students where teacher_id = $1 and student_id = $2",
        teacher.as_uuid(),
        student.as_uuid(),
    )
    .execute(conn)
    .await?;
    Ok(deleted.rows_affected() == 1)
}

/// Takes this user apart from all their teachers and students. By student, so that two such changes never wait for each
/// other in a ring.
pub async fn delete_all_of(conn: &mut PgConnection, user: UserId) -> sqlx::Result<Vec<Link>> {
    let mut links = sqlx::query_as!(
        Link,
        r#"delete from teacher_students where teacher_id = $1 or student_id = $1
           returning teacher_id as "teacher_id: UserId", student_id as "student_id: UserId", linked_at"#,
        user.as_uuid(),
    )
    .fetch_all(conn)
    .await?;
    links.sort_by_key(|link| (link.student_id, link.teacher_id));
    Ok(links)
}

/// The students of this teacher, by id, after the one given.
pub async fn students_of(
    conn: &mut PgConnection,
    teacher: UserId,
    after: Option<UserId>,
    limit: i64,
) -> sqlx::Result<Vec<Link>> {
    sqlx::query_as!(
        Link,
        r#"select teacher_id as "teacher_id: UserId", student_id as "student_id: UserId", linked_at
           from teacher_students
           where teacher_id = $1 and ($2::uuid is null or student_id > $2)
           order by student_id
           limit $3"#,
        teacher.as_uuid(),
        after.map(UserId::as_uuid),
        limit,
    )
    .fetch_all(conn)
    .await
}

/// Who teaches this student, by id, after the one given.
pub async fn taught_by(
    conn: &mut PgConnection,
    student: UserId,
    after: Option<UserId>,
    limit: i64,
) -> sqlx::Result<Vec<Link>> {
    sqlx::query_as!(
        Link,
        r#"select teacher_id as "teacher_id: UserId", student_id as "student_id: UserId", linked_at
           from teacher_students
           where student_id = $1 and ($2::uuid is null or teacher_id > $2)
           order by teacher_id
           limit $3"#,
        student.as_uuid(),
        after.map(UserId::as_uuid),
        limit,
    )
    .fetch_all(conn)
    .await
}

/// The teachers of this student, by id. There are few.
pub async fn teachers_of(conn: &mut PgConnection, student: UserId) -> sqlx::Result<Vec<UserId>> {
    sqlx::query_scalar!(
        r#"select teacher_id as "teacher_id: UserId" from teacher_students where student_id = $1 order by teacher_id"#,
        student.as_uuid(),
    )
    .fetch_all(conn)
    .await
}

//! What pii keeps of one person, for their export.

use crate::domain::field::Field;
use anyhow::Context;
use ids::UserId;
use serde_json::Value;
use sqlx::PgConnection;

/// A field as stored.
#[derive(Clone, Debug)]
pub struct SealedField {
    /// Which.
    pub field: Field,
    /// Its bytes.
    pub sealed: Vec<u8>,
}

/// Every field of the person.
///
/// # Errors
/// The database, or a field that this release does not know.
pub async fn fields(connection: &mut PgConnection, user: UserId) -> anyhow::Result<Vec<SealedField>> {
    let rows =
        sqlx::query!("select name, sealed from fields where user_id = $1 order by name", user.as_uuid())
            .fetch_all(connection)
            .await?;
    let field = |name: String| name.parse().with_context(|| format!("the field {name}"));
    rows.into_iter().map(|row| Ok(SealedField { field: field(row.name)?, sealed: row.sealed })).collect()
}

/// Who teaches them, and whom they teach.
///
/// # Errors
/// The database.
pub async fn links(connection: &mut PgConnection, user: UserId) -> sqlx::Result<Vec<Value>> {
    sqlx::query_scalar!(
        r#"select to_jsonb(kept) as "row!" from (
               select student_id, teacher_id from teacher_students
               where (student_id = $1 or teacher_id = $1) and linked order by student_id, teacher_id
           ) kept"#,
        user.as_uuid(),
    )
    .fetch_all(connection)
    .await
}

/// A link of the access log as stored.
#[derive(Clone, Debug)]
pub struct Link {
    /// Which of [`crate::domain::audit::FORMATS`] its bytes are in.
    pub format: i16,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// The links of the access log that are about them, the earliest first.
///
/// # Errors
/// The database.
pub async fn accesses(connection: &mut PgConnection, user: UserId) -> sqlx::Result<Vec<Link>> {
    sqlx::query_as!(
        Link,
        "select format, link as bytes from accesses where subject_id = $1 order by position",
        user.as_uuid(),
    )
    .fetch_all(connection)
    .await
}

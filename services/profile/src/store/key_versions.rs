use chrono::{DateTime, Utc};
use secrets::VersionedKeys;
use sqlx::PgConnection;
use web::key_ages::NotedVersion;

/// Notes which versions a secret has, and which of them is in use.
pub async fn note(
    conn: &mut PgConnection,
    name: &str,
    keys: &VersionedKeys,
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    let current = keys.current().0;
    for (version, _) in keys.iter() {
        let promoted_at = (version == current).then_some(now);
        sqlx::query!(
            "insert into key_versions (key_name, version, seen_at, promoted_at) values ($1, $2, $3, $4)
             on conflict (key_name, version) do update set promoted_at = excluded.promoted_at
             where key_versions.promoted_at is null and excluded.promoted_at is not null",
            name,
            version,
            now,
            promoted_at,
        )
        .execute(&mut *conn)
        .await?;
    }
    Ok(())
}

/// Every version that was ever seen, by name and age.
pub async fn all(conn: &mut PgConnection) -> sqlx::Result<Vec<NotedVersion>> {
    sqlx::query_as!(
        NotedVersion,
        "select key_name, version, seen_at, promoted_at from key_versions order by key_name, seen_at, version"
    )
    .fetch_all(conn)
    .await
}

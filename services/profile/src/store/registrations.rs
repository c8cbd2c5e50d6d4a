use crate::domain::{Registration, TimeZone, session};
use chrono::{DateTime, TimeDelta, Utc};
use events::Language;
use ids::UserId;
use sqlx::PgConnection;

/// For so long a repeat is known for one.
pub const REMEMBERED: TimeDelta = TimeDelta::days(1);

/// What an answer may tell of a registration, whatever came of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Registered {
    /// The id that the caller made.
    pub id: UserId,
    /// As asked for.
    pub interface_language: Language,
    /// As asked for.
    pub time_zone: TimeZone,
    /// When it was first asked for.
    pub registered_at: DateTime<Utc>,
}

/// A registration as a repeat of it finds it.
#[derive(Debug, Clone)]
pub struct Remembered {
    /// What was answered.
    pub registered: Registered,
    /// The hash that the password must match, until it is forgotten.
    pub password_hash: Option<String>,
    /// The digest that the rest must match, until it is forgotten.
    pub body_digest: Option<Vec<u8>>,
}

/// Takes the id, unless it is taken.
pub async fn insert(
    conn: &mut PgConnection,
    id: UserId,
    registration: &Registration,
    password_hash: &str,
    body_digest: &[u8],
    now: DateTime<Utc>,
) -> sqlx::Result<bool> {
    let inserted = sqlx::query!(
        "insert into registrations (id, interface_language, time_zone, registered_at, password_hash, body_digest)
         values ($1, $2, $3, $4, $5, $6)
         on conflict (id) do nothing",
        id.as_uuid(),
        registration.interface_language.as_str(),
        registration.time_zone.as_str(),
        now,
        password_hash,
        body_digest,
    )
    .execute(conn)
    .await?;
    Ok(inserted.rows_affected() == 1)
}

/// The registration of this id. What is older than a day is as good as forgotten, even before the sweep.
pub async fn find(
    conn: &mut PgConnection,
    id: UserId,
    now: DateTime<Utc>,
) -> sqlx::Result<Option<Remembered>> {
    let row = sqlx::query!(
        r#"select id as "id: UserId", interface_language, time_zone, registered_at,
                  case when registered_at > $2 then password_hash end as password_hash,
                  case when registered_at > $2 then body_digest end as body_digest
           from registrations
           where id = $1"#,
        id.as_uuid(),
        now - REMEMBERED,
    )
    .fetch_optional(conn)
    .await?;
    row.map(|row| {
        let registered = Registered {
            id: row.id,
            interface_language: super::symbol(&row.interface_language)?,
            time_zone: super::symbol(&row.time_zone)?,
            registered_at: row.registered_at,
        };
        Ok(Remembered { registered, password_hash: row.password_hash, body_digest: row.body_digest })
    })
    .transpose()
}

/// Takes the id for an account that somebody else made: no repeat of a registration is held against it.
pub async fn insert_of_another(
    conn: &mut PgConnection,
    id: UserId,
    registration: &Registration,
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    sqlx::query!(
        "insert into registrations (id, interface_language, time_zone, registered_at) values ($1, $2, $3, $4)",
        id.as_uuid(),
        registration.interface_language.as_str(),
        registration.time_zone.as_str(),
        now,
    )
    .execute(conn)
    .await?;
    Ok(())
}

/// Forgets what repeats of this registration would be held against.
pub async fn forget(conn: &mut PgConnection, id: UserId) -> sqlx::Result<()> {
    sqlx::query!(
        "update registrations set password_hash = null, body_digest = null where id = $1",
        id.as_uuid()
    )
    .execute(conn)
    .await?;
    Ok(())
}

/// Forgets what repeats of old registrations would be held against, and sessions that ended long ago.
pub async fn sweep(conn: &mut PgConnection, now: DateTime<Utc>) -> sqlx::Result<u64> {
    let forgotten = sqlx::query!(
        "update registrations set password_hash = null, body_digest = null
         where password_hash is not null and registered_at <= $1",
        now - REMEMBERED,
    )
    .execute(&mut *conn)
    .await?;
    let ended =
        sqlx::query!("delete from sessions where ends_at <= $1", now - session::KEPT).execute(conn).await?;
    Ok(forgotten.rows_affected() + ended.rows_affected())
}

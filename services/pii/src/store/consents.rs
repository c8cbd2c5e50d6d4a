//! The log of consents.

use crate::domain::consent::{Said, SaidBy};
use chrono::{DateTime, Utc};
use ids::{ConsentId, UserId};
use sqlx::PgConnection;

/// An entry as stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Consent {
    /// Which.
    pub consent_id: ConsentId,
    /// Whose.
    pub user_id: UserId,
    /// About which document.
    pub document: String,
    /// In which version.
    pub version: String,
    /// `given` or `withdrawn`.
    pub decision: String,
    /// `person` or `guardian`.
    pub said_by: String,
    /// How: `in-app`, `on-paper`, `by-phone`, `in-person`.
    pub how: String,
    /// Who entered it.
    pub recorded_by: UserId,
    /// When.
    pub said_at: DateTime<Utc>,
}

/// Adds an entry, unless one with its id is there; whether it was added.
///
/// # Errors
/// The database.
pub async fn add(connection: &mut PgConnection, consent: &Consent) -> sqlx::Result<bool> {
    let added = sqlx::query!(
        "insert into consents (consent_id, user_id, document, version, decision, said_by, how, recorded_by, said_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
         on conflict (consent_id) do nothing",
        consent.consent_id.as_uuid(),
        consent.user_id.as_uuid(),
        consent.document,
        consent.version,
        consent.decision,
        consent.said_by,
        consent.how,
        consent.recorded_by.as_uuid(),
        consent.said_at,
    )
    .execute(connection)
    .await?;
    Ok(added.rows_affected() == 1)
}

/// The entry with this id, whoever it is about.
///
/// # Errors
/// The database.
pub async fn find(connection: &mut PgConnection, consent: ConsentId) -> sqlx::Result<Option<Consent>> {
    sqlx::query_as!(
        Consent,
        r#"select consent_id as "consent_id: ConsentId", user_id as "user_id: UserId", document, version, decision,
                  said_by, how, recorded_by as "recorded_by: UserId", said_at
           from consents where consent_id = $1"#,
        consent.as_uuid(),
    )
    .fetch_optional(connection)
    .await
}

/// All that was said about a person, the newest first. There is little.
///
/// # Errors
/// The database.
pub async fn of(connection: &mut PgConnection, user: UserId) -> sqlx::Result<Vec<Consent>> {
    sqlx::query_as!(
        Consent,
        r#"select consent_id as "consent_id: ConsentId", user_id as "user_id: UserId", document, version, decision,
                  said_by, how, recorded_by as "recorded_by: UserId", said_at
           from consents where user_id = $1 order by position desc"#,
        user.as_uuid(),
    )
    .fetch_all(connection)
    .await
}

/// The last that each side said about each document, in the order in which it was said.
///
/// # Errors
/// The database.
pub async fn last_said(connection: &mut PgConnection, user: UserId) -> sqlx::Result<Vec<Said>> {
    let rows = sqlx::query!(
        r#"select document as "document!", version as "version!", decision as "decision!", said_by as "said_by!"
           from (
               select distinct on (document, said_by) document, version, decision, said_by, position
               from consents where user_id = $1 order by document, said_by, position desc
           ) as last
           order by position"#,
        user.as_uuid(),
    )
    .fetch_all(connection)
    .await?;
    let said = rows.into_iter().map(|row| Said {
        agrees: row.decision == "given",
        by: if row.said_by == "guardian" { SaidBy::Guardian } else { SaidBy::Person },
        document: row.document,
        version: row.version,
    });
    Ok(said.collect())
}

use crate::domain::ClientPolicy;
use events::{LocalizedText, profile::Platform};
use sqlx::PgConnection;

/// The policy of one platform, as stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredPolicy {
    /// Whose clients.
    pub platform: Platform,
    /// Which of them may call.
    pub policy: ClientPolicy,
    /// The revision; 0 was never published.
    pub rev: i64,
}

macro_rules! policy {
    ($row:expr) => {{
        let row = $row;
        let message = LocalizedText { nl: row.message_nl, en: row.message_en, ru: row.message_ru };
        let policy = ClientPolicy::new(super::symbol(&row.minimum)?, super::symbol(&row.latest)?, message)
            .map_err(|error| sqlx::Error::Decode(Box::new(error)))?;
        Ok(StoredPolicy { platform: super::symbol(&row.platform)?, policy, rev: row.rev })
    }};
}

/// Every policy, by platform.
pub async fn all(conn: &mut PgConnection) -> sqlx::Result<Vec<StoredPolicy>> {
    let rows = sqlx::query!(
        "select platform, minimum, latest, message_nl, message_en, message_ru, rev
         from client_policies order by platform"
    )
    .fetch_all(conn)
    .await?;
    rows.into_iter().map(|row| policy!(row)).collect()
}

/// The policy of this platform, for a change: until the transaction ends nobody else changes it.
pub async fn lock(conn: &mut PgConnection, platform: Platform) -> sqlx::Result<Option<StoredPolicy>> {
    let row = sqlx::query!(
        "select platform, minimum, latest, message_nl, message_en, message_ru, rev
         from client_policies where platform = $1 for update",
        platform.as_str(),
    )
    .fetch_optional(conn)
    .await?;
    row.map(|row| policy!(row)).transpose()
}

/// Replaces the policy of its platform.
pub async fn replace(conn: &mut PgConnection, stored: &StoredPolicy) -> sqlx::Result<()> {
    let message = stored.policy.message();
    sqlx::query!(
        "update client_policies
         set minimum = $2, latest = $3, message_nl = $4, message_en = $5, message_ru = $6, rev = $7
         where platform = $1",
        stored.platform.as_str(),
        stored.policy.minimum().to_string(),
        stored.policy.latest().to_string(),
        message.nl,
        message.en,
        message.ru,
        stored.rev,
    )
    .execute(conn)
    .await?;
    Ok(())
}

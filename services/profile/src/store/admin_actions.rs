use crate::domain::ActionName;
use chrono::{DateTime, Utc};
use ids::{ActionId, UserId};
use sqlx::PgConnection;

/// What an administrator did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AdminAction {
    /// Which; later ones sort later.
    pub id: ActionId,
    /// Who did it; none where a command of an operator did.
    pub actor_id: Option<UserId>,
    /// To whose account, if to one.
    pub subject_id: Option<UserId>,
    /// What.
    pub action: String,
    /// What it was set to.
    pub detail: Option<String>,
    /// When.
    pub done_at: DateTime<Utc>,
}

/// Notes it, for good.
pub async fn insert(conn: &mut PgConnection, done: &AdminAction) -> sqlx::Result<()> {
    sqlx::query!(
        "insert into admin_actions (id, actor_id, subject_id, action, detail, done_at) values ($1, $2, $3, $4, $5, $6)",
        done.id.as_uuid(),
        done.actor_id.map(UserId::as_uuid),
        done.subject_id.map(UserId::as_uuid),
        done.action,
        done.detail,
        done.done_at,
    )
    .execute(conn)
    .await?;
    Ok(())
}

/// Which ones to list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Filter {
    /// Those that this administrator did.
    pub actor: Option<UserId>,
    /// Those that were done to this account.
    pub subject: Option<UserId>,
    /// Those of this kind.
    pub action: Option<ActionName>,
    /// Those at or after it.
    pub from: Option<DateTime<Utc>>,
    /// Those before it.
    pub until: Option<DateTime<Utc>>,
}

/// The latest first, before the one given.
pub async fn latest(
    conn: &mut PgConnection,
    filter: Filter,
    before: Option<ActionId>,
    limit: i64,
) -> sqlx::Result<Vec<AdminAction>> {
    sqlx::query_as!(
        AdminAction,
        r#"select id as "id: ActionId", actor_id as "actor_id: UserId", subject_id as "subject_id: UserId",
                  action, detail, done_at
           from admin_actions
           where ($1::uuid is null or actor_id = $1) and ($2::uuid is null or subject_id = $2)
             and ($3::text is null or action = $3)
             and ($4::timestamptz is null or done_at >= $4) and ($5::timestamptz is null or done_at < $5)
             and ($6::uuid is null or id < $6)
           order by id desc
           limit $7"#,
        filter.actor.map(UserId::as_uuid),
        filter.subject.map(UserId::as_uuid),
        filter.action.map(ActionName::as_str),
        filter.from,
        filter.until,
        before.map(ActionId::as_uuid),
        limit,
    )
    .fetch_all(conn)
    .await
}

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

/// The latest first, of everybody or of one account, before the one given.
pub async fn latest(
    conn: &mut PgConnection,
    subject: Option<UserId>,
    before: Option<ActionId>,
    limit: i64,
) -> sqlx::Result<Vec<AdminAction>> {
    sqlx::query_as!(
        AdminAction,
        r#"select id as "id: ActionId", actor_id as "actor_id: UserId", subject_id as "subject_id: UserId",
                  action, detail, done_at
           from admin_actions
           where ($1::uuid is null or subject_id = $1) and ($2::uuid is null or id < $2)
           order by id desc
           limit $3"#,
        subject.map(UserId::as_uuid),
        before.map(ActionId::as_uuid),
        limit,
    )
    .fetch_all(conn)
    .await
}

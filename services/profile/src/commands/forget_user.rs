use crate::{
    App, Failure,
    commands::{
        audit::{self, Done},
        change_role::publish_unlink,
    },
    domain::role_change,
    store::{
        forgotten, links,
        users::{self, User},
    },
};
use chrono::{DateTime, Utc};
use events::{
    pii::{ErasureRequested, Holding},
    profile::{RevocationReason, SessionRevoked, UserDeleted},
};
use ids::UserId;
use sqlx::PgConnection;

/// Whether nobody would be left who can set roles, if this account went. Until the transaction ends that does not change.
pub async fn is_last_technical_admin(conn: &mut PgConnection, id: UserId) -> Result<bool, Failure> {
    users::lock_roles_and_links(conn).await?;
    let Some(user) = users::lock(conn, id).await? else { return Ok(false) };
    let others = users::count_technical_admins(conn, Some(id)).await?;
    Ok(role_change::may_step_down(user.role, others).is_err())
}

/// Forgets a person: every session ends in every service, nobody teaches them any more, the account is gone. What was
/// erased, by table.
///
/// Somebody who is unknown here, or already forgotten, is forgotten too.
pub async fn forget_user(
    app: &App,
    conn: &mut PgConnection,
    asked: &ErasureRequested,
) -> Result<Vec<Holding>, Failure> {
    let (id, now) = (asked.user_id, app.now());
    users::lock_roles_and_links(conn).await?;
    forgotten::insert(conn, id, asked.erasure_id, now).await?;
    let mut unlinked = 0;
    if let Some(user) = users::lock(conn, id).await? {
        for link in links::delete_all_of(conn, id).await? {
            publish_unlink(app, conn, &link, asked.requested_by, now).await?;
            unlinked += 1;
        }
        publish_deletion(app, conn, &user, asked.requested_by, now).await?;
    }
    audit::note_request(app, conn, asked.requested_by, id, Done::Erased, asked.requested_at).await?;
    let mut holdings = forgotten::delete_account(conn, id).await?;
    holdings.push(Holding { name: "teacher_students".to_owned(), count: unlinked });
    Ok(holdings)
}

/// The tokens are refused before the account is known to be gone.
async fn publish_deletion(
    app: &App,
    conn: &mut PgConnection,
    user: &User,
    by: UserId,
    now: DateTime<Utc>,
) -> Result<(), Failure> {
    let revoked = SessionRevoked {
        user_id: user.id,
        session_id: None,
        epoch: user.epoch + 1,
        reason: RevocationReason::AccountDeleted,
        revoked_at: now,
    };
    let deleted =
        UserDeleted { user_id: user.id, deleted_by: (by != user.id).then_some(by), deleted_at: now };
    let rev = users::next_rev(conn, user.id).await?;
    app.publish(conn, user.id, rev, revoked).await?;
    app.publish(conn, user.id, rev, deleted).await
}

use crate::{
    App, Failure,
    commands::{
        audit::{self, Done},
        change_role::refuse,
    },
    domain::{UserStatus, catalogue, role_change},
    store::{
        sessions,
        users::{self, User},
    },
};
use chrono::{DateTime, Utc};
use events::profile::{AccessChanged, AccountStatus, RevocationReason, SessionRevoked, UserStatusChanged};
use ids::UserId;
use sqlx::PgConnection;
use web::{ApiError, IfMatch};

/// Suspends an account, or enables it. Suspended, its sessions end everywhere; enabled, it has to log in anew.
///
/// A status that the account has already is no change, whatever revision the caller saw.
pub async fn change_status(
    app: &App,
    id: UserId,
    to: AccountStatus,
    seen: &IfMatch,
    by: UserId,
) -> Result<User, Failure> {
    let now = app.now();
    let absent = || ApiError::not_found("user", id);
    let mut transaction = app.pool.begin().await?;
    users::lock_roles_and_links(&mut transaction).await?;
    let user = users::lock(&mut transaction, id).await?.ok_or_else(absent)?;
    if user.status == to.into() {
        return Ok(user);
    }
    seen.check(user.rev.unsigned_abs())?;
    if to == AccountStatus::Suspended {
        let others = users::count_technical_admins(&mut transaction, Some(id)).await?;
        role_change::may_step_down(user.role, others).map_err(refuse)?;
        sessions::revoke_all(&mut transaction, id, RevocationReason::StatusChanged, now).await?;
    }
    users::set_status(&mut transaction, id, to.into()).await?;
    publish_change(app, &mut transaction, &user, to, by, now).await?;
    let done = if to == AccountStatus::Active { Done::Enabled } else { Done::Suspended };
    audit::note(app, &mut transaction, by, Some(id), done).await?;
    let changed = users::find(&mut transaction, id).await?.ok_or_else(absent)?;
    transaction.commit().await?;
    app.relay.wake();
    Ok(changed)
}

async fn publish_change(
    app: &App,
    conn: &mut PgConnection,
    user: &User,
    to: AccountStatus,
    by: UserId,
    now: DateTime<Utc>,
) -> Result<(), Failure> {
    let (id, rev) = (user.id, users::next_rev(conn, user.id).await?);
    let changed = UserStatusChanged {
        user_id: id,
        status: to,
        previous_status: Some(user.status.told()),
        changed_by: Some(by),
        changed_at: now,
    };
    let products = match UserStatus::from(to) {
        UserStatus::Active => catalogue::open_to(user.role),
        UserStatus::Suspended | UserStatus::Deleted => Vec::new(),
    };
    let revoked = SessionRevoked {
        user_id: id,
        session_id: None,
        epoch: user.epoch + 1,
        reason: RevocationReason::StatusChanged,
        revoked_at: now,
    };
    let access = AccessChanged { user_id: id, role: user.role, products, changed_at: now };
    app.publish(conn, id, rev, changed).await?;
    app.publish(conn, id, rev, revoked).await?;
    app.publish(conn, id, rev, access).await
}

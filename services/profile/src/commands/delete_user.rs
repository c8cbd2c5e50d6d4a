use crate::{
    App, Failure,
    commands::{
        audit::{self, Done},
        change_role::{publish_unlink, refuse},
    },
    domain::role_change,
    store::{
        authorizations, codes, email_changes, identities, links, passkeys, recovery_codes, registrations,
        sessions, totp_factors, users,
    },
};
use events::profile::{AccessChanged, RevocationReason, SessionRevoked, UserDeleted};
use ids::UserId;
use web::ApiError;

/// Deletes an account for good: it cannot be used or come back, and its address and its identities at providers are free.
/// Erasing what is kept of the person is pii's. Deleting it again changes nothing.
pub async fn delete_user(app: &App, id: UserId, by: UserId) -> Result<(), Failure> {
    let now = app.now();
    let mut transaction = app.pool.begin().await?;
    users::lock_roles_and_links(&mut transaction).await?;
    let Some(user) = users::lock(&mut transaction, id).await? else {
        let was_there = users::is_deleted(&mut transaction, id).await?;
        return if was_there { Ok(()) } else { Err(ApiError::not_found("user", id).into()) };
    };
    let others = users::count_technical_admins(&mut transaction, Some(id)).await?;
    role_change::may_step_down(user.role, others).map_err(refuse)?;

    for link in links::delete_all_of(&mut transaction, id).await? {
        publish_unlink(app, &mut transaction, &link, by, now).await?;
    }
    sessions::revoke_all(&mut transaction, id, RevocationReason::AccountDeleted, now).await?;
    totp_factors::remove(&mut transaction, id).await?;
    passkeys::remove_all(&mut transaction, id).await?;
    recovery_codes::remove(&mut transaction, id).await?;
    identities::remove_all(&mut transaction, id).await?;
    authorizations::forget(&mut transaction, id).await?;
    codes::forget(&mut transaction, id).await?;
    email_changes::forget(&mut transaction, id).await?;
    registrations::forget(&mut transaction, id).await?;
    users::delete(&mut transaction, id, &app.random.array::<32>()).await?;
    let rev = users::next_rev(&mut transaction, id).await?;
    let deleted = UserDeleted { user_id: id, deleted_by: Some(by), deleted_at: now };
    let revoked = SessionRevoked {
        user_id: id,
        session_id: None,
        epoch: user.epoch + 1,
        reason: RevocationReason::AccountDeleted,
        revoked_at: now,
    };
    let access = AccessChanged { user_id: id, role: user.role, products: Vec::new(), changed_at: now };
    app.publish(&mut transaction, id, rev, deleted).await?;
    app.publish(&mut transaction, id, rev, revoked).await?;
    app.publish(&mut transaction, id, rev, access).await?;
    audit::note(app, &mut transaction, by, Some(id), Done::Deleted).await?;
    transaction.commit().await?;
    app.relay.wake();
    Ok(())
}

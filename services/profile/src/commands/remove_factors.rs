use crate::{
    App, Failure,
    commands::audit::{self, Done},
    store::{passkeys, recovery_codes, sessions, totp_factors, users},
};
use events::profile::{MfaChange, MfaChanged, RevocationReason, SessionRevoked};
use ids::UserId;
use web::ApiError;

/// Removes the second factors of somebody who lost them, and ends their sessions. An administrator enrols at the next log-in.
/// Where there is nothing to remove, nothing changes. `by` is the administrator who does it; none where an operator does.
pub async fn remove_factors(app: &App, id: UserId, by: Option<UserId>) -> Result<(), Failure> {
    let now = app.now();
    let mut transaction = app.pool.begin().await?;
    let user = users::lock(&mut transaction, id).await?.ok_or_else(|| ApiError::not_found("user", id))?;
    let had_app = totp_factors::remove(&mut transaction, id).await?;
    let had_passkeys = passkeys::remove_all(&mut transaction, id).await?;
    if !had_app && !had_passkeys {
        return Ok(());
    }
    recovery_codes::remove(&mut transaction, id).await?;
    sessions::revoke_all(&mut transaction, id, RevocationReason::MfaChanged, now).await?;
    let epoch = users::raise_epoch(&mut transaction, id).await?;
    let rev = users::next_rev(&mut transaction, id).await?;
    let change = MfaChanged { user_id: user.id, change: MfaChange::Removed, changed_by: by, changed_at: now };
    let revoked = SessionRevoked {
        user_id: id,
        session_id: None,
        epoch,
        reason: RevocationReason::MfaChanged,
        revoked_at: now,
    };
    app.publish(&mut transaction, id, rev, change).await?;
    app.publish(&mut transaction, id, rev, revoked).await?;
    audit::note(app, &mut transaction, by, Some(id), Done::FactorsRemoved).await?;
    transaction.commit().await?;
    app.relay.wake();
    Ok(())
}

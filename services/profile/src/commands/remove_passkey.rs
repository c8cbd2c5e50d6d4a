use crate::{
    App, Failure,
    commands::second_factor::{keeps_required_factor, publish_change},
    store::{passkeys, recovery_codes, totp_factors, users},
};
use events::profile::MfaChange;
use ids::{PasskeyId, UserId};
use web::ApiError;

/// Removes a passkey of an account, and the recovery codes with its last factor. An administrator keeps one factor. Removing
/// it again changes nothing and publishes nothing.
pub async fn remove_passkey(app: &App, id: UserId, passkey: PasskeyId) -> Result<(), Failure> {
    let now = app.now();
    let mut transaction = app.pool.begin().await?;
    let user = users::lock(&mut transaction, id).await?.ok_or_else(ApiError::invalid_token)?;
    if !passkeys::remove(&mut transaction, passkey, id).await? {
        return Ok(());
    }
    let left = totp_factors::held(&mut transaction, id).await?;
    keeps_required_factor(user.role, left)?;
    if !left.any() {
        recovery_codes::remove(&mut transaction, id).await?;
    }
    publish_change(app, &mut transaction, id, MfaChange::PasskeyRemoved, now).await?;
    transaction.commit().await?;
    app.relay.wake();
    Ok(())
}

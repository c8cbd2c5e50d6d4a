use crate::{
    App, Failure,
    commands::second_factor::{keeps_required_factor, publish_change},
    domain::second_factor::Held,
    store::{recovery_codes, totp_factors, users},
};
use events::profile::MfaChange;
use ids::UserId;
use web::ApiError;

/// Removes the authenticator app of an account, and the recovery codes with its last factor. Administrators cannot be without
/// any: they replace it. Removing it again changes nothing and publishes nothing.
pub async fn remove_totp(app: &App, id: UserId) -> Result<(), Failure> {
    let now = app.now();
    let mut transaction = app.pool.begin().await?;
    let user = users::lock(&mut transaction, id).await?.ok_or_else(ApiError::invalid_token)?;
    let left = Held { totp: false, ..totp_factors::held(&mut transaction, id).await? };
    keeps_required_factor(user.role, left)?;
    if totp_factors::remove(&mut transaction, id).await? {
        if !left.any() {
            recovery_codes::remove(&mut transaction, id).await?;
        }
        publish_change(app, &mut transaction, id, MfaChange::Removed, now).await?;
        transaction.commit().await?;
        app.relay.wake();
    }
    Ok(())
}

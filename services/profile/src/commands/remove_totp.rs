use crate::{
    App, Failure,
    commands::second_factor::publish_change,
    domain::second_factor,
    store::{recovery_codes, totp_factors, users},
};
use events::profile::MfaChange;
use ids::UserId;
use web::ApiError;

/// Removes the authenticator app of an account, with its recovery codes. Administrators cannot be without: they replace it.
/// Removing it again changes nothing and publishes nothing.
pub async fn remove_totp(app: &App, id: UserId) -> Result<(), Failure> {
    let now = app.now();
    let mut transaction = app.pool.begin().await?;
    let user = users::lock(&mut transaction, id).await?.ok_or_else(ApiError::invalid_token)?;
    if second_factor::is_required_of(user.role) {
        let detail =
            "An administrator keeps a second factor. Enrol another authenticator app: it replaces this one.";
        return Err(ApiError::conflict("factor-required", detail).into());
    }
    if totp_factors::remove(&mut transaction, id).await? {
        recovery_codes::remove(&mut transaction, id).await?;
        publish_change(app, &mut transaction, id, MfaChange::Removed, now).await?;
        transaction.commit().await?;
        app.relay.wake();
    }
    Ok(())
}

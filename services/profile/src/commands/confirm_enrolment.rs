use crate::{
    App, Failure,
    commands::second_factor::{not_accepted, put_in_force},
    credentials::totp::{Belonging, TotpCode},
    domain::second_factor::WAITS,
    store::{totp_factors, users},
};
use web::ApiError;

/// Puts an authenticator app in force, in place of the one before, once a code shows that it has the secret. Repeated, it
/// changes nothing.
pub async fn confirm_enrolment(app: &App, of: Belonging, code: &TotpCode) -> Result<(), Failure> {
    let now = app.now();
    let absent = || ApiError::not_found("enrolment", of.enrolment);
    let mut transaction = app.pool.begin().await?;
    users::lock(&mut transaction, of.user).await?.ok_or_else(ApiError::invalid_token)?;
    let factor = totp_factors::find(&mut transaction, of.enrolment).await?.ok_or_else(absent)?;
    if factor.belonging != of {
        return Err(absent().into());
    }
    if factor.confirmed_at.is_some() {
        return Ok(());
    }
    if factor.begun_at + WAITS <= now {
        return Err(absent().into());
    }
    if !put_in_force(app, &mut transaction, &factor, code, now).await? {
        return Err(not_accepted().into());
    }
    transaction.commit().await?;
    app.relay.wake();
    Ok(())
}

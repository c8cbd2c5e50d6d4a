use super::{
    admit::{Arrival, admit},
    come_back::come_back,
    log_in::LoggedIn,
};
use crate::{
    App, Failure,
    domain::Origin,
    identity_providers::Returned,
    store::{identities, users},
};
use web::ApiError;

/// Begins a session of the account that an identity is linked to, or asks for its second factor. An identity that is linked
/// to none logs nobody in: no account is found by an address that a provider tells, and none is made.
pub async fn log_in_by_provider(
    app: &App,
    returned: &Returned,
    origin: &Origin,
) -> Result<LoggedIn, Failure> {
    let proved = come_back(app, None, returned).await?;
    let now = app.now();
    let mut transaction = app.pool.begin().await?;
    let found = identities::find(&mut transaction, &proved.indexes).await?.ok_or_else(not_linked)?;
    let user = users::lock_active(&mut transaction, found.user_id).await?;
    let user = user.ok_or_else(ApiError::bad_credentials)?;
    // Unlinked while the account was waited for.
    if !identities::note_use(&mut transaction, found.id, &proved.index, now).await? {
        return Err(not_linked().into());
    }
    let arrival = Arrival { device: proved.begun.device, origin, secret: returned.token.session_secret() };
    let logged_in = admit(app, &mut transaction, &user, arrival, now).await?;
    transaction.commit().await?;
    app.relay.wake();
    Ok(logged_in)
}

fn not_linked() -> ApiError {
    ApiError::refused(
        "identity-not-linked",
        "This account of your school is not linked to an account here. Log in with your password, then link it.",
    )
}

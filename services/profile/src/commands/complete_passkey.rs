use crate::{
    App, Failure,
    commands::second_factor::publish_change,
    credentials::passkey::{NewCredential, NotProved},
    domain::PasskeyName,
    store::{
        passkeys::{self, KeptPasskey},
        users,
    },
};
use events::profile::MfaChange;
use ids::{PasskeyId, UserId};
use web::ApiError;

/// A passkey, and whether it was registered just now.
pub struct Registered {
    /// The passkey.
    pub passkey: KeptPasskey,
    /// Whether it is of this request and not of one before it.
    pub is_new: bool,
}

/// Takes what a device answered to a registration. One answer uses the registration up, right or wrong; who repeats the one
/// that was right is told of the passkey that came of it.
///
/// Whether an answer is wrong, or of a device that another account knows, is told to nobody.
pub async fn complete_passkey(
    app: &App,
    user: UserId,
    id: PasskeyId,
    name: &PasskeyName,
    answer: &NewCredential,
) -> Result<Registered, Failure> {
    let now = app.now();
    let mut transaction = app.pool.begin().await?;
    users::lock(&mut transaction, user).await?.ok_or_else(ApiError::invalid_token)?;
    if let Some(passkey) = passkeys::find(&mut transaction, id, user).await? {
        return Ok(Registered { passkey, is_new: false });
    }
    let state = passkeys::use_up_registration(&mut transaction, id, user, now).await?;
    let state = state.ok_or_else(|| ApiError::not_found("passkey registration", id))?;
    let credential = match app.relying_party.take_new(&state, answer) {
        Ok(credential) => credential,
        Err(NotProved::Defect(defect)) => return Err(defect.into()),
        Err(why) => {
            tracing::info!(%why, "a new passkey was refused");
            transaction.commit().await?;
            return Err(not_accepted().into());
        }
    };
    let name = name.as_str().to_owned();
    let passkey = KeptPasskey { id, credential, name, made_at: now, last_used_at: None };
    let is_new = passkeys::insert(&mut transaction, user, &passkey).await?;
    if is_new {
        publish_change(app, &mut transaction, user, MfaChange::PasskeyAdded, now).await?;
    }
    transaction.commit().await?;
    app.relay.wake();
    if is_new { Ok(Registered { passkey, is_new }) } else { Err(not_accepted().into()) }
}

fn not_accepted() -> ApiError {
    ApiError::refused(
        "passkey-not-accepted",
        "This passkey cannot be used here. Begin again, or take another device.",
    )
}

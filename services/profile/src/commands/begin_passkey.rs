use crate::{
    App, Failure,
    domain::passkey::{CEREMONY, MOST},
    store::{passkeys, users},
};
use chrono::{DateTime, Utc};
use ids::{PasskeyId, UserId};
use serde_json::Value;
use web::ApiError;

/// A registration that waits for a device.
#[derive(Clone)]
pub struct PasskeyRegistration {
    /// Which, and of the passkey that comes of it.
    pub id: PasskeyId,
    /// What the device is asked.
    pub options: Value,
    /// Until when its answer is taken.
    pub expires_at: DateTime<Utc>,
    /// Whether it began just now.
    pub is_new: bool,
}

/// Asks for a new passkey. Asked again under the same id while it waits, it asks the same.
pub async fn begin_passkey(app: &App, user: UserId, id: PasskeyId) -> Result<PasskeyRegistration, Failure> {
    let now = app.now();
    let mut transaction = app.pool.begin().await?;
    users::lock(&mut transaction, user).await?.ok_or_else(ApiError::invalid_token)?;
    if let Some(begun) = passkeys::registration(&mut transaction, id).await? {
        let expires_at = begun.begun_at + CEREMONY;
        return if begun.user_id == user && expires_at > now {
            Ok(PasskeyRegistration { id, options: begun.options, expires_at, is_new: false })
        } else {
            Err(id_taken().into())
        };
    }
    if passkeys::is_taken(&mut transaction, id).await? {
        return Err(id_taken().into());
    }
    let present = passkeys::of_user(&mut transaction, user).await?;
    if present.len() >= MOST {
        let detail = format!("An account has {MOST} passkeys at most. Remove one that you no longer use.");
        return Err(ApiError::conflict("too-many-passkeys", detail).into());
    }
    let present: Vec<_> = present.into_iter().map(|passkey| passkey.credential).collect();
    let ceremony = app.relying_party.ask_for_new(user, &present)?;
    passkeys::begin_registration(&mut transaction, id, user, &ceremony, now).await?;
    transaction.commit().await?;
    Ok(PasskeyRegistration { id, options: ceremony.options, expires_at: now + CEREMONY, is_new: true })
}

fn id_taken() -> ApiError {
    ApiError::conflict("id-taken", "This id was used for another passkey. Make a new one.")
}

use crate::{credentials::passkey::is_backed_up, store::passkeys::KeptPasskey};
use ids::PasskeyId;
use serde::Serialize;
use utoipa::ToSchema;
use web::Timestamp;

/// A passkey of the caller.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct PasskeyView {
    passkey_id: PasskeyId,
    #[schema(example = "Telefoon")]
    name: String,
    made_at: Timestamp,
    /// When it last opened a session.
    #[serde(skip_serializing_if = "Option::is_none")]
    last_used_at: Option<Timestamp>,
    /// Whether a copy of it is kept with its maker, so that it outlives the device.
    backed_up: bool,
}

impl From<KeptPasskey> for PasskeyView {
    fn from(passkey: KeptPasskey) -> Self {
        Self {
            passkey_id: passkey.id,
            backed_up: is_backed_up(&passkey.credential),
            name: passkey.name,
            made_at: passkey.made_at.into(),
            last_used_at: passkey.last_used_at.map(Timestamp::from),
        }
    }
}

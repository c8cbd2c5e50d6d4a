//! Passkeys of a device, and what is done with them in profile.

use crate::{
    authenticator::Challenge,
    support::{ORIGIN, World, new_user},
};
use ids::PasskeyId;
use serde_json::{Value, json};
use testing::{Answer, PasskeyDevice};

/// A device whose browser shows our pages.
pub fn device() -> PasskeyDevice {
    PasskeyDevice::new(ORIGIN)
}

pub fn new_passkey() -> PasskeyId {
    PasskeyId::new(new_user().as_uuid())
}

/// What was asked of a device.
pub fn options(answer: &Answer) -> Value {
    answer.json()["options"].clone()
}

impl World {
    pub async fn begin_passkey(&self, access_token: &str, id: PasskeyId) -> Answer {
        let path = format!("/api/v2/profile/me/passkey-registrations/{id}");
        self.api.put(path).bearer(access_token).send().await
    }

    pub async fn complete_passkey(&self, access_token: &str, id: PasskeyId, credential: &Value) -> Answer {
        let path = format!("/api/v2/profile/me/passkey-registrations/{id}/completions");
        let body = json!({ "name": "Telefoon", "credential": credential });
        self.api.post(path).bearer(access_token).json(&body).send().await
    }

    /// Gives whoever has this access token a passkey on this device.
    pub async fn add_passkey(&self, access_token: &str, device: &mut PasskeyDevice) -> PasskeyId {
        let id = new_passkey();
        let begun = self.begin_passkey(access_token, id).await.expect(201);
        self.complete_passkey(access_token, id, &device.create(&options(&begun))).await.expect(201);
        id
    }

    pub async fn passkeys(&self, access_token: &str) -> Value {
        let listed =
            self.api.get("/api/v2/profile/me/passkeys").bearer(access_token).send().await.expect(200);
        listed.json()["items"].clone()
    }

    pub async fn remove_passkey(&self, access_token: &str, id: PasskeyId) -> Answer {
        self.api.delete(format!("/api/v2/profile/me/passkeys/{id}")).bearer(access_token).send().await
    }

    pub async fn ask_for_passkey(&self, challenge: &Challenge) -> Answer {
        let path = format!("/api/v2/profile/sessions/challenges/{}/passkey-ceremonies", challenge.id);
        self.api.post(path).json(&json!({ "challengeToken": challenge.token })).send().await
    }

    pub async fn answer_with_passkey(&self, challenge: &Challenge, credential: &Value) -> Answer {
        let path = format!("/api/v2/profile/sessions/challenges/{}/answers", challenge.id);
        let body =
            json!({ "challengeToken": challenge.token, "method": "passkey", "credential": credential });
        self.api.post(path).json(&body).send().await
    }
}

//! A device with passkeys, the browser before it, and what they do with profile.

use crate::{
    authenticator::Challenge,
    support::{ORIGIN, World, new_user},
};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use ids::PasskeyId;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use testing::Answer;
use webauthn_authenticator_rs::{
    AuthenticatorBackendHashedClientData,
    prelude::{CreationChallengeResponse, RequestChallengeResponse},
    softpasskey::SoftPasskey,
};

const TIMEOUT: u32 = 60_000;

/// A device that knows its user, and counts.
pub struct Device(SoftPasskey);

impl Device {
    pub fn new() -> Self {
        Self(SoftPasskey::new(true))
    }

    /// `navigator.credentials.create()` in a page of ours.
    pub fn create(&mut self, options: &Value) -> Value {
        self.create_in(ORIGIN, options)
    }

    /// The same in another's page.
    pub fn create_in(&mut self, origin: &str, options: &Value) -> Value {
        let options: CreationChallengeResponse = serde_json::from_value(options.clone()).expect("options");
        let told = client_data("webauthn.create", &options.public_key.challenge, origin);
        let made = self.0.perform_register(Sha256::digest(&told).to_vec(), options.public_key, TIMEOUT);
        let mut made = made.expect("a passkey");
        made.response.client_data_json = told;
        serde_json::to_value(made).expect("JSON")
    }

    /// `navigator.credentials.get()` in a page of ours.
    pub fn get(&mut self, options: &Value) -> Value {
        self.get_in(ORIGIN, options)
    }

    /// The same in another's page.
    pub fn get_in(&mut self, origin: &str, options: &Value) -> Value {
        let options: RequestChallengeResponse = serde_json::from_value(options.clone()).expect("options");
        let told = client_data("webauthn.get", &options.public_key.challenge, origin);
        let signed = self.0.perform_auth(Sha256::digest(&told).to_vec(), options.public_key, TIMEOUT);
        let mut signed = signed.expect("a proof");
        signed.response.client_data_json = told;
        serde_json::to_value(signed).expect("JSON")
    }
}

fn client_data(kind: &str, challenge: &[u8], origin: &str) -> Vec<u8> {
    let challenge = URL_SAFE_NO_PAD.encode(challenge);
    json!({ "type": kind, "challenge": challenge, "origin": origin, "crossOrigin": false })
        .to_string()
        .into_bytes()
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
    pub async fn add_passkey(&self, access_token: &str, device: &mut Device) -> PasskeyId {
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

//! A device with passkeys, and the browser before it.

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use webauthn_authenticator_rs::{
    AuthenticatorBackendHashedClientData,
    prelude::{CreationChallengeResponse, RequestChallengeResponse},
    softpasskey::SoftPasskey,
};

const TIMEOUT_MS: u32 = 60_000;

/// A device that knows its user, and counts; the pages that it is asked in are at one origin.
pub struct PasskeyDevice {
    passkeys: SoftPasskey,
    origin: String,
}

impl PasskeyDevice {
    /// A device without passkeys, whose browser shows pages of `origin` (scheme, host and port).
    #[must_use]
    pub fn new(origin: &str) -> Self {
        Self { passkeys: SoftPasskey::new(true), origin: origin.to_owned() }
    }

    /// `navigator.credentials.create()`: the credential, as JSON (WebAuthn Level 3, `RegistrationResponseJSON`).
    ///
    /// # Panics
    /// The options are none.
    pub fn create(&mut self, options: &Value) -> Value {
        self.create_in(&self.origin.clone(), options)
    }

    /// The same in a page of another origin.
    ///
    /// # Panics
    /// The options are none.
    pub fn create_in(&mut self, origin: &str, options: &Value) -> Value {
        let options: CreationChallengeResponse = serde_json::from_value(options.clone()).expect("options");
        let told = client_data("webauthn.create", &options.public_key.challenge, origin);
        let digest = Sha256::digest(&told).to_vec();
        let mut made =
            self.passkeys.perform_register(digest, options.public_key, TIMEOUT_MS).expect("a passkey");
        made.response.client_data_json = told;
        serde_json::to_value(made).expect("JSON")
    }

    /// `navigator.credentials.get()`: the proof, as JSON (`AuthenticationResponseJSON`).
    ///
    /// # Panics
    /// The options are none, or of no passkey on this device.
    pub fn get(&mut self, options: &Value) -> Value {
        self.get_in(&self.origin.clone(), options)
    }

    /// The same in a page of another origin.
    ///
    /// # Panics
    /// The options are none, or of no passkey on this device.
    pub fn get_in(&mut self, origin: &str, options: &Value) -> Value {
        let options: RequestChallengeResponse = serde_json::from_value(options.clone()).expect("options");
        let told = client_data("webauthn.get", &options.public_key.challenge, origin);
        let digest = Sha256::digest(&told).to_vec();
        let mut signed = self.passkeys.perform_auth(digest, options.public_key, TIMEOUT_MS).expect("a proof");
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

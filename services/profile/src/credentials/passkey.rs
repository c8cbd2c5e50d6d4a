//! Passkeys: Web Authentication (W3C, level 3) with user verification, checked by webauthn-rs. Whose device it is and who
//! holds it are shown at once: a fingerprint, a face or a PIN opens the key, and the key signs for our site alone, so that a
//! copy of our pages at another address gets nothing that could be used here.
//!
//! A ceremony has two halves: what the device is asked (`options`), and what its answer is checked against (`state`). The
//! challenge between them is of the library's own generator, which the operating system seeds.

use crate::domain::passkey::{self, counter_went_back};
use ids::UserId;
use serde::de::DeserializeOwned;
use serde_json::Value;
use sha2::{Digest, Sha256};
use webauthn_rs::prelude::{
    AuthenticationResult, Credential, Passkey, PasskeyAuthentication, PasskeyRegistration,
    PublicKeyCredential, RegisterPublicKeyCredential, Url, Webauthn, WebauthnBuilder, WebauthnError,
};

/// As devices show it.
const SITE: &str = "Tall";
/// What an answer measures at most, as JSON: that of a device that shows its whole chain of certificates fits.
const LARGEST: usize = 32 * 1024;

/// Our site, as devices know it: what is signed for another is refused.
#[derive(Clone)]
pub struct RelyingParty(Webauthn);

/// What a device is asked, and what its answer is checked against.
#[derive(Clone)]
pub struct Ceremony {
    /// For the client: the argument of `navigator.credentials.create()` or `.get()`, as JSON.
    pub options: Value,
    /// For the store.
    pub state: Value,
}

/// Why an answer is no proof.
#[derive(Debug, thiserror::Error)]
pub enum NotProved {
    /// Of another ceremony, site or device, not verified by its user, or not signed.
    #[error("{0}")]
    Wrong(WebauthnError),
    /// It is signed, but an answer before it counted further: there may be a copy of the device.
    #[error("the counter of signatures went back")]
    CounterWentBack,
    /// What the store has is not readable.
    #[error("{0:#}")]
    Defect(#[from] anyhow::Error),
}

/// Why a value is no answer of a device.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not what a device answers: expected a public key credential as JSON")]
pub struct NotACredential;

/// What a device answers to a registration.
#[derive(Clone)]
pub struct NewCredential(Box<RegisterPublicKeyCredential>);

/// What a device answers to a log-in.
#[derive(Clone)]
pub struct Assertion(Box<PublicKeyCredential>);

impl NewCredential {
    /// As `PublicKeyCredential.toJSON()` writes it.
    pub fn parse(value: &Value) -> Result<Self, NotACredential> {
        parse(value).map(|read| Self(Box::new(read)))
    }
}

impl Assertion {
    /// As `PublicKeyCredential.toJSON()` writes it.
    pub fn parse(value: &Value) -> Result<Self, NotACredential> {
        parse(value).map(|read| Self(Box::new(read)))
    }

    /// As the device names what it signed with.
    pub fn credential_id(&self) -> &[u8] {
        &self.0.raw_id
    }

    /// Of what was signed and by what: a repeat of the same answer has the same.
    pub fn digest(&self) -> [u8; 32] {
        let response = &self.0.response;
        let mut digest = Sha256::new();
        for part in
            [&self.0.raw_id, &response.client_data_json, &response.authenticator_data, &response.signature]
        {
            digest.update(u64::try_from(part.len()).unwrap_or(u64::MAX).to_be_bytes());
            digest.update(part);
        }
        digest.finalize().into()
    }
}

fn parse<T: DeserializeOwned>(value: &Value) -> Result<T, NotACredential> {
    if value.to_string().len() > LARGEST {
        return Err(NotACredential);
    }
    T::deserialize(value).map_err(|_| NotACredential)
}

impl RelyingParty {
    /// Of this domain, whose pages are at these origins and at no other: neither their subdomains nor other ports.
    pub fn new(domain: &str, origins: &[Url]) -> Result<Self, WebauthnError> {
        let (first, rest) = origins.split_first().ok_or(WebauthnError::Configuration)?;
        let timeout = passkey::CEREMONY.to_std().unwrap_or_default();
        // Of each origin it is checked that it is the domain's.
        for origin in rest {
            WebauthnBuilder::new(domain, origin)?;
        }
        let builder = WebauthnBuilder::new(domain, first)?.rp_name(SITE).timeout(timeout);
        let builder = rest.iter().fold(builder, WebauthnBuilder::append_allowed_origin);
        Ok(Self(builder.build()?))
    }

    /// Asks for a new passkey, on a device that has none of these. The account is named by its id: profile knows no other
    /// name.
    pub fn ask_for_new(&self, user: UserId, present: &[Passkey]) -> anyhow::Result<Ceremony> {
        let present = present.iter().map(|passkey| passkey.cred_id().clone()).collect();
        let name = user.to_string();
        let (options, state) =
            self.0.start_passkey_registration(user.as_uuid(), &name, &name, Some(present))?;
        Ok(Ceremony { options: serde_json::to_value(options)?, state: serde_json::to_value(state)? })
    }

    /// The passkey that a device made, if it made it for this ceremony.
    pub fn take_new(&self, state: &Value, answer: &NewCredential) -> Result<Passkey, NotProved> {
        let state = read::<PasskeyRegistration>(state)?;
        self.0.finish_passkey_registration(&answer.0, &state).map_err(NotProved::Wrong)
    }

    /// Asks for a proof by one of these passkeys.
    pub fn ask_for_proof(&self, present: &[Passkey]) -> anyhow::Result<Ceremony> {
        let (options, state) = self.0.start_passkey_authentication(present)?;
        Ok(Ceremony { options: serde_json::to_value(options)?, state: serde_json::to_value(state)? })
    }

    /// The passkey as it is after a proof by it, if the proof is of this ceremony. `present` is what the store has of it
    /// now: another ceremony may have counted further since this one began.
    pub fn take_proof(
        &self,
        state: &Value,
        present: &Passkey,
        answer: &Assertion,
    ) -> Result<Passkey, NotProved> {
        let state = read::<PasskeyAuthentication>(state)?;
        let proof = self.0.finish_passkey_authentication(&answer.0, &state).map_err(|error| match error {
            WebauthnError::CredentialPossibleCompromise => NotProved::CounterWentBack,
            error => NotProved::Wrong(error),
        })?;
        brought_up_to_date(present, &proof)
    }
}

fn brought_up_to_date(present: &Passkey, proof: &AuthenticationResult) -> Result<Passkey, NotProved> {
    if counter_went_back(details(present).counter, proof.counter()) {
        return Err(NotProved::CounterWentBack);
    }
    let mut passkey = present.clone();
    let same = passkey.update_credential(proof);
    same.map(|_| passkey).ok_or(NotProved::Wrong(WebauthnError::CredentialNotFound))
}

/// Whether a copy of it is kept with its maker, so that it outlives the device.
pub fn is_backed_up(passkey: &Passkey) -> bool {
    details(passkey).backup_state
}

fn details(passkey: &Passkey) -> Credential {
    passkey.clone().into()
}

fn read<T: DeserializeOwned>(state: &Value) -> Result<T, NotProved> {
    T::deserialize(state).map_err(|error| NotProved::Defect(anyhow::Error::new(error).context("a ceremony")))
}

#[cfg(test)]
mod hostile;

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn site(domain: &str, origins: &[&str]) -> Result<RelyingParty, WebauthnError> {
        let origins: Vec<_> = origins.iter().map(|origin| Url::parse(origin).expect("an origin")).collect();
        RelyingParty::new(domain, &origins)
    }

    #[test]
    fn a_site_has_origins_and_all_of_its_own_domain() {
        assert!(site("localhost", &["https://localhost:8443", "http://localhost:4200"]).is_ok());
        assert!(site("tall.example", &["https://app.tall.example"]).is_ok());
        assert!(site("localhost", &[]).is_err());
        assert!(site("tall.example", &["https://nottall.example"]).is_err());
        assert!(site("tall.example", &["https://tall.example", "https://evil.example"]).is_err());
        assert!(site("127.0.0.1", &["https://127.0.0.1"]).is_err(), "an address is no domain");
    }

    #[test]
    fn an_answer_is_of_a_known_shape_and_size() {
        let answer = json!({
            "id": "AAEC", "rawId": "AAEC", "type": "public-key", "authenticatorAttachment": "platform",
            "clientExtensionResults": {},
            "response": { "authenticatorData": "AAEC", "clientDataJSON": "e30", "signature": "AAEC", "userHandle": null },
        });
        let assertion = Assertion::parse(&answer).expect("an answer");
        assert_eq!(assertion.credential_id(), [0, 1, 2]);
        for wrong in [json!(null), json!("AAEC"), json!({}), json!([answer.clone()])] {
            assert!(Assertion::parse(&wrong).is_err(), "{wrong}");
        }
        let mut large = answer.clone();
        large["response"]["signature"] = "A".repeat(LARGEST).into();
        assert!(Assertion::parse(&large).is_err());
        let mut unreadable = answer;
        unreadable["response"]["signature"] = "%%%".into();
        assert!(Assertion::parse(&unreadable).is_err());
    }
}

//! Sealing for pii, as `schemas/profile/pii.submitted.md` lays down.

use crate::domain::{EmailAddress, Registration};
use boot::Random;
use chrono::{DateTime, Utc};
use events::profile::PiiSubmitted;
use hpke::{
    Deserializable, OpModeS, Serializable,
    aead::AesGcm256,
    kdf::HkdfSha256,
    kem::X25519HkdfSha256,
    rand_core::{TryCryptoRng, TryRng},
    single_shot_seal_with_rng,
};
use ids::{CauseId, UserId};
use secrets::VersionedKeys;
use serde::Serialize;
use std::convert::Infallible;
use zeroize::Zeroizing;

type PublicKey = <X25519HkdfSha256 as hpke::Kem>::PublicKey;

const FORMAT: i32 = 1;
const INFO: &[u8] = b"tall pii.intake v1";
const BLOCK: usize = 256;

/// What a person typed about themself. What is absent stays as it is.
#[derive(Default, Serialize)]
#[serde(rename_all = "camelCase")]
struct Fields<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    email: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pending_email: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    request_id: Option<CauseId>,
    #[serde(skip_serializing_if = "Option::is_none")]
    given_name: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    family_name: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    interface_language: Option<&'a str>,
}

/// Seals the personal fields of a registration to pii's current public key.
pub fn seal(
    user_id: UserId,
    registration: &Registration,
    public_keys: &VersionedKeys,
    random: &dyn Random,
    at: DateTime<Utc>,
) -> anyhow::Result<PiiSubmitted> {
    let fields = Fields {
        email: Some(registration.email.expose()),
        given_name: Some(registration.given_name.expose()),
        family_name: Some(registration.family_name.expose()),
        interface_language: Some(registration.interface_language.as_str()),
        ..Fields::default()
    };
    seal_fields(user_id, &fields, public_keys, random, at)
}

/// Seals an address that a user is to have once the proof that `request_id` asks for is given.
pub fn seal_pending_address(
    user_id: UserId,
    request_id: CauseId,
    address: &EmailAddress,
    public_keys: &VersionedKeys,
    random: &dyn Random,
    at: DateTime<Utc>,
) -> anyhow::Result<PiiSubmitted> {
    let fields =
        Fields { pending_email: Some(address.expose()), request_id: Some(request_id), ..Fields::default() };
    seal_fields(user_id, &fields, public_keys, random, at)
}

fn seal_fields(
    user_id: UserId,
    fields: &Fields<'_>,
    public_keys: &VersionedKeys,
    random: &dyn Random,
    at: DateTime<Utc>,
) -> anyhow::Result<PiiSubmitted> {
    let (key_id, key) = public_keys.current();
    let key = PublicKey::from_bytes(key.expose())
        .map_err(|_| anyhow::anyhow!("the intake key is no X25519 key"))?;
    let aad = format!("pii.intake|{FORMAT}|{user_id}|{key_id}");

    let (encapsulated_key, ciphertext) =
        single_shot_seal_with_rng::<AesGcm256, HkdfSha256, X25519HkdfSha256>(
            &OpModeS::Base,
            &key,
            INFO,
            &plaintext(fields)?,
            aad.as_bytes(),
            &mut Entropy(random),
        )
        .map_err(|error| anyhow::anyhow!("an intake could not be sealed: {error}"))?;

    Ok(PiiSubmitted {
        user_id,
        format: FORMAT,
        key_id: key_id.to_owned(),
        encapsulated_key: encapsulated_key.to_bytes().to_vec(),
        ciphertext,
        submitted_at: at,
    })
}

/// JSON and spaces, up to whole blocks.
fn plaintext(fields: &Fields<'_>) -> anyhow::Result<Zeroizing<Vec<u8>>> {
    let mut text = Zeroizing::new(Vec::with_capacity(8 * BLOCK));
    serde_json::to_writer(&mut *text, fields)?;
    let padded = text.len().next_multiple_of(BLOCK);
    text.resize(padded, b' ');
    Ok(text)
}

/// The randomness of the process, as HPKE asks for it.
struct Entropy<'a>(&'a dyn Random);

impl TryRng for Entropy<'_> {
    type Error = Infallible;

    fn try_next_u32(&mut self) -> Result<u32, Infallible> {
        Ok(u32::from_le_bytes(self.0.array()))
    }

    fn try_next_u64(&mut self) -> Result<u64, Infallible> {
        Ok(u64::from_le_bytes(self.0.array()))
    }

    fn try_fill_bytes(&mut self, bytes: &mut [u8]) -> Result<(), Infallible> {
        self.0.bytes(bytes);
        Ok(())
    }
}

impl TryCryptoRng for Entropy<'_> {}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::tests::registration;
    use boot::SystemRandom;
    use hpke::{Kem as _, OpModeR, single_shot_open};
    use secrets::Key;
    use uuid::Uuid;

    type PrivateKey = <X25519HkdfSha256 as hpke::Kem>::PrivateKey;

    fn pair() -> (PrivateKey, VersionedKeys) {
        let (private, public) = X25519HkdfSha256::derive_keypair(&[5; 32]);
        let public = Key::new(Zeroizing::new(public.to_bytes().into()));
        (private, VersionedKeys::from_pairs(("2026-03", public), []))
    }

    fn user() -> UserId {
        UserId::new(Uuid::from_u128(7))
    }

    fn sealed(family_name: &str) -> (PrivateKey, PiiSubmitted) {
        let (private, keys) = pair();
        let registration = registration("anna@example.org", "Anna", family_name);
        let sealed = seal(user(), &registration, &keys, &SystemRandom, DateTime::UNIX_EPOCH).expect("sealed");
        (private, sealed)
    }

    fn open(private: &PrivateKey, sealed: &PiiSubmitted, aad: &str) -> Result<Vec<u8>, hpke::HpkeError> {
        let encapsulated =
            <X25519HkdfSha256 as hpke::Kem>::EncappedKey::from_bytes(&sealed.encapsulated_key)?;
        single_shot_open::<AesGcm256, HkdfSha256, X25519HkdfSha256>(
            &OpModeR::Base,
            private,
            &encapsulated,
            INFO,
            &sealed.ciphertext,
            aad.as_bytes(),
        )
    }

    #[test]
    fn the_holder_of_the_private_key_reads_what_was_typed() {
        let (private, sealed) = sealed("de Vries");
        let aad = "pii.intake|1|00000000-0000-0000-0000-000000000007|2026-03";
        let opened = open(&private, &sealed, aad).expect("opens");
        let fields: serde_json::Value = serde_json::from_slice(&opened).expect("JSON");
        assert_eq!(
            fields,
            serde_json::json!({
                "email": "anna@example.org", "givenName": "Anna", "familyName": "de Vries", "interfaceLanguage": "nl",
            })
        );
    }

    #[test]
    fn moved_to_another_person_or_key_it_does_not_open() {
        let (private, sealed) = sealed("de Vries");
        for aad in [
            "pii.intake|1|00000000-0000-0000-0000-000000000008|2026-03",
            "pii.intake|1|00000000-0000-0000-0000-000000000007|2026-04",
            "pii.intake|2|00000000-0000-0000-0000-000000000007|2026-03",
        ] {
            assert!(open(&private, &sealed, aad).is_err(), "{aad}");
        }
    }

    #[test]
    fn the_length_of_a_name_does_not_show() {
        let (_, short) = sealed("Li");
        let (_, long) = sealed("van Wassenaer van Catwijck tot Duivenvoorde");
        assert_eq!(short.ciphertext.len(), long.ciphertext.len());
    }

    #[test]
    fn no_two_seals_are_alike() {
        assert_ne!(sealed("de Vries").1.ciphertext, sealed("de Vries").1.ciphertext);
    }
}

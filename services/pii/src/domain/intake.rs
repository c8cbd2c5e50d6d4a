//! The sealed intake, opened. The contract with profile is `schemas/profile/pii.submitted.md`.

use super::{
    field::{Field, PersonalField},
    sealing::KEY,
};
use boot::json_object;
use hpke::{
    Deserializable, OpModeR, aead::AesGcm256, kdf::HkdfSha256, kem::X25519HkdfSha256, single_shot_open,
};
use ids::{CauseId, UserId};
use secrecy::SecretString;
use serde::Deserialize;
use zeroize::Zeroizing;

type Kem = X25519HkdfSha256;
type PrivateKey = <Kem as hpke::Kem>::PrivateKey;
type EncapsulatedKey = <Kem as hpke::Kem>::EncappedKey;

/// The layout that this release opens.
pub const FORMAT: i32 = 1;
const INFO: &[u8] = b"tall pii.intake v1";
/// Above what a valid submission can take, below what would be a nuisance.
const LARGEST: usize = 16 * 1024;

/// Why an intake does not open. None of these gets better by waiting.
#[derive(Debug, thiserror::Error)]
pub enum IntakeError {
    /// Sealed by a release after this one.
    #[error("unknown format {0} of a sealed intake")]
    UnknownFormat(i32),
    /// Too long to be one.
    #[error("a sealed intake of {0} bytes")]
    TooLarge(usize),
    /// Sealed to another key or person, or changed on the way.
    #[error("the sealed intake does not open")]
    DoesNotOpen,
    /// It opened, and is not the JSON that was agreed.
    #[error("the opened intake is not what was agreed")]
    Malformed,
}

/// A sealed intake as it came.
#[derive(Clone, Copy, Debug)]
pub struct Sealed<'a> {
    /// Layout.
    pub format: i32,
    /// Whose fields.
    pub user: UserId,
    /// Which of our keys opens it.
    pub key_id: &'a str,
    /// HPKE's `enc`.
    pub encapsulated_key: &'a [u8],
    /// HPKE's `ct`.
    pub ciphertext: &'a [u8],
}

/// What came out of a sealed intake.
#[derive(Debug)]
pub struct Intake {
    /// The fields, in the order of [`Field::ALL`].
    pub fields: Vec<PersonalField>,
    /// Another address that they ask for.
    pub asked: Option<AskedAddress>,
}

/// An address that counts when its request is confirmed.
#[derive(Debug)]
pub struct AskedAddress {
    /// What is to be confirmed.
    pub request: CauseId,
    /// The address.
    pub address: SecretString,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Plaintext {
    email: Option<SecretString>,
    pending_email: Option<SecretString>,
    request_id: Option<CauseId>,
    given_name: Option<SecretString>,
    family_name: Option<SecretString>,
    interface_language: Option<SecretString>,
}

impl Sealed<'_> {
    /// What is inside. Absent means "not given".
    ///
    /// # Errors
    /// See [`IntakeError`]; nothing in it repeats the contents.
    pub fn open(&self, private_key: &[u8; KEY]) -> Result<Intake, IntakeError> {
        if self.format != FORMAT {
            return Err(IntakeError::UnknownFormat(self.format));
        }
        if self.ciphertext.len() > LARGEST {
            return Err(IntakeError::TooLarge(self.ciphertext.len()));
        }
        let plaintext = self.decrypt(private_key)?;
        let fields: Plaintext = json_object(&plaintext).ok_or(IntakeError::Malformed)?;
        fields.into_intake()
    }

    fn decrypt(&self, private_key: &[u8; KEY]) -> Result<Zeroizing<Vec<u8>>, IntakeError> {
        let does_not_open = |_| IntakeError::DoesNotOpen;
        let private_key = PrivateKey::from_bytes(private_key).map_err(does_not_open)?;
        let encapsulated_key = EncapsulatedKey::from_bytes(self.encapsulated_key).map_err(does_not_open)?;
        let aad = format!("pii.intake|{}|{}|{}", self.format, self.user, self.key_id);
        single_shot_open::<AesGcm256, HkdfSha256, Kem>(
            &OpModeR::Base,
            &private_key,
            &encapsulated_key,
            INFO,
            self.ciphertext,
            aad.as_bytes(),
        )
        .map(Zeroizing::new)
        .map_err(does_not_open)
    }
}

impl Plaintext {
    /// A new address without its request could never be confirmed, and a request without one confirms nothing.
    fn into_intake(self) -> Result<Intake, IntakeError> {
        let asked = match (self.request_id, self.pending_email) {
            (Some(request), Some(address)) => Some(AskedAddress { request, address }),
            (None, None) => None,
            _ => return Err(IntakeError::Malformed),
        };
        let values = [
            (Field::Email, self.email),
            (Field::GivenName, self.given_name),
            (Field::FamilyName, self.family_name),
            (Field::InterfaceLanguage, self.interface_language),
        ];
        let given = |(field, value): (Field, Option<_>)| Some(PersonalField { field, value: value? });
        Ok(Intake { fields: values.into_iter().filter_map(given).collect(), asked })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use hpke::{Kem as _, OpModeS, Serializable, single_shot_seal};
    use proptest::prelude::*;
    use secrecy::ExposeSecret;
    use uuid::Uuid;

    const KEY_ID: &str = "1";

    fn user() -> UserId {
        UserId::new(Uuid::from_u128(1))
    }

    fn keys() -> ([u8; KEY], <Kem as hpke::Kem>::PublicKey) {
        let (private, public) = Kem::derive_keypair(b"a seed of at least thirty-two bytes");
        (private.to_bytes().into(), public)
    }

    fn sealed(plaintext: &[u8], aad: &str) -> (Vec<u8>, Vec<u8>) {
        let (encapsulated, ciphertext) = single_shot_seal::<AesGcm256, HkdfSha256, Kem>(
            &OpModeS::Base,
            &keys().1,
            INFO,
            plaintext,
            aad.as_bytes(),
        )
        .expect("sealed");
        (encapsulated.to_bytes().to_vec(), ciphertext)
    }

    fn open(plaintext: &[u8], sealed_for: &str) -> Result<Intake, IntakeError> {
        let (encapsulated_key, ciphertext) = sealed(plaintext, sealed_for);
        let intake = Sealed {
            format: FORMAT,
            user: user(),
            key_id: KEY_ID,
            encapsulated_key: &encapsulated_key,
            ciphertext: &ciphertext,
        };
        intake.open(&keys().0)
    }

    fn own_aad() -> String {
        format!("pii.intake|1|{}|{KEY_ID}", user())
    }

    #[test]
    fn fields_come_out_as_they_went_in() {
        let json =
            r#"{"email":"anna@example.org","givenName":"Anna","familyName":"de Vries","later":1}     "#;
        let fields = open(json.as_bytes(), &own_aad()).expect("opens").fields;
        let fields: Vec<_> = fields.iter().map(|one| (one.field, one.value.expose_secret())).collect();
        assert_eq!(
            fields,
            [(Field::Email, "anna@example.org"), (Field::GivenName, "Anna"), (Field::FamilyName, "de Vries")]
        );
    }

    #[test]
    fn an_intake_of_somebody_else_does_not_open() {
        let other = format!("pii.intake|1|{}|{KEY_ID}", Uuid::from_u128(2));
        assert!(matches!(open(b"{}", &other), Err(IntakeError::DoesNotOpen)));
    }

    #[test]
    fn a_pending_address_comes_with_its_request_or_not_at_all() {
        let request = "0193a2b4-7c1d-7e2f-8a3b-4c5d6e7f8091";
        let both = format!(r#"{{"pendingEmail":"anna@example.net","requestId":"{request}"}}"#);
        let intake = open(both.as_bytes(), &own_aad()).expect("opens");
        assert!(intake.fields.is_empty());
        let asked = intake.asked.expect("an address");
        assert_eq!(asked.request, request.parse().expect("an id"));
        assert_eq!(asked.address.expose_secret(), "anna@example.net");
        for half in
            [r#"{"pendingEmail":"anna@example.net"}"#.to_owned(), format!(r#"{{"requestId":"{request}"}}"#)]
        {
            assert!(matches!(open(half.as_bytes(), &own_aad()), Err(IntakeError::Malformed)), "{half}");
        }
    }

    #[test]
    fn what_is_not_the_agreed_json_is_malformed_and_not_repeated() {
        let error = open(br#"{"email": ["canary@example.org"]}"#, &own_aad()).expect_err("malformed");
        assert!(matches!(error, IntakeError::Malformed));
        assert!(!format!("{error} {error:?}").contains("canary"));
    }

    #[test]
    fn a_later_format_is_said() {
        let intake =
            Sealed { format: 2, user: user(), key_id: KEY_ID, encapsulated_key: &[], ciphertext: &[] };
        assert!(matches!(intake.open(&keys().0), Err(IntakeError::UnknownFormat(2))));
    }

    /// The input as it came over Kafka, and as what was inside. Sealed: nothing opens but, to the byte, what profile
    /// sealed. Inside: what is read is what the JSON says, and what is refused is never repeated.
    #[test]
    fn fuzz_intake() {
        const SEALED: &[u8] = include_bytes!("../../corpus/intake/sealed");
        let opened = |bytes: &[u8]| {
            let (encapsulated_key, ciphertext) = bytes.split_at(bytes.len().min(KEY));
            let (format, user) = (FORMAT, user());
            Sealed { format, user, key_id: KEY_ID, encapsulated_key, ciphertext }.open(&keys().0)
        };
        fuzz::target!("intake", |input| {
            if opened(input).is_ok() {
                assert_eq!(input, SEALED);
                return fuzz::ACCEPTED;
            }
            match open(input, &own_aad()) {
                Ok(intake) => {
                    assert_is_what_the_json_says(&intake, input);
                    "accepted-inside"
                }
                Err(IntakeError::Malformed) => "malformed-inside",
                Err(IntakeError::TooLarge(length)) => {
                    assert!(length > LARGEST && length == input.len() + 16);
                    "too-large"
                }
                Err(other) => panic!("{other}: it is sealed to us"),
            }
        });
    }

    fn assert_is_what_the_json_says(intake: &Intake, json: &[u8]) {
        let text = std::str::from_utf8(json).expect("RFC 8259 section 8.1: JSON is UTF-8");
        let Ok(json) = serde_json::from_str::<serde_json::Value>(text) else {
            // What no value can hold (half of a pair of escapes, a number out of range, a list in 128 others) is JSON all
            // the same, and may stand in a field that is passed over.
            serde_json::from_str::<serde::de::IgnoredAny>(text).expect("JSON");
            return;
        };
        let json = json.as_object().expect("an object");
        let given = |name: &str| {
            json.get(name).filter(|value| !value.is_null()).map(|value| value.as_str().expect("a text"))
        };
        let names = ["email", "givenName", "familyName", "interfaceLanguage"];
        let said: Vec<_> = names.into_iter().filter_map(given).collect();
        let read: Vec<_> = intake.fields.iter().map(|field| field.value.expose_secret()).collect();
        assert_eq!(read, said);
        let asked = intake.asked.as_ref();
        assert_eq!(asked.map(|asked| asked.address.expose_secret()), given("pendingEmail"));
        assert_eq!(
            asked.map(|asked| asked.request.to_string()),
            given("requestId").map(str::to_ascii_lowercase)
        );
    }

    proptest! {
        #[test]
        fn hostile_bytes_are_refused(encapsulated_key: Vec<u8>, ciphertext: Vec<u8>) {
            let intake = Sealed {
                format: FORMAT,
                user: user(),
                key_id: KEY_ID,
                encapsulated_key: &encapsulated_key,
                ciphertext: &ciphertext,
            };
            prop_assert!(matches!(intake.open(&keys().0), Err(IntakeError::DoesNotOpen)));
        }
    }
}

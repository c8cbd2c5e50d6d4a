//! Envelope encryption: a data key (DEK) per person seals their fields, a key encryption key (KEK) wraps the data keys.
//!
//! Rotating the KEK rewraps 60 bytes a person and touches no field. Erasing a person is forgetting their DEK. Every
//! ciphertext is bound by its AAD to its table, column, person, key and format: moved anywhere else it does not open.
//! AES-GCM does not commit to its key (two keys can open one ciphertext), so each DEK carries a key-check value.

use super::field::Field;
use aes_gcm::{
    Aes256Gcm,
    aead::{Aead, KeyInit, Payload},
};
use boot::Random;
use hmac::{Hmac, Mac};
use ids::{CauseId, ExportId, UserId};
use secrecy::{ExposeSecret, SecretString};
use sha2::Sha256;
use subtle::ConstantTimeEq;
use uuid::Uuid;
use zeroize::Zeroizing;

/// Bytes of a key.
pub const KEY: usize = 32;
const NONCE: usize = 12;
const KEY_CHECK: usize = 16;
const FORMAT: u8 = 1;
/// Of an address that waits under its request; of format 1 there is one a person, sealed as a field.
const PENDING_FORMAT: u8 = 2;
/// The unit that values are padded to, so that the length of a name does not show.
const PADDING: usize = 64;
/// Seals of one DEK. With random 96-bit nonces NIST SP 800-38D (8.3) allows 2^32; this leaves a wide margin.
pub const MOST_SEALS: i64 = 1 << 28;

/// Why something did not seal or open. Says nothing of the contents.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SealingError {
    /// The ciphertext is not of this place, person or key, or was changed.
    #[error("the ciphertext does not open")]
    DoesNotOpen,
    /// The unwrapped key is not the one that sealed.
    #[error("the data key fails its check")]
    WrongKey,
    /// The data key has sealed as often as it may.
    #[error("the data key has reached its limit of seals")]
    Exhausted,
    /// Not a layout that this release knows.
    #[error("unknown format of ciphertext")]
    UnknownFormat,
}

/// A person's data key, as it is used.
pub struct DataKey {
    user: UserId,
    id: Uuid,
    key: Zeroizing<[u8; KEY]>,
}

/// A person's data key, as it is stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WrappedDataKey {
    /// Names the key in every AAD.
    pub id: Uuid,
    /// Nonce, ciphertext, tag.
    pub wrapped: Vec<u8>,
    /// The version of the KEK that wraps it.
    pub kek_version: String,
    /// First 16 bytes of HMAC-SHA256(DEK, "tall pii key check v1").
    pub key_check: Vec<u8>,
}

impl DataKey {
    /// A new key for `user`.
    pub fn make(user: UserId, id: Uuid, random: &dyn Random) -> Self {
        let mut key = Zeroizing::new([0; KEY]);
        random.bytes(key.as_mut());
        Self { user, id, key }
    }

    /// Wraps this key with version `version` of the KEK.
    pub fn wrap(&self, version: &str, kek: &[u8; KEY], random: &dyn Random) -> WrappedDataKey {
        WrappedDataKey {
            id: self.id,
            wrapped: seal(kek, self.key.as_ref(), &wrapping_aad(self.user, self.id), random),
            kek_version: version.to_owned(),
            key_check: self.check().to_vec(),
        }
    }

    /// Opens a stored key.
    ///
    /// # Errors
    /// [`SealingError::DoesNotOpen`] when `kek` is not the one, [`SealingError::WrongKey`] when the check fails.
    pub fn unwrap(user: UserId, stored: &WrappedDataKey, kek: &[u8; KEY]) -> Result<Self, SealingError> {
        let opened = open(kek, &stored.wrapped, &wrapping_aad(user, stored.id))?;
        let key: [u8; KEY] = opened.as_slice().try_into().map_err(|_| SealingError::DoesNotOpen)?;
        let key = Self { user, id: stored.id, key: Zeroizing::new(key) };
        if bool::from(key.check().as_slice().ct_eq(&stored.key_check)) {
            Ok(key)
        } else {
            Err(SealingError::WrongKey)
        }
    }

    /// Seals one field. Count it: see [`MOST_SEALS`].
    pub fn seal(&self, field: Field, value: &SecretString, random: &dyn Random) -> Vec<u8> {
        self.seal_text(FORMAT, value, &self.aad(field), random)
    }

    /// Seals an address that waits for its request to be confirmed. Count it: see [`MOST_SEALS`].
    pub fn seal_pending(&self, request: CauseId, address: &SecretString, random: &dyn Random) -> Vec<u8> {
        self.seal_text(PENDING_FORMAT, address, &self.pending_aad(request), random)
    }

    fn seal_text(&self, format: u8, value: &SecretString, aad: &str, random: &dyn Random) -> Vec<u8> {
        let padded = pad(value.expose_secret().as_bytes());
        let mut sealed = vec![format];
        sealed.extend(seal(&self.key, &padded, aad, random));
        sealed
    }

    /// Opens one field.
    ///
    /// # Errors
    /// The bytes are of another place, person, key or format, or were changed.
    pub fn open(&self, field: Field, sealed: &[u8]) -> Result<SecretString, SealingError> {
        let sealed = match sealed.split_first() {
            Some((&FORMAT, sealed)) => sealed,
            _ => return Err(SealingError::UnknownFormat),
        };
        self.open_text(sealed, &self.aad(field))
    }

    /// Opens an address that waits.
    ///
    /// # Errors
    /// The bytes are of another request, place, person, key or format, or were changed.
    pub fn open_pending(&self, request: CauseId, sealed: &[u8]) -> Result<SecretString, SealingError> {
        match sealed.split_first() {
            Some((&PENDING_FORMAT, sealed)) => self.open_text(sealed, &self.pending_aad(request)),
            _ => self.open(Field::PendingEmail, sealed),
        }
    }

    fn open_text(&self, sealed: &[u8], aad: &str) -> Result<SecretString, SealingError> {
        let padded = open(&self.key, sealed, aad)?;
        let text = unpad(&padded).ok_or(SealingError::DoesNotOpen)?;
        Ok(SecretString::from(text))
    }

    /// Seals the archive of an export. Count it: see [`MOST_SEALS`].
    pub fn seal_archive(&self, export: ExportId, archive: &[u8], random: &dyn Random) -> Vec<u8> {
        let mut sealed = vec![FORMAT];
        sealed.extend(seal(&self.key, archive, &self.archive_aad(export), random));
        sealed
    }

    /// Opens the archive of an export.
    ///
    /// # Errors
    /// The bytes are of another export, person, key or format, or were changed.
    pub fn open_archive(&self, export: ExportId, sealed: &[u8]) -> Result<Zeroizing<Vec<u8>>, SealingError> {
        match sealed.split_first() {
            Some((&FORMAT, sealed)) => open(&self.key, sealed, &self.archive_aad(export)),
            _ => Err(SealingError::UnknownFormat),
        }
    }

    fn archive_aad(&self, export: ExportId) -> String {
        format!("pii|exports|{export}|{}|{}|{FORMAT}", self.user, self.id)
    }

    fn aad(&self, field: Field) -> String {
        format!("pii|fields|{field}|{}|{}|{FORMAT}", self.user, self.id)
    }

    fn pending_aad(&self, request: CauseId) -> String {
        format!("pii|pending_addresses|{request}|{}|{}|{PENDING_FORMAT}", self.user, self.id)
    }

    fn check(&self) -> [u8; KEY_CHECK] {
        let mut mac =
            Hmac::<Sha256>::new_from_slice(self.key.as_ref()).expect("HMAC takes keys of any length");
        mac.update(b"tall pii key check v1");
        let digest: [u8; 32] = mac.finalize().into_bytes().into();
        std::array::from_fn(|index| digest[index])
    }
}

/// Whether a key that has sealed `seals` times may seal `more` times.
///
/// # Errors
/// [`SealingError::Exhausted`] at [`MOST_SEALS`].
pub fn may_seal(seals: i64, more: usize) -> Result<i64, SealingError> {
    i64::try_from(more)
        .ok()
        .and_then(|more| seals.checked_add(more))
        .filter(|total| *total <= MOST_SEALS)
        .ok_or(SealingError::Exhausted)
}

fn wrapping_aad(user: UserId, id: Uuid) -> String {
    format!("pii|people|wrapped-dek|{user}|{id}|{FORMAT}")
}

fn cipher(key: &[u8; KEY]) -> Aes256Gcm {
    Aes256Gcm::new(key.into())
}

fn seal(key: &[u8; KEY], plaintext: &[u8], aad: &str, random: &dyn Random) -> Vec<u8> {
    let nonce: [u8; NONCE] = random.array();
    let sealed = cipher(key)
        .encrypt(&nonce.into(), Payload { msg: plaintext, aad: aad.as_bytes() })
        .expect("AES-GCM seals anything below 64 GiB");
    [nonce.as_slice(), &sealed].concat()
}

fn open(key: &[u8; KEY], sealed: &[u8], aad: &str) -> Result<Zeroizing<Vec<u8>>, SealingError> {
    let (nonce, sealed) = sealed.split_first_chunk::<NONCE>().ok_or(SealingError::DoesNotOpen)?;
    cipher(key)
        .decrypt(&(*nonce).into(), Payload { msg: sealed, aad: aad.as_bytes() })
        .map(Zeroizing::new)
        .map_err(|_| SealingError::DoesNotOpen)
}

/// Length as four bytes, the value, zeros up to a multiple of [`PADDING`].
fn pad(value: &[u8]) -> Zeroizing<Vec<u8>> {
    let length = u32::try_from(value.len()).expect("a field is checked to be short");
    let whole = (value.len() + 4).next_multiple_of(PADDING);
    let mut padded = Zeroizing::new(Vec::with_capacity(whole));
    padded.extend(length.to_be_bytes());
    padded.extend(value);
    padded.resize(whole, 0);
    padded
}

fn unpad(padded: &[u8]) -> Option<String> {
    let (length, rest) = padded.split_first_chunk::<4>()?;
    let value = rest.get(..u32::from_be_bytes(*length) as usize)?;
    String::from_utf8(value.to_vec()).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use testing::SeededRandom;

    const KEK: [u8; KEY] = [7; KEY];

    fn user(n: u128) -> UserId {
        UserId::new(Uuid::from_u128(n))
    }

    fn key(n: u128) -> DataKey {
        DataKey::make(user(n), Uuid::from_u128(n + 1000), &SeededRandom::new(n as u64))
    }

    #[test]
    fn a_wrapped_key_opens_with_its_kek_for_its_person_alone() {
        let random = SeededRandom::new(1);
        let wrapped = key(1).wrap("1", &KEK, &random);
        assert!(DataKey::unwrap(user(1), &wrapped, &KEK).is_ok());
        assert_eq!(DataKey::unwrap(user(2), &wrapped, &KEK).err(), Some(SealingError::DoesNotOpen));
        assert_eq!(DataKey::unwrap(user(1), &wrapped, &[8; KEY]).err(), Some(SealingError::DoesNotOpen));
    }

    #[test]
    fn a_key_that_fails_its_check_is_refused() {
        let random = SeededRandom::new(1);
        let mut wrapped = key(1).wrap("1", &KEK, &random);
        wrapped.key_check[0] ^= 1;
        assert_eq!(DataKey::unwrap(user(1), &wrapped, &KEK).err(), Some(SealingError::WrongKey));
    }

    #[test]
    fn a_pending_address_opens_under_its_own_request_alone() {
        let (random, request) = (SeededRandom::new(1), |n| CauseId::new(Uuid::from_u128(n)));
        let sealed = key(1).seal_pending(request(1), &"anna@example.net".into(), &random);
        let opened = key(1).open_pending(request(1), &sealed).expect("its own");
        assert_eq!(opened.expose_secret(), "anna@example.net");
        assert_eq!(key(1).open_pending(request(2), &sealed).err(), Some(SealingError::DoesNotOpen));
        assert_eq!(key(2).open_pending(request(1), &sealed).err(), Some(SealingError::DoesNotOpen));
        assert_eq!(key(1).open(Field::PendingEmail, &sealed).err(), Some(SealingError::UnknownFormat));
        let as_field = key(1).seal(Field::PendingEmail, &"anna@example.net".into(), &random);
        assert!(key(1).open_pending(request(1), &as_field).is_ok(), "of a release that kept one a person");
    }

    #[test]
    fn a_field_opens_in_its_own_column_alone() {
        let random = SeededRandom::new(1);
        let sealed = key(1).seal(Field::GivenName, &"Anna".into(), &random);
        assert!(key(1).open(Field::GivenName, &sealed).is_ok());
        assert_eq!(key(1).open(Field::FamilyName, &sealed).err(), Some(SealingError::DoesNotOpen));
        assert_eq!(key(2).open(Field::GivenName, &sealed).err(), Some(SealingError::DoesNotOpen));
    }

    #[test]
    fn an_archive_opens_for_its_export_and_person_alone() {
        let random = SeededRandom::new(1);
        let (export, other) = (ExportId::new(Uuid::from_u128(1)), ExportId::new(Uuid::from_u128(2)));
        let sealed = key(1).seal_archive(export, b"PK", &random);
        assert_eq!(key(1).open_archive(export, &sealed).expect("its own").as_slice(), b"PK");
        assert_eq!(key(1).open_archive(other, &sealed).err(), Some(SealingError::DoesNotOpen));
        assert_eq!(key(2).open_archive(export, &sealed).err(), Some(SealingError::DoesNotOpen));
        assert_eq!(key(1).open_archive(export, b"").err(), Some(SealingError::UnknownFormat));
    }

    #[test]
    fn an_unknown_format_is_said() {
        assert_eq!(key(1).open(Field::Email, &[2, 0, 0]).err(), Some(SealingError::UnknownFormat));
        assert_eq!(key(1).open(Field::Email, &[]).err(), Some(SealingError::UnknownFormat));
    }

    #[test]
    fn names_of_one_to_sixty_bytes_look_alike() {
        let random = SeededRandom::new(1);
        let short = key(1).seal(Field::GivenName, &"A".into(), &random);
        let long = key(1).seal(Field::GivenName, &"a".repeat(60).into(), &random);
        assert_eq!(short.len(), long.len());
    }

    #[test]
    fn the_last_seal_is_the_limit() {
        assert_eq!(may_seal(MOST_SEALS - 3, 3), Ok(MOST_SEALS));
        assert_eq!(may_seal(MOST_SEALS - 3, 4), Err(SealingError::Exhausted));
    }

    proptest! {
        #[test]
        fn what_is_sealed_opens(value in "\\PC{0,200}", seed: u64) {
            let random = SeededRandom::new(seed);
            let sealed = key(1).seal(Field::Email, &value.clone().into(), &random);
            let opened = key(1).open(Field::Email, &sealed).expect("its own seal");
            prop_assert_eq!(opened.expose_secret(), &value);
        }

        #[test]
        fn one_changed_bit_does_not_open(position: prop::sample::Index, bit in 0_u8..8) {
            let mut sealed = key(1).seal(Field::Email, &"anna@example.org".into(), &SeededRandom::new(1));
            let position = position.index(sealed.len());
            sealed[position] ^= 1 << bit;
            prop_assert!(key(1).open(Field::Email, &sealed).is_err());
        }

        #[test]
        fn any_bytes_are_refused_without_a_panic(bytes: Vec<u8>) {
            prop_assert!(key(1).open(Field::Email, &bytes).is_err());
        }
    }
}

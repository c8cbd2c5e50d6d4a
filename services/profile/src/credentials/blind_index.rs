//! Keyed digests of what is not stored: the address of an account, the body of a registration, a code that was mailed,
//! where attempts come from.
//!
//! `HMAC-SHA256(key, "email:v1:" + normalised address)`. Who reads the database cannot tell whose account it is, nor try
//! addresses against it, without the key. Each use has its own prefix, so no digest of one means anything in another.

use crate::{
    credentials::OneTimeCode,
    domain::{EmailAddress, Identity, Purpose, Registration},
};
use hmac::{Hmac, KeyInit, Mac};
use ids::{UserId, UserImportId};
use secrecy::ExposeSecret;
use secrets::{Key, VersionedKeys};
use sha2::Sha256;

/// A digest, and the version of the key that made it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BlindIndex {
    /// The version of the key.
    pub key_id: String,
    /// HMAC-SHA256.
    pub digest: [u8; 32],
}

impl BlindIndex {
    /// Under which an account with this address is stored.
    pub fn of_address(address: &EmailAddress, keys: &VersionedKeys) -> Self {
        let (key_id, key) = keys.current();
        Self { key_id: key_id.to_owned(), digest: address_digest(key, address) }
    }

    /// What a repeat of this registration is held against. The password is no part of it: that is Argon2's to compare.
    pub fn of_registration(id: UserId, registration: &Registration, keys: &VersionedKeys) -> Self {
        let (key_id, key) = keys.current();
        Self { key_id: key_id.to_owned(), digest: registration_digest(key, id, registration) }
    }

    /// Of who somebody is at a provider.
    pub fn of_identity(identity: &Identity, keys: &VersionedKeys) -> Self {
        let (key_id, key) = keys.current();
        Self { key_id: key_id.to_owned(), digest: identity_digest(key, identity) }
    }
}

/// Every digest under which this identity may be linked while keys rotate.
pub fn identities(identity: &Identity, keys: &VersionedKeys) -> Vec<Vec<u8>> {
    keys.iter().map(|(_, key)| identity_digest(key, identity).to_vec()).collect()
}

/// Every digest under which an account with this address may be stored while keys rotate.
pub fn addresses(address: &EmailAddress, keys: &VersionedKeys) -> Vec<Vec<u8>> {
    keys.iter().map(|(_, key)| address_digest(key, address).to_vec()).collect()
}

/// Every digest that the same registration may have been stored with while keys rotate.
pub fn registrations(id: UserId, registration: &Registration, keys: &VersionedKeys) -> Vec<Vec<u8>> {
    keys.iter().map(|(_, key)| registration_digest(key, id, registration).to_vec()).collect()
}

/// The digest that a code for this user and purpose is stored with.
pub fn of_code(user: UserId, purpose: Purpose, code: &OneTimeCode, keys: &VersionedKeys) -> [u8; 32] {
    code_digest(keys.current().1, user, purpose, code)
}

/// Every digest that the same code may have been stored with while keys rotate.
pub fn codes(user: UserId, purpose: Purpose, code: &OneTimeCode, keys: &VersionedKeys) -> Vec<Vec<u8>> {
    keys.iter().map(|(_, key)| code_digest(key, user, purpose, code).to_vec()).collect()
}

/// What attempts are counted under. A rotation of the key begins the count anew.
pub fn of_attempts(scope: &str, parts: &[&[u8]], keys: &VersionedKeys) -> [u8; 32] {
    let mut mac = mac(keys.current().1, b"attempts:v1:");
    update_with_lengths(&mut mac, [scope.as_bytes()].into_iter().chain(parts.iter().copied()));
    mac.finalize().into_bytes().into()
}

fn code_digest(key: &Key, user: UserId, purpose: Purpose, code: &OneTimeCode) -> [u8; 32] {
    let mut mac = mac(key, b"code:v1:");
    mac.update(user.as_uuid().as_bytes());
    update_with_lengths(&mut mac, [purpose.as_str().as_bytes(), code.expose()]);
    mac.finalize().into_bytes().into()
}

/// What a repeat of this import is held against.
pub fn of_import(id: UserImportId, text: &str, keys: &VersionedKeys) -> [u8; 32] {
    import_digest(keys.current().1, id, text)
}

/// Every digest that the same import may have been stored with while keys rotate.
pub fn imports(id: UserImportId, text: &str, keys: &VersionedKeys) -> Vec<Vec<u8>> {
    keys.iter().map(|(_, key)| import_digest(key, id, text).to_vec()).collect()
}

fn import_digest(key: &Key, id: UserImportId, text: &str) -> [u8; 32] {
    let mut mac = mac(key, b"user-import:v1:");
    mac.update(id.as_uuid().as_bytes());
    mac.update(text.as_bytes());
    mac.finalize().into_bytes().into()
}

fn address_digest(key: &Key, address: &EmailAddress) -> [u8; 32] {
    let mut mac = mac(key, b"email:v1:");
    mac.update(address.normalised().expose_secret().as_bytes());
    mac.finalize().into_bytes().into()
}

/// The issuer is in it: another provider's user of the same name is somebody else.
fn identity_digest(key: &Key, identity: &Identity) -> [u8; 32] {
    let mut mac = mac(key, b"identity:v1:");
    update_with_lengths(&mut mac, [identity.issuer(), identity.subject()].map(str::as_bytes));
    mac.finalize().into_bytes().into()
}

/// The id is in it, so that two people of one name have nothing in common.
fn registration_digest(key: &Key, id: UserId, registration: &Registration) -> [u8; 32] {
    let Registration { email, given_name, family_name, interface_language, time_zone, password: _ } =
        registration;
    let mut mac = mac(key, b"registration:v1:");
    mac.update(id.as_uuid().as_bytes());
    let fields = [
        email.expose(),
        given_name.expose(),
        family_name.expose(),
        interface_language.as_str(),
        time_zone.as_str(),
    ];
    update_with_lengths(&mut mac, fields.map(str::as_bytes));
    mac.finalize().into_bytes().into()
}

/// The length keeps neighbours apart.
fn update_with_lengths<'a>(mac: &mut Hmac<Sha256>, fields: impl IntoIterator<Item = &'a [u8]>) {
    for field in fields {
        mac.update(&(field.len() as u64).to_be_bytes());
        mac.update(field);
    }
}

fn mac(key: &Key, purpose: &[u8]) -> Hmac<Sha256> {
    let mut mac = Hmac::<Sha256>::new_from_slice(key.expose()).expect("HMAC takes a key of any length");
    mac.update(purpose);
    mac
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::tests::registration;
    use uuid::Uuid;
    use zeroize::Zeroizing;

    fn key(byte: u8) -> Key {
        Key::new(Zeroizing::new([byte; 32]))
    }

    fn address(text: &str) -> EmailAddress {
        EmailAddress::parse(text).expect("an address")
    }

    #[test]
    fn the_digest_is_the_documented_one() {
        let keys = VersionedKeys::from_pairs(("1", key(0)), []);
        let index = BlindIndex::of_address(&address("Anna@Example.org"), &keys);
        // python3 -c "import hmac; print(hmac.new(bytes(32), b'email:v1:anna@example.org', 'sha256').hexdigest())"
        assert_eq!(hex(&index.digest), "29db0ee79cba7a6e69c9bb832b2817d782576fff8d8324afdc7169214b5c8713");
        assert_eq!(index.key_id, "1");
    }

    #[test]
    fn an_address_is_found_under_every_key() {
        let before = VersionedKeys::from_pairs(("1", key(1)), []);
        let during = VersionedKeys::from_pairs(("1", key(1)), [("2", key(2))]);
        let anna = address("anna@example.org");
        let stored = BlindIndex::of_address(&anna, &before);
        assert!(addresses(&anna, &during).contains(&stored.digest.to_vec()));
        assert_eq!(BlindIndex::of_address(&anna, &during).key_id, "2");
    }

    #[test]
    fn a_registration_differs_by_each_field_and_by_its_id() {
        let keys = VersionedKeys::from_pairs(("1", key(1)), []);
        let digest = |id: u128, registration: &Registration| {
            BlindIndex::of_registration(UserId::new(Uuid::from_u128(id)), registration, &keys).digest
        };
        let anna = registration("anna@example.org", "Anna", "de Vries");
        assert_eq!(digest(1, &anna), digest(1, &registration("anna@example.org", "Anna", "de Vries")));
        assert_ne!(digest(1, &anna), digest(2, &anna));
        assert_ne!(digest(1, &anna), digest(1, &registration("anna@example.org", "Annad", "e Vries")));
        assert_ne!(digest(1, &anna), digest(1, &registration("anne@example.org", "Anna", "de Vries")));
    }

    #[test]
    fn a_code_is_worth_nothing_for_another_purpose_or_user() {
        let keys = VersionedKeys::from_pairs(("1", key(1)), []);
        let code = OneTimeCode::parse(&"ABCDE-FGHJK".into()).expect("a code");
        let digest = |id: u128, purpose| of_code(UserId::new(Uuid::from_u128(id)), purpose, &code, &keys);
        assert_eq!(digest(1, Purpose::VerifyEmail), digest(1, Purpose::VerifyEmail));
        assert_ne!(digest(1, Purpose::VerifyEmail), digest(1, Purpose::ResetPassword));
        assert_ne!(digest(1, Purpose::VerifyEmail), digest(2, Purpose::VerifyEmail));
    }

    #[test]
    fn an_identity_is_its_subject_at_its_issuer() {
        let before = VersionedKeys::from_pairs(("1", key(1)), []);
        let during = VersionedKeys::from_pairs(("1", key(1)), [("2", key(2))]);
        let digest = |issuer: &str, subject: &str| {
            let identity = Identity::new(issuer, subject).expect("an identity");
            assert!(
                identities(&identity, &during)
                    .contains(&BlindIndex::of_identity(&identity, &before).digest.to_vec())
            );
            BlindIndex::of_identity(&identity, &before).digest
        };
        let anna = digest("https://one.example", "anna");
        assert_eq!(anna, digest("https://one.example", "anna"));
        assert_ne!(anna, digest("https://two.example", "anna"));
        assert_ne!(anna, digest("https://one.example", "Anna"));
        assert_ne!(digest("https://one.example/a", "nna"), digest("https://one.example/", "anna"));
    }

    fn hex(bytes: &[u8]) -> String {
        bytes.iter().map(|byte| format!("{byte:02x}")).collect()
    }
}

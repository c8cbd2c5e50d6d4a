//! Recovery codes: ten, each good for one log-in without the authenticator app.
//!
//! A code has 120 bits, so a plain SHA-256 of it is all that the store needs to keep (OWASP ASVS 5.0, 6.5.2 asks for a
//! password hash below 112 bits). Codes follow from the set by HKDF-SHA256 under a key of `profile/totp`: while a set is new,
//! who lost the answer asks again under the same id and is shown the same ten. The instant is part of it, so that an id
//! that is used again later never brings back old codes.

use base32::Alphabet;
use chrono::{DateTime, Utc};
use hkdf::Hkdf;
use ids::{RecoverySetId, UserId};
use secrecy::{ExposeSecret, SecretString};
use secrets::Key;
use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

/// Codes in a set.
pub const COUNT: u8 = 10;
const BYTES: usize = 15;
const CHARACTERS: usize = BYTES * 8 / 5;
const GROUP: usize = 4;

/// A code that holds once. It does not print.
#[derive(Clone)]
pub struct RecoveryCode(SecretString);

/// Why a text is no code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a recovery code: expected 24 letters and digits")]
pub struct NotARecoveryCode;

impl RecoveryCode {
    /// As it was written down: hyphens, spaces and case do not matter, nor do the letters that look like digits.
    pub fn parse(text: &SecretString) -> Result<Self, NotARecoveryCode> {
        let typed = text.expose_secret().chars().filter(|c| !matches!(c, '-' | ' ')).take(CHARACTERS + 1);
        let code = Zeroizing::new(typed.map(|c| unambiguous(c.to_ascii_uppercase())).collect::<String>());
        match base32::decode(Alphabet::Crockford, &code) {
            Some(bytes) if code.len() == CHARACTERS && bytes.len() == BYTES => Ok(Self(code.as_str().into())),
            _ => Err(NotARecoveryCode),
        }
    }

    /// What the store keeps of it.
    pub fn digest(&self) -> [u8; 32] {
        Sha256::digest(self.0.expose_secret()).into()
    }

    /// As it is shown: `ABCD-EFGH-JKMN-PQRS-TVWX-YZ01`.
    pub fn shown(&self) -> SecretString {
        let code = self.0.expose_secret();
        let groups: Vec<_> =
            (0..CHARACTERS).step_by(GROUP).filter_map(|at| code.get(at..at + GROUP)).collect();
        groups.join("-").into()
    }
}

/// The codes of the set of this id that was made at this instant, to the millisecond.
pub fn codes(user: UserId, set: RecoverySetId, made_at: DateTime<Utc>, key: &Key) -> Vec<RecoveryCode> {
    let derivation = Hkdf::<Sha256>::new(None, key.expose());
    let (user, set) = (user.as_uuid().into_bytes(), set.as_uuid().into_bytes());
    let made_at = made_at.timestamp_millis().to_be_bytes();
    (0..COUNT)
        .map(|number| {
            let mut bytes = Zeroizing::new([0; BYTES]);
            derivation
                .expand_multi_info(
                    &[b"tall profile recovery code v1", &user, &set, &made_at, &[number]],
                    bytes.as_mut_slice(),
                )
                .expect("15 bytes is less than HKDF-SHA256 can give");
            RecoveryCode(base32::encode(Alphabet::Crockford, bytes.as_slice()).into())
        })
        .collect()
}

/// Crockford's base 32 has no I, L, O: who reads one meant a digit.
fn unambiguous(letter: char) -> char {
    match letter {
        'I' | 'L' => '1',
        'O' => '0',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::HashSet;
    use uuid::Uuid;

    fn set(user: u128, set: u128, key: u8) -> Vec<String> {
        made(user, set, key, 0)
    }

    fn made(user: u128, set: u128, key: u8, seconds: i64) -> Vec<String> {
        let key = Key::new(Zeroizing::new([key; 32]));
        let at = DateTime::from_timestamp(seconds, 0).expect("an instant");
        codes(UserId::new(Uuid::from_u128(user)), RecoverySetId::new(Uuid::from_u128(set)), at, &key)
            .iter()
            .map(|code| code.shown().expose_secret().to_owned())
            .collect()
    }

    #[test]
    fn a_set_is_ten_different_codes_and_always_the_same() {
        assert_eq!(set(1, 2, 3), set(1, 2, 3));
        assert_eq!(set(1, 2, 3).into_iter().collect::<HashSet<_>>().len(), 10);
    }

    #[test]
    fn another_account_set_key_or_time_has_other_codes() {
        let own: HashSet<_> = set(1, 2, 3).into_iter().collect();
        for other in [set(9, 2, 3), set(1, 9, 3), set(1, 2, 9), made(1, 2, 3, 1)] {
            assert!(other.iter().all(|code| !own.contains(code)));
        }
    }

    #[test]
    fn a_code_is_read_however_it_was_written_down() {
        let shown = &set(1, 2, 3)[0];
        let digest = |text: &str| RecoveryCode::parse(&text.into()).expect("a code").digest();
        assert_eq!(digest(shown), digest(&shown.replace('-', "").to_lowercase()));
        assert_eq!(digest(&shown.replace('1', "l").replace('0', "o")), digest(shown));
        assert_eq!(digest(&shown.replace('-', " - ")), digest(shown));
    }

    #[test]
    fn other_texts_are_refused() {
        let shown = &set(1, 2, 3)[0];
        for text in ["", "123456", &shown[1..], &format!("{shown}A"), &"U".repeat(24), &"é".repeat(24)] {
            assert!(RecoveryCode::parse(&text.into()).is_err(), "{text:?}");
        }
    }

    proptest! {
        #[test]
        fn any_text_is_answered(text: String) {
            if let Ok(code) = RecoveryCode::parse(&text.into()) {
                prop_assert_eq!(code.shown().expose_secret().len(), 29);
            }
        }
    }
}

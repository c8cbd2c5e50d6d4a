//! Authenticator apps: time-based one-time passwords (RFC 6238), with the parameters that every app knows: HMAC-SHA-1, six
//! digits, steps of thirty seconds. A code of the step before or after the present one is taken too, since clocks differ.
//!
//! The secret is sealed at rest with AES-256-GCM under a key of its own (HKDF-SHA256 over a version of `profile/totp`), bound
//! to its account and enrolment: a row that is copied to another account does not open.

use aes_gcm::{
    Aes256Gcm, KeyInit, Nonce,
    aead::{Aead, Payload},
};
use anyhow::Context;
use chrono::{DateTime, Utc};
use hkdf::Hkdf;
use ids::{EnrolmentId, UserId};
use qrcode::{EcLevel, QrCode, render::svg};
use secrecy::{ExposeSecret, SecretString};
use secrets::{Key, VersionedKeys};
use sha2::Sha256;
use totp_rs::{Builder, Secret, Totp};
use zeroize::Zeroizing;

/// RFC 4226, section 4, R6: 160 bits.
const LENGTH: usize = 20;
const NONCE: usize = 12;
const ISSUER: &str = "Tall";
/// Pixels of a side, at least.
const QR_SIDE: u32 = 240;

/// What an authenticator app and profile share.
#[derive(Clone)]
pub struct TotpSecret(Zeroizing<[u8; LENGTH]>);

/// Whose secret it is, and of which enrolment: what it is sealed to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Belonging {
    /// The account.
    pub user: UserId,
    /// The enrolment.
    pub enrolment: EnrolmentId,
}

/// A secret as the store keeps it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SealedTotp {
    /// The version of the key.
    pub key_id: String,
    /// Nonce, ciphertext, tag.
    pub bytes: Vec<u8>,
}

/// Six digits, as somebody typed them.
#[derive(Clone)]
pub struct TotpCode(SecretString);

/// Why a text is no code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a code: expected six digits")]
pub struct NotATotpCode;

impl TotpCode {
    const DIGITS: usize = 6;

    /// Apps show a space in the middle; spaces are passed over.
    pub fn parse(text: &SecretString) -> Result<Self, NotATotpCode> {
        let digits: String =
            text.expose_secret().chars().filter(|c| *c != ' ').take(Self::DIGITS + 1).collect();
        if digits.len() == Self::DIGITS && digits.bytes().all(|byte| byte.is_ascii_digit()) {
            Ok(Self(digits.into()))
        } else {
            Err(NotATotpCode)
        }
    }

    pub(crate) fn expose(&self) -> &str {
        self.0.expose_secret()
    }
}

impl TotpSecret {
    /// From 20 random bytes.
    pub fn new(bytes: [u8; LENGTH]) -> Self {
        Self(Zeroizing::new(bytes))
    }

    /// Seals it with today's key.
    pub fn seal(
        &self,
        to: Belonging,
        keys: &VersionedKeys,
        nonce: [u8; NONCE],
    ) -> anyhow::Result<SealedTotp> {
        let (key_id, key) = keys.current();
        let aad = to.associated_data(key_id);
        let payload = Payload { msg: self.0.as_slice(), aad: aad.as_bytes() };
        let sealed = cipher(key).encrypt(&Nonce::from(nonce), payload);
        let sealed = sealed.map_err(|_| anyhow::anyhow!("a TOTP secret could not be sealed"))?;
        Ok(SealedTotp { key_id: key_id.to_owned(), bytes: [nonce.as_slice(), &sealed].concat() })
    }

    /// Opens it. A key that is no more, or a row of another account, is an error: never "no factor".
    pub fn open(sealed: &SealedTotp, to: Belonging, keys: &VersionedKeys) -> anyhow::Result<Self> {
        let key = keys
            .get(&sealed.key_id)
            .with_context(|| format!("no version {} of profile/totp", sealed.key_id))?;
        let (nonce, ciphertext) =
            sealed.bytes.split_first_chunk::<NONCE>().context("a sealed secret is cut off")?;
        let aad = to.associated_data(&sealed.key_id);
        let payload = Payload { msg: ciphertext, aad: aad.as_bytes() };
        let opened = cipher(key).decrypt(&Nonce::from(*nonce), payload);
        let opened = Zeroizing::new(opened.map_err(|_| anyhow::anyhow!("a TOTP secret does not open"))?);
        Ok(Self::new(opened.as_slice().try_into().context("a TOTP secret of another length")?))
    }

    /// The step that this code is of, if it is of the present one or a neighbour.
    pub fn step_of(&self, code: &TotpCode, now: DateTime<Utc>) -> anyhow::Result<Option<i64>> {
        let now = u64::try_from(now.timestamp())?;
        let step = self.totp("account")?.check(code.expose(), now);
        Ok(step.map(i64::try_from).transpose()?)
    }

    /// In base 32, for who types it in.
    pub fn base32(&self) -> SecretString {
        Secret::new_stack(*self.0).to_base32().into()
    }

    /// The `otpauth://` address that an app reads. The account is named by its id: profile knows no other name.
    pub fn uri(&self, user: UserId) -> anyhow::Result<SecretString> {
        Ok(self.totp(&user.to_string())?.to_url().map_err(|error| anyhow::anyhow!("{error}"))?.into())
    }

    fn totp(&self, account: &str) -> anyhow::Result<Totp> {
        let secret = Secret::new_stack(*self.0);
        let totp = Builder::new().with_secret(secret).with_account_name(account).with_issuer(Some(ISSUER));
        totp.build().map_err(|error| anyhow::anyhow!("{error}"))
    }
}

/// The address as a QR code, an SVG image.
pub fn qr_code(uri: &SecretString) -> anyhow::Result<SecretString> {
    let code = QrCode::with_error_correction_level(uri.expose_secret(), EcLevel::M)?;
    Ok(code.render::<svg::Color<'_>>().min_dimensions(QR_SIDE, QR_SIDE).build().into())
}

impl Belonging {
    fn associated_data(self, key_id: &str) -> String {
        format!("profile|totp_factors|sealed_secret|{}|{}|{key_id}|1", self.user, self.enrolment)
    }
}

fn cipher(key: &Key) -> Aes256Gcm {
    let mut sealing_key = Zeroizing::new([0; 32]);
    Hkdf::<Sha256>::new(None, key.expose())
        .expand(b"tall profile totp secret v1", sealing_key.as_mut_slice())
        .expect("32 bytes is less than HKDF-SHA256 can give");
    Aes256Gcm::new((&*sealing_key).into())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use uuid::Uuid;

    /// RFC 6238, appendix B: the secret of its SHA-1 vectors.
    const RFC: [u8; LENGTH] = *b"12345678901234567890";

    fn keys() -> VersionedKeys {
        let key = |byte| Key::new(Zeroizing::new([byte; 32]));
        VersionedKeys::from_pairs(("1", key(1)), [("2", key(2))])
    }

    fn anna() -> Belonging {
        Belonging { user: UserId::new(Uuid::from_u128(1)), enrolment: EnrolmentId::new(Uuid::from_u128(2)) }
    }

    fn code(text: &str) -> TotpCode {
        TotpCode::parse(&text.into()).expect("a code")
    }

    fn at(seconds: i64) -> DateTime<Utc> {
        DateTime::from_timestamp(seconds, 0).expect("an instant")
    }

    #[test]
    fn the_vectors_of_the_rfc_hold() {
        // The last six of the eight digits in appendix B.
        for (seconds, digits) in
            [(59, "287082"), (1_111_111_109, "081804"), (1_234_567_890, "005924"), (20_000_000_000, "353130")]
        {
            let step = TotpSecret::new(RFC).step_of(&code(digits), at(seconds)).expect("checked");
            assert_eq!(step, Some(seconds / 30), "{digits}");
        }
    }

    #[test]
    fn a_code_holds_one_step_before_and_after() {
        let step_of = |seconds| TotpSecret::new(RFC).step_of(&code("081804"), at(seconds)).expect("checked");
        let begins = 1_111_111_109 / 30 * 30;
        assert_eq!(step_of(begins - 30), Some(begins / 30));
        assert_eq!(step_of(begins + 59), Some(begins / 30));
        assert_eq!(step_of(begins - 31), None);
        assert_eq!(step_of(begins + 60), None);
    }

    #[test]
    fn a_code_is_six_digits_and_may_be_spaced() {
        assert_eq!(code("081 804").expose(), "081804");
        for text in ["", "12345", "1234567", "12345a", "+12345", "１２３４５６", "-12345"] {
            assert!(TotpCode::parse(&text.into()).is_err(), "{text:?}");
        }
    }

    #[test]
    fn an_app_is_told_everything_by_one_address() {
        let uri = TotpSecret::new(RFC).uri(anna().user).expect("an address");
        let uri = uri.expose_secret();
        assert!(uri.starts_with("otpauth://totp/Tall:00000000-0000-0000-0000-000000000001?"), "{uri}");
        assert!(uri.contains("secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"), "{uri}");
        assert!(uri.contains("issuer=Tall"), "{uri}");
        let svg = qr_code(&uri.to_owned().into()).expect("an image");
        assert!(svg.expose_secret().contains("<svg"));
    }

    #[test]
    fn it_opens_for_its_own_account_and_enrolment_alone() {
        let sealed = TotpSecret::new(RFC).seal(anna(), &keys(), [3; NONCE]).expect("sealed");
        assert_eq!(sealed.key_id, "2");
        assert!(!sealed.bytes.windows(4).any(|bytes| RFC.starts_with(bytes)));
        assert_eq!(*TotpSecret::open(&sealed, anna(), &keys()).expect("opens").0, RFC);

        let other_user = Belonging { user: UserId::new(Uuid::from_u128(9)), ..anna() };
        let other_enrolment = Belonging { enrolment: EnrolmentId::new(Uuid::from_u128(9)), ..anna() };
        assert!(TotpSecret::open(&sealed, other_user, &keys()).is_err());
        assert!(TotpSecret::open(&sealed, other_enrolment, &keys()).is_err());
    }

    #[test]
    fn a_key_that_is_no_more_is_an_error() {
        let sealed = TotpSecret::new(RFC).seal(anna(), &keys(), [3; NONCE]).expect("sealed");
        let gone = VersionedKeys::from_pairs(("1", Key::new(Zeroizing::new([1; 32]))), []);
        assert!(TotpSecret::open(&sealed, anna(), &gone).is_err());
    }

    proptest! {
        #[test]
        fn one_flipped_bit_spoils_it(position in 0usize..(NONCE + LENGTH + 16) * 8) {
            let mut sealed = TotpSecret::new(RFC).seal(anna(), &keys(), [3; NONCE]).expect("sealed");
            sealed.bytes[position / 8] ^= 1 << (position % 8);
            prop_assert!(TotpSecret::open(&sealed, anna(), &keys()).is_err());
        }

        #[test]
        fn any_text_is_answered(text: String) {
            if let Ok(code) = TotpCode::parse(&text.into()) {
                prop_assert_eq!(code.expose().len(), 6);
            }
        }
    }
}

//! Codes that a mail carries and a person brings back, once.
//!
//! Ten characters of Crockford's base 32 are fifty bits: long enough that guessing is hopeless within the attempts that a
//! code has, short enough to be typed. Letters that look like digits are read as these.

use boot::Random;
use secrecy::{ExposeSecret, SecretString};
use zeroize::Zeroizing;

/// A code. It does not print.
#[derive(Debug, Clone)]
pub struct OneTimeCode(SecretString);

/// Not the shape of a code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a code: expected ten letters and digits, as in the mail")]
pub struct NotACode;

impl OneTimeCode {
    const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    const LENGTH: usize = 10;
    const HALF: usize = Self::LENGTH / 2;

    /// A new one. 32 divides 256, so every character is as likely as any other.
    pub fn random(random: &dyn Random) -> Self {
        let bytes: Zeroizing<[u8; Self::LENGTH]> = Zeroizing::new(random.array());
        let characters = bytes.iter().map(|byte| char::from(Self::ALPHABET[usize::from(byte % 32)]));
        Self(Zeroizing::new(characters.collect::<String>()).as_str().into())
    }

    /// As typed: in any case, with spaces and hyphens anywhere.
    pub fn parse(text: &SecretString) -> Result<Self, NotACode> {
        let mut code = Zeroizing::new(String::with_capacity(Self::LENGTH + 1));
        for character in text.expose_secret().chars().filter(|character| !matches!(character, ' ' | '-')) {
            let read = match character.to_ascii_uppercase() {
                'O' => '0',
                'I' | 'L' => '1',
                other => other,
            };
            if code.len() == Self::LENGTH || !read.is_ascii() || !Self::ALPHABET.contains(&(read as u8)) {
                return Err(NotACode);
            }
            code.push(read);
        }
        if code.len() == Self::LENGTH { Ok(Self(code.as_str().into())) } else { Err(NotACode) }
    }

    /// As the mail writes it: `K7QF3-9XW2M`.
    pub fn written(&self) -> SecretString {
        let (first, second) = self.0.expose_secret().split_at(Self::HALF);
        Zeroizing::new(format!("{first}-{second}")).as_str().into()
    }

    /// What is digested.
    pub(crate) fn expose(&self) -> &[u8] {
        self.0.expose_secret().as_bytes()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use boot::SystemRandom;
    use proptest::prelude::*;
    use std::collections::HashSet;

    fn parse(text: &str) -> Result<OneTimeCode, NotACode> {
        OneTimeCode::parse(&text.into())
    }

    #[test]
    fn what_is_written_is_read_however_it_is_typed() {
        let code = OneTimeCode::random(&SystemRandom);
        let written = code.written().expose_secret().to_owned();
        assert_eq!(written.len(), 11);
        for typed in
            [written.clone(), written.to_lowercase(), written.replace('-', " "), format!(" {written} ")]
        {
            assert_eq!(parse(&typed).expect("a code").expose(), code.expose());
        }
        assert_eq!(
            parse("ilo00-ILO00").expect("a code").expose(),
            parse("11000-11000").expect("a code").expose()
        );
    }

    #[test]
    fn other_texts_are_no_codes() {
        for text in ["", "ABCDE", "ABCDE-FGHJ", "ABCDE-FGHJK-M", "ABCDE-FGHJU", "ABCDE_FGHJK", "ÀBCDE-FGHJK"]
        {
            assert_eq!(parse(text).err(), Some(NotACode), "{text}");
        }
    }

    #[test]
    fn every_character_comes_up_in_every_place() {
        let seen: HashSet<_> = (0..2000)
            .flat_map(|_| OneTimeCode::random(&SystemRandom).expose().to_vec().into_iter().enumerate())
            .collect();
        assert_eq!(seen.len(), 10 * 32);
    }

    #[test]
    fn debug_hides_the_code() {
        let code = parse("ABCDE-FGHJK").expect("a code");
        assert!(!format!("{code:?}").contains("ABCDE"));
    }

    proptest! {
        #[test]
        fn any_text_is_answered(text: String) {
            if let Ok(code) = parse(&text) {
                prop_assert_eq!(code.expose().len(), 10);
            }
        }
    }
}

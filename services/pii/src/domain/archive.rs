//! The archive of an export: where it lies, and the link that opens it.

use boot::Random;
use ids::ExportId;
use sha2::{Digest, Sha256};
use std::fmt::Write as _;

/// Bytes that the files of an archive may take, before compression.
pub const MOST_BYTES: usize = 128 << 20;

/// Where the archive of `export` is, sealed.
///
/// # Errors
/// None: an id makes a name.
pub fn key(export: ExportId) -> Result<blob::BlobKey, blob::NotABlobKey> {
    blob::BlobKey::parse(format!("archives/{export}"))
}

/// What the names of the parts of `service` begin with.
pub fn parts_of(service: &str, export: ExportId) -> String {
    format!("{service}/{export}/")
}

/// The secret of a link. Whoever has it gets the archive, once.
pub struct LinkToken([u8; 32]);

impl LinkToken {
    /// A new one.
    pub fn make(random: &dyn Random) -> Self {
        Self(random.array())
    }

    /// As it stands in the address.
    pub fn text(&self) -> String {
        self.0.iter().fold(String::with_capacity(64), |mut text, byte| {
            // Writing to a String cannot fail.
            let _ = write!(text, "{byte:02x}");
            text
        })
    }

    /// What is stored of a token that came in, whatever it is.
    pub fn digest_of(text: &str) -> [u8; 32] {
        Sha256::digest(text.as_bytes()).into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use testing::SeededRandom;
    use uuid::Uuid;

    #[test]
    fn a_token_is_64_characters_of_an_address() {
        let token = LinkToken::make(&SeededRandom::new(1)).text();
        assert_eq!(token.len(), 64);
        assert!(token.bytes().all(|byte| byte.is_ascii_hexdigit()));
        assert_ne!(token, LinkToken::make(&SeededRandom::new(2)).text());
    }

    #[test]
    fn an_export_has_its_place() {
        let export = ExportId::new(Uuid::from_u128(1));
        assert_eq!(key(export).expect("a key").as_str(), format!("archives/{export}"));
        assert_eq!(parts_of("lobby", export), format!("lobby/{export}/"));
    }
}

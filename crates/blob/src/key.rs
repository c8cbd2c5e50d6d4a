//! Names of objects.

use std::{fmt, str::FromStr};

const LONGEST: usize = 512;

/// The name of an object in a bucket, such as `uploads/0198a2a4-.../lesson.mp4`: parts of letters, digits and `-_.`,
/// with slashes between. No part is empty or consists of dots, so that no tool that makes a path of it leaves its
/// folder.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct BlobKey(String);

/// A text that is no name of an object.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "not the name of an object: expected parts of letters, digits, `-`, `_` and `.`, with `/` between them"
)]
pub struct NotABlobKey;

impl BlobKey {
    /// Checks the name.
    ///
    /// # Errors
    /// It is none.
    pub fn parse(text: impl Into<String>) -> Result<Self, NotABlobKey> {
        let text = text.into();
        let right = text.len() <= LONGEST && text.split('/').all(is_part);
        if right { Ok(Self(text)) } else { Err(NotABlobKey) }
    }

    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

fn is_part(part: &str) -> bool {
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.');
    part.chars().all(plain) && part.chars().any(|c| c != '.')
}

impl FromStr for BlobKey {
    type Err = NotABlobKey;

    fn from_str(text: &str) -> Result<Self, NotABlobKey> {
        Self::parse(text)
    }
}

impl fmt::Display for BlobKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::path::{Component, Path};

    #[test]
    fn names_of_parts_are_keys() {
        for text in ["a", "a/b-c_d.mp4", "0198a2a4-0000-7000-8000-000000000001/.hidden", "..a"] {
            assert_eq!(BlobKey::parse(text).map(|key| key.to_string()), Ok(text.to_owned()));
        }
    }

    #[test]
    fn what_could_leave_a_folder_or_confuse_a_url_is_no_key() {
        let long = "a".repeat(LONGEST + 1);
        for text in
            ["", "/a", "a/", "a//b", ".", "..", "a/../b", "a b", "a?b", "a%2fb", "é", "a\\b", "a\0", &long]
        {
            assert_eq!(BlobKey::parse(text), Err(NotABlobKey), "{text:?}");
        }
    }

    proptest! {
        #[test]
        fn a_key_is_a_path_of_plain_parts(text in "[a./]{0,12}") {
            if let Ok(key) = BlobKey::parse(&text) {
                let mut parts = Path::new(key.as_str()).components();
                prop_assert!(parts.all(|part| matches!(part, Component::Normal(_))));
            }
        }
    }
}

//! How a word sounds.

use super::mp3::Mp3;
use blob::{BlobKey, NotABlobKey};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use utoipa::ToSchema;

/// What a browser is told of the object.
pub const MEDIA_TYPE: &str = "audio/mpeg";
/// Where the gateway shows the objects of the bucket of media.
const PATH: &str = "/media/";

/// A recording of a word, kept as an object under a name that follows from its bytes: what is there under a name never
/// changes, so that whoever has it need not ask again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recording {
    /// SHA-256 of its bytes, in hexadecimal digits.
    pub digest: String,
    /// The text that is heard.
    pub says: String,
    /// Whose voice it is.
    pub voice: Voice,
    /// How long it sounds.
    pub milliseconds: u32,
    /// How many bytes it has.
    pub bytes: u32,
}

/// Whose voice says it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Voice {
    /// A person's. Who it is, is written nowhere.
    Person,
    /// A computer's: the program and its voice, `espeak-ng nl`.
    Computer(String),
}

impl Recording {
    /// That `sound` says `says`.
    pub fn of(sound: &Mp3, says: String, voice: Voice) -> Self {
        let digest = hex::encode(Sha256::digest(&sound.frames));
        let bytes = u32::try_from(sound.frames.len()).unwrap_or(u32::MAX);
        Self { digest, says, voice, milliseconds: sound.milliseconds, bytes }
    }

    /// The name of its object.
    ///
    /// # Errors
    /// Never for a digest.
    pub fn key(&self) -> Result<BlobKey, NotABlobKey> {
        BlobKey::parse(self.name())
    }

    /// Where clients have it: a path below the gateway.
    pub fn url(&self) -> String {
        format!("{PATH}{}", self.name())
    }

    /// Whether it takes the place of `kept`, which says the same: a person's voice does not give way to a computer's.
    pub fn replaces(&self, kept: &Self) -> bool {
        self != kept && (kept.is_synthetic() || !self.is_synthetic())
    }

    /// Whether a computer speaks.
    pub const fn is_synthetic(&self) -> bool {
        matches!(self.voice, Voice::Computer(_))
    }

    fn name(&self) -> String {
        format!("audio/{}.mp3", self.digest)
    }
}

#[cfg(test)]
mod tests {
    use crate::domain::samples::{computers, persons};

    #[test]
    fn a_persons_voice_does_not_give_way_to_a_computers() {
        let (computers, other, persons, better) =
            (computers("brood", 20), computers("brood", 21), persons("brood", 22), persons("brood", 23));
        assert!(other.replaces(&computers) && persons.replaces(&computers) && better.replaces(&persons));
        assert!(!computers.replaces(&persons) && !persons.replaces(&persons));
    }

    #[test]
    fn the_name_follows_from_the_bytes() {
        let recording = computers("brood", 20);
        let key = recording.key().expect("a name");
        assert_eq!(recording.url(), format!("/media/{key}"));
        assert_eq!(recording.url(), persons("het brood", 20).url());
        assert_ne!(recording.url(), computers("brood", 21).url());
    }
}

//! Payloads too large for a topic go to an object store; the record carries where, how large and their SHA-256.
//!
//! The relay deposits, after the commit and before it publishes: a commit never waits for the object store, and a
//! repeated deposit writes the same bytes under the same key. The record keeps its framing prefix, so that it is never a
//! tombstone. `ce_dataref` is CloudEvents' own name for this
//! (<https://github.com/cloudevents/spec/blob/main/cloudevents/extensions/dataref.md>).

use crate::{Outgoing, Rendition};
use async_trait::async_trait;
use sha2::{Digest, Sha256};

/// Above this a payload is claimed: Kafka's default bound is 1 MiB with headers and batch around it.
pub const INLINE_LIMIT: usize = 900 * 1000;
/// The largest that a consumer fetches, so that a header cannot exhaust its memory.
pub const CLAIM_LIMIT: u64 = 64 * 1000 * 1000;

/// Where large payloads lie: S3 in production.
#[async_trait]
pub trait PayloadStore: Send + Sync {
    /// Stores `bytes` under `key`; the same key again replaces.
    async fn put(&self, key: &str, bytes: Vec<u8>) -> anyhow::Result<()>;
    /// What lies under `key`. An error means: ask again.
    async fn get(&self, key: &str) -> anyhow::Result<Retrieved>;
}

/// What a store answers to a claim.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Retrieved {
    /// The bytes.
    Found(Vec<u8>),
    /// Nothing lies there.
    Absent,
    /// The store does not say. S3 answers so who may not list its bucket, when nothing lies there, and who may not read it:
    /// the two cannot be told apart.
    Denied,
}

/// What a record says of a payload that lies elsewhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Claim {
    pub(crate) key: String,
    pub(crate) size: u64,
    pub(crate) sha256: [u8; 32],
}

/// Why what lies under the key is not what was claimed.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub(crate) enum ClaimError {
    #[error("the claimed payload has {claimed} bytes, more than {CLAIM_LIMIT}")]
    TooLarge { claimed: u64 },
    #[error("the claimed payload is not there")]
    Missing,
    #[error("the claimed payload is not there, or this service may not read it")]
    Denied,
    #[error("the claimed payload has {found} bytes instead of {claimed}")]
    Size { claimed: u64, found: u64 },
    #[error("the claimed payload has another SHA-256")]
    Digest,
}

impl Claim {
    /// The claim that a rendition needs, if it is too large to be sent whole.
    pub(crate) fn of(outgoing: &Outgoing, rendition: &Rendition) -> Option<Self> {
        (rendition.payload.len() > INLINE_LIMIT).then(|| Self {
            key: format!("events/{}/{}", rendition.topic, outgoing.id),
            size: rendition.payload.len() as u64,
            sha256: Sha256::digest(&rendition.payload).into(),
        })
    }

    pub(crate) fn verify(&self, found: Retrieved) -> Result<Vec<u8>, ClaimError> {
        let found = match found {
            Retrieved::Found(found) => found,
            Retrieved::Absent => return Err(ClaimError::Missing),
            Retrieved::Denied => return Err(ClaimError::Denied),
        };
        if found.len() as u64 != self.size {
            return Err(ClaimError::Size { claimed: self.size, found: found.len() as u64 });
        }
        if Sha256::digest(&found).as_slice() != self.sha256 {
            return Err(ClaimError::Digest);
        }
        Ok(found)
    }

    /// Before anything is fetched.
    pub(crate) fn check_size(&self) -> Result<(), ClaimError> {
        if self.size > CLAIM_LIMIT { Err(ClaimError::TooLarge { claimed: self.size }) } else { Ok(()) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn claim(bytes: &[u8]) -> Claim {
        Claim { key: "k".into(), size: bytes.len() as u64, sha256: Sha256::digest(bytes).into() }
    }

    fn found(bytes: &[u8]) -> Retrieved {
        Retrieved::Found(bytes.to_vec())
    }

    #[test]
    fn the_claimed_bytes_are_accepted() {
        assert_eq!(claim(b"whole").verify(found(b"whole")), Ok(b"whole".to_vec()));
    }

    #[test]
    fn other_bytes_are_refused() {
        assert_eq!(claim(b"whole").verify(Retrieved::Absent), Err(ClaimError::Missing));
        assert_eq!(claim(b"whole").verify(Retrieved::Denied), Err(ClaimError::Denied));
        assert_eq!(claim(b"whole").verify(found(b"whol")), Err(ClaimError::Size { claimed: 5, found: 4 }));
        assert_eq!(claim(b"whole").verify(found(b"whale")), Err(ClaimError::Digest));
    }

    #[test]
    fn a_boast_is_refused_before_it_is_fetched() {
        let boast = Claim { size: CLAIM_LIMIT + 1, ..claim(b"") };
        assert_eq!(boast.check_size(), Err(ClaimError::TooLarge { claimed: CLAIM_LIMIT + 1 }));
    }
}

#![doc = include_str!("../README.md")]
#![deny(missing_docs)]

mod body;
mod key;
mod s3;

pub use body::Content;
pub use key::{BlobKey, NotABlobKey};
pub use s3::{S3Config, S3Store};

use bytes::Bytes;
use std::time::Duration;

/// How long a presigned address works.
pub const PRESIGNED_FOR: Duration = Duration::from_secs(600);

/// The objects of one bucket.
#[async_trait::async_trait]
pub trait BlobStore: Send + Sync + 'static {
    /// Stores an object, in one step: readers see the old one or the new one, whole.
    async fn put(&self, key: &BlobKey, object: NewObject, condition: Condition) -> Result<ETag, BlobError>;

    /// The object, if there is one and it has at most `largest` bytes. Its content is read as it arrives.
    async fn get(&self, key: &BlobKey, largest: u64) -> Result<Object, BlobError>;

    /// An address from which anybody may read the object, for [`PRESIGNED_FOR`].
    async fn presign_get(&self, key: &BlobKey) -> Result<Presigned, BlobError>;

    /// An address to which anybody may upload exactly `length` bytes of `content_type`, for [`PRESIGNED_FOR`].
    async fn presign_put(
        &self,
        key: &BlobKey,
        content_type: &str,
        length: u64,
    ) -> Result<Presigned, BlobError>;

    /// Deletes the object. Repeatable: what is not there is deleted too.
    async fn delete(&self, key: &BlobKey) -> Result<(), BlobError>;

    /// The objects whose names begin with `prefix`, by name, at most 1000, from the first or from the one that
    /// follows `after`, the [`Listing::next`] of the slice before.
    async fn list(&self, prefix: &str, after: Option<&str>) -> Result<Listing, BlobError>;
}

/// An object to be stored.
#[derive(Debug)]
pub struct NewObject {
    /// Its media type, which readers get back.
    pub content_type: String,
    /// Its bytes.
    pub content: Content,
}

impl NewObject {
    /// An object in memory.
    pub fn new(content_type: impl Into<String>, bytes: impl Into<Bytes>) -> Self {
        Self { content_type: content_type.into(), content: Content::of_bytes(bytes) }
    }
}

/// When a [`BlobStore::put`] may replace what is there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Condition {
    /// Always.
    Always,
    /// Only if there is nothing: of several at once, one wins.
    IfAbsent,
    /// Only if what is there is what was read.
    IfUnchanged(ETag),
}

/// The version of an object's content, as the store tells it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct ETag(String);

impl ETag {
    /// As a store other than S3 tells it.
    pub fn of(text: impl Into<String>) -> Self {
        Self(text.into())
    }
}

/// An object as it is read.
#[derive(Debug)]
pub struct Object {
    /// Its media type.
    pub content_type: String,
    /// Its length in bytes.
    pub length: u64,
    /// Its version.
    pub etag: ETag,
    /// Its bytes.
    pub content: Content,
}

/// A request that somebody without an identity may make.
#[derive(Clone, PartialEq, Eq)]
pub struct Presigned {
    /// `GET` or `PUT`.
    pub method: String,
    /// The address. Whoever has it may use it: it belongs in an answer to the user, in no log.
    pub url: String,
    /// Headers that must be sent with it.
    pub headers: Vec<(String, String)>,
}

impl std::fmt::Debug for Presigned {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Presigned({} [redacted])", self.method)
    }
}

/// A slice of a bucket's objects.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listing {
    /// By name. Objects of others whose names are no [`BlobKey`] are left out.
    pub objects: Vec<Listed>,
    /// After which name the next slice begins; none at the end.
    pub next: Option<String>,
}

/// An object in a [`Listing`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// Its name.
    pub key: BlobKey,
    /// Its length in bytes.
    pub length: u64,
}

/// Why the store did not do as asked.
#[derive(Debug, thiserror::Error)]
pub enum BlobError {
    /// There is no such object.
    #[error("there is no object {0}")]
    Absent(BlobKey),
    /// The condition of a put does not hold.
    #[error("the object {0} is there or has changed")]
    Conflict(BlobKey),
    /// The content has another length than was said.
    #[error("the content for {0} has another length than was said")]
    WrongLength(BlobKey),
    /// The object is larger than allowed.
    #[error("the object {key} has more than {largest} bytes")]
    TooLarge {
        /// Which object.
        key: BlobKey,
        /// What is allowed.
        largest: u64,
    },
    /// This identity may not.
    #[error("this identity may not do that in the bucket")]
    Denied,
    /// The store does not answer.
    #[error("the object store does not answer")]
    Unavailable(#[source] Box<dyn std::error::Error + Send + Sync>),
}

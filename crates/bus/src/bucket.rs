//! Claimed payloads in a bucket.

use crate::{CLAIM_LIMIT, PayloadStore, Retrieved};
use anyhow::Result;
use async_trait::async_trait;
use blob::{BlobError, BlobKey, BlobStore, Condition, NewObject, S3Config, S3Store};
use boot::{Section, config::Invalid};
use serde::Deserialize;
use std::sync::Arc;

/// Section `payloads`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PayloadsConfig {
    /// The bucket into which producers put what is too large for a topic, under the topic's name, and from which its
    /// readers take it.
    pub bucket: String,
}

impl Section for PayloadsConfig {
    const NAME: &'static str = "payloads";

    fn validate(&self) -> Result<(), Invalid> {
        if self.bucket.is_empty() { Err(Invalid::new("bucket", "expected a name")) } else { Ok(()) }
    }
}

/// A bucket that producers may write and consumers may read.
#[derive(Clone)]
pub struct PayloadBucket(Arc<dyn BlobStore>);

impl PayloadBucket {
    /// In the bucket that `payloads` names, as the identity of the service.
    ///
    /// # Errors
    /// Half an identity is configured.
    pub async fn connect(payloads: PayloadsConfig, s3: S3Config) -> Result<Self> {
        let bucket = S3Store::connect(&S3Config { bucket: payloads.bucket, ..s3 }).await?;
        Ok(Self::new(Arc::new(bucket)))
    }

    /// In this bucket.
    pub fn new(bucket: Arc<dyn BlobStore>) -> Self {
        Self(bucket)
    }
}

#[async_trait]
impl PayloadStore for PayloadBucket {
    async fn put(&self, key: &str, bytes: Vec<u8>) -> Result<()> {
        let object = NewObject::new("application/avro", bytes);
        self.0.put(&BlobKey::parse(key)?, object, Condition::Always).await?;
        Ok(())
    }

    async fn get(&self, key: &str) -> Result<Retrieved> {
        // A claim with such a name was never deposited.
        let Ok(key) = BlobKey::parse(key) else { return Ok(Retrieved::Absent) };
        match self.0.get(&key, CLAIM_LIMIT).await {
            Ok(object) => Ok(Retrieved::Found(object.content.bytes().await?.to_vec())),
            Err(BlobError::Absent(_) | BlobError::TooLarge { .. }) => Ok(Retrieved::Absent),
            Err(BlobError::Denied) => Ok(Retrieved::Denied),
            Err(error) => Err(error.into()),
        }
    }
}

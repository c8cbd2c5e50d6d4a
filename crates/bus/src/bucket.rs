//! Claimed payloads in a bucket.

use crate::{CLAIM_LIMIT, PayloadStore};
use anyhow::Result;
use async_trait::async_trait;
use blob::{BlobError, BlobKey, BlobStore, Condition, NewObject};
use std::sync::Arc;

/// A bucket that producers may write and consumers may read.
#[derive(Clone)]
pub struct PayloadBucket(Arc<dyn BlobStore>);

impl PayloadBucket {
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

    async fn get(&self, key: &str) -> Result<Option<Vec<u8>>> {
        // A claim with such a name was never deposited.
        let Ok(key) = BlobKey::parse(key) else { return Ok(None) };
        match self.0.get(&key, CLAIM_LIMIT).await {
            Ok(object) => Ok(Some(object.content.bytes().await?.to_vec())),
            Err(BlobError::Absent(_) | BlobError::TooLarge { .. }) => Ok(None),
            Err(error) => Err(error.into()),
        }
    }
}

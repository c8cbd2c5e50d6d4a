//! Objects in memory.

use blob::{BlobError, BlobKey, BlobStore, Condition, ETag, Listed, Listing, NewObject, Object, Presigned};
use std::{
    collections::BTreeMap,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

/// A bucket of its own for a test. Clones are the same bucket.
///
/// Etags and presigned addresses are the business of a real server: ask the test stack for one where they matter.
#[derive(Clone, Debug, Default)]
pub struct Blobs {
    objects: Arc<Mutex<Objects>>,
}

/// Media type and bytes, by name.
type Objects = BTreeMap<String, (String, Vec<u8>)>;

impl Blobs {
    /// The names of all objects.
    #[must_use]
    pub fn names(&self) -> Vec<String> {
        self.lock().keys().cloned().collect()
    }

    /// The bytes of an object.
    #[must_use]
    pub fn bytes(&self, name: &str) -> Option<Vec<u8>> {
        self.lock().get(name).map(|(_, bytes)| bytes.clone())
    }

    /// Puts other bytes in the place of an object, as a fault of the store would.
    pub fn spoil(&self, name: &str, bytes: &[u8]) {
        if let Some((_, kept)) = self.lock().get_mut(name) {
            *kept = bytes.to_vec();
        }
    }

    fn lock(&self) -> MutexGuard<'_, Objects> {
        self.objects.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[async_trait::async_trait]
impl BlobStore for Blobs {
    async fn put(&self, key: &BlobKey, object: NewObject, condition: Condition) -> Result<ETag, BlobError> {
        let bytes = object.content.bytes().await.map_err(|error| BlobError::Unavailable(error.into()))?;
        let mut objects = self.lock();
        if condition == Condition::IfAbsent && objects.contains_key(key.as_str()) {
            return Err(BlobError::Conflict(key.clone()));
        }
        objects.insert(key.to_string(), (object.content_type, bytes.to_vec()));
        Ok(ETag::of(key.as_str()))
    }

    async fn get(&self, key: &BlobKey, largest: u64) -> Result<Object, BlobError> {
        let found = self.lock().get(key.as_str()).cloned();
        let (content_type, bytes) = found.ok_or_else(|| BlobError::Absent(key.clone()))?;
        let length = bytes.len() as u64;
        if length > largest {
            return Err(BlobError::TooLarge { key: key.clone(), largest });
        }
        Ok(Object {
            content_type,
            length,
            etag: ETag::of(key.as_str()),
            content: blob::Content::of_bytes(bytes),
        })
    }

    async fn presign_get(&self, _: &BlobKey) -> Result<Presigned, BlobError> {
        Err(BlobError::Denied)
    }

    async fn presign_put(&self, _: &BlobKey, _: &str, _: u64) -> Result<Presigned, BlobError> {
        Err(BlobError::Denied)
    }

    async fn delete(&self, key: &BlobKey) -> Result<(), BlobError> {
        self.lock().remove(key.as_str());
        Ok(())
    }

    async fn list(&self, prefix: &str, after: Option<&str>) -> Result<Listing, BlobError> {
        let listed = |(name, (_, bytes)): (&String, &(String, Vec<u8>))| {
            let key = BlobKey::parse(name.clone()).ok()?;
            Some(Listed { key, length: bytes.len() as u64 })
        };
        let objects = self.lock();
        let matching = objects.iter().filter(|(name, _)| name.starts_with(prefix));
        let behind = matching.filter(|(name, _)| after.is_none_or(|after| name.as_str() > after));
        Ok(Listing { objects: behind.filter_map(listed).collect(), next: None })
    }
}

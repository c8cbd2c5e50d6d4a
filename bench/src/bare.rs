//! The driver, and nothing around it.

use crate::stack::Scratch;
use anyhow::Result;
use boot::{Random, SystemRandom};
use bus::{Encoder, RelayWaker};
use documents::{Aggregate, Documents, Store};
use futures::{StreamExt, TryStreamExt, stream};
use mongodb::{Collection, bson::Document};
use std::sync::Arc;

/// What one insert adds at most.
const CHUNK: usize = 1000;

/// Inserts `count` documents, a bounded number at once.
pub(crate) async fn insert_all(
    collection: &Collection<Document>,
    count: usize,
    document: impl Fn(usize) -> Result<Document>,
) -> Result<()> {
    for first in (0..count).step_by(CHUNK) {
        let some = first..count.min(first + CHUNK);
        collection.insert_many(some.map(&document).collect::<Result<Vec<_>>>()?).await?;
    }
    Ok(())
}

/// A collection under the indexes of its service, and a document of it.
pub(crate) struct Bare {
    collection: Collection<Document>,
    document: Document,
    _scratch: Scratch,
}

impl Bare {
    /// Documents of `T`, each as this one.
    pub(crate) async fn open<T: Aggregate>(encoder: Arc<Encoder>, document: Document) -> Result<Self> {
        let scratch = Scratch::fresh().await?;
        let store = Store::new(
            scratch.database().clone(),
            encoder,
            Arc::new(boot::SystemClock),
            Arc::new(SystemRandom),
            RelayWaker::default(),
        );
        Documents::<T>::new(&store).prepare().await?;
        Ok(Self { collection: scratch.database().collection(T::COLLECTION), document, _scratch: scratch })
    }

    /// One more.
    pub(crate) async fn insert(&self) -> Result<()> {
        let mut document = self.document.clone();
        let random: &dyn Random = &SystemRandom;
        document.insert("_id", uuid::Builder::from_random_bytes(random.array()).into_uuid().to_string());
        self.collection.insert_one(document).await?;
        Ok(())
    }

    /// So many more, so many `at_once`.
    pub(crate) async fn insert_all(&self, count: usize, at_once: usize) -> Result<()> {
        let inserts = stream::iter(0..count).map(|_| Ok::<_, anyhow::Error>(self.insert()));
        inserts.try_buffer_unordered(at_once).try_collect().await
    }
}

//! Topics and words, kept in memory: every student sees the same, they change seldom, and a school has some thousands.
//!
//! A process looks for what changed when it took over a publication itself, and every [`FRESH_FOR`], since another process
//! may have. It asks for what changed since it looked last, and somewhat before: a change that was timed before the look may
//! have been written after it.

use crate::domain::{lessons::Lessons, topic::Topic, word::Word};
use boot::Clock;
use chrono::TimeDelta;
use documents::{Aggregate, Documents, Error, Filter, Listing, MAX_SLICE, Position, Store, instant};
use std::sync::{
    Arc,
    atomic::{AtomicBool, Ordering},
};
use tokio::sync::{Mutex, RwLock};

/// How long what is kept may be behind what another process took over.
const FRESH_FOR: TimeDelta = TimeDelta::seconds(10);
/// Longer than a write can take.
const OVERLAP: TimeDelta = TimeDelta::seconds(20);

/// What is taught. Cheap to clone; clones are the same.
#[derive(Clone)]
pub struct Catalogue(Arc<Inner>);

struct Inner {
    topics: Documents<Topic>,
    words: Documents<Word>,
    clock: Arc<dyn Clock>,
    kept: RwLock<Option<Arc<Lessons>>>,
    stale: AtomicBool,
    looking: Mutex<()>,
}

impl Catalogue {
    /// What is in `store`, looked at when it is first asked for.
    pub fn new(store: &Store, clock: Arc<dyn Clock>) -> Self {
        Self(Arc::new(Inner {
            topics: Documents::new(store),
            words: Documents::new(store),
            clock,
            kept: RwLock::new(None),
            stale: AtomicBool::new(false),
            looking: Mutex::new(()),
        }))
    }

    /// Something was taken over: look anew when next asked.
    pub fn forget(&self) {
        self.0.stale.store(true, Ordering::Release);
    }

    /// What is taught now.
    ///
    /// # Errors
    /// The store.
    pub async fn now(&self) -> Result<Arc<Lessons>, Error> {
        if let Some(fresh) = self.fresh().await {
            return Ok(fresh);
        }
        let _only_one = self.0.looking.lock().await;
        // Another may have looked while this one waited.
        if let Some(fresh) = self.fresh().await {
            return Ok(fresh);
        }
        self.look().await
    }

    async fn fresh(&self) -> Option<Arc<Lessons>> {
        let kept = self.0.kept.read().await.clone()?;
        let fresh = !self.0.stale.load(Ordering::Acquire) && self.0.clock.now() - kept.as_of() <= FRESH_FOR;
        fresh.then_some(kept)
    }

    async fn look(&self) -> Result<Arc<Lessons>, Error> {
        self.0.stale.store(false, Ordering::Release);
        let (known, as_of) = (self.0.kept.read().await.clone(), self.0.clock.now());
        let changed = match &known {
            Some(known) => Filter::any().and_at_least("changed_at", instant::bson(known.as_of() - OVERLAP)),
            None => Filter::any(),
        };
        let found = async {
            let topics = all(&self.0.topics, changed.clone()).await?;
            Ok((topics, all(&self.0.words, changed).await?))
        };
        let (topics, words) = found.await.inspect_err(|_: &Error| self.forget())?;
        let lessons = Arc::new(known.unwrap_or_default().with(topics, words, as_of));
        *self.0.kept.write().await = Some(Arc::clone(&lessons));
        Ok(lessons)
    }
}

async fn all<T: Aggregate>(documents: &Documents<T>, filter: Filter) -> Result<Vec<T>, Error> {
    let mut found = Vec::new();
    let mut after: Option<Position> = None;
    loop {
        let slice = documents.list(Listing::of(filter.clone()).after(after).limit(MAX_SLICE)).await?;
        found.extend(slice.items.into_iter().map(documents::Stored::into_state));
        match slice.next {
            Some(next) => after = Some(next),
            None => return Ok(found),
        }
    }
}

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
    atomic::{AtomicU64, Ordering},
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
    kept: RwLock<Option<Kept>>,
    /// How many times something was taken over.
    taken_over: AtomicU64,
    looking: Mutex<()>,
}

#[derive(Clone)]
struct Kept {
    lessons: Arc<Lessons>,
    /// What had been taken over when it was looked for.
    taken_over: u64,
}

impl Catalogue {
    /// What is in `store`, looked at when it is first asked for.
    pub fn new(store: &Store, clock: Arc<dyn Clock>) -> Self {
        Self(Arc::new(Inner {
            topics: Documents::new(store),
            words: Documents::new(store),
            clock,
            kept: RwLock::new(None),
            taken_over: AtomicU64::new(0),
            looking: Mutex::new(()),
        }))
    }

    /// Something was taken over: look anew when next asked.
    pub fn forget(&self) {
        self.0.taken_over.fetch_add(1, Ordering::AcqRel);
    }

    /// What is taught now.
    ///
    /// # Errors
    /// The store.
    pub async fn now(&self) -> Result<Arc<Lessons>, Error> {
        let known = self.known().await;
        if let Some(known) = &known
            && self.is_fresh(known)
        {
            return Ok(Arc::clone(known));
        }
        let _only_one = match (self.0.looking.try_lock(), known) {
            (Ok(alone), _) => alone,
            // Another looks already whether there is more than this.
            (Err(_), Some(known)) => return Ok(known),
            (Err(_), None) => self.0.looking.lock().await,
        };
        // Another may have looked meanwhile.
        match self.known().await {
            Some(known) if self.is_fresh(&known) => Ok(known),
            _ => self.look().await,
        }
    }

    /// What was found last; none before the first look, and when something was taken over since.
    async fn known(&self) -> Option<Arc<Lessons>> {
        let kept = self.0.kept.read().await.clone()?;
        (kept.taken_over == self.0.taken_over.load(Ordering::Acquire)).then_some(kept.lessons)
    }

    fn is_fresh(&self, known: &Lessons) -> bool {
        self.0.clock.now() - known.as_of() <= FRESH_FOR
    }

    async fn look(&self) -> Result<Arc<Lessons>, Error> {
        let taken_over = self.0.taken_over.load(Ordering::Acquire);
        let known = self.0.kept.read().await.clone().map(|kept| kept.lessons);
        let as_of = self.0.clock.now();
        let changed = match &known {
            Some(known) => Filter::any().and_at_least("changed_at", instant::bson(known.as_of() - OVERLAP)),
            None => Filter::any(),
        };
        let (topics, words) =
            tokio::try_join!(all(&self.0.topics, changed.clone()), all(&self.0.words, changed))?;
        let lessons = Arc::new(known.unwrap_or_default().with(topics, words, as_of));
        *self.0.kept.write().await = Some(Kept { lessons: Arc::clone(&lessons), taken_over });
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

use crate::domain::{
    errand::{Import, TopicSteps},
    item::{Editor, Item},
};
use access::{EducationalAdmin, Verifier};
use axum::extract::FromRef;
use blob::BlobStore;
use boot::Clock;
use bus::Publications;
use documents::{DocumentOutbox, Documents, Error, Store};
use events::admin::{ContentArchived, ContentUpdated};
use std::sync::Arc;
use web::Cursors;

/// What operations need.
#[derive(Clone)]
pub struct App {
    /// Topics and words.
    pub items: Documents<Item>,
    /// Imports, begun and finished.
    pub imports: Documents<Import>,
    /// Steps of whole topics, begun and finished.
    pub topic_steps: Documents<TopicSteps>,
    /// What everybody may hear.
    pub media: Arc<dyn BlobStore>,
    /// The time.
    pub clock: Arc<dyn Clock>,
    /// Signs the positions of lists.
    pub cursors: Cursors,
    /// Checks who calls.
    pub verifier: Verifier,
}

/// Every record that admin publishes.
pub fn publications() -> Publications {
    subject::replies(Publications::new().event::<ContentUpdated>().event::<ContentArchived>())
}

/// The outbox of all documents that publish.
pub fn outbox(outbox: DocumentOutbox) -> DocumentOutbox {
    subject::documents::outbox(outbox.of::<Item>())
}

impl App {
    /// The operations over `store` and the bucket of media. Touches nothing; [`App::prepare`] makes the indexes.
    pub fn new(
        store: &Store,
        media: Arc<dyn BlobStore>,
        clock: Arc<dyn Clock>,
        cursors: Cursors,
        verifier: Verifier,
    ) -> Self {
        Self {
            items: Documents::new(store),
            imports: Documents::new(store),
            topic_steps: Documents::new(store),
            media,
            clock,
            cursors,
            verifier,
        }
    }

    /// Makes the indexes. Repeatable.
    ///
    /// # Errors
    /// The store.
    pub async fn prepare(&self) -> Result<(), Error> {
        self.items.prepare().await?;
        self.imports.prepare().await?;
        self.topic_steps.prepare().await
    }

    /// Who acts, now.
    pub(crate) fn editor(&self, caller: &EducationalAdmin) -> Editor {
        Editor { id: caller.id, at: self.clock.now() }
    }
}

impl FromRef<App> for Verifier {
    fn from_ref(app: &App) -> Self {
        app.verifier.clone()
    }
}

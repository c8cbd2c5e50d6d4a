//! The consumers.

use super::{reply::PartReply, tombstone::Tombstone};
use crate::{Erasures, Holder, SETTLED_AFTER, part::put_part};
use ::documents::{Change, ChangeError, Documents, Error, Filter, Listing, Never, Store};
use anyhow::Context;
use blob::BlobStore;
use boot::Clock;
use bson::doc;
use bus::{Consumer, Delivery, Handler, Outcome};
use events::pii::{ErasureRequested, ExportRequested};
use ids::{EventId, UserId};
use std::sync::Arc;

/// Answers for one service. Cheap to clone.
#[derive(Clone)]
pub struct DocumentAnswers {
    service: &'static str,
    holder: Arc<dyn Holder>,
    blobs: Arc<dyn BlobStore>,
    tombstones: Documents<Tombstone>,
    replies: Documents<PartReply>,
    clock: Arc<dyn Clock>,
}

impl DocumentAnswers {
    /// For `service`, whose documents are in `store` and which publishes [`replies`](crate::replies); parts of exports
    /// go to `blobs`.
    #[must_use]
    pub fn new(
        service: &'static str,
        store: &Store,
        holder: impl Holder,
        blobs: Arc<dyn BlobStore>,
        clock: Arc<dyn Clock>,
    ) -> Self {
        Self {
            service,
            holder: Arc::new(holder),
            blobs,
            tombstones: Documents::new(store),
            replies: Documents::new(store),
            clock,
        }
    }

    /// Makes the indexes. Repeatable.
    ///
    /// # Errors
    /// The store.
    pub async fn prepare(&self) -> Result<(), Error> {
        self.tombstones.prepare().await?;
        self.replies.prepare().await
    }

    /// Answers what `consumer` hears.
    #[must_use]
    pub fn listen(&self, consumer: Consumer) -> Consumer {
        consumer.on::<ExportRequested, _>(self.clone()).on::<ErasureRequested, _>(self.clone())
    }

    /// What the service keeps.
    #[must_use]
    pub fn holder(&self) -> &dyn Holder {
        &*self.holder
    }

    async fn export(&self, event: EventId, asked: &ExportRequested) -> anyhow::Result<()> {
        if self.replies.get(event).await?.is_some() || self.tombstones.get(asked.user_id).await?.is_some() {
            return Ok(());
        }
        let part =
            put_part(&*self.blobs, &*self.holder, self.service, asked.export_id, asked.user_id).await?;
        let now = self.clock.now();
        let told = self.replies.change_or_create(
            event,
            Filter::any(),
            || PartReply::to(event),
            |reply: PartReply| reply.tell(self.service, asked, &part, now),
        );
        told.await.map_err(store_error).map(drop)
    }

    async fn erase(&self, event: EventId, asked: &ErasureRequested) -> anyhow::Result<()> {
        let (user, erasure) = (asked.user_id, asked.erasure_id);
        let now = self.clock.now();
        let marked = self.tombstones.change_or_create(
            user,
            Filter::any(),
            || Tombstone::of(user, erasure, now),
            |tombstone: Tombstone| match tombstone.erased_at {
                None => Change::of(tombstone),
                Some(_) => Change::none(tombstone),
            },
        );
        let marked = marked.await.map_err(store_error)?;
        if marked.is_some_and(|tombstone| tombstone.answered == Some(event)) {
            return Ok(());
        }
        bus::failpoint::step("subject.marked");
        let holdings = self.holder.erase(user).await.context("what is kept of the person")?;
        bus::failpoint::step("subject.erased");
        let confirmed = self.tombstones.change(user, Filter::any(), |tombstone: Tombstone| {
            tombstone.erased(self.service, event, erasure, holdings.clone(), self.clock.now())
        });
        confirmed.await.map_err(store_error)?.context("a tombstone that was just made")?;
        tracing::info!(erasure.id = %erasure, "a person is forgotten");
        Ok(())
    }

    /// Erases once more everybody whose last access token has run out since they were erased. Answers how many.
    ///
    /// # Errors
    /// The store.
    pub async fn settle(&self) -> anyhow::Result<usize> {
        let now = self.clock.now();
        let waiting = Filter::any()
            .and(doc! { "settled_at": { "$exists": false } })
            .and_at_most("erased_at", ::documents::instant::bson(now - SETTLED_AFTER));
        let due = self.tombstones.list(Listing::of(waiting).limit(::documents::MAX_SLICE)).await?;
        for tombstone in &due.items {
            self.holder.erase(tombstone.user_id).await?;
            let settled = self
                .tombstones
                .change(tombstone.user_id, Filter::any(), |known: Tombstone| known.settled(now));
            settled.await.map_err(store_error)?;
        }
        Ok(due.items.len())
    }

    /// Erases everybody of whom this store has no finished tombstone though they were to be forgotten: it was
    /// restored from a backup. Answers how
    /// many.
    ///
    /// # Errors
    /// The store.
    pub async fn erase_again(&self, so_far: &Erasures) -> anyhow::Result<usize> {
        let mut erased = 0;
        for delivery in so_far.asked.values() {
            if !self.has_erased(delivery.event.user_id).await? {
                self.erase(delivery.id, &delivery.event).await?;
                erased += 1;
            }
        }
        Ok(erased)
    }

    async fn has_erased(&self, user: UserId) -> anyhow::Result<bool> {
        Ok(self.tombstones.get(user).await?.is_some_and(|tombstone| tombstone.erased_at.is_some()))
    }
}

#[async_trait::async_trait]
impl Handler<ExportRequested> for DocumentAnswers {
    async fn handle(&self, delivery: Delivery<ExportRequested>) -> Outcome {
        self.export(delivery.id, &delivery.event).await.into()
    }
}

#[async_trait::async_trait]
impl Handler<ErasureRequested> for DocumentAnswers {
    async fn handle(&self, delivery: Delivery<ErasureRequested>) -> Outcome {
        self.erase(delivery.id, &delivery.event).await.into()
    }
}

fn store_error(error: ChangeError<Never>) -> anyhow::Error {
    match error {
        ChangeError::Store(error) => error.into(),
        ChangeError::Rule(never) => match never {},
    }
}

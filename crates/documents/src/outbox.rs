//! The unpublished events of a service, spread over its documents, as the relay sees them.

use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context, Result};
use async_trait::async_trait;
use boot::{Clock, Random};
use bson::{Bson, Document, doc};
use bus::{Backlog, Lease, OutboxSource, Pending};
use chrono::{DateTime, TimeDelta, Utc};
use futures::{TryStreamExt, future::try_join_all};
use mongodb::{Collection, Database};

use crate::store::bounded_raw;
use crate::{Aggregate, Error, entry};

/// Where the lease is kept.
const LEASES: &str = "leases";
/// How long a lease lasts that is not renewed: how long events wait when an instance that published them is killed.
const LEASE: TimeDelta = TimeDelta::seconds(3);
/// Before every event.
const EPOCH: bson::DateTime = bson::DateTime::from_millis(0);
/// Bytes of payload that one batch holds at most, save that it holds one event.
const BATCH_BYTES: usize = 8 << 20;

/// The outbox of a service that keeps its state in documents: an [`OutboxSource`] over its collections.
///
/// Events of one document are given in the order of its revisions. Documents are given by the age of their oldest event,
/// collection after collection; between documents there is no order to keep, for each is a thing of its own.
///
/// Marking pulls exactly the events that were published, by id, and takes `outbox_at` away where nothing is left. A
/// command that pushes an event meanwhile loses nothing: each of the two is one atomic write of the document.
pub struct DocumentOutbox {
    database: Database,
    collections: Vec<Collection<Document>>,
    clock: Arc<dyn Clock>,
    holder: String,
}

/// Where an event was found.
struct Place {
    collection: usize,
    outbox_at: bson::DateTime,
    document: String,
}

impl DocumentOutbox {
    /// The outbox of no collection yet.
    #[must_use]
    pub fn new(database: Database, clock: Arc<dyn Clock>, random: &dyn Random) -> Self {
        let mut name = [0; 16];
        random.bytes(&mut name);
        let holder = name.iter().map(|byte| format!("{byte:02x}")).collect();
        Self { database, collections: Vec::new(), clock, holder }
    }

    /// And of the documents of this kind.
    #[must_use]
    pub fn of<T: Aggregate>(mut self) -> Self {
        self.collections.push(self.database.collection(T::COLLECTION));
        self
    }

    /// Events of one collection, from the front or from `after` on, until the batch is full.
    async fn read(&self, index: usize, after: Option<(&Place, &Pending)>, batch: &mut Batch) -> Result<()> {
        let mut filter = waiting_since(after.map_or(EPOCH, |(place, _)| place.outbox_at));
        if let Some((place, _)) = after {
            // Where in the index to begin is said above: no store sees it in this.
            filter.insert(
                "$or",
                vec![
                    doc! { "outbox_at": { "$gt": place.outbox_at } },
                    doc! { "outbox_at": place.outbox_at, "_id": { "$gte": &place.document } },
                ],
            );
        }
        let mut documents = self.collections[index]
            .find(filter)
            .sort(doc! { "outbox_at": 1, "_id": 1 })
            .limit(batch.room() as i64 + 1)
            .projection(doc! { "outbox": 1, "outbox_at": 1 })
            .await?;
        let mut emptied = Vec::new();
        while let Some(document) = documents.try_next().await? {
            let (place, mut entries) = open(index, document)?;
            if entries.is_empty() {
                emptied.push(place.document.clone());
            }
            if let Some((at, last)) = after
                && at.document == place.document
            {
                skip_past(&mut entries, last);
            }
            for entry in entries {
                if batch.is_full() {
                    break;
                }
                let outgoing = entry::from_document(&place.document, entry).with_context(|| {
                    format!("the outbox of {}/{}", self.collections[index].name(), place.document)
                })?;
                batch.push(Pending::new(outgoing, place.clone()));
            }
        }
        // A process was killed between the two writes of a mark.
        if emptied.is_empty() { Ok(()) } else { settle(&self.collections[index], &emptied).await }
    }

    async fn forget(
        &self,
        collection: &Collection<Document>,
        documents: &[&str],
        events: &[String],
    ) -> Result<()> {
        // Mostly all that waits in a document was published: then one write takes all away.
        let nothing_else = doc! { "$not": { "$elemMatch": { "id": { "$nin": events } } } };
        let done = doc! { "_id": { "$in": documents }, "outbox": nothing_else };
        let emptied = doc! { "$unset": { "outbox": 1, "outbox_at": 1 } };
        let matched = answered(collection.update_many(done, emptied)).await?.matched_count;
        bus::failpoint::step("documents.outbox.emptied");
        if matched == documents.len() as u64 {
            return Ok(());
        }
        let published = doc! { "$pull": { "outbox": { "id": { "$in": events } } } };
        answered(collection.update_many(doc! { "_id": { "$in": documents } }, published)).await?;
        bus::failpoint::step("documents.outbox.pulled");
        settle(collection, documents).await
    }

    async fn backlog_of(&self, collection: &Collection<Document>) -> Result<(u64, Option<DateTime<Utc>>)> {
        let pipeline = [
            doc! { "$match": waiting_since(EPOCH) },
            doc! { "$group": {
                "_id": null,
                "depth": { "$sum": { "$size": { "$ifNull": ["$outbox", []] } } },
                "oldest": { "$min": "$outbox_at" },
            } },
        ];
        let total: Option<Document> =
            answered(async { collection.aggregate(pipeline).await?.try_next().await }).await?;
        let Some(total) = total else { return Ok((0, None)) };
        let depth = match total.get("depth") {
            Some(Bson::Int32(depth)) => u64::from(depth.unsigned_abs()),
            Some(Bson::Int64(depth)) => depth.unsigned_abs(),
            _ => 0,
        };
        Ok((depth, total.get_datetime("oldest").ok().map(|oldest| oldest.to_chrono())))
    }
}

#[async_trait]
impl OutboxSource for DocumentOutbox {
    async fn lease(&self) -> Result<Option<Box<dyn Lease>>> {
        let mut lease = DocumentLease {
            leases: self.database.collection(LEASES),
            clock: Arc::clone(&self.clock),
            holder: self.holder.clone(),
        };
        Ok(if lease.renew().await? { Some(Box::new(lease)) } else { None })
    }

    async fn pending(&self, after: Option<&Pending>, limit: usize) -> Result<Vec<Pending>> {
        let after = after.and_then(|last| Some((last.place::<Place>()?, last)));
        let mut batch = Batch::of(limit);
        let mut rest = 0;
        if let Some((place, last)) = after {
            within_time(self.read(place.collection, Some((place, last)), &mut batch)).await?;
            rest = place.collection + 1;
        }
        if !batch.is_full() {
            // Side by side: mostly there is little in each.
            let reads = (rest..self.collections.len()).map(async |index| {
                let mut found = Batch::of(limit);
                within_time(self.read(index, None, &mut found)).await.map(|()| found.events)
            });
            for event in try_join_all(reads).await?.into_iter().flatten() {
                if batch.is_full() {
                    break;
                }
                batch.push(event);
            }
        }
        Ok(batch.events)
    }

    async fn mark(&self, published: &[Pending]) -> Result<()> {
        for (index, collection) in self.collections.iter().enumerate() {
            let here = published.iter().filter_map(|event| Some((event.place::<Place>()?, event)));
            let (mut documents, events): (Vec<_>, Vec<_>) = here
                .filter(|(place, _)| place.collection == index)
                .map(|(place, event)| (place.document.as_str(), event.outgoing.id.to_string()))
                .unzip();
            if events.is_empty() {
                continue;
            }
            documents.sort_unstable();
            documents.dedup();
            self.forget(collection, &documents, &events).await?;
        }
        Ok(())
    }

    async fn backlog(&self) -> Result<Backlog> {
        let (mut depth, mut oldest) = (0, None);
        for collection in &self.collections {
            let (more, since) = self.backlog_of(collection).await?;
            depth += more;
            oldest = oldest.into_iter().chain(since).min();
        }
        let age =
            oldest.map_or(Duration::ZERO, |oldest| (self.clock.now() - oldest).to_std().unwrap_or_default());
        Ok(Backlog { depth, age })
    }
}

impl Clone for Place {
    fn clone(&self) -> Self {
        Self { collection: self.collection, outbox_at: self.outbox_at, document: self.document.clone() }
    }
}

/// Events read so far.
struct Batch {
    events: Vec<Pending>,
    limit: usize,
    bytes: usize,
}

impl Batch {
    fn of(limit: usize) -> Self {
        Self { events: Vec::new(), limit: limit.max(1), bytes: 0 }
    }

    fn room(&self) -> usize {
        self.limit.saturating_sub(self.events.len())
    }

    fn is_full(&self) -> bool {
        self.room() == 0 || self.bytes >= BATCH_BYTES
    }

    fn push(&mut self, event: Pending) {
        self.bytes += event.outgoing.size();
        self.events.push(event);
    }
}

/// Documents with an event that waits since then or later: a range of the index of the outbox, whose end is where it ends.
/// `$exists` says the same, and has some stores look at every document.
fn waiting_since(since: bson::DateTime) -> Document {
    doc! { "outbox_at": { "$gte": since } }
}

/// Take `outbox_at` from those of the documents in which nothing waits any more.
async fn settle<S: AsRef<str>>(collection: &Collection<Document>, documents: &[S]) -> Result<()> {
    let documents: Vec<&str> = documents.iter().map(AsRef::as_ref).collect();
    let empty = doc! { "_id": { "$in": documents }, "outbox": { "$size": 0 } };
    answered(collection.update_many(empty, doc! { "$unset": { "outbox_at": 1 } })).await?;
    Ok(())
}

/// The entries of a document that was found by its `outbox_at`.
fn open(collection: usize, mut document: Document) -> Result<(Place, Vec<Document>)> {
    let place = Place {
        collection,
        outbox_at: *document.get_datetime("outbox_at").context("outbox_at is no date")?,
        document: document.get_str("_id").context("_id is no text")?.to_owned(),
    };
    let entries = match document.remove("outbox") {
        Some(Bson::Array(entries)) => entries,
        _ => Vec::new(),
    };
    let entries = entries
        .into_iter()
        .map(|entry| match entry {
            Bson::Document(entry) => Ok(entry),
            _ => anyhow::bail!("the outbox of {} holds something else than events", place.document),
        })
        .collect::<Result<_>>()?;
    Ok((place, entries))
}

/// Drop the entries up to and with `last`. Where it is gone, another relay has marked it, and all that is left comes
/// after it.
fn skip_past(entries: &mut Vec<Document>, last: &Pending) {
    let id = last.outgoing.id.to_string();
    if let Some(at) = entries.iter().position(|entry| entry.get_str("id").is_ok_and(|found| found == id)) {
        entries.drain(..=at);
    }
}

/// The right to publish the events of one database: a document that names its holder and its end.
///
/// Instances whose clocks differ by more than the lease lasts would publish side by side: duplicates, which consumers
/// bear.
struct DocumentLease {
    leases: Collection<Document>,
    clock: Arc<dyn Clock>,
    holder: String,
}

#[async_trait]
impl Lease for DocumentLease {
    async fn renew(&mut self) -> Result<bool> {
        let now = self.clock.now();
        let free_or_mine = doc! {
            "_id": "outbox",
            "$or": [{ "holder": &self.holder }, { "until": { "$lte": bson::DateTime::from_chrono(now) } }],
        };
        let mine = doc! { "$set": {
            "holder": &self.holder,
            "until": bson::DateTime::from_chrono(now + LEASE),
        } };
        // Where another holds it, nothing matches, and the insert that follows meets the other's `_id`.
        let taken = bounded_raw(self.leases.update_one(free_or_mine, mine).upsert(true)).await?;
        match taken {
            Ok(_) => Ok(true),
            Err(error) if crate::error::duplicate_key(&error).is_some() => Ok(false),
            Err(error) => Err(Error::of_driver(LEASES, error).into()),
        }
    }

    async fn release(self: Box<Self>) {
        let mine = doc! { "_id": "outbox", "holder": &self.holder };
        if let Err(error) = answered(self.leases.delete_one(mine)).await {
            tracing::warn!(error = format!("{error:#}"), "the lease of the outbox runs out by itself");
        }
    }
}

async fn answered<R>(operation: impl IntoFuture<Output = mongodb::error::Result<R>>) -> Result<R> {
    Ok(bounded_raw(operation).await??)
}

async fn within_time<R>(work: impl Future<Output = Result<R>>) -> Result<R> {
    tokio::time::timeout(crate::store::OPERATION_TIMEOUT, work).await.context("the store does not answer")?
}

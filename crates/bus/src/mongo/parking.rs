//! Parked keys in MongoDB.
//!
//! A key and each event of its queue are documents of their own, so that a queue has no bound. No transaction is needed:
//! the key is written before its first event and removed after its last, and one lane at a time touches a key.

use crate::{ParkedEvent, ParkedKey, ParkingLot};
use anyhow::Result;
use async_trait::async_trait;
use bson::{Binary, Document, doc, oid::ObjectId, spec::BinarySubtype};
use futures::TryStreamExt;
use mongodb::{Collection, Database, IndexModel};
use serde::{Deserialize, Serialize};

/// The parking lot of a database.
#[derive(Debug, Clone)]
pub struct MongoParking {
    keys: Collection<Key>,
    events: Collection<Event>,
}

#[derive(Debug, Serialize, Deserialize)]
struct Key {
    group: String,
    topic: String,
    key: String,
    partition: i32,
    reason: String,
    redrive: bool,
}

#[derive(Debug, Serialize, Deserialize)]
struct Event {
    group: String,
    topic: String,
    key: String,
    partition: i32,
    offset: i64,
    payload: Binary,
    headers: Vec<Header>,
}

#[derive(Debug, Serialize, Deserialize)]
struct Header {
    name: String,
    value: Binary,
}

#[derive(Deserialize)]
struct Count {
    #[serde(rename = "_id")]
    topic: String,
    keys: i64,
}

fn binary(bytes: &[u8]) -> Binary {
    Binary { subtype: BinarySubtype::Generic, bytes: bytes.to_vec() }
}

fn key_id(group: &str, topic: &str, key: &str) -> Document {
    doc! { "_id": format!("{group}/{topic}/{key}") }
}

fn event_id(group: &str, event: &ParkedEvent) -> Document {
    let ParkedEvent { topic, partition, offset, .. } = event;
    doc! { "_id": format!("{group}/{topic}/{partition}/{offset}") }
}

impl From<Event> for ParkedEvent {
    fn from(event: Event) -> Self {
        Self {
            topic: event.topic,
            partition: event.partition,
            offset: event.offset,
            key: event.key,
            payload: event.payload.bytes,
            headers: event.headers.into_iter().map(|header| (header.name, header.value.bytes)).collect(),
        }
    }
}

impl MongoParking {
    /// In this database.
    pub fn new(database: &Database) -> Self {
        Self { keys: database.collection("parked_keys"), events: database.collection("parked_events") }
    }

    /// Makes the indexes. To be called at start.
    pub async fn prepare(&self) -> Result<()> {
        let index = |keys: Document| IndexModel::builder().keys(keys).build();
        self.keys.create_index(index(doc! { "group": 1, "topic": 1, "partition": 1 })).await?;
        self.keys.create_index(index(doc! { "group": 1, "redrive": 1, "parked": 1 })).await?;
        self.events.create_index(index(doc! { "group": 1, "topic": 1, "key": 1, "offset": 1 })).await?;
        Ok(())
    }

    async fn select(&self, filter: Document, limit: usize) -> Result<Vec<ParkedKey>> {
        let found = self.keys.find(filter).sort(doc! { "parked": 1, "_id": 1 }).limit(i64::try_from(limit)?);
        let mut keys = Vec::new();
        for key in found.await?.try_collect::<Vec<_>>().await? {
            let queue = doc! { "group": &key.group, "topic": &key.topic, "key": &key.key };
            let events = self.events.count_documents(queue).await?;
            let Key { topic, partition, key, reason, redrive, .. } = key;
            keys.push(ParkedKey { topic, partition, key, reason, events, redrive });
        }
        Ok(keys)
    }
}

#[async_trait]
impl ParkingLot for MongoParking {
    async fn keys(&self, group: &str, topic: &str, partition: i32) -> Result<Vec<String>> {
        let here = doc! { "group": group, "topic": topic, "partition": partition };
        let found: Vec<_> = self.keys.find(here).await?.try_collect().await?;
        Ok(found.into_iter().map(|key| key.key).collect())
    }

    async fn park(&self, group: &str, event: &ParkedEvent, reason: &str) -> Result<()> {
        let key = doc! {
            "$setOnInsert": {
                "group": group, "topic": &event.topic, "key": &event.key, "partition": event.partition,
                "reason": reason, "redrive": false, "parked": ObjectId::new(),
            },
        };
        self.keys.update_one(key_id(group, &event.topic, &event.key), key).upsert(true).await?;
        let headers = event.headers.iter().map(|(name, value)| doc! { "name": name, "value": binary(value) });
        let queued = doc! {
            "$setOnInsert": {
                "group": group, "topic": &event.topic, "key": &event.key, "partition": event.partition,
                "offset": event.offset, "payload": binary(&event.payload), "headers": headers.collect::<Vec<_>>(),
            },
        };
        self.events.update_one(event_id(group, event), queued).upsert(true).await?;
        Ok(())
    }

    async fn first(&self, group: &str, topic: &str, key: &str) -> Result<Option<ParkedEvent>> {
        let queue = doc! { "group": group, "topic": topic, "key": key };
        Ok(self.events.find_one(queue).sort(doc! { "offset": 1 }).await?.map(ParkedEvent::from))
    }

    async fn take(&self, group: &str, event: &ParkedEvent) -> Result<()> {
        self.events.delete_one(event_id(group, event)).await?;
        Ok(())
    }

    async fn free(&self, group: &str, topic: &str, key: &str) -> Result<()> {
        self.keys.delete_one(key_id(group, topic, key)).await?;
        Ok(())
    }

    async fn keep(&self, group: &str, topic: &str, key: &str, reason: &str) -> Result<()> {
        let again = doc! { "$set": { "redrive": false, "reason": reason } };
        self.keys.update_one(key_id(group, topic, key), again).await?;
        Ok(())
    }

    async fn redrive(&self, group: &str, topic: Option<&str>, key: Option<&str>) -> Result<u64> {
        let mut which = doc! { "group": group };
        which.extend(topic.map(|topic| ("topic".to_owned(), topic.into())));
        which.extend(key.map(|key| ("key".to_owned(), key.into())));
        Ok(self.keys.update_many(which, doc! { "$set": { "redrive": true } }).await?.matched_count)
    }

    async fn requested(&self, group: &str, limit: usize) -> Result<Vec<ParkedKey>> {
        self.select(doc! { "group": group, "redrive": true }, limit).await
    }

    async fn list(&self, group: &str, limit: usize) -> Result<Vec<ParkedKey>> {
        self.select(doc! { "group": group }, limit).await
    }

    async fn count(&self, group: &str) -> Result<Vec<(String, u64)>> {
        let by_topic = [
            doc! { "$match": { "group": group } },
            doc! { "$group": { "_id": "$topic", "keys": { "$sum": 1_i64 } } },
        ];
        let counted = self.keys.aggregate(by_topic).with_type::<Count>().await?;
        let counts: Vec<Count> = counted.try_collect().await?;
        counts.into_iter().map(|count| Ok((count.topic, u64::try_from(count.keys)?))).collect()
    }
}

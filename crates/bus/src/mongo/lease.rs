//! A lease in a document, without clocks.
//!
//! The holder raises `beat` every second. Another instance takes over when it has seen the same beat of the same holder
//! for three seconds of its own time. No two clocks are compared, neither of hosts nor of the server.

use crate::Lease;
use anyhow::Result;
use async_trait::async_trait;
use bson::{doc, oid::ObjectId};
use mongodb::{
    Collection, Database,
    error::{ErrorKind, WriteFailure},
};
use serde::{Deserialize, Serialize};
use std::{
    sync::{Mutex, PoisonError},
    time::{Duration, Instant},
};

const COLLECTION: &str = "bus_leases";
const NOBODY: &str = "";
/// Three beats that did not come.
const SILENCE: Duration = Duration::from_secs(3);

/// What instances of one service compete for.
#[derive(Debug)]
pub struct LeaseDocument {
    leases: Collection<Stored>,
    name: String,
    me: String,
    seen: Mutex<Option<(Stored, Instant)>>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Stored {
    #[serde(rename = "_id")]
    name: String,
    holder: String,
    beat: i64,
}

impl LeaseDocument {
    /// The lease of this name in a database. Make one per process and keep it: it remembers what it saw.
    pub fn new(database: &Database, name: impl Into<String>) -> Self {
        let me = ObjectId::new().to_hex();
        Self { leases: database.collection(COLLECTION), name: name.into(), me, seen: Mutex::default() }
    }

    /// The lease, or none while another holds it. Ask again every second.
    pub async fn acquire(&self) -> Result<Option<Box<dyn Lease>>> {
        let taken = match self.leases.find_one(doc! { "_id": &self.name }).await? {
            None => self.create().await?,
            Some(found) if self.may_take(&found) => self.take(&found).await?,
            Some(_) => false,
        };
        let held = || Held { leases: self.leases.clone(), name: self.name.clone(), me: self.me.clone() };
        Ok(taken.then(|| Box::new(held()) as Box<dyn Lease>))
    }

    async fn create(&self) -> Result<bool> {
        let mine = Stored { name: self.name.clone(), holder: self.me.clone(), beat: 0 };
        match self.leases.insert_one(mine).await {
            Ok(_) => Ok(true),
            Err(error) if is_duplicate(&error) => Ok(false),
            Err(error) => Err(error.into()),
        }
    }

    fn may_take(&self, found: &Stored) -> bool {
        if found.holder == NOBODY || found.holder == self.me {
            return true;
        }
        let mut seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
        match seen.as_ref() {
            Some((before, since)) if before == found => since.elapsed() >= SILENCE,
            _ => {
                *seen = Some((found.clone(), Instant::now()));
                false
            }
        }
    }

    /// Only if nothing changed since it was read.
    async fn take(&self, found: &Stored) -> Result<bool> {
        let unchanged = doc! { "_id": &found.name, "holder": &found.holder, "beat": found.beat };
        let mine = doc! { "$set": { "holder": &self.me }, "$inc": { "beat": 1 } };
        Ok(self.leases.update_one(unchanged, mine).await?.matched_count == 1)
    }
}

fn is_duplicate(error: &mongodb::error::Error) -> bool {
    const DUPLICATE_KEY: i32 = 11000;
    matches!(*error.kind, ErrorKind::Write(WriteFailure::WriteError(ref error)) if error.code == DUPLICATE_KEY)
}

struct Held {
    leases: Collection<Stored>,
    name: String,
    me: String,
}

#[async_trait]
impl Lease for Held {
    async fn renew(&mut self) -> Result<bool> {
        let mine = doc! { "_id": &self.name, "holder": &self.me };
        Ok(self.leases.update_one(mine, doc! { "$inc": { "beat": 1 } }).await?.matched_count == 1)
    }

    async fn release(self: Box<Self>) {
        let mine = doc! { "_id": &self.name, "holder": &self.me };
        // A store that is gone leaves a lease that runs out.
        drop(self.leases.update_one(mine, doc! { "$set": { "holder": NOBODY } }).await);
    }
}

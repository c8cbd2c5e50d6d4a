//! Facts to outbox rows, with the schema ids that were resolved at start.
//!
//! Framing happens when a fact is committed, not when it is published. A row therefore says for ever which schema wrote
//! it, whichever release publishes it, and neither commit nor relay needs the registry.

use crate::{Meta, Outgoing, Registry, Rendition, backoff::Backoff, framing, registry::RegistryError};
use events::{DualPublished, Event, Fact};
use futures::future::try_join_all;
use reqwest::StatusCode;
use std::{collections::HashMap, sync::Arc};

/// Schemas asked for at once: as many connections to the registry.
const AT_ONCE: usize = 4;

/// Every record that a service publishes. What is not declared cannot be encoded.
#[derive(Debug, Default)]
pub struct Publications {
    declared: Vec<Publication>,
}

#[derive(Debug)]
struct Publication {
    topic: &'static str,
    type_name: &'static str,
    schema: &'static str,
}

impl Publication {
    fn of<E: Event>() -> Self {
        Self { topic: E::TOPIC, type_name: E::TYPE, schema: E::SCHEMA }
    }

    /// TopicRecordNameStrategy.
    fn subject(&self) -> String {
        format!("{}-{}", self.topic, self.type_name)
    }
}

/// Why a service may not start publishing.
#[derive(Debug, thiserror::Error)]
pub enum ResolveError {
    /// Schemas of this release are not in the registry: run the release's registration first.
    #[error("not registered: {}", subjects.join(", "))]
    Unregistered {
        /// Every subject that lacks the schema.
        subjects: Vec<String>,
    },
    /// The registry does not accept this service's user.
    #[error("the registry refuses this service: {status}")]
    Refused {
        /// 401 or 403.
        status: StatusCode,
    },
}

/// A fact that cannot become an outbox row: a mistake in the program, never in what a user sent.
#[derive(Debug, thiserror::Error)]
pub enum EncodeError {
    /// The record is not among the service's [`Publications`].
    #[error("{type_name} on {topic} is not among the publications of this service")]
    Undeclared {
        /// The topic.
        topic: &'static str,
        /// The record.
        type_name: &'static str,
    },
    /// The value does not fit its own schema.
    #[error(transparent)]
    Avro(#[from] events::EncodeError),
}

impl Publications {
    /// None yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// A record that is published on one topic.
    pub fn event<E: Event>(mut self) -> Self {
        self.declared.push(Publication::of::<E>());
        self
    }

    /// A record that is published in two versions, each on its own topic.
    pub fn dual<E: DualPublished>(self) -> Self {
        self.event::<E>().event::<E::V1>()
    }

    /// Gives schema ids without a registry, 1 and on in order of declaration: for tests of a service, whose outbox
    /// nobody publishes.
    #[cfg(feature = "offline")]
    pub fn resolve_offline(self) -> Arc<Encoder> {
        let places = self.declared.into_iter().map(|publication| (publication.topic, publication.type_name));
        Arc::new(Encoder { ids: places.zip(1..).collect() })
    }

    /// Asks the registry for the id of every schema. Waits for a registry that is down; drop the future to give up.
    pub async fn resolve(self, registry: &Registry) -> Result<Arc<Encoder>, ResolveError> {
        let mut ids = HashMap::new();
        let mut unregistered = Vec::new();
        // Some side by side: a start does not pay a round trip a record.
        let mut found = Vec::with_capacity(self.declared.len());
        for some in self.declared.chunks(AT_ONCE) {
            found.extend(try_join_all(some.iter().map(|publication| resolve(registry, publication))).await?);
        }
        for (publication, found) in self.declared.iter().zip(found) {
            match found {
                Some(id) => {
                    ids.insert((publication.topic, publication.type_name), id);
                }
                None => unregistered.push(publication.subject()),
            }
        }
        if unregistered.is_empty() {
            Ok(Arc::new(Encoder { ids }))
        } else {
            Err(ResolveError::Unregistered { subjects: unregistered })
        }
    }
}

async fn resolve(registry: &Registry, publication: &Publication) -> Result<Option<u32>, ResolveError> {
    let mut backoff = Backoff::for_outage();
    loop {
        match registry.id(&publication.subject(), publication.schema).await {
            Ok(id) => return Ok(Some(id)),
            Err(RegistryError::Unknown { .. }) => return Ok(None),
            Err(RegistryError::Refused { status }) => return Err(ResolveError::Refused { status }),
            Err(error @ RegistryError::Unavailable { .. }) => {
                tracing::warn!(%error, subject = publication.subject(), "waiting for the schema registry");
                backoff.wait().await;
            }
        }
    }
}

/// Renders facts. It holds all that it needs and calls nobody.
#[derive(Debug)]
pub struct Encoder {
    ids: HashMap<(&'static str, &'static str), u32>,
}

impl Encoder {
    /// The outbox row of a fact: one rendition, or both where it is dual published.
    pub fn encode(&self, fact: &Fact, meta: Meta) -> Result<Outgoing, EncodeError> {
        let mut renditions = vec![self.render(fact)?];
        if let Some(older) = fact.older() {
            renditions.push(self.render(&older)?);
        }
        let Meta { id, subject, sequence, at, traceparent } = meta;
        Ok(Outgoing { id, subject, sequence, at, traceparent, renditions })
    }

    fn render(&self, fact: &Fact) -> Result<Rendition, EncodeError> {
        let (topic, type_name) = (fact.topic(), fact.type_name());
        let id = self.ids.get(&(topic, type_name)).ok_or(EncodeError::Undeclared { topic, type_name })?;
        let payload = framing::frame(*id, &fact.to_avro_datum()?);
        Ok(Rendition { topic: topic.to_owned(), type_name: type_name.to_owned(), key: fact.key(), payload })
    }
}

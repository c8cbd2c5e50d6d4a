//! From bytes to an event and its handler.
//!
//! Three answers are kept apart: the record can be handled, or nobody here consumes its type, or it can never be
//! decoded. A registry or an object store that does not answer is none of these: the record waits. An object store that
//! answers and does not give what was claimed is none either: the record waits a while, then its key is parked.

use super::{
    delivery::{Delivery, Handler, Outcome},
    record::RawRecord,
};
use crate::{
    Bus, PayloadStore, Registry, RegistryError,
    claim_check::ClaimError,
    framing,
    headers::{Envelope, HeaderError},
};
use apache_avro::Schema;
use async_trait::async_trait;
use events::{DecodeError, Decoder, Event};
use std::{
    collections::{BTreeSet, HashMap, hash_map::Entry},
    sync::{Arc, Mutex, PoisonError},
};

/// A decoded event with its handler: can be tried, more than once.
#[async_trait]
pub(crate) trait Attempt: Send + Sync {
    async fn attempt(&self) -> Outcome;
}

/// What a record turned out to be.
pub(crate) enum Understood {
    Event(Incoming),
    /// Of a type without a handler here.
    Foreign {
        type_name: String,
    },
}

/// An event of ours, ready to be handled.
pub(crate) struct Incoming {
    pub(crate) key: String,
    pub(crate) type_name: &'static str,
    pub(crate) envelope: Envelope,
    pub(crate) attempt: Box<dyn Attempt>,
}

#[derive(Debug, thiserror::Error)]
pub(crate) enum NotUnderstood {
    /// It will never be: the reason, without a byte of the payload.
    #[error("{0}")]
    Undecodable(String),
    /// Whoever would know does not answer.
    #[error("{0}")]
    Unavailable(String),
    /// Whoever has it does not give it.
    #[error("{reason}")]
    Withheld { key: String, reason: String },
}

impl From<HeaderError> for NotUnderstood {
    fn from(error: HeaderError) -> Self {
        Self::Undecodable(error.to_string())
    }
}

impl From<ClaimError> for NotUnderstood {
    fn from(error: ClaimError) -> Self {
        Self::Undecodable(error.to_string())
    }
}

impl From<DecodeError> for NotUnderstood {
    fn from(error: DecodeError) -> Self {
        Self::Undecodable(error.to_string())
    }
}

impl From<RegistryError> for NotUnderstood {
    fn from(error: RegistryError) -> Self {
        match error {
            RegistryError::Unknown { .. } => Self::Undecodable(error.to_string()),
            RegistryError::Refused { .. } | RegistryError::Unavailable { .. } => {
                Self::Unavailable(error.to_string())
            }
        }
    }
}

/// The types that somebody here handles, by topic and record.
#[derive(Default)]
pub(crate) struct Subscriptions {
    by_type: HashMap<(&'static str, &'static str), Box<dyn Subscription>>,
    twice: Option<&'static str>,
}

impl Subscriptions {
    pub(crate) fn add<E: Event, H: Handler<E>>(&mut self, handler: H) {
        match self.by_type.entry((E::TOPIC, E::TYPE)) {
            Entry::Occupied(_) => self.twice = Some(E::TYPE),
            Entry::Vacant(place) => {
                let subscribed =
                    Subscribed::<E, H> { handler: Arc::new(handler), decoders: Mutex::default() };
                place.insert(Box::new(subscribed));
            }
        }
    }

    /// A type that was given two handlers.
    pub(crate) fn twice(&self) -> Option<&'static str> {
        self.twice
    }

    pub(crate) fn topics(&self) -> BTreeSet<&'static str> {
        self.by_type.keys().map(|(topic, _)| *topic).collect()
    }
}

/// Understands records. It asks the registry once for each schema.
pub(crate) struct Decoding {
    subscriptions: Subscriptions,
    registry: Registry,
    payloads: Option<Arc<dyn PayloadStore>>,
    writers: Mutex<HashMap<u32, Arc<Writer>>>,
}

/// Who wrote a record: the name and the text of its schema.
struct Writer {
    type_name: String,
    schema: String,
}

impl Decoding {
    pub(crate) fn new(
        subscriptions: Subscriptions,
        bus: &Bus,
        payloads: Option<Arc<dyn PayloadStore>>,
    ) -> Self {
        Self { subscriptions, registry: bus.registry().clone(), payloads, writers: Mutex::default() }
    }

    pub(crate) fn topics(&self) -> BTreeSet<&'static str> {
        self.subscriptions.topics()
    }

    pub(crate) async fn understand(&self, record: &RawRecord) -> Result<Understood, NotUnderstood> {
        let never = |reason: &str| NotUnderstood::Undecodable(reason.to_owned());
        let value = record.payload.as_deref().ok_or_else(|| never("the record has no value"))?;
        let (schema_id, datum) =
            framing::unframe(value).ok_or_else(|| never("the value has no schema id"))?;
        let writer = self.writer(schema_id).await?;
        let Some(subscription) = self.subscription(&record.topic, &writer.type_name) else {
            return Ok(Understood::Foreign { type_name: writer.type_name.clone() });
        };
        let key = record.key.clone().ok_or_else(|| never("the record has no key"))?;
        let key = String::from_utf8(key).map_err(|_| never("the key is no text"))?;
        let envelope = Envelope::read(&record.headers)?;
        let claimed = self.claimed(&envelope, schema_id, &key).await?;
        let datum = claimed.as_deref().map_or(datum, |whole| &whole[framing::PREFIX..]);
        let attempt = subscription.read(&Read {
            schema_id,
            schema: &writer.schema,
            datum,
            envelope: &envelope,
            record,
        })?;
        Ok(Understood::Event(Incoming { key, type_name: subscription.type_name(), envelope, attempt }))
    }

    fn subscription(&self, topic: &str, type_name: &str) -> Option<&dyn Subscription> {
        let by_type = &self.subscriptions.by_type;
        by_type
            .iter()
            .find(|((t, n), _)| *t == topic && *n == type_name)
            .map(|(_, subscription)| subscription.as_ref())
    }

    async fn writer(&self, schema_id: u32) -> Result<Arc<Writer>, NotUnderstood> {
        if let Some(writer) = self.writers.lock().unwrap_or_else(PoisonError::into_inner).get(&schema_id) {
            return Ok(Arc::clone(writer));
        }
        let schema = self.registry.schema(schema_id).await?;
        let parsed = Schema::parse_str(&schema).ok();
        let name = parsed.as_ref().and_then(Schema::name).map(|name| name.fullname(None).to_string());
        let type_name =
            name.ok_or_else(|| NotUnderstood::Undecodable(format!("schema {schema_id} is no record")))?;
        let writer = Arc::new(Writer { type_name, schema });
        self.writers.lock().unwrap_or_else(PoisonError::into_inner).insert(schema_id, Arc::clone(&writer));
        Ok(writer)
    }

    /// The whole value, where the record only says where it lies.
    async fn claimed(
        &self,
        envelope: &Envelope,
        schema_id: u32,
        key: &str,
    ) -> Result<Option<Vec<u8>>, NotUnderstood> {
        let Some(claim) = &envelope.claim else { return Ok(None) };
        claim.check_size()?;
        let no_store = || {
            NotUnderstood::Unavailable("the payload lies elsewhere and no payload store is configured".into())
        };
        let store = self.payloads.as_ref().ok_or_else(no_store)?;
        let found =
            store.get(&claim.key).await.map_err(|error| NotUnderstood::Unavailable(format!("{error:#}")))?;
        let whole = match claim.verify(found) {
            Err(denied @ ClaimError::Denied) => {
                return Err(NotUnderstood::Withheld { key: key.to_owned(), reason: denied.to_string() });
            }
            verified => verified?,
        };
        match framing::unframe(&whole) {
            Some((id, _)) if id == schema_id => Ok(Some(whole)),
            _ => Err(NotUnderstood::Undecodable("the claimed payload has another schema id".into())),
        }
    }
}

struct Read<'r> {
    schema_id: u32,
    schema: &'r str,
    datum: &'r [u8],
    envelope: &'r Envelope,
    record: &'r RawRecord,
}

trait Subscription: Send + Sync {
    fn type_name(&self) -> &'static str;
    fn read(&self, read: &Read<'_>) -> Result<Box<dyn Attempt>, DecodeError>;
}

/// A handler with the decoders for every schema that its events were met in.
struct Subscribed<E, H> {
    handler: Arc<H>,
    decoders: Mutex<HashMap<u32, Arc<Decoder<E>>>>,
}

impl<E: Event, H: Handler<E>> Subscribed<E, H> {
    fn decoder(&self, schema_id: u32, schema: &str) -> Result<Arc<Decoder<E>>, DecodeError> {
        let mut decoders = self.decoders.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(decoder) = decoders.get(&schema_id) {
            return Ok(Arc::clone(decoder));
        }
        let decoder = Arc::new(Decoder::new(schema)?);
        decoders.insert(schema_id, Arc::clone(&decoder));
        Ok(decoder)
    }
}

impl<E: Event, H: Handler<E>> Subscription for Subscribed<E, H> {
    fn type_name(&self) -> &'static str {
        E::TYPE
    }

    fn read(&self, read: &Read<'_>) -> Result<Box<dyn Attempt>, DecodeError> {
        let event = self.decoder(read.schema_id, read.schema)?.decode(read.datum)?;
        let delivery = Delivery {
            event,
            id: read.envelope.id,
            subject: read.envelope.subject.clone(),
            sequence: read.envelope.sequence,
            time: read.envelope.time,
            topic: read.record.topic.clone(),
            partition: read.record.partition,
            offset: read.record.offset,
        };
        Ok(Box::new(Ready { handler: Arc::clone(&self.handler), delivery }))
    }
}

struct Ready<E, H> {
    handler: Arc<H>,
    delivery: Delivery<E>,
}

#[async_trait]
impl<E: Event, H: Handler<E>> Attempt for Ready<E, H> {
    async fn attempt(&self) -> Outcome {
        self.handler.handle(self.delivery.clone()).await
    }
}

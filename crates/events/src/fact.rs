use crate::{EncodeError, Event, encode};
use std::{any::Any, fmt};

/// Any event, with its type erased: what a pure rule returns, and what an outbox takes.
#[derive(Clone)]
pub struct Fact(Box<dyn Erased>);

impl Fact {
    /// The fact that `event` tells.
    pub fn of<E: Event>(event: E) -> Self {
        Self(Box::new(event))
    }

    /// [`Event::TOPIC`].
    pub fn topic(&self) -> &'static str {
        self.0.topic()
    }

    /// [`Event::TYPE`].
    pub fn type_name(&self) -> &'static str {
        self.0.type_name()
    }

    /// [`Event::SCHEMA`].
    pub fn schema(&self) -> &'static str {
        self.0.schema()
    }

    /// [`Event::key`].
    pub fn key(&self) -> String {
        self.0.key()
    }

    /// [`Event::older`]: the same fact on the topic of the version before, if it is dual published.
    pub fn older(&self) -> Option<Self> {
        self.0.older()
    }

    /// The event as an Avro datum of [`Fact::schema`], without framing.
    ///
    /// # Errors
    /// When the type and its schema disagree.
    pub fn to_avro_datum(&self) -> Result<Vec<u8>, EncodeError> {
        self.0.encode()
    }

    /// The event, if it is an `E`.
    pub fn get<E: Event>(&self) -> Option<&E> {
        self.0.as_any().downcast_ref()
    }
}

impl fmt::Debug for Fact {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(formatter)
    }
}

impl PartialEq for Fact {
    fn eq(&self, other: &Self) -> bool {
        self.0.equals(other.0.as_ref())
    }
}

trait Erased: Any + fmt::Debug + Send + Sync {
    fn topic(&self) -> &'static str;
    fn type_name(&self) -> &'static str;
    fn schema(&self) -> &'static str;
    fn key(&self) -> String;
    fn older(&self) -> Option<Fact>;
    fn encode(&self) -> Result<Vec<u8>, EncodeError>;
    fn equals(&self, other: &dyn Erased) -> bool;
    fn copy(&self) -> Box<dyn Erased>;
    fn as_any(&self) -> &dyn Any;
}

impl<E: Event> Erased for E {
    fn topic(&self) -> &'static str {
        E::TOPIC
    }

    fn type_name(&self) -> &'static str {
        E::TYPE
    }

    fn schema(&self) -> &'static str {
        E::SCHEMA
    }

    fn key(&self) -> String {
        Event::key(self)
    }

    fn older(&self) -> Option<Fact> {
        Event::older(self)
    }

    fn encode(&self) -> Result<Vec<u8>, EncodeError> {
        encode(self)
    }

    fn equals(&self, other: &dyn Erased) -> bool {
        other.as_any().downcast_ref() == Some(self)
    }

    fn copy(&self) -> Box<dyn Erased> {
        Box::new(self.clone())
    }

    fn as_any(&self) -> &dyn Any {
        self
    }
}

impl Clone for Box<dyn Erased> {
    fn clone(&self) -> Self {
        (**self).copy()
    }
}

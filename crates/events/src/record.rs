use crate::{DecodeError, Decoder, Event, Fact, admin, cron_utility, pii, profile, thematic_cards};

/// An [`Event`] type, as a value: for what walks them all.
#[derive(Debug, Clone, Copy)]
pub struct Record {
    /// [`Event::TOPIC`].
    pub topic: &'static str,
    /// [`Event::TYPE`].
    pub type_name: &'static str,
    /// [`Event::SCHEMA`].
    pub schema: &'static str,
    decode: fn(&str, &[u8]) -> Result<Fact, DecodeError>,
}

impl Record {
    /// The record of an event type.
    pub const fn of<E: Event>() -> Self {
        Self { topic: E::TOPIC, type_name: E::TYPE, schema: E::SCHEMA, decode: decode::<E> }
    }

    /// The registry's subject of this record, by the strategy `TopicRecordName`.
    pub fn subject(&self) -> String {
        format!("{}-{}", self.topic, self.type_name)
    }

    /// One datum that was written with the schema `writer`. To read many, keep a [`Decoder`].
    ///
    /// # Errors
    /// As [`Decoder::new`] and [`Decoder::decode`].
    pub fn decode(&self, writer: &str, datum: &[u8]) -> Result<Fact, DecodeError> {
        (self.decode)(writer, datum)
    }
}

fn decode<E: Event>(writer: &str, datum: &[u8]) -> Result<Fact, DecodeError> {
    Decoder::<E>::new(writer)?.decode(datum).map(Fact::of)
}

/// Every record of every owner.
pub fn records() -> impl Iterator<Item = Record> {
    let others = [admin::RECORDS, cron_utility::RECORDS, pii::RECORDS, thematic_cards::RECORDS];
    profile::RECORDS.iter().copied().chain(others).flatten().copied()
}

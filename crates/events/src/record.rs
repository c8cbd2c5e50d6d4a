use crate::{
    DecodeError, Decoder, Event, Fact, admin, cron_utility, learning_cards, pii, profile, thematic_cards,
};

/// An [`Event`] type, as a value: for what walks them all.
#[derive(Debug, Clone, Copy)]
pub struct Record {
    /// [`Event::TOPIC`].
    pub topic: &'static str,
    /// [`Event::TYPE`].
    pub type_name: &'static str,
    /// [`Event::SCHEMA`].
    pub schema: &'static str,
    decoder: fn(&str) -> Result<FactDecoder, DecodeError>,
}

impl Record {
    /// The record of an event type.
    pub const fn of<E: Event>() -> Self {
        Self { topic: E::TOPIC, type_name: E::TYPE, schema: E::SCHEMA, decoder: FactDecoder::of::<E> }
    }

    /// The registry's subject of this record, by the strategy `TopicRecordName`.
    pub fn subject(&self) -> String {
        format!("{}-{}", self.topic, self.type_name)
    }

    /// The name without its namespace: `CardReviewed`.
    pub fn name(&self) -> &'static str {
        self.type_name.rsplit_once('.').map_or(self.type_name, |(_, name)| name)
    }

    /// The file of its schema, relative to `schemas/`: `thematic-cards/card.reviewed.avsc`.
    ///
    /// `tall.thematic_cards.CardReviewed` gives the folder and, word by word, the file.
    pub fn file(&self) -> String {
        let namespace = self.type_name.strip_suffix(self.name()).unwrap_or_default();
        let folder = namespace.trim_start_matches("tall.").replace('_', "-").replace('.', "/");
        let mut file = String::new();
        for letter in self.name().chars() {
            if letter.is_ascii_uppercase() && !file.is_empty() {
                file.push('.');
            }
            file.push(letter.to_ascii_lowercase());
        }
        format!("{folder}{file}.avsc")
    }

    /// Reads what was written with `writer`, the JSON text of a schema. Make one per schema and keep it, as [`Decoder`].
    ///
    /// # Errors
    /// As [`Decoder::new`].
    pub fn decoder(&self, writer: &str) -> Result<FactDecoder, DecodeError> {
        (self.decoder)(writer)
    }
}

type Decode = dyn Fn(&[u8]) -> Result<Fact, DecodeError> + Send + Sync;

/// A [`Decoder`] with its type erased.
pub struct FactDecoder(Box<Decode>);

impl FactDecoder {
    fn of<E: Event>(writer: &str) -> Result<Self, DecodeError> {
        let decoder = Decoder::<E>::new(writer)?;
        Ok(Self(Box::new(move |datum| decoder.decode(datum).map(Fact::of))))
    }

    /// One event from one datum, without framing.
    ///
    /// # Errors
    /// As [`Decoder::decode`].
    pub fn decode(&self, datum: &[u8]) -> Result<Fact, DecodeError> {
        (self.0)(datum)
    }
}

/// Every record of every owner.
pub fn records() -> impl Iterator<Item = Record> {
    let others = [
        admin::RECORDS,
        cron_utility::RECORDS,
        learning_cards::RECORDS,
        pii::RECORDS,
        thematic_cards::RECORDS,
    ];
    profile::RECORDS.iter().copied().chain(others).flatten().copied()
}

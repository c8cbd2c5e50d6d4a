//! Events to Avro and back.
//!
//! A schema is parsed once per event type and kept for the life of the process. Bytes come from a topic that others
//! write, so decoding bounds what it allocates and demands that a datum end where its bytes end.

use crate::Event;
use apache_avro::{
    Schema, from_value, reader::datum::GenericDatumReader, schema_compatibility::SchemaCompatibility, util,
    writer::datum::GenericDatumWriter,
};
use std::{
    any::TypeId,
    collections::HashMap,
    io::{self, Read},
    marker::PhantomData,
    sync::{PoisonError, RwLock},
};

/// The most that one length in a datum may ask for, in bytes: the largest payload that goes by claim check.
const MOST_ALLOCATED: usize = 64 * 1000 * 1000;

/// An event that its schema cannot hold: the type and the `.avsc` disagree.
#[derive(Debug, thiserror::Error)]
#[error("{record} does not fit its schema")]
pub struct EncodeError {
    record: &'static str,
    source: apache_avro::Error,
}

/// Bytes that are no such event. It tells where, never what: a payload may not reach a log.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum DecodeError {
    /// The writer's schema is no Avro schema, or this release's cannot read what it writes.
    #[error("this schema cannot be read as {record}")]
    Schema {
        /// The record that was to be read.
        record: &'static str,
    },
    /// The bytes do not follow the writer's schema, or hold a value that the event refuses.
    #[error("no {record}: wrong at byte {at} of {of}")]
    Datum {
        /// The record that was to be read.
        record: &'static str,
        /// How many bytes were read before it went wrong.
        at: usize,
        /// How many there are.
        of: usize,
    },
    /// The bytes end before the datum does.
    #[error("no {record}: cut short at {of} bytes")]
    Truncated {
        /// The record that was to be read.
        record: &'static str,
        /// How many there are.
        of: usize,
    },
    /// Bytes are left after the datum.
    #[error("no {record}: {left} bytes are left after it")]
    Trailing {
        /// The record that was read.
        record: &'static str,
        /// How many are left.
        left: usize,
    },
}

/// A parsed schema and what writes it, kept for the life of the process.
struct Parsed {
    schema: &'static Schema,
    writer: GenericDatumWriter<'static>,
}

static PARSED: RwLock<Option<HashMap<TypeId, &'static Parsed>>> = RwLock::new(None);

fn parsed<E: Event>() -> Result<&'static Parsed, apache_avro::Error> {
    let known = PARSED.read().unwrap_or_else(PoisonError::into_inner);
    if let Some(parsed) = known.as_ref().and_then(|known| known.get(&TypeId::of::<E>())) {
        return Ok(parsed);
    }
    drop(known);

    let schema: &'static Schema = Box::leak(Box::new(Schema::parse_str(E::SCHEMA)?));
    let writer = GenericDatumWriter::builder(schema).human_readable(false).build()?;
    let mut known = PARSED.write().unwrap_or_else(PoisonError::into_inner);
    let known = known.get_or_insert_default();
    Ok(known.entry(TypeId::of::<E>()).or_insert_with(|| Box::leak(Box::new(Parsed { schema, writer }))))
}

/// The parsed [`Event::SCHEMA`].
///
/// # Errors
/// When it is no Avro schema.
pub fn schema<E: Event>() -> Result<&'static Schema, EncodeError> {
    let parsed = parsed::<E>().map_err(|source| EncodeError { record: E::TYPE, source })?;
    Ok(parsed.schema)
}

/// An event as an Avro datum of its own schema, without framing.
///
/// # Errors
/// When the type and its schema disagree.
pub fn encode<E: Event>(event: &E) -> Result<Vec<u8>, EncodeError> {
    parsed::<E>()
        .and_then(|parsed| parsed.writer.write_ser_to_vec(event))
        .map_err(|source| EncodeError { record: E::TYPE, source })
}

/// Reads events that were written with one schema, this release's or another's.
///
/// Make one per writer's schema and keep it: the schema stays in memory for the life of the process.
pub struct Decoder<E> {
    reader: GenericDatumReader<'static>,
    shape: Shape,
    event: PhantomData<fn() -> E>,
}

/// How the writer's schema relates to this release's.
#[derive(Clone, Copy, PartialEq)]
enum Shape {
    /// The bytes are laid out as this release lays them out: read straight into the type.
    Same,
    /// Another release wrote them: resolve the value first.
    Other,
}

impl<E: Event> Decoder<E> {
    /// Reads what this release writes.
    ///
    /// # Errors
    /// When [`Event::SCHEMA`] is no Avro schema.
    pub fn current() -> Result<Self, DecodeError> {
        Self::new(E::SCHEMA)
    }

    /// Reads what was written with `writer`, the JSON text of a schema.
    ///
    /// # Errors
    /// When `writer` is no Avro schema, or one that this release cannot read.
    pub fn new(writer: &str) -> Result<Self, DecodeError> {
        util::max_allocation_bytes(MOST_ALLOCATED);
        Self::build(writer).ok_or(DecodeError::Schema { record: E::TYPE })
    }

    fn build(writer: &str) -> Option<Self> {
        let ours = parsed::<E>().ok()?.schema;
        let writer = Schema::parse_str(writer).ok()?;
        let shape = if writer.canonical_form() == ours.canonical_form() { Shape::Same } else { Shape::Other };
        let reader = match shape {
            Shape::Same => GenericDatumReader::builder(ours).human_readable(false).build(),
            Shape::Other => {
                SchemaCompatibility::can_read(&writer, ours).ok()?;
                let writer: &'static Schema = Box::leak(Box::new(writer));
                GenericDatumReader::builder(writer).reader_schema(ours).human_readable(false).build()
            }
        };
        Some(Self { reader: reader.ok()?, shape, event: PhantomData })
    }

    /// One event from one datum, without framing.
    ///
    /// # Errors
    /// When the bytes are no such event, or more than one.
    pub fn decode(&self, datum: &[u8]) -> Result<E, DecodeError> {
        let mut bytes = Bytes { left: datum, short: false };
        let read = match self.shape {
            Shape::Same => self.reader.read_deser(&mut bytes),
            Shape::Other => self.reader.read_value(&mut bytes).and_then(|value| from_value(&value)),
        };
        let (record, of, left) = (E::TYPE, datum.len(), bytes.left.len());
        match read {
            // apache-avro reads a string that is cut short as null, so its success is not enough.
            _ if bytes.short => Err(DecodeError::Truncated { record, of }),
            Err(_) => Err(DecodeError::Datum { record, at: of - left, of }),
            Ok(_) if left > 0 => Err(DecodeError::Trailing { record, left }),
            Ok(event) => Ok(event),
        }
    }
}

/// Bytes that remember being asked for more than there are.
struct Bytes<'b> {
    left: &'b [u8],
    short: bool,
}

impl Read for Bytes<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.short |= buffer.len() > self.left.len();
        self.left.read(buffer)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde::{Deserialize, Serialize};

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
    struct Counted {
        count: i64,
    }

    macro_rules! counted {
        ($event:ident, $schema:literal) => {
            #[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
            #[serde(transparent)]
            struct $event(Counted);

            impl Event for $event {
                const TOPIC: &'static str = "counts.v1";
                const TYPE: &'static str = "tall.test.Counted";
                const SCHEMA: &'static str = $schema;

                fn key(&self) -> String {
                    self.0.count.to_string()
                }
            }
        };
    }

    counted!(
        Sound,
        r#"{"type": "record", "name": "Counted", "fields": [{"name": "count", "type": "long"}]}"#
    );
    counted!(
        Narrow,
        r#"{"type": "record", "name": "Counted", "fields": [{"name": "count", "type": "int"}]}"#
    );
    counted!(Lacking, r#"{"type": "record", "name": "Counted", "fields": []}"#);
    counted!(Broken, "{}");

    #[test]
    fn an_event_that_fits_its_schema_is_its_datum() {
        assert_eq!(encode(&Sound(Counted { count: 21 })).expect("a datum"), [42]);
    }

    #[test]
    fn a_type_that_is_not_its_schema_is_an_error_that_names_the_record() {
        let told = |error: EncodeError| error.to_string();
        let expected = Some("tall.test.Counted does not fit its schema".to_owned());
        assert_eq!(encode(&Narrow(Counted { count: 21 })).map_err(told).err(), expected);
        assert_eq!(encode(&Lacking(Counted { count: 21 })).map_err(told).err(), expected);
        assert_eq!(encode(&Broken(Counted { count: 21 })).map_err(told).err(), expected);
        assert_eq!(schema::<Broken>().map_err(told).err(), expected);
    }

    #[test]
    fn a_schema_is_parsed_once() {
        let (one, other) = (schema::<Sound>().expect("a schema"), schema::<Sound>().expect("a schema"));
        assert!(std::ptr::eq(one, other));
    }

    #[test]
    fn no_length_makes_a_decoder_allocate_beyond_the_bound() {
        Decoder::<Sound>::current().expect("a decoder");
        assert_eq!(util::max_allocation_bytes(usize::MAX), MOST_ALLOCATED);
    }

    #[test]
    fn a_schema_that_this_release_cannot_read_is_refused() {
        let text = Sound::SCHEMA.replace("long", "string");
        assert_eq!(Decoder::<Sound>::new(&text).err(), Some(DecodeError::Schema { record: Sound::TYPE }));
    }

    #[test]
    fn a_narrower_number_of_another_release_is_read() {
        let decoder = Decoder::<Sound>::new(Narrow::SCHEMA).expect("a decoder");
        assert_eq!(decoder.decode(&[42]), Ok(Sound(Counted { count: 21 })));
    }
}

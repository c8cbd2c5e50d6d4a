use crate::{files, samples::samples, values::any_value};
use apache_avro::{
    Schema, reader::datum::GenericDatumReader, types::Value, writer::datum::GenericDatumWriter,
};
use events::{Decoder, Event, FactDecoder, Record, encode, profile::PiiSubmitted, records};
use proptest::{prelude::*, test_runner::TestRunner};
use serde_json::json;

/// The same schema as another release would have it, with one field more: what it writes must be resolved.
pub fn of_another_release(schema: &str) -> String {
    let mut schema: serde_json::Value = serde_json::from_str(schema).expect("JSON");
    let added = json!({"name": "added_later", "type": ["null", "string"], "default": null, "doc": "New."});
    schema["fields"].as_array_mut().expect("fields").insert(0, added);
    schema.to_string()
}

fn write(schema: &str, value: &Value) -> Vec<u8> {
    let schema = Schema::parse_str(schema).expect("a schema");
    let writer = GenericDatumWriter::builder(&schema).build().expect("a writer");
    writer.write_value_to_vec(value.clone()).expect("a value of its schema")
}

fn read(schema: &str, datum: &[u8]) -> Value {
    let schema = Schema::parse_str(schema).expect("a schema");
    let reader = GenericDatumReader::builder(&schema).build().expect("a reader");
    reader.read_value(&mut &*datum).expect("a datum of its schema")
}

#[test]
fn every_record_has_a_sample() {
    for record in records() {
        assert!(samples().iter().any(|fact| fact.type_name() == record.type_name), "{}", record.type_name);
    }
}

#[test]
fn a_sample_is_the_same_after_a_round_trip() {
    for fact in samples() {
        let record = records().find(|record| record.type_name == fact.type_name()).expect("a record");
        let datum = fact.to_avro_datum().unwrap_or_else(|error| panic!("{fact:?}: {error:?}"));
        assert_eq!(record.decoder(fact.schema()).and_then(|decoder| decoder.decode(&datum)), Ok(fact));
    }
}

#[test]
fn what_another_release_wrote_is_the_same_event() {
    for fact in samples() {
        let record = records().find(|record| record.type_name == fact.type_name()).expect("a record");
        let Value::Record(mut fields) = read(fact.schema(), &fact.to_avro_datum().expect("a datum")) else {
            panic!("{} is no record", fact.type_name())
        };
        let more = Value::Union(1, Box::new(Value::String("unknown to this release".to_owned())));
        fields.insert(0, ("added_later".to_owned(), more));
        let other = of_another_release(fact.schema());
        let decoder = record.decoder(&other).expect("a schema that this release reads");
        assert_eq!(decoder.decode(&write(&other, &Value::Record(fields))), Ok(fact));
    }
}

#[test]
fn a_payload_of_a_claim_check_is_read() {
    let sample =
        samples().into_iter().find_map(|fact| fact.get::<PiiSubmitted>().cloned()).expect("a sample");
    let large = PiiSubmitted { ciphertext: vec![7; 20_000_000], ..sample };
    let datum = encode(&large).expect("a datum");
    assert!(Decoder::current().expect("a decoder").decode(&datum) == Ok(large.clone()));
    let other = Decoder::new(&of_another_release(PiiSubmitted::SCHEMA)).expect("a decoder");
    assert!(other.decode(&[vec![0], datum].concat()) == Ok(large));
}

/// Holds the types to their schemas: a field that a type lacks, a symbol that an enum lacks, a number that is too
/// narrow would each lose something of some value.
#[test]
fn every_value_of_a_schema_passes_through_its_type() {
    for record in records() {
        let schema = Schema::parse_str(record.schema).expect("a schema");
        let mut runner =
            TestRunner::new(ProptestConfig { cases: 64, failure_persistence: None, ..Default::default() });
        let decoder = record.decoder(record.schema).expect("its own schema");
        let held = runner.run(&any_value(&schema), |value| passes_through(&record, &decoder, value));
        held.unwrap_or_else(|error| panic!("{}: {error}", record.type_name));
    }
}

fn passes_through(record: &Record, decoder: &FactDecoder, value: Value) -> Result<(), TestCaseError> {
    let datum = write(record.schema, &value);
    let fact = decoder.decode(&datum).map_err(|error| TestCaseError::fail(error.to_string()))?;
    let again = fact.to_avro_datum().map_err(|error| TestCaseError::fail(format!("{error:?}")))?;
    prop_assert_eq!(read(record.schema, &again), value);
    Ok(())
}

#[test]
fn the_key_is_the_key_field_as_text() {
    let catalog = events::catalog::Catalog::embedded().expect("a catalogue");
    for fact in samples() {
        let topic = catalog.topic(fact.topic()).expect("a topic");
        let schema = Schema::parse_str(fact.schema()).expect("a schema");
        let datum = fact.to_avro_datum().expect("a datum");
        assert_eq!(files::json(&schema, &datum)[&topic.key], json!(fact.key()), "{}", fact.type_name());
    }
}

#[test]
fn a_fact_is_its_event_and_no_other() {
    let all = samples();
    for (place, fact) in all.iter().enumerate() {
        assert_eq!(all.iter().position(|other| other == fact), Some(place));
        assert_eq!(&fact.clone(), fact);
    }
}

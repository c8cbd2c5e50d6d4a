//! Bytes that were published once are read for ever, with the same meaning.

use crate::files;
use apache_avro::Schema;
use events::{Record, records};
use serde_json::Value as Json;

/// One published event: its datum in hexadecimal, and what it says.
struct Golden {
    datum: Vec<u8>,
    event: Json,
}

fn corpus(record: &Record, version: usize) -> Vec<Golden> {
    let file = files::schemas().join(format!("golden/{}.{version}.json", record.subject()));
    let text = std::fs::read_to_string(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    let Json::Array(all) = serde_json::from_str(&text).expect("JSON") else { panic!("no array") };
    all.into_iter()
        .map(|one| Golden { datum: bytes(one["datum"].as_str().expect("text")), event: one["event"].clone() })
        .collect()
}

fn bytes(hexadecimal: &str) -> Vec<u8> {
    let pair = |place| u8::from_str_radix(&hexadecimal[place..place + 2], 16).expect("hexadecimal");
    (0..hexadecimal.len()).step_by(2).map(pair).collect()
}

/// Whether all that `golden` says is said by `event` too; `event` may say more.
fn says(event: &Json, golden: &Json) -> bool {
    match (event, golden) {
        (Json::Object(event), Json::Object(golden)) => {
            golden.iter().all(|(field, value)| event.get(field).is_some_and(|told| says(told, value)))
        }
        (Json::Array(event), Json::Array(golden)) => {
            event.len() == golden.len() && event.iter().zip(golden).all(|(told, value)| says(told, value))
        }
        _ => event == golden,
    }
}

#[test]
fn what_was_published_is_read_for_ever() {
    for record in records() {
        let versions = files::released(&record.subject());
        assert!(!versions.is_empty(), "{} was never released", record.subject());
        for (version, writer) in (1..).zip(&versions) {
            let corpus = corpus(&record, version);
            assert!(!corpus.is_empty(), "{} {version}", record.subject());
            let decoder = record.decoder(writer).expect("a schema that this release reads");
            for golden in corpus {
                let event = decoder.decode(&golden.datum).expect("an event");
                let schema = Schema::parse_str(record.schema).expect("a schema");
                let told = files::json(&schema, &event.to_avro_datum().expect("a datum"));
                assert!(
                    says(&told, &golden.event),
                    "{} {version}: {told} is not {}",
                    record.subject(),
                    golden.event
                );
            }
        }
    }
}

#[test]
fn saying_more_is_the_same_and_saying_less_or_other_is_not() {
    let golden = serde_json::json!({"a": 1, "b": [{"c": null}]});
    assert!(says(&serde_json::json!({"a": 1, "b": [{"c": null, "d": 2}], "e": 3}), &golden));
    for other in [r#"{"b": [{"c": null}]}"#, r#"{"a": 2, "b": [{"c": null}]}"#, r#"{"a": 1, "b": []}"#] {
        assert!(!says(&serde_json::from_str(other).expect("JSON"), &golden), "{other}");
    }
}

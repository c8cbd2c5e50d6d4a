//! Every release reads every other, in both directions: FULL_TRANSITIVE, before the registry is asked.

use crate::files::released;
use apache_avro::{
    Schema,
    schema_compatibility::{Compatibility, SchemaCompatibility},
};
use events::records;
use serde_json::Value as Json;

/// Whether each reads all that the other writes.
pub fn fully_compatible(one: &str, other: &str) -> Result<(), String> {
    let parse = |text| Schema::parse_str(text).map_err(|error| error.to_string());
    match SchemaCompatibility::mutual_read(&parse(one)?, &parse(other)?) {
        Ok(Compatibility::Full) => Ok(()),
        Ok(Compatibility::Partial) => Err("one reads only a part of what the other writes".to_owned()),
        Err(error) => Err(error.to_string()),
    }
}

#[test]
fn every_version_reads_every_other() {
    for record in records() {
        let versions = released(&record.subject());
        for (place, one) in versions.iter().enumerate() {
            for (later, other) in versions.iter().enumerate().skip(place) {
                let verdict = fully_compatible(one, other);
                assert_eq!(verdict, Ok(()), "{} {} and {}", record.subject(), place + 1, later + 1);
            }
        }
    }
}

#[test]
fn the_last_released_version_is_the_present_one() {
    for record in records() {
        let last = released(&record.subject()).pop();
        let json = |text: &str| serde_json::from_str::<Json>(text).expect("JSON");
        let same = last.is_some_and(|last| json(&last) == json(record.schema));
        assert!(
            same,
            "{} has changed: run `cargo run -p tall-events --example schemas -- release`",
            record.subject()
        );
    }
}

#[test]
fn nothing_was_released_that_no_record_is() {
    let subjects: Vec<_> = records().map(|record| record.subject()).collect();
    for folder in ["released", "golden"] {
        for entry in std::fs::read_dir(crate::files::schemas().join(folder)).expect("a folder") {
            let name = entry.expect("an entry").file_name().into_string().expect("text");
            let subject = name.rsplitn(3, '.').last().expect("a name");
            assert!(subjects.iter().any(|known| known == subject), "{folder}/{name}");
        }
    }
}

const SCHEMA: &str = r#"{"type": "record", "name": "A", "fields": [
    {"name": "a", "type": "string"},
    {"name": "e", "type": {"type": "enum", "name": "E", "symbols": ["x", "y"], "default": "x"}},
    {"name": "c", "type": {"type": "enum", "name": "C", "symbols": ["x", "y"]}},
    {"name": "n", "type": ["null", "string"], "default": null}
]}"#;

fn changed(from: &str, to: &str) -> Result<(), String> {
    assert!(SCHEMA.contains(from));
    fully_compatible(SCHEMA, &SCHEMA.replacen(from, to, 1))
}

#[test]
fn what_may_change() {
    let field = r#"{"name": "a", "type": "string"}"#;
    assert_eq!(changed(field, &format!(r#"{field}, {{"name": "b", "type": "int", "default": 0}}"#)), Ok(()));
    assert_eq!(
        changed(r#""symbols": ["x", "y"], "default""#, r#""symbols": ["x", "y", "z"], "default""#),
        Ok(())
    );
    assert_eq!(
        changed(",\n    {\"name\": \"n\", \"type\": [\"null\", \"string\"], \"default\": null}", ""),
        Ok(())
    );
}

#[test]
fn what_may_not() {
    let field = r#"{"name": "a", "type": "string"}"#;
    for (from, to) in [
        (field, format!(r#"{field}, {{"name": "b", "type": "int"}}"#)),
        (field, r#"{"name": "b", "type": "string"}"#.to_owned()),
        (field, r#"{"name": "a", "type": "int"}"#.to_owned()),
        (r#""symbols": ["x", "y"]}"#, r#""symbols": ["x", "y", "z"]}"#.to_owned()),
        (r#"["null", "string"]"#, r#"["null", "string", "int"]"#.to_owned()),
        (r#""name": "A""#, r#""name": "B""#.to_owned()),
    ] {
        assert!(changed(from, &to).is_err(), "{to}");
    }
}

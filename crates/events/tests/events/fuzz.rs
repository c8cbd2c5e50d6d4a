//! Data that no honest producer writes.

use crate::files;
use events::{DecodeError, Fact, FactDecoder, records};
use std::collections::HashMap;

/// The name of a record, a line break, and a datum in the schema of its first release. What is read can be written in
/// this release's schema, and says the same when it is read again; a refusal tells where, and nothing else.
#[test]
fn fuzz_datum() {
    let decoders: HashMap<_, _> = records()
        .map(|record| {
            let first = files::released(&record.subject()).swap_remove(0);
            let decoder = |schema: &str| record.decoder(schema).expect("a schema that this release reads");
            (record.type_name, (decoder(&first), decoder(record.schema)))
        })
        .collect();
    fuzz::target!("datum", |input| {
        let mut parts = input.splitn(2, |byte| *byte == b'\n');
        let name = parts.next().and_then(|name| std::str::from_utf8(name).ok()).unwrap_or_default();
        let Some((first, present)) = decoders.get(name) else { return "no-such-record" };
        let datum = parts.next().unwrap_or_default();
        match first.decode(datum) {
            Ok(fact) => {
                assert_eq!(fact.type_name(), name);
                assert_same_again(&fact, present);
                fuzz::ACCEPTED
            }
            Err(error) => told(&error, name, datum.len()),
        }
    });
}

fn assert_same_again(fact: &Fact, present: &FactDecoder) {
    let written = fact.to_avro_datum().expect("what is read can be written");
    let read = present.decode(&written).expect("what is written can be read");
    assert_eq!(read.to_avro_datum().expect("what is read can be written"), written);
}

fn told(error: &DecodeError, name: &str, length: usize) -> &'static str {
    match error {
        DecodeError::Schema { .. } => panic!("{name}: the schema is ours"),
        DecodeError::Datum { record, at, of } => {
            assert_eq!((*record, *of), (name, length));
            assert!(at <= of, "{at} of {of}");
            "wrong"
        }
        DecodeError::Truncated { record, of } => {
            assert_eq!((*record, *of), (name, length));
            "truncated"
        }
        DecodeError::Trailing { record, left } => {
            assert_eq!(*record, name);
            assert!((1..=length).contains(left), "{left} of {length}");
            "trailing"
        }
    }
}

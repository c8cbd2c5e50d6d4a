//! Bytes that no honest producer writes.

use crate::{round_trip::of_another_release, samples::samples};
use events::{DecodeError, Fact, FactDecoder, Record, records};
use proptest::{collection::vec, prelude::*, sample::Index};
use std::{collections::HashMap, sync::LazyLock};

static SAMPLES: LazyLock<Vec<Fact>> = LazyLock::new(samples);

/// A way of reading a record, and what its writer puts before the fields that this release knows.
struct Way {
    record: Record,
    decoder: FactDecoder,
    head: &'static [u8],
}

/// This release's schema is read straight into the type, another's is resolved first: both ways must hold. The other
/// one has a field more, which is absent.
static WAYS: LazyLock<HashMap<&str, [Way; 2]>> = LazyLock::new(|| {
    let way = |record: Record, writer: &str, head| {
        let decoder = record.decoder(writer).expect("a schema that this release reads");
        Way { record, decoder, head }
    };
    let both = |record: Record| {
        [way(record, record.schema, &[]), way(record, &of_another_release(record.schema), &[0])]
    };
    records().map(|record| (record.type_name, both(record))).collect()
});

impl Way {
    fn all() -> impl Iterator<Item = &'static Self> {
        WAYS.values().flatten()
    }

    fn of(fact: &Fact) -> &'static [Self; 2] {
        &WAYS[fact.type_name()]
    }

    fn datum(&self, fact: &Fact) -> Vec<u8> {
        [self.head, &fact.to_avro_datum().expect("a datum")].concat()
    }
}

#[test]
fn every_beginning_of_an_event_is_refused() {
    for fact in samples() {
        for way in Way::of(&fact) {
            let datum = way.datum(&fact);
            assert_eq!(way.decoder.decode(&datum).as_ref(), Ok(&fact));
            for end in 0..datum.len() {
                let cut = way.decoder.decode(&datum[..end]);
                let record = way.record.type_name;
                assert_eq!(cut, Err(DecodeError::Truncated { record, of: end }), "of {}", datum.len());
            }
        }
    }
}

#[test]
fn an_event_and_something_more_is_refused() {
    for fact in samples() {
        for way in Way::of(&fact) {
            let datum = [way.datum(&fact), vec![0]].concat();
            let expected = DecodeError::Trailing { record: way.record.type_name, left: 1 };
            assert_eq!(way.decoder.decode(&datum), Err(expected));
        }
    }
}

/// Varints of ten bytes, or more than there may be: the largest length, the smallest, and none.
const LENGTHS: [&[u8]; 4] = [
    &[0xfe, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x01],
    &[0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x01],
    &[0xff, 0xff, 0xff, 0xff, 0x0f],
    &[0xff; 12],
];

#[test]
fn a_text_of_any_claimed_length_is_refused() {
    // Every record begins with a text, but for ClientPolicyChanged.
    for way in Way::all().filter(|way| !way.record.type_name.ends_with(".ClientPolicyChanged")) {
        for length in LENGTHS {
            let hostile = [way.head, length, b"0193a2b4-7c1d-7e2f-8a3b-4c5d6e7f8091"].concat();
            assert!(way.decoder.decode(&hostile).is_err(), "{} {length:?}", way.record.type_name);
        }
    }
}

#[test]
fn an_array_of_any_claimed_length_is_refused() {
    // AccessChanged: user_id, role, then the length of products.
    const BEFORE_PRODUCTS: usize = 1 + 36 + 1;
    let fact =
        samples().into_iter().find(|fact| fact.type_name().ends_with(".AccessChanged")).expect("a sample");
    let datum = fact.to_avro_datum().expect("a datum");
    for way in Way::of(&fact) {
        for length in LENGTHS {
            let hostile = [way.head, &datum[..BEFORE_PRODUCTS], length, &[0; 64]].concat();
            assert!(way.decoder.decode(&hostile).is_err(), "{length:?}");
        }
    }
}

#[test]
fn a_schema_that_is_none_or_of_something_else_is_refused() {
    for record in records() {
        for schema in
            ["", "{}", "\"string\"", r#"{"type": "record", "name": "Other", "fields": []}"#, "\u{0}"]
        {
            let refused = Err(DecodeError::Schema { record: record.type_name });
            assert_eq!(record.decoder(schema).map(|_| ()), refused, "{schema}");
        }
    }
}

#[test]
fn an_error_tells_nothing_of_the_bytes() {
    const CANARY: &str = "jan.de.vries@example.org";
    for way in Way::all() {
        // A text where an id, an instant or an enum is expected.
        let datum = [way.head, &[(CANARY.len() * 2) as u8], CANARY.as_bytes()].concat();
        let error = way.decoder.decode(&datum).expect_err("no event");
        let told = format!("{error} {error:?} {:?}", std::error::Error::source(&error));
        assert!(!told.contains("vries"), "{told}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..Default::default() })]

    #[test]
    fn random_bytes_never_panic(bytes in vec(any::<u8>(), 0..512)) {
        for way in Way::all() {
            let _ = way.decoder.decode(&bytes);
        }
    }

    #[test]
    fn an_event_with_bytes_changed_never_panics(
        which in any::<Index>(),
        changes in vec((any::<Index>(), any::<u8>()), 1..6),
    ) {
        let fact = which.get(&SAMPLES).clone();
        for way in Way::of(&fact) {
            let mut datum = way.datum(&fact);
            for (place, byte) in &changes {
                let place = place.index(datum.len());
                datum[place] = *byte;
            }
            if let Ok(event) = way.decoder.decode(&datum) {
                prop_assert!(event.to_avro_datum().is_ok(), "what is read can be written");
            }
        }
    }
}

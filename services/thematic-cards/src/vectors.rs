//! `tests/vectors/thematic-cards.json`: what a device without a connection must say of answers and ask in sittings. The
//! clients' twin, `clients/api/src/cards/`, runs the same file.
//!
//! After an intended change: `cargo test -p tall-thematic-cards --lib vectors -- --ignored`, and review the difference.

mod questions;
mod sittings;

use serde_json::{Value, json};
use std::path::PathBuf;

fn file() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../tests/vectors/thematic-cards.json")
}

fn vectors() -> Value {
    json!({ "questions": questions::vectors(), "sittings": sittings::vectors() })
}

#[test]
fn the_vectors_are_what_the_service_says() {
    let text = std::fs::read_to_string(file()).expect("the vectors are in the repository");
    let stored: Value = serde_json::from_str(&text).expect("the vectors are JSON");
    let said = vectors();
    for part in ["questions", "sittings"] {
        let (stored, said) =
            (stored[part].as_array().expect("a list"), said[part].as_array().expect("a list"));
        assert_eq!(stored.len(), said.len(), "{part}");
        for (number, (stored, said)) in stored.iter().zip(said).enumerate() {
            assert!(stored == said, "{part}[{number}]\nstored {stored:#}\nsaid {said:#}");
        }
    }
}

/// One question or sitting a line.
#[test]
#[ignore = "writes the vectors that the other test compares with"]
fn write_the_vectors() {
    let Value::Object(parts) = vectors() else { unreachable!("an object was made") };
    let parts = parts.iter().map(|(name, all)| {
        let lines: Vec<_> = all.as_array().expect("a list").iter().map(Value::to_string).collect();
        format!("\"{name}\": [\n{}\n]", lines.join(",\n"))
    });
    let text = format!("{{\n{}\n}}\n", parts.collect::<Vec<_>>().join(",\n"));
    std::fs::write(file(), text).expect("the file can be written");
}

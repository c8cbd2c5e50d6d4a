//! The files under `schemas/`.

use apache_avro::{Schema, reader::datum::GenericDatumReader, types::Value};
use serde_json::Value as Json;
use std::{
    fs,
    path::{Path, PathBuf},
};

/// The root of the repository.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// The folder of the schemas.
pub fn schemas() -> PathBuf {
    root().join("schemas")
}

/// Every released version of a subject, the first one first.
pub fn released(subject: &str) -> Vec<String> {
    let file = |version| schemas().join(format!("released/{subject}.{version}.avsc"));
    (1..).map_while(|version| fs::read_to_string(file(version)).ok()).collect()
}

/// A datum as JSON, for comparing and keeping.
pub fn json(schema: &Schema, datum: &[u8]) -> Json {
    let value: Value = GenericDatumReader::builder(schema)
        .build()
        .and_then(|reader| reader.read_value(&mut &*datum))
        .expect("a datum of this schema");
    value.try_into().expect("JSON")
}

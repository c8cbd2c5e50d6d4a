//! Keeps what follows from the schemas: `cargo run -p tall-events --example schemas -- <command>`.
//!
//! - `release`: keeps each schema that has changed as a new version under `schemas/released/`, with bytes of it under
//!   `schemas/golden/`. Refuses one that does not read, or is not read by, every version before it.
//! - `table`: writes the table of topics into `docs/EVENTS.md`.

#[path = "../tests/events/files.rs"]
mod files;
#[path = "../tests/events/samples.rs"]
mod samples;

use anyhow::{Context, Result, bail, ensure};
use apache_avro::{
    Schema,
    schema_compatibility::{Compatibility, SchemaCompatibility},
};
use events::{Record, catalog::Catalog, records};
use serde_json::{Value as Json, json};
use std::{
    fs,
    io::{self, Write as _},
};

fn main() -> Result<()> {
    match std::env::args().nth(1).as_deref() {
        Some("release") => release(),
        Some("table") => table(),
        _ => bail!("expected `release` or `table`"),
    }
}

fn release() -> Result<()> {
    for record in records() {
        let subject = record.subject();
        let before = files::released(&subject);
        if before.last().is_some_and(|last| same(last, record.schema)) {
            continue;
        }
        for (version, other) in (1..).zip(&before) {
            let verdict = SchemaCompatibility::mutual_read(
                &Schema::parse_str(other)?,
                &Schema::parse_str(record.schema)?,
            );
            ensure!(
                verdict == Ok(Compatibility::Full),
                "{subject} cannot be released: version {version} and it do not read each other. \
                 Keep the fields, or make a record on the next version of the topic (docs/EVENTS.md)."
            );
        }
        keep(&record, before.len() + 1)?;
        writeln!(io::stdout(), "{subject}: version {}", before.len() + 1)?;
    }
    Ok(())
}

fn same(one: &str, other: &str) -> bool {
    let json = |text| serde_json::from_str::<Json>(text).ok();
    json(one) == json(other)
}

fn keep(record: &Record, version: usize) -> Result<()> {
    let file = |folder: &str, extension: &str| {
        let folder = files::schemas().join(folder);
        fs::create_dir_all(&folder)?;
        let file = folder.join(format!("{}.{version}.{extension}", record.subject()));
        ensure!(!file.exists(), "{} is there already, and what was released never changes", file.display());
        Ok(file)
    };
    let schema = Schema::parse_str(record.schema)?;
    let golden: Vec<String> = samples::samples()
        .into_iter()
        .filter(|fact| fact.type_name() == record.type_name)
        .map(|fact| {
            let datum = fact.to_avro_datum()?;
            let hexadecimal: String = datum.iter().map(|byte| format!("{byte:02x}")).collect();
            Ok(json!({ "datum": hexadecimal, "event": files::json(&schema, &datum) }).to_string())
        })
        .collect::<Result<_>>()?;
    ensure!(!golden.is_empty(), "{} has no sample in tests/events/samples.rs", record.type_name);
    fs::write(file("golden", "json")?, format!("[\n{}\n]\n", golden.join(",\n")))?;
    fs::write(file("released", "avsc")?, record.schema)?;
    Ok(())
}

fn table() -> Result<()> {
    const BEGIN: &str = "<!-- The table is made from schemas/catalog.toml. -->\n\n";
    let path = files::root().join("docs/EVENTS.md");
    let page = fs::read_to_string(&path).context("docs/EVENTS.md")?;
    let (head, rest) = page.split_once(BEGIN).context("no place for the table")?;
    let (_, tail) = rest.split_once("\n\n").context("no end of the table")?;
    let table = Catalog::embedded()?.table();
    fs::write(path, format!("{head}{BEGIN}{table}\n{tail}"))?;
    Ok(())
}

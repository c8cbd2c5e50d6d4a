//! The rules of the catalogue and the schemas, as a list of what breaks them.

use apache_avro::Schema;
use events::catalog::{Catalog, Topic};
use serde_json::Value as Json;
use std::collections::{BTreeMap, BTreeSet};

/// Names of fields that would hold personal data.
const PERSONAL: [&str; 12] = [
    "address",
    "birth_date",
    "country",
    "email",
    "family_name",
    "first_name",
    "full_name",
    "given_name",
    "ip",
    "last_name",
    "phone",
    "username",
];

/// What is wrong with a catalogue and the schema files beside it; nothing when all rules hold.
pub fn faults(catalog: &Catalog, files: &BTreeMap<String, String>) -> Vec<String> {
    let mut found = Vec::new();
    for topic in &catalog.topics {
        found
            .extend(topic_faults(catalog, topic).into_iter().map(|fault| format!("{}: {fault}", topic.name)));
        for file in &topic.records {
            let schema = files.get(file).and_then(|text| serde_json::from_str(text).ok());
            let faults = match schema {
                Some(schema) => record_faults(topic, file, &schema, &files[file]),
                None => vec!["is no JSON file under schemas/".to_owned()],
            };
            found.extend(faults.into_iter().map(|fault| format!("{file}: {fault}")));
        }
    }
    found.extend(twice(catalog.topics.iter().map(|topic| &topic.name)));
    found.extend(twice(catalog.topics.iter().flat_map(|topic| &topic.records)));
    let listed: BTreeSet<_> = catalog.topics.iter().flat_map(|topic| &topic.records).collect();
    found.extend(
        files.keys().filter(|file| !listed.contains(file)).map(|file| format!("{file}: is on no topic")),
    );
    found
}

fn twice<'n>(names: impl Iterator<Item = &'n String>) -> Vec<String> {
    let mut seen = BTreeSet::new();
    names.filter(|name| !seen.insert(*name)).map(|name| format!("{name}: is there twice")).collect()
}

fn topic_faults(catalog: &Catalog, topic: &Topic) -> Vec<String> {
    let mut found = Vec::new();
    let mut must = |holds: bool, fault: &str| {
        if !holds {
            found.push(fault.to_owned());
        }
    };
    let service = |name: &&str| catalog.services.iter().any(|service| service == name);
    let read = !topic.readers().is_empty();

    must(service(&topic.owner.as_str()), "its owner is no service");
    must(topic.producers().iter().all(service), "a producer is no service");
    must(topic.readers().iter().all(service), "a reader is no service");
    must(
        read || topic.planned || topic.kept_for.is_some(),
        "nobody reads it, and it does not say who it is for",
    );
    must(!read || topic.kept_for.is_none(), "it is for whoever reads it");
    must(topic.partitions > 0, "it has no partitions");
    must(topic.compacted != topic.retention.is_some(), "it is either kept for a time or compacted");
    must(topic.planned == topic.records.is_empty(), "it has records exactly when it is not planned");
    must(!topic.about.is_empty(), "it does not say what it tells");
    found
}

fn record_faults(topic: &Topic, file: &str, schema: &Json, text: &str) -> Vec<String> {
    let mut found = Vec::new();
    let namespace = schema["namespace"].as_str().unwrap_or_default();
    let name = schema["name"].as_str().unwrap_or_default();

    if let Err(error) = Schema::parse_str(text) {
        found.push(format!("is no Avro schema: {error}"));
    }
    if !file.starts_with(&format!("{}/", topic.owner)) {
        found.push("is not in the folder of the topic's owner".to_owned());
    }
    if file_of(namespace, name) != file {
        found.push(format!("{namespace}.{name} belongs in {}", file_of(namespace, name)));
    }
    let key =
        schema["fields"].as_array().into_iter().flatten().find(|field| field["name"] == topic.key.as_str());
    if !key.is_some_and(|key| key["type"] == "string" || key["type"]["type"] == "enum") {
        found.push(format!("the key {} is no text field of it", topic.key));
    }
    definition_faults(schema, name, topic.personal_data, &mut found);
    found
}

/// `tall.thematic_cards` and `CardReviewed` are in `thematic-cards/card.reviewed.avsc`.
fn file_of(namespace: &str, name: &str) -> String {
    let folder = namespace.trim_start_matches("tall.").replace('_', "-").replace('.', "/");
    let words = name.split_inclusive(|_: char| true).fold(String::new(), |words, letter| {
        let begins = letter.chars().all(char::is_uppercase) && !words.is_empty();
        words + if begins { "." } else { "" } + &letter.to_lowercase()
    });
    format!("{folder}/{words}.avsc")
}

/// Walks a definition of a named type and all that are within it.
fn definition_faults(definition: &Json, path: &str, personal_data: bool, found: &mut Vec<String>) {
    if definition["doc"].as_str().is_none_or(|doc| doc.trim().is_empty()) {
        found.push(format!("{path} has no doc"));
    }
    for field in definition["fields"].as_array().into_iter().flatten() {
        field_faults(field, path, personal_data, found);
    }
    if definition["type"] == "enum" {
        let closed = definition["doc"].as_str().is_some_and(|doc| doc.contains("Closed:"));
        if closed == definition.get("default").is_some() {
            found.push(format!(
                "{path} says why it is closed, or has a default that a later symbol is read as"
            ));
        }
    }
}

fn field_faults(field: &Json, path: &str, personal_data: bool, found: &mut Vec<String>) {
    let name = field["name"].as_str().unwrap_or_default();
    let path = format!("{path}.{name}");
    if field["doc"].as_str().is_none_or(|doc| doc.trim().is_empty()) {
        found.push(format!("{path} has no doc"));
    }
    if !name.starts_with(|first: char| first.is_ascii_lowercase())
        || !name.chars().all(|letter| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '_')
    {
        found.push(format!("{path} is not in snake case"));
    }
    if PERSONAL.contains(&name) && !personal_data {
        found.push(format!("{path} would be personal data"));
    }
    if let Some(variants) = field["type"].as_array()
        && (variants.first() != Some(&Json::from("null")) || field.get("default") != Some(&Json::Null))
    {
        found.push(format!("{path} may be one of several, so null is first and the default"));
    }
    type_faults(&field["type"], &path, personal_data, found);
}

fn type_faults(of: &Json, path: &str, personal_data: bool, found: &mut Vec<String>) {
    if let Some(variants) = of.as_array() {
        variants.iter().for_each(|variant| type_faults(variant, path, personal_data, found));
        return;
    }
    match of["type"].as_str() {
        Some("record" | "enum") => definition_faults(of, path, personal_data, found),
        Some("array") => type_faults(&of["items"], path, personal_data, found),
        Some("map") => type_faults(&of["values"], path, personal_data, found),
        Some("long") if of["logicalType"] == "timestamp-millis" => {}
        Some(other) => found.push(format!("{path} is {other}: an event has none of those")),
        None => {}
    }
}

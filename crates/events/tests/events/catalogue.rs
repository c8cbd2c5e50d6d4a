use crate::{files, walk::faults};
use events::{
    Language, Level, PartOfSpeech,
    admin::{Article, Auxiliary, ContentKind},
    catalog::{self, Catalog, Retention},
    cron_utility::BrokerState,
    learning_cards::{WordAsk, WordCycle, WordSource, WordStage, WordStep},
    pii::{AccessDecision, ActorKind},
    profile::{
        self, AccountStatus, AddressTarget, IdentityChange, MfaChange, PasswordChangeMethod, Platform,
        RevocationReason, Role, ThrottleScope,
    },
    records,
    thematic_cards::{AnswerWay, CardKind, CardState, Rating, RescheduleCause, WordChange},
};
use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};

/// Every `.avsc` that an owner has, by its path relative to `schemas/`. Released copies are not among them.
fn owned() -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    collect(&files::schemas(), &mut found);
    found.retain(|path, _| !path.starts_with("released/"));
    found
}

fn collect(folder: &Path, found: &mut BTreeMap<String, String>) {
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            collect(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "avsc") {
            let relative =
                path.strip_prefix(files::schemas()).expect("below schemas").to_string_lossy().into_owned();
            found.insert(relative, fs::read_to_string(&path).expect("text"));
        }
    }
}

fn embedded() -> Catalog {
    Catalog::embedded().expect("a catalogue")
}

#[test]
fn every_rule_holds() {
    assert_eq!(faults(&embedded(), &owned()), Vec::<String>::new());
}

#[test]
fn every_record_of_the_catalogue_is_a_type_and_every_type_is_in_it() {
    let files = owned();
    let listed: BTreeSet<_> = embedded()
        .topics
        .iter()
        .flat_map(|topic| {
            topic.records.iter().map(|file| (topic.name.clone(), file.clone(), files[file].clone()))
        })
        .collect();
    let typed: BTreeSet<_> =
        records().map(|record| (record.topic.to_owned(), record.file(), record.schema.to_owned())).collect();
    assert_eq!(typed, listed);
}

#[test]
fn the_name_of_a_type_is_that_of_its_schema() {
    for record in records() {
        let schema: serde_json::Value = serde_json::from_str(record.schema).expect("JSON");
        let name = format!(
            "{}.{}",
            schema["namespace"].as_str().expect("text"),
            schema["name"].as_str().expect("text")
        );
        assert_eq!(record.type_name, name);
    }
}

#[test]
fn every_subject_is_there_once() {
    let subjects = embedded().subjects();
    let names: BTreeSet<_> = subjects.iter().map(|subject| &subject.name).collect();
    assert_eq!(names.len(), records().count());
    assert!(
        subjects.iter().any(|subject| subject.name == "vocab.progress.v1-tall.thematic_cards.CardReviewed"
            && subject.file == "thematic-cards/card.reviewed.avsc")
    );
}

#[test]
fn every_service_but_their_author_follows_revocations_and_client_policy() {
    let catalog = embedded();
    for name in ["user.security.v1", "client.policy.v1"] {
        let topic = catalog.topic(name).expect("a topic");
        let others: Vec<_> = catalog.services.iter().filter(|service| **service != topic.owner).collect();
        assert_eq!(topic.followers.iter().collect::<Vec<_>>(), others, "{name}");
    }
}

#[test]
fn a_topic_that_no_service_reads_may_say_who_it_is_for() {
    let catalogue =
        CATALOGUE.replacen("consumers = [\"cron-utility\"]", "consumers = []\nkept_for = \"auditors\"", 1);
    let catalog = Catalog::parse(&catalogue).expect("a catalogue");
    let files = BTreeMap::from([("profile/thing.happened.avsc".to_owned(), SCHEMA.to_owned())]);
    assert_eq!(faults(&catalog, &files), Vec::<String>::new());
    assert!(catalog.table().contains("| 90 days | auditors |  |"), "{}", catalog.table());
}

#[test]
fn whoever_keeps_something_of_a_person_answers_for_it() {
    let catalog = embedded();
    let answering = catalog.answering();
    let planned = &catalog.planned_services;
    let there: Vec<_> = catalog.services.iter().filter(|service| !planned.contains(service)).collect();
    assert_eq!(answering, there, "each service that is there hears of requests and may reply");
    let asked = catalog.topic("user.pii.v1").expect("a topic").readers();
    assert!(answering.iter().all(|service| asked.contains(service)), "{asked:?}");
}

#[test]
fn a_planned_service_is_not_there_yet() {
    let catalog = embedded();
    for service in &catalog.services {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../services");
        let there = std::path::Path::new(folder).join(service).join("src").is_dir();
        assert_ne!(there, catalog.planned_services.contains(service), "{service}");
    }
}

#[test]
fn only_the_intake_may_hold_personal_data() {
    let catalog = embedded();
    let personal: Vec<_> = catalog.topics.iter().filter(|topic| topic.personal_data).collect();
    assert_eq!(personal.iter().map(|topic| &topic.name).collect::<Vec<_>>(), ["pii.intake.v1"]);
    assert_eq!(personal[0].readers(), ["pii"]);
    assert_eq!(personal[0].producers(), ["profile"]);
}

#[test]
fn a_topic_that_is_consumed_has_dead_letters() {
    let catalog = embedded();
    let topic = catalog.topic("pii.intake.v1").expect("a topic");
    assert_eq!(catalog.dead_letters_of(topic).as_deref(), Some("pii.intake.v1.dlq"));
}

#[test]
fn a_retention_is_in_milliseconds_for_kafka() {
    assert_eq!(Retention::Days(90).millis(), 7_776_000_000);
    assert_eq!(Retention::Forever.millis(), -1);
}

/// Symbol by symbol, in order: apache-avro writes a variant by its place.
#[test]
fn the_enums_are_those_of_the_schemas() {
    let mut defined = BTreeMap::new();
    for (file, text) in owned() {
        enums(&serde_json::from_str(&text).expect("JSON"), &file, &mut defined);
    }
    let mut typed = BTreeMap::new();
    macro_rules! typed {
        ($($name:literal: $symbols:ty,)+) => {$(
            let symbols: Vec<_> = <$symbols>::ALL.iter().map(|symbol| symbol.as_str().to_owned()).collect();
            for symbol in <$symbols>::ALL {
                assert_eq!(symbol.as_str().parse(), Ok(*symbol));
                assert_eq!(serde_json::to_value(symbol).expect("text"), symbol.as_str());
            }
            assert!("".parse::<$symbols>().is_err());
            typed.insert($name.to_owned(), BTreeSet::from([symbols]));
        )+};
    }
    typed! {
        "AccessDecision": AccessDecision, "AccountStatus": AccountStatus, "ActorKind": ActorKind,
        "AddressTarget": AddressTarget, "AnswerWay": AnswerWay, "Article": Article,
        "Auxiliary": Auxiliary, "BrokerState": BrokerState, "CardKind": CardKind, "CardState": CardState,
        "ContentKind": ContentKind, "IdentityChange": IdentityChange, "Language": Language, "Level": Level, "MfaChange": MfaChange,
        "PartOfSpeech": PartOfSpeech, "PasswordChangeMethod": PasswordChangeMethod, "Platform": Platform,
        "Rating": Rating, "RescheduleCause": RescheduleCause, "RevocationReason": RevocationReason, "Role": Role,
        "ThrottleScope": ThrottleScope,
        "WordAsk": WordAsk, "WordChange": WordChange, "WordCycle": WordCycle, "WordSource": WordSource,
        "WordStage": WordStage, "WordStep": WordStep, "v1.Locale": profile::v1::Locale, "v1.Role": profile::v1::Role,
    }
    assert_eq!(typed, defined);
}

fn enums(schema: &serde_json::Value, file: &str, found: &mut BTreeMap<String, BTreeSet<Vec<String>>>) {
    if let Some(all) = schema.as_array() {
        return all.iter().for_each(|one| enums(one, file, found));
    }
    let Some(object) = schema.as_object() else { return };
    if schema["type"] == "enum" {
        let version = if file.contains("/v1/") { "v1." } else { "" };
        let symbols = schema["symbols"].as_array().expect("symbols").iter();
        let symbols = symbols.map(|symbol| symbol.as_str().expect("text").to_owned()).collect();
        let name = format!("{version}{}", schema["name"].as_str().expect("text"));
        found.entry(name).or_default().insert(symbols);
    }
    object.values().for_each(|value| enums(value, file, found));
}

#[test]
fn a_text_that_is_no_symbol_is_told_what_would_be() {
    let told = "admin".parse::<Role>().expect_err("no role").to_string();
    assert_eq!(told, "none of: technical_admin, educational_admin, teacher, student");
}

/// What the walk says when one text of a sound catalogue, or of its only schema, is another.
fn told(catalogue: (&str, &str), schema: (&str, &str)) -> String {
    let replace = |text: &str, (from, to): (&str, &str)| {
        assert!(text.contains(from), "{from} is not there to be replaced");
        text.replacen(from, to, 1)
    };
    let files = BTreeMap::from([("profile/thing.happened.avsc".to_owned(), replace(SCHEMA, schema))]);
    match Catalog::parse(&replace(CATALOGUE, catalogue)) {
        Ok(catalog) => faults(&catalog, &files).join("; "),
        Err(error) => error.message().to_owned(),
    }
}

const SAME: (&str, &str) = ("", "");

const CATALOGUE: &str = r#"
services = ["profile", "cron-utility"]

[dead_letters]
suffix = ".dlq"
partitions = 1
retention = "30d"

[[topic]]
name = "things.v1"
about = "things"
owner = "profile"
key = "user_id"
partitions = 1
retention = "90d"
compatibility = "FULL_TRANSITIVE"
consumers = ["cron-utility"]
personal_data = false
records = ["profile/thing.happened.avsc"]
"#;

const SCHEMA: &str = r#"{
    "type": "record", "name": "ThingHappened", "namespace": "tall.profile", "doc": "A thing happened.",
    "fields": [
        {"name": "user_id", "type": "string", "doc": "To whom."},
        {"name": "what", "doc": "What.", "type":
            {"type": "enum", "name": "What", "doc": "Of what kind.", "symbols": ["unknown", "good"], "default": "unknown"}},
        {"name": "note", "type": ["null", "string"], "default": null, "doc": "More."},
        {"name": "happened_at", "type": {"type": "long", "logicalType": "timestamp-millis"}, "doc": "When."}
    ]
}"#;

#[test]
fn a_sound_catalogue_has_no_faults() {
    assert_eq!(told(SAME, SAME), "");
}

macro_rules! refused {
    ($($name:ident: $catalogue:expr, $schema:expr => $told:literal;)+) => {$(
        #[test]
        fn $name() {
            assert_eq!(told($catalogue, $schema), $told);
        }
    )+};
}

refused! {
    a_topic_without_an_owner: ("owner = \"profile\"", ""), SAME => "missing field `owner`";
    a_topic_without_a_key: ("key = \"user_id\"", ""), SAME => "missing field `key`";
    a_topic_without_a_personal_data_flag: ("personal_data = false", ""), SAME => "missing field `personal_data`";
    a_topic_with_a_misspelt_entry: ("about", "abuot"), SAME =>
        "unknown field `abuot`, expected one of `name`, `about`, `owner`, `producers`, `key`, `partitions`, `retention`, `compacted`, `compatibility`, `consumers`, `followers`, `kept_for`, `personal_data`, `records`, `planned`";
    an_owner_that_is_no_service: ("owner = \"profile\"", "owner = \"profil\""), SAME =>
        "things.v1: its owner is no service; things.v1: a producer is no service; profile/thing.happened.avsc: is not in the folder of the topic's owner";
    a_reader_that_is_no_service: ("consumers = [", "consumers = [\"lobbby\", "), SAME => "things.v1: a reader is no service";
    a_producer_that_is_no_service: ("partitions = 1\nretention = \"90d\"", "partitions = 1\nretention = \"90d\"\nproducers = [\"x\"]"), SAME =>
        "things.v1: a producer is no service";
    a_record_without_a_reader: ("[\"cron-utility\"]", "[]"), SAME =>
        "things.v1: nobody reads it, and it does not say who it is for";
    a_topic_that_is_read_and_for_others: ("personal_data =", "kept_for = \"auditors\"\npersonal_data ="), SAME =>
        "things.v1: it is for whoever reads it";
    a_topic_kept_for_no_time: ("retention = \"90d\"", ""), SAME => "things.v1: it is either kept for a time or compacted";
    a_topic_kept_and_compacted: ("retention = \"90d\"", "retention = \"90d\"\ncompacted = true"), SAME =>
        "things.v1: it is either kept for a time or compacted";
    a_retention_of_no_days: ("90d", "0d"), SAME => "a retention is whole days as \"90d\", or \"forever\"";
    a_weaker_compatibility: ("FULL_TRANSITIVE", "BACKWARD"), SAME => "unknown variant `BACKWARD`, expected `FULL_TRANSITIVE`";
    a_topic_without_partitions: ("key = \"user_id\"\npartitions = 1", "key = \"user_id\"\npartitions = 0"), SAME => "things.v1: it has no partitions";
    a_topic_that_says_nothing: ("\"things\"", "\"\""), SAME => "things.v1: it does not say what it tells";
    a_topic_without_records: ("[\"profile/thing.happened.avsc\"]", "[]"), SAME =>
        "things.v1: it has records exactly when it is not planned; profile/thing.happened.avsc: is on no topic";
    a_planned_topic_with_records: ("records =", "planned = true\nrecords ="), SAME =>
        "things.v1: it has records exactly when it is not planned";
    a_record_listed_twice: ("[\"profile/thing.happened.avsc\"]", "[\"profile/thing.happened.avsc\", \"profile/thing.happened.avsc\"]"), SAME =>
        "profile/thing.happened.avsc: is there twice";
    a_record_that_is_no_file: ("thing.happened", "thing.hapened"), SAME =>
        "profile/thing.hapened.avsc: is no JSON file under schemas/; profile/thing.happened.avsc: is on no topic";
    a_key_that_is_no_field: ("key = \"user_id\"", "key = \"card_id\""), SAME =>
        "profile/thing.happened.avsc: the key card_id is no text field of it";
    a_key_that_is_no_text: ("key = \"user_id\"", "key = \"happened_at\""), SAME =>
        "profile/thing.happened.avsc: the key happened_at is no text field of it";
    a_record_without_a_doc: SAME, ("\"doc\": \"A thing happened.\"", "\"doc\": \" \"") =>
        "profile/thing.happened.avsc: ThingHappened has no doc";
    a_field_without_a_doc: SAME, (", \"doc\": \"To whom.\"", "") =>
        "profile/thing.happened.avsc: ThingHappened.user_id has no doc";
    an_enum_without_a_doc: SAME, (" \"doc\": \"Of what kind.\",", "") =>
        "profile/thing.happened.avsc: ThingHappened.what has no doc";
    an_enum_that_cannot_grow: SAME, (", \"default\": \"unknown\"", "") =>
        "profile/thing.happened.avsc: ThingHappened.what says why it is closed, or has a default that a later symbol is read as";
    an_optional_field_without_a_default: SAME, (" \"default\": null,", "") =>
        "profile/thing.happened.avsc: ThingHappened.note may be one of several, so null is first and the default";
    a_field_that_is_not_in_snake_case: SAME, ("\"note\"", "\"moreNotes\"") =>
        "profile/thing.happened.avsc: ThingHappened.moreNotes is not in snake case";
    a_field_of_personal_data: SAME, ("\"note\"", "\"email\"") =>
        "profile/thing.happened.avsc: ThingHappened.email would be personal data";
    an_instant_in_microseconds: SAME, ("timestamp-millis", "timestamp-micros") =>
        "profile/thing.happened.avsc: ThingHappened.happened_at is long: an event has none of those";
    a_record_in_the_wrong_file: SAME, ("ThingHappened", "ThingOccurred") =>
        "profile/thing.happened.avsc: tall.profile.ThingOccurred belongs in profile/thing.occurred.avsc";
    a_record_of_another_namespace: SAME, ("tall.profile", "tall.admin") =>
        "profile/thing.happened.avsc: tall.admin.ThingHappened belongs in admin/thing.happened.avsc";
    a_file_that_is_no_json: SAME, ("\"fields\"", "fields") => "profile/thing.happened.avsc: is no JSON file under schemas/";
}

#[test]
fn a_file_that_is_no_schema_is_told_with_the_reason() {
    let told = told(SAME, ("\"type\": \"string\"", "\"type\": \"strin\""));
    assert!(told.starts_with("profile/thing.happened.avsc: is no Avro schema"), "{told}");
}

#[test]
fn the_text_of_the_catalogue_is_the_file() {
    let file = std::fs::read_to_string(files::schemas().join("catalog.toml")).expect("text");
    assert_eq!(catalog::TEXT, file);
}

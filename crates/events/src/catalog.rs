//! `schemas/catalog.toml`: every topic, who owns it, who reads it. Provisioning, the registry, the documents and the tests
//! read the same file.

use serde::Deserialize;
use std::fmt::{self, Write as _};

/// The text of `schemas/catalog.toml` of this release.
pub const TEXT: &str = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/../../schemas/catalog.toml"));

/// Where services answer to exports and erasures.
const REPLIES: &str = "gdpr.replies.v1";

/// Every topic of the fleet.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Catalog {
    /// Every service, by the name that is its Kafka principal and its consumer group.
    pub services: Vec<String>,
    /// Those of them that are not there yet.
    #[serde(default)]
    pub planned_services: Vec<String>,
    /// What a topic of dead letters is made with.
    pub dead_letters: DeadLetters,
    /// The topics.
    #[serde(rename = "topic")]
    pub topics: Vec<Topic>,
}

/// What each topic of dead letters is made with.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DeadLetters {
    /// What follows the name of the topic that the letters came from.
    pub suffix: String,
    /// How many partitions.
    pub partitions: u32,
    /// How long a letter is kept.
    pub retention: Retention,
}

/// One topic.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Topic {
    /// Its name in Kafka.
    pub name: String,
    /// What it tells, in a few words.
    pub about: String,
    /// The service whose records are on it.
    pub owner: String,
    /// Who may write it, when that is not the owner alone.
    #[serde(default)]
    producers: Vec<String>,
    /// The field of every record that is its Kafka key.
    pub key: String,
    /// How many partitions.
    pub partitions: u32,
    /// How long a record is kept; `None` for a compacted topic.
    pub retention: Option<Retention>,
    /// Whether the last record per key is kept for ever.
    #[serde(default)]
    pub compacted: bool,
    /// The registry's rule for the subjects of its records.
    pub compatibility: Compatibility,
    /// Services that read it in their consumer group.
    pub consumers: Vec<String>,
    /// Services whose every instance reads it whole, without a group.
    #[serde(default)]
    pub followers: Vec<String>,
    /// Who it is for while no service reads it.
    #[serde(default)]
    pub kept_for: Option<String>,
    /// Whether its records hold personal data, sealed.
    pub personal_data: bool,
    /// The files of its records, relative to `schemas/`.
    #[serde(default)]
    pub records: Vec<String>,
    /// Whether its owner publishes nothing yet.
    #[serde(default)]
    pub planned: bool,
}

/// How long a record is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub enum Retention {
    /// Until it is deleted by hand.
    Forever,
    /// This many days.
    Days(u32),
}

impl Retention {
    /// As Kafka's `retention.ms`: -1 for ever.
    pub fn millis(self) -> i64 {
        const DAY: i64 = 24 * 60 * 60 * 1000;
        match self {
            Self::Forever => -1,
            Self::Days(days) => i64::from(days) * DAY,
        }
    }
}

impl TryFrom<String> for Retention {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        if text == "forever" {
            return Ok(Self::Forever);
        }
        let days = text.strip_suffix('d').and_then(|days| days.parse().ok()).filter(|days| *days > 0);
        days.map(Self::Days).ok_or("a retention is whole days as \"90d\", or \"forever\"")
    }
}

impl fmt::Display for Retention {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Forever => formatter.write_str("forever"),
            Self::Days(days) => write!(formatter, "{days} days"),
        }
    }
}

/// The registry's compatibility levels that a topic may have.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
pub enum Compatibility {
    /// Every version reads every other, in both directions.
    #[serde(rename = "FULL_TRANSITIVE")]
    FullTransitive,
}

impl Compatibility {
    /// As the registry writes it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::FullTransitive => "FULL_TRANSITIVE",
        }
    }
}

/// What the registry is to know: one record on one topic.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Subject {
    /// The subject's name, by the strategy `TopicRecordName`.
    pub name: String,
    /// The file of the schema, relative to `schemas/`.
    pub file: String,
    /// The rule for its versions.
    pub compatibility: Compatibility,
    /// The text of the schema.
    pub schema: &'static str,
}

impl Catalog {
    /// The catalogue of this release.
    ///
    /// # Errors
    /// When the file is no catalogue, which a test of this crate rules out.
    pub fn embedded() -> Result<Self, toml::de::Error> {
        Self::parse(TEXT)
    }

    /// A catalogue from its text.
    ///
    /// # Errors
    /// When it is no TOML, or a topic lacks something or has something unknown.
    pub fn parse(text: &str) -> Result<Self, toml::de::Error> {
        toml::from_str(text)
    }

    /// The topic of this name.
    pub fn topic(&self, name: &str) -> Option<&Topic> {
        self.topics.iter().find(|topic| topic.name == name)
    }

    /// The topic that takes what the consumers of `topic` cannot read. One that nobody consumes has none.
    pub fn dead_letters_of(&self, topic: &Topic) -> Option<String> {
        (!topic.consumers.is_empty()).then(|| format!("{}{}", topic.name, self.dead_letters.suffix))
    }

    /// Every subject that the registry is to know.
    pub fn subjects(&self) -> Vec<Subject> {
        let subject = |record: crate::Record| {
            let topic = self.topic(record.topic)?;
            let (name, file, schema) = (record.subject(), record.file(), record.schema);
            Some(Subject { name, file, compatibility: topic.compatibility, schema })
        };
        crate::records().filter_map(subject).collect()
    }

    /// The services that answer when a person asks for their data, or to be forgotten: each that is there and may write
    /// `gdpr.replies.v1`, and its owner.
    pub fn answering(&self) -> Vec<&str> {
        let Some(replies) = self.topic(REPLIES) else { return Vec::new() };
        let producers = replies.producers();
        let there = |service: &&str| !self.planned_services.iter().any(|planned| planned == service);
        let answers = |service: &&str| *service == replies.owner || producers.contains(service);
        self.services.iter().map(String::as_str).filter(there).filter(answers).collect()
    }

    /// The table of topics, as Markdown.
    pub fn table(&self) -> String {
        let mut table = String::from(
            "| Topic | What it tells | Owner | Key | Partitions | Kept | Read by | Records |\n\
             |---|---|---|---|---|---|---|---|\n",
        );
        for topic in &self.topics {
            topic.row(&self.services, &mut table);
        }
        let letters = &self.dead_letters;
        let _ = writeln!(
            table,
            "| `<topic>{}` | what a consumer could not read | the consumer | as the topic | {} | {} | operators | \
             the original bytes |",
            letters.suffix, letters.partitions, letters.retention
        );
        table
    }
}

impl Topic {
    /// The services that may write it.
    pub fn producers(&self) -> Vec<&str> {
        if self.producers.is_empty() {
            vec![&self.owner]
        } else {
            self.producers.iter().map(String::as_str).collect()
        }
    }

    /// The services that may read it, in a group or without.
    pub fn readers(&self) -> Vec<&str> {
        let mut readers: Vec<_> = self.consumers.iter().chain(&self.followers).map(String::as_str).collect();
        readers.sort_unstable();
        readers.dedup();
        readers
    }

    fn row(&self, services: &[String], table: &mut String) {
        let kept = match self.retention {
            Some(retention) => retention.to_string(),
            None => "last per key".to_owned(),
        };
        let records = if self.planned { "planned".to_owned() } else { self.record_names().join(", ") };
        // Writing to a String cannot fail.
        let _ = writeln!(
            table,
            "| `{}` | {} | {} | `{}` | {} | {} | {} | {} |",
            self.name,
            self.about,
            list(&self.producers(), services),
            self.key,
            self.partitions,
            kept,
            self.read_by(services),
            records,
        );
    }

    fn read_by(&self, services: &[String]) -> String {
        match (self.readers().as_slice(), &self.kept_for) {
            ([], Some(others)) => others.clone(),
            ([], None) => "nobody yet".to_owned(),
            (readers, _) => list(readers, services),
        }
    }

    fn record_names(&self) -> Vec<&'static str> {
        let here = crate::records().filter(|record| record.topic == self.name);
        here.map(|record| record.name()).collect()
    }
}

/// Names of services, or who is missing when nearly all are there.
fn list(names: &[&str], services: &[String]) -> String {
    let missing: Vec<_> = services.iter().filter(|service| !names.contains(&service.as_str())).collect();
    match missing.as_slice() {
        [] => "every service".to_owned(),
        [one] => format!("every service but {one}"),
        _ => names.join(", "),
    }
}

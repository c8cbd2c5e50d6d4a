use crate::Fact;
use serde::{Serialize, de::DeserializeOwned};
use std::fmt::Debug;

/// A fact in the past tense that one service publishes for the others: one Avro record on one topic.
pub trait Event: Serialize + DeserializeOwned + Clone + Debug + PartialEq + Send + Sync + 'static {
    /// The topic that it is published on, such as `vocab.progress.v1`.
    const TOPIC: &'static str;
    /// The full name of its Avro record, such as `tall.thematic_cards.CardReviewed`.
    const TYPE: &'static str;
    /// Its Avro schema: the text of the `.avsc` file under `schemas/`.
    const SCHEMA: &'static str;

    /// The Kafka key: order is kept among events of one key. The value of the record's key field, as text.
    fn key(&self) -> String;

    /// The same fact as it is published on the topic of the version before, for [`DualPublished`] events.
    fn older(&self) -> Option<Fact> {
        None
    }
}

/// An event that is published in two versions at once, while its readers move from the older to the newer topic.
///
/// Law: `up(v1).down() == v1` for every `v1`, so that a reader that moved sees all that it saw before.
pub trait DualPublished: Event {
    /// The same fact in the version before, on a topic of its own.
    type V1: Event;

    /// This fact as the older version tells it.
    fn down(&self) -> Self::V1;

    /// The older fact as this version tells it. What only this version knows is absent or its default.
    fn up(older: Self::V1) -> Self;
}

/// Makes a type an [`Event`]: its topic, its record, the file of its schema under `schemas/`, its key field, and, when
/// it is dual published, `older` for the version before.
macro_rules! event {
    ($event:ident: $topic:expr, $record:literal, $file:literal, key $key:ident $(, $older:ident)?) => {
        impl $crate::Event for $event {
            const TOPIC: &'static str = $topic;
            const TYPE: &'static str = $record;
            const SCHEMA: &'static str = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/../../schemas/", $file));

            fn key(&self) -> String {
                self.$key.to_string()
            }

            $(
                fn $older(&self) -> Option<$crate::Fact> {
                    Some($crate::Fact::of($crate::DualPublished::down(self)))
                }
            )?
        }
    };
}

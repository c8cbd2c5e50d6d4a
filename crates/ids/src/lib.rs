#![doc = include_str!("../README.md")]
#![deny(missing_docs)]

mod product;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use std::{fmt, str::FromStr};
use uuid::{Builder, Uuid};

pub use product::{NotAProductId, ProductId};

/// The name space of ids that follow from the name of a content item, such as `word/thuis/a1/huis`.
///
/// It never changes: a change would give every published item a new identity.
pub const CONTENT: Uuid = Uuid::from_u128(0x8f1d_6a0e_4c57_5b2a_9a43_21d7_0c6e_b5f4);

/// A text that is no id.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not an id: expected a UUID in its hyphenated form")]
pub struct NotAnId;

/// Parses the hyphenated form only, so that an id has one spelling up to case.
fn parse(text: &str) -> Result<Uuid, NotAnId> {
    const HYPHENATED: usize = 36;
    if text.len() != HYPHENATED {
        return Err(NotAnId);
    }
    Uuid::try_parse(text).map_err(|_| NotAnId)
}

struct IdText;

impl de::Visitor<'_> for IdText {
    type Value = Uuid;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a UUID in its hyphenated form")
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Uuid, E> {
        parse(text).map_err(|_| E::invalid_value(de::Unexpected::Str(text), &self))
    }
}

macro_rules! ids {
    ($($(#[$doc:meta])+ $name:ident;)+) => {$(
        $(#[$doc])+
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[cfg_attr(feature = "sqlx", derive(sqlx::Type), sqlx(transparent))]
        pub struct $name(Uuid);

        impl $name {
            /// The id with this UUID.
            pub const fn new(uuid: Uuid) -> Self {
                Self(uuid)
            }

            /// A UUIDv7 (RFC 9562): sorted by `at` to the millisecond, `random` below it. An instant before 1970
            /// counts as 1970.
            pub fn v7(at: DateTime<Utc>, random: [u8; 10]) -> Self {
                let millis = u64::try_from(at.timestamp_millis()).unwrap_or_default();
                Self(Builder::from_unix_timestamp_millis(millis, &random).into_uuid())
            }

            /// A UUIDv5 (RFC 9562): the same `name` in the same `namespace` is the same id.
            pub fn derive(namespace: Uuid, name: &str) -> Self {
                Self(Uuid::new_v5(&namespace, name.as_bytes()))
            }

            /// The UUID of this id.
            pub const fn as_uuid(self) -> Uuid {
                self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Display::fmt(&self.0.as_hyphenated(), formatter)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(formatter, concat!(stringify!($name), "({})"), self)
            }
        }

        impl FromStr for $name {
            type Err = NotAnId;

            fn from_str(text: &str) -> Result<Self, NotAnId> {
                parse(text).map(Self)
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                let mut text = [0; uuid::fmt::Hyphenated::LENGTH];
                serializer.serialize_str(self.0.as_hyphenated().encode_lower(&mut text))
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                deserializer.deserialize_str(IdText).map(Self)
            }
        }

        #[cfg(feature = "utoipa")]
        impl utoipa::PartialSchema for $name {
            fn schema() -> utoipa::openapi::RefOr<utoipa::openapi::schema::Schema> {
                use utoipa::openapi::schema::{KnownFormat, ObjectBuilder, SchemaFormat, Type};
                ObjectBuilder::new()
                    .schema_type(Type::String)
                    .format(Some(SchemaFormat::KnownFormat(KnownFormat::Uuid)))
                    .into()
            }
        }

        #[cfg(feature = "utoipa")]
        impl utoipa::ToSchema for $name {
            fn name() -> std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }
        }
    )+};
}

ids! {
    /// A person with an account, in every service. All that a service other than pii knows of them.
    UserId;
    /// One log-in on one device, until it ends: the family of its refresh tokens.
    SessionId;
    /// An installed client, as it names itself.
    DeviceId;
    /// A log-in that waits for its second factor.
    ChallengeId;
    /// An authenticator app of an account, from the moment that its secret is shown.
    EnrolmentId;
    /// A passkey of an account, from the moment that a device is asked for it.
    PasskeyId;
    /// A set of recovery codes, as its caller named it.
    RecoverySetId;
    /// Who somebody is at the provider of their school, linked to their account.
    IdentityId;
    /// A file of people for whom accounts are made.
    UserImportId;
    /// Something that an administrator did.
    ActionId;
    /// A published fact, on every topic that carries it.
    EventId;
    /// An item of content, of any kind.
    ContentId;
    /// A topic at one level: the content item of that topic.
    TopicId;
    /// A word of a topic: the content item of that word.
    WordId;
    /// A word of a student's own dictionary.
    OwnWordId;
    /// A sentence where a student met a word of their own dictionary.
    WordContextId;
    /// A list of words: a student's own, or one that a teacher shares.
    WordListId;
    /// One import of a file into a student's own dictionary.
    WordImportId;
    /// A change that a device made to something: tells changes of one instant apart.
    ChangeId;
    /// The words of one student's week.
    CohortId;
    /// A card: one way of asking one word of one student.
    CardId;
    /// One answer to one card, made by the client that took it.
    ReviewId;
    /// The taking back of an answer to a card.
    UndoId;
    /// Something that a student said of a card without answering it, such as that it is to be asked no more.
    MarkId;
    /// A sitting: the cards that a student takes together.
    StudySessionId;
    /// One import of content files.
    ImportId;
    /// One step in the life of a content item, or of a topic with all its words.
    StepId;
    /// One export of all that is kept of a person.
    ExportId;
    /// One erasure of all that is kept of a person.
    ErasureId;
    /// Why somebody is written to: for one cause there is one mail, and one code in it.
    CauseId;
    /// One entry in the log of consents.
    ConsentId;
}

macro_rules! content {
    ($($name:ident)+) => {$(
        impl From<ContentId> for $name {
            fn from(content: ContentId) -> Self {
                Self(content.0)
            }
        }

        impl From<$name> for ContentId {
            fn from(item: $name) -> Self {
                Self(item.0)
            }
        }
    )+};
}

content! { TopicId WordId }

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::TimeZone;
    use proptest::prelude::*;

    const TEXT: &str = "0193a2b4-7c1d-7e2f-8a3b-4c5d6e7f8091";

    #[test]
    fn an_id_is_text_in_serde() {
        let id: UserId = TEXT.parse().expect("an id");
        let json = serde_json::to_string(&id).expect("text");
        assert_eq!(json, format!("\"{TEXT}\""));
        assert_eq!(serde_json::from_str::<UserId>(&json).expect("the same id"), id);
    }

    #[test]
    fn upper_case_is_the_same_id() {
        assert_eq!(TEXT.to_uppercase().parse::<UserId>(), TEXT.parse());
    }

    #[test]
    fn other_spellings_of_a_uuid_are_refused() {
        for text in [
            "",
            "7",
            &TEXT.replace('-', ""),
            &format!("{{{TEXT}}}"),
            &format!("urn:uuid:{TEXT}"),
            &format!("{TEXT} "),
        ] {
            assert_eq!(text.parse::<UserId>(), Err(NotAnId), "{text:?}");
            assert!(serde_json::from_value::<UserId>(text.to_owned().into()).is_err(), "{text:?}");
        }
    }

    #[test]
    fn debug_names_the_kind() {
        let id: SessionId = TEXT.parse().expect("an id");
        assert_eq!(format!("{id:?}"), format!("SessionId({TEXT})"));
    }

    #[test]
    fn v7_is_version_7_and_keeps_the_instant() {
        let at = Utc.with_ymd_and_hms(2026, 11, 23, 8, 0, 0).unwrap();
        let id = EventId::v7(at, [0xff; 10]).as_uuid();
        assert_eq!(id.get_version_num(), 7);
        let (seconds, nanos) = id.get_timestamp().expect("an instant").to_unix();
        assert_eq!((seconds as i64, nanos), (at.timestamp(), 0));
    }

    #[test]
    fn v7_before_1970_counts_as_1970() {
        let before = Utc.with_ymd_and_hms(1969, 12, 31, 0, 0, 0).unwrap();
        assert_eq!(EventId::v7(before, [1; 10]), EventId::v7(DateTime::UNIX_EPOCH, [1; 10]));
    }

    #[test]
    fn derived_ids_never_change() {
        // Published: a different value here would orphan every card in the field.
        let word = ContentId::derive(CONTENT, "word/thuis/a1/huis");
        assert_eq!(word.to_string(), "444cc67e-25d2-5d64-b8ba-caf6a7f03ab4");
        assert_eq!(word.as_uuid().get_version_num(), 5);
    }

    #[test]
    fn a_word_is_its_content_item() {
        let item = ContentId::derive(CONTENT, "word/thuis/a1/huis");
        assert_eq!(ContentId::from(WordId::from(item)), item);
        assert_eq!(ContentId::from(TopicId::from(item)), item);
    }

    proptest! {
        #[test]
        fn display_and_parse_are_inverse(bits: u128) {
            let id = CardId::new(Uuid::from_u128(bits));
            prop_assert_eq!(id.to_string().parse(), Ok(id));
        }

        #[test]
        fn later_ids_sort_later(earlier in 0i64..4_000_000_000_000, gap in 1i64..1_000_000_000, a: [u8; 10], b: [u8; 10]) {
            let at = |millis| Utc.timestamp_millis_opt(millis).unwrap();
            prop_assert!(EventId::v7(at(earlier), a) < EventId::v7(at(earlier + gap), b));
        }
    }
}

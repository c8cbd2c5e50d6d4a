//! Right contents, for tests of the rules.

use super::content::{Content, Noun, Sentence, Topic, Word, topic_id};
use events::{Level, LocalizedText, PartOfSpeech, admin::Article};
use std::collections::BTreeMap;

pub(crate) fn topic() -> Content {
    Content::Topic(Topic {
        slug: "eten".into(),
        level: Level::A1,
        title: localized("Eten"),
        description: None,
        position: 0,
        licence: "CC-BY-SA-4.0".into(),
    })
}

pub(crate) fn localized(text: &str) -> LocalizedText {
    LocalizedText { nl: text.into(), en: text.into(), ru: text.into() }
}

/// A noun of the topic.
pub(crate) fn word(lemma: &str) -> Content {
    let by_language =
        |text: &str| BTreeMap::from([("en".to_owned(), text.to_owned()), ("ru".to_owned(), text.to_owned())]);
    Content::Word(Word {
        topic_id: topic_id("eten", Level::A1),
        key: lemma.into(),
        level: Level::A1,
        lemma: lemma.into(),
        part_of_speech: PartOfSpeech::Noun,
        noun: Some(Noun { articles: vec![Article::Het], plural: Some("meervoud".into()), diminutive: None }),
        verb: None,
        adjective: None,
        glosses: by_language("gloss").into_iter().map(|(language, text)| (language, vec![text])).collect(),
        examples: vec![Sentence { nl: "Ik eet brood.".into(), translations: by_language("sentence") }],
        ipa: None,
    })
}

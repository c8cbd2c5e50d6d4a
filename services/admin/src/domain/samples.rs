//! Right contents, for tests of the rules.

use super::{
    content::{self, Content, Noun, Sentence, Topic, Word, topic_id},
    mp3::Mp3,
    recording::{Recording, Voice},
};
use events::{Level, LocalizedText, PartOfSpeech, admin::Article};
use ids::ContentId;
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

/// The id of [`word`] with this lemma.
pub(crate) fn word_id(lemma: &str) -> ContentId {
    content::word_id("eten", Level::A1, lemma).into()
}

/// Bytes of one frame of [`sound`].
pub(crate) const FRAME: usize = 104;

/// Silence of so many frames: MPEG 2, 22,050 Hz, 32 kbit/s, one channel.
pub(crate) fn sound(frames: usize) -> Vec<u8> {
    let frame = [[0xff, 0xf3, 0x40, 0xc0].as_slice(), &[0; FRAME - 4]].concat();
    frame.repeat(frames)
}

/// A computer that says `says`; what `frames` tells apart are recordings.
pub(crate) fn computers(says: &str, frames: usize) -> Recording {
    recording(says, frames, Voice::Computer("espeak-ng nl".into()))
}

/// A person who says `says`; what `frames` tells apart are recordings.
pub(crate) fn persons(says: &str, frames: usize) -> Recording {
    recording(says, frames, Voice::Person)
}

fn recording(says: &str, frames: usize, voice: Voice) -> Recording {
    let sound = Mp3::parse(&sound(frames)).expect("a sound");
    Recording::of(&sound, says.into(), voice)
}

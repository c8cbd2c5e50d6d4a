//! What is taught: topics, and words with the kinds of cards that they have.

use super::{
    question::KINDS,
    topic::Topic,
    word::{Entry, Word},
};
use chrono::{DateTime, Utc};
use events::{PartOfSpeech, thematic_cards::CardKind};
use ids::{TopicId, WordId};
use std::{collections::HashMap, sync::Arc};

/// A word, with the kinds of cards that it has.
#[derive(Debug)]
pub struct Lesson {
    /// The word.
    pub id: WordId,
    /// Whether it is taught now. One that was withdrawn can still be answered: a device that was offline has studied it.
    pub taught: bool,
    /// The last version that counts differently for what was learnt of it.
    pub learnt_as: i64,
    /// What it is.
    pub entry: Entry,
    kinds: u8,
}

impl Lesson {
    /// A word of which it is known what it is.
    pub fn of(word: Word) -> Option<Self> {
        let entry = word.entry?;
        let kinds = KINDS.iter().enumerate().filter(|(_, kind)| entry.has(**kind));
        let kinds = kinds.fold(0, |kinds, (at, _)| kinds | 1 << at);
        Some(Self { id: word.id, taught: word.taught, learnt_as: word.learnt_as, entry, kinds })
    }

    /// The kinds of cards that it has, in the order in which it meets a student.
    pub fn kinds(&self) -> impl Iterator<Item = CardKind> {
        let kinds = self.kinds;
        KINDS.into_iter().enumerate().filter(move |(at, _)| kinds & 1 << at != 0).map(|(_, kind)| kind)
    }
}

/// All topics and words at one moment.
#[derive(Debug, Default)]
pub struct Lessons {
    topics: HashMap<TopicId, Arc<Topic>>,
    words: HashMap<WordId, Arc<Lesson>>,
    of_topic: HashMap<TopicId, Vec<Arc<Lesson>>>,
    in_order: Vec<TopicId>,
    as_of: DateTime<Utc>,
}

impl Lessons {
    /// A topic that is taught.
    pub fn topic(&self, id: TopicId) -> Option<&Topic> {
        self.topics.get(&id).map(AsRef::as_ref).filter(|topic| topic.taught)
    }

    /// The topics that are taught, by level and position.
    pub fn topics(&self) -> impl Iterator<Item = TopicId> {
        self.in_order.iter().copied()
    }

    /// A word, taught or withdrawn.
    pub fn word(&self, id: WordId) -> Option<&Arc<Lesson>> {
        self.words.get(&id)
    }

    /// The words that are taught with this dictionary form; of one part of speech, where it is known.
    pub fn words_like(&self, lemma: &str, part_of_speech: PartOfSpeech) -> Vec<WordId> {
        let lemma = lemma.to_lowercase();
        let like = self.words.values().filter(|lesson| {
            let known = part_of_speech != PartOfSpeech::Unknown;
            lesson.taught
                && (!known || lesson.entry.part_of_speech == part_of_speech)
                && lesson.entry.lemma.to_lowercase() == lemma
        });
        like.map(|lesson| lesson.id).collect()
    }

    /// The words that are taught in a topic, by id: stable, and the same for everybody.
    pub fn words_of(&self, topic: TopicId) -> &[Arc<Lesson>] {
        self.of_topic.get(&topic).map_or(&[], Vec::as_slice)
    }

    /// The moment.
    pub fn as_of(&self) -> DateTime<Utc> {
        self.as_of
    }

    /// The same with these in the place of what was known of them.
    #[must_use]
    pub fn with(&self, topics: Vec<Topic>, words: Vec<Word>, as_of: DateTime<Utc>) -> Self {
        let mut all_topics = self.topics.clone();
        all_topics.extend(topics.into_iter().map(|topic| (topic.id, Arc::new(topic))));
        let mut all_words = self.words.clone();
        all_words
            .extend(words.into_iter().filter_map(Lesson::of).map(|lesson| (lesson.id, Arc::new(lesson))));
        let mut of_topic: HashMap<TopicId, Vec<Arc<Lesson>>> = HashMap::new();
        for lesson in all_words.values().filter(|lesson| lesson.taught) {
            of_topic.entry(lesson.entry.topic_id).or_default().push(Arc::clone(lesson));
        }
        of_topic.values_mut().for_each(|words| words.sort_unstable_by_key(|lesson| lesson.id));
        let mut in_order: Vec<_> = all_topics.values().filter(|topic| topic.taught).collect();
        in_order.sort_unstable_by_key(|topic| {
            (topic.face.as_ref().map(|face| (face.level, face.position)), topic.id)
        });
        let in_order = in_order.into_iter().map(|topic| topic.id).collect();
        Self { topics: all_topics, words: all_words, of_topic, in_order, as_of }
    }
}

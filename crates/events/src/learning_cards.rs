//! What learning-cards tells: the words of a student's own dictionary, and the weeks in which they are learnt.
//!
//! What a student types is theirs: a lemma leaves the service only when a dictionary knows it.

use crate::{PartOfSpeech, Record, thematic_cards::Rating};
use chrono::{DateTime, Utc, serde::ts_milliseconds};
use ids::{CohortId, OwnWordId, ReviewId, UserId, WordId};
use serde::{Deserialize, Serialize};

symbols! {
    /// Where a word came from.
    WordSource {
        /// One that this release does not know.
        Unknown = "unknown",
        /// Typed by hand.
        Manual = "manual",
        /// Met in a text.
        Text = "text",
        /// Met in a video.
        Video = "video",
        /// Taken from a topic.
        Topic = "topic",
        /// From a file.
        File = "file",
        /// From a list that a teacher shares.
        List = "list",
    }
}

/// A student has a word in their own dictionary: a new one, or one that they removed and took back.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct WordAdded {
    /// The student.
    pub user_id: UserId,
    /// The word, in the student's own dictionary.
    pub word_id: OwnWordId,
    /// Its dictionary form, when a dictionary knows it; `None` for any other text that the student typed.
    pub lemma: Option<String>,
    /// What kind of word it is; unknown when nobody said.
    pub part_of_speech: PartOfSpeech,
    /// The words of topics that are the same word.
    pub taught_word_ids: Vec<WordId>,
    /// Where it came from.
    pub source: WordSource,
    /// The text, video, topic, import or list; `None` when it was typed by hand.
    pub source_id: Option<String>,
    /// When it came to the dictionary for the first time.
    #[serde(with = "ts_milliseconds")]
    pub added_at: DateTime<Utc>,
}

event!(WordAdded: "learning.cards.v1", "tall.learning_cards.WordAdded", "learning-cards/word.added.avsc", key user_id);

symbols! {
    /// How a word of the own dictionary is asked.
    WordAsk {
        /// One that this release does not know.
        Unknown = "unknown",
        /// The Dutch is shown, its meaning is asked.
        See = "see",
        /// The meaning is shown, Dutch is asked.
        Recall = "recall",
        /// The meaning is shown, Dutch is asked with its forms.
        Write = "write",
        /// The sentence where it was met, with a gap.
        Use = "use",
        /// The Dutch of one that has graduated.
        Echo = "echo",
    }
}

symbols! {
    /// What an answer did to a word of the own dictionary.
    WordStep {
        /// One that this release does not know.
        Unknown = "unknown",
        /// Nothing.
        Practised = "practised",
        /// Nothing: it had come back after a wrong answer.
        Returned = "returned",
        /// A cycle was passed that was not the last.
        Passed = "passed",
        /// The word stays in its cycle.
        Kept = "kept",
        /// The last cycle was passed.
        Graduated = "graduated",
        /// An echo was passed.
        Echoed = "echoed",
        /// The last echo was passed.
        Known = "known",
        /// An echo was forgotten.
        Forgotten = "forgotten",
        /// The last lapse of a leech.
        SetAside = "set_aside",
    }
}

symbols! {
    /// What a word of the own dictionary is going through.
    WordStage {
        /// One that this release does not know.
        Unknown = "unknown",
        /// In the queue.
        Waiting = "waiting",
        /// In its cycles.
        Learning = "learning",
        /// Returned by echoes.
        Graduated = "graduated",
        /// Asked no more.
        Known = "known",
        /// Set aside: forgotten too often.
        Leech = "leech",
    }
}

/// A student answered a word of their own dictionary.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct WordReviewed {
    /// The student.
    pub user_id: UserId,
    /// The answer, as the client named it. Repeating the request repeats nothing.
    pub review_id: ReviewId,
    /// The word, in the student's own dictionary.
    pub word_id: OwnWordId,
    /// Its dictionary form, when a dictionary knows it; `None` for any other text that the student typed.
    pub lemma: Option<String>,
    /// What kind of word it is; unknown when nobody said.
    pub part_of_speech: PartOfSpeech,
    /// The words of topics that are the same word.
    pub taught_word_ids: Vec<WordId>,
    /// What was asked.
    pub asked: WordAsk,
    /// How well it went.
    pub rating: Rating,
    /// Whether the answer was right, in the grader's or the student's own judgement.
    pub correct: bool,
    /// Whether the student judged it, not the grader.
    pub self_rated: bool,
    /// What was wrong with it, as codes of the grader such as article or vowel-doubling, most specific first.
    pub mistakes: Vec<String>,
    /// What it did.
    pub step: WordStep,
    /// What the word was going through before.
    pub stage_before: WordStage,
    /// What it is going through now.
    pub stage_after: WordStage,
    /// How many of the four cycles it has passed now, since it last began.
    pub cycles_passed: i32,
    /// How many times it has been forgotten, this time included.
    pub lapses: i32,
    /// The week of study in which it was answered, as ISO 8601 writes it: 2026-W48.
    pub iso_week: String,
    /// How long the answer took, in milliseconds; `None` when the client did not tell.
    pub duration_ms: Option<i32>,
    /// The algorithm and its version, such as cohort/1.
    pub scheduler: String,
    /// When it was answered, by the student's device, never after received_at.
    #[serde(with = "ts_milliseconds")]
    pub answered_at: DateTime<Utc>,
    /// When the answer came in: later, after time offline.
    #[serde(with = "ts_milliseconds")]
    pub received_at: DateTime<Utc>,
}

event!(WordReviewed: "learning.cards.v1", "tall.learning_cards.WordReviewed", "learning-cards/word.reviewed.avsc",
    key user_id);

/// A word of a student's own dictionary has passed all its cycles; from now on echoes return it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct WordGraduated {
    /// The student.
    pub user_id: UserId,
    /// The word, in the student's own dictionary.
    pub word_id: OwnWordId,
    /// Its dictionary form, when a dictionary knows it; `None` for any other text that the student typed.
    pub lemma: Option<String>,
    /// What kind of word it is; unknown when nobody said.
    pub part_of_speech: PartOfSpeech,
    /// The words of topics that are the same word.
    pub taught_word_ids: Vec<WordId>,
    /// The week of study in which it graduated, as ISO 8601 writes it: 2026-W48.
    pub iso_week: String,
    /// How many times it has been answered.
    pub answers: i32,
    /// How many times it has been forgotten.
    pub lapses: i32,
    /// When the answer was given, by the student's device, never after its receipt.
    #[serde(with = "ts_milliseconds")]
    pub graduated_at: DateTime<Utc>,
}

event!(WordGraduated: "learning.cards.v1", "tall.learning_cards.WordGraduated", "learning-cards/word.graduated.avsc",
    key user_id);

/// A student has removed a word from their own dictionary. If they take it back, it is told as added.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct WordRemoved {
    /// The student.
    pub user_id: UserId,
    /// The word, in the student's own dictionary.
    pub word_id: OwnWordId,
    /// Its dictionary form, when a dictionary knows it; `None` for any other text that the student typed.
    pub lemma: Option<String>,
    /// What kind of word it is; unknown when nobody said.
    pub part_of_speech: PartOfSpeech,
    /// The words of topics that are the same word.
    pub taught_word_ids: Vec<WordId>,
    /// The word of the dictionary that took it over, when the two were one word; `None` when it was removed.
    pub merged_into_id: Option<OwnWordId>,
    /// When it happened.
    #[serde(with = "ts_milliseconds")]
    pub removed_at: DateTime<Utc>,
}

event!(WordRemoved: "learning.cards.v1", "tall.learning_cards.WordRemoved", "learning-cards/word.removed.avsc",
    key user_id);

/// The words of a student's week are chosen. There is one cohort per student and ISO week.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CohortOpened {
    /// The student.
    pub user_id: UserId,
    /// The cohort: it follows from student and week.
    pub cohort_id: CohortId,
    /// The week of study, as ISO 8601 writes it: 2026-W48.
    pub iso_week: String,
    /// Words that are not finished from earlier weeks, or were forgotten at an echo.
    pub carried_words: i32,
    /// Words that have graduated and return.
    pub echoes: i32,
    /// Words that came from the queue.
    pub new_words: i32,
    /// Words that are left in the queue.
    pub waiting_words: i32,
    /// When they were chosen: later than the Monday after an outage, or when there was nothing to study before.
    #[serde(with = "ts_milliseconds")]
    pub opened_at: DateTime<Utc>,
}

event!(CohortOpened: "learning.schedule.v1", "tall.learning_cards.CohortOpened", "learning-cards/cohort.opened.avsc",
    key user_id);

symbols! {
    /// One of the four ways in which a word is asked in its week.
    WordCycle {
        /// One that this release does not know.
        Unknown = "unknown",
        /// The Dutch is shown, its meaning is asked.
        See = "see",
        /// The meaning is shown, Dutch is asked.
        Recall = "recall",
        /// The meaning is shown, Dutch is asked with its forms.
        Write = "write",
        /// The sentence where it was met, with a gap.
        Use = "use",
    }
}

/// Every word of a student's week has passed one of its cycles.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CycleCompleted {
    /// The student.
    pub user_id: UserId,
    /// The cohort: it follows from student and week.
    pub cohort_id: CohortId,
    /// The week of study, as ISO 8601 writes it: 2026-W48.
    pub iso_week: String,
    /// The cycle.
    pub cycle: WordCycle,
    /// How many words the cohort has in its cycles.
    pub words: i32,
    /// When the last of them passed it.
    #[serde(with = "ts_milliseconds")]
    pub completed_at: DateTime<Utc>,
}

event!(CycleCompleted: "learning.schedule.v1", "tall.learning_cards.CycleCompleted", "learning-cards/cycle.completed.avsc",
    key user_id);

/// A student's week of study is over.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CohortClosed {
    /// The student.
    pub user_id: UserId,
    /// The cohort: it follows from student and week.
    pub cohort_id: CohortId,
    /// The week of study, as ISO 8601 writes it: 2026-W48.
    pub iso_week: String,
    /// How many words it had in their cycles, new ones and carried ones.
    pub words: i32,
    /// Those of them that passed the last cycle in it.
    pub graduated: i32,
    /// Those of them that go on in the next cohort.
    pub unfinished: i32,
    /// Those of its words that were set aside as leeches in it.
    pub set_aside: i32,
    /// How many words returned as echoes.
    pub echoes: i32,
    /// Those of them that were remembered.
    pub echoes_passed: i32,
    /// Those of them that were not, and begin anew.
    pub echoes_forgotten: i32,
    /// When it was closed: with the opening of the next, at the latest.
    #[serde(with = "ts_milliseconds")]
    pub closed_at: DateTime<Utc>,
}

event!(CohortClosed: "learning.schedule.v1", "tall.learning_cards.CohortClosed", "learning-cards/cohort.closed.avsc",
    key user_id);

pub(crate) const RECORDS: &[Record] = &[
    Record::of::<WordAdded>(),
    Record::of::<WordReviewed>(),
    Record::of::<WordGraduated>(),
    Record::of::<WordRemoved>(),
    Record::of::<CohortOpened>(),
    Record::of::<CycleCompleted>(),
    Record::of::<CohortClosed>(),
];

//! What thematic-cards tells: its cards, and what students do with them.

use crate::{Level, PartOfSpeech, Record};
use chrono::{
    DateTime, Utc,
    serde::{ts_milliseconds, ts_milliseconds_option},
};
use ids::{CardId, ReviewId, StudySessionId, TopicId, UserId, WordId};
use serde::{Deserialize, Serialize};

/// A topic is as its last published version has it, for every student.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct TopicRefreshed {
    /// The topic.
    pub topic_id: TopicId,
    /// Its level.
    pub level: Level,
    /// The version of the content item.
    pub version: i64,
    /// Whether what students have learnt of it may count differently now.
    pub affects_progress: bool,
    /// When it happened.
    #[serde(with = "ts_milliseconds")]
    pub refreshed_at: DateTime<Utc>,
}

event!(TopicRefreshed: "vocab.cards.v1", "tall.thematic_cards.TopicRefreshed", "thematic-cards/topic.refreshed.avsc",
    key topic_id);

symbols! {
    /// What happened to a word.
    WordChange {
        /// One that this release does not know.
        Unknown = "unknown",
        /// It is new.
        Added = "added",
        /// It is different.
        Changed = "changed",
        /// It is no longer taught.
        Withdrawn = "withdrawn",
    }
}

/// A word of a topic came, changed, or went.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct WordChanged {
    /// The topic of the word.
    pub topic_id: TopicId,
    /// The word.
    pub word_id: WordId,
    /// The version of the content item.
    pub version: i64,
    /// What happened to it.
    pub change: WordChange,
    /// The word, in its dictionary form.
    pub lemma: String,
    /// What kind of word it is.
    pub part_of_speech: PartOfSpeech,
    /// Its level.
    pub level: Level,
    /// Whether what students have learnt of it may count differently now.
    pub affects_progress: bool,
    /// When it happened.
    #[serde(with = "ts_milliseconds")]
    pub changed_at: DateTime<Utc>,
}

event!(WordChanged: "vocab.cards.v1", "tall.thematic_cards.WordChanged", "thematic-cards/word.changed.avsc",
    key topic_id);

symbols! {
    /// How a card asks.
    CardKind {
        /// One that this release does not know.
        Unknown = "unknown",
        /// Dutch is shown, its meaning is asked.
        Recognition = "recognition",
        /// The meaning is shown, Dutch is asked.
        Recall = "recall",
        /// A noun is shown, its article is asked.
        Article = "article",
        /// A noun or a verb is shown, its plural, or its past and participle are asked.
        Forms = "forms",
        /// A sentence is shown without the word, which is asked.
        Gap = "gap",
        /// The word is heard, and is to be written.
        Dictation = "dictation",
    }
}

symbols! {
    /// How an answer is given.
    AnswerWay {
        /// One that this release does not know.
        Unknown = "unknown",
        /// Typed, and graded.
        Typed = "typed",
        /// Chosen from a few.
        Chosen = "chosen",
        /// Thought, and judged by the student.
        SelfRated = "self_rated",
    }
}

symbols! {
    /// Why a card is due at another time.
    RescheduleCause {
        /// One that this release does not know.
        Unknown = "unknown",
        /// The student suspended it.
        Suspended = "suspended",
        /// The student took that back.
        Resumed = "resumed",
        /// The student put it off until tomorrow.
        Buried = "buried",
        /// The student brought a leech back.
        BroughtBack = "brought_back",
        /// The desired retention was chosen anew.
        Settings = "settings",
        /// The parameters of the algorithm were trained.
        Parameters = "parameters",
    }
}

symbols! {
    /// How well it went, as FSRS counts. Closed: the algorithm has these four.
    Rating {
        /// Forgotten.
        Again = "again",
        /// Recalled, barely.
        Hard = "hard",
        /// Recalled.
        Good = "good",
        /// Recalled at once.
        Easy = "easy",
    }
}

symbols! {
    /// Where a card is in its life.
    CardState {
        /// One that this release does not know.
        Unknown = "unknown",
        /// Never answered.
        New = "new",
        /// In its first steps.
        Learning = "learning",
        /// Learnt.
        Review = "review",
        /// Forgotten, in its steps again.
        Relearning = "relearning",
    }
}

/// A student answered a card.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CardReviewed {
    /// The student.
    pub user_id: UserId,
    /// The answer, as the client named it. Repeating the request repeats nothing.
    pub review_id: ReviewId,
    /// The card.
    pub card_id: CardId,
    /// How it asks: for the meaning of the Dutch (recognition), for the Dutch (recall), for the article of a noun, for
    /// the forms of a noun or a verb, for the word that a sentence lacks (gap), or for what is heard (dictation).
    pub card_kind: CardKind,
    /// The word that it asks.
    pub word_id: WordId,
    /// The topic of the word.
    pub topic_id: TopicId,
    /// The level of the word.
    pub level: Level,
    /// The sitting that it was answered in; `None` when it was answered outside one.
    pub study_session_id: Option<StudySessionId>,
    /// How well it went.
    pub rating: Rating,
    /// Whether the answer was right, in the grader's or the student's own judgement.
    pub correct: bool,
    /// Whether the student judged it, not the grader.
    pub self_rated: bool,
    /// How it was given: typed, chosen from a few, or thought and judged by the student; unknown before this field was
    /// there.
    pub answer_way: AnswerWay,
    /// Whether it was extra practice, which moves no due date.
    pub extra_practice: bool,
    /// What was wrong with it, as codes of the grader such as article or vowel-doubling, most specific first.
    pub mistakes: Vec<String>,
    /// Where the card was before.
    pub state_before: CardState,
    /// Where it is now.
    pub state_after: CardState,
    /// Whether the card is asked no more for now: it was forgotten too often (a leech), or the student had suspended it.
    pub set_aside: bool,
    /// How many times the card has been answered, this time included.
    pub repetitions: i32,
    /// How many times it has been forgotten after it was learnt, this time included.
    pub lapses: i32,
    /// For true retention: a learnt card, due, was recalled (true) or forgotten (false). `None` when the
    /// answer tells nothing of retention: a new card, one in a learning step, one ahead of its time, or
    /// extra practice.
    pub recalled_when_due: Option<bool>,
    /// How likely it was to be recalled, in the scheduler's prediction, from 0 to 1; `None` for a new card.
    pub retrievability_before: Option<f64>,
    /// After how many days recall falls to nine in ten, now; `None` while it is not known.
    pub stability_days: Option<f64>,
    /// The share of due cards that the student means to recall, from 0 to 1, by which due_at was computed; `None` before this
    /// field was there.
    pub desired_retention: Option<f64>,
    /// How long the answer took, in milliseconds; `None` when the client did not tell.
    pub duration_ms: Option<i32>,
    /// The algorithm and the version of its parameters, such as fsrs-6/default.
    pub scheduler: String,
    /// The student's day on which it was answered, which ends at 04:00 in their zone; `None` before this field was there.
    pub study_day: Option<String>,
    /// When it was answered, by the student's device, never after received_at.
    #[serde(with = "ts_milliseconds")]
    pub answered_at: DateTime<Utc>,
    /// When the answer came in: later, after time offline.
    #[serde(with = "ts_milliseconds")]
    pub received_at: DateTime<Utc>,
    /// When it was due; `None` for a new card.
    #[serde(with = "ts_milliseconds_option")]
    pub previous_due_at: Option<DateTime<Utc>>,
    /// When it is due next.
    #[serde(with = "ts_milliseconds")]
    pub due_at: DateTime<Utc>,
}

event!(CardReviewed: "vocab.progress.v1", "tall.thematic_cards.CardReviewed", "thematic-cards/card.reviewed.avsc",
    key user_id);

/// A student took an answer back: it counts no more, and what it added to counters is to be subtracted.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CardReviewUndone {
    /// The student.
    pub user_id: UserId,
    /// The answer that was taken back.
    pub review_id: ReviewId,
    /// The card.
    pub card_id: CardId,
    /// How it asks.
    pub card_kind: CardKind,
    /// The word that it asks.
    pub word_id: WordId,
    /// The topic of the word.
    pub topic_id: TopicId,
    /// The level of the word.
    pub level: Level,
    /// Whether the answer was right.
    pub correct: bool,
    /// What was wrong with it, as it was told when it was given.
    pub mistakes: Vec<String>,
    /// Whether it was extra practice.
    pub extra_practice: bool,
    /// Where the card was before the answer, as it was told when it was given.
    pub state_before: CardState,
    /// For true retention: what was told when it was given.
    pub recalled_when_due: Option<bool>,
    /// The prediction that was told when it was given.
    pub retrievability_before: Option<f64>,
    /// How long the answer took, in milliseconds; `None` when the client did not tell.
    pub duration_ms: Option<i32>,
    /// The student's day on which it was answered; `None` for answers of before days were told.
    pub study_day: Option<String>,
    /// When it was answered.
    #[serde(with = "ts_milliseconds")]
    pub answered_at: DateTime<Utc>,
    /// Where the card is now.
    pub state_after: CardState,
    /// How many answers to the card count now.
    pub repetitions: i32,
    /// How many times it has been forgotten after it was learnt, by the answers that count now.
    pub lapses: i32,
    /// When it is due now; `None` for a card that is new again, or set aside.
    #[serde(with = "ts_milliseconds_option")]
    pub due_at: Option<DateTime<Utc>>,
    /// When it was taken back.
    #[serde(with = "ts_milliseconds")]
    pub undone_at: DateTime<Utc>,
}

event!(CardReviewUndone: "vocab.progress.v1", "tall.thematic_cards.CardReviewUndone",
    "thematic-cards/card.review.undone.avsc", key user_id);

/// A card is due at another time, or no more for now, without an answer.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CardRescheduled {
    /// The student.
    pub user_id: UserId,
    /// The card.
    pub card_id: CardId,
    /// How it asks.
    pub card_kind: CardKind,
    /// The word that it asks.
    pub word_id: WordId,
    /// The topic of the word.
    pub topic_id: TopicId,
    /// Why.
    pub cause: RescheduleCause,
    /// When it is due now; `None` for a card that was never answered, or is set aside.
    #[serde(with = "ts_milliseconds_option")]
    pub due_at: Option<DateTime<Utc>>,
    /// When it happened.
    #[serde(with = "ts_milliseconds")]
    pub rescheduled_at: DateTime<Utc>,
}

event!(CardRescheduled: "vocab.progress.v1", "tall.thematic_cards.CardRescheduled",
    "thematic-cards/card.rescheduled.avsc", key user_id);

/// A student has learnt every word of a topic.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct TopicMastered {
    /// The student.
    pub user_id: UserId,
    /// The topic.
    pub topic_id: TopicId,
    /// Its level.
    pub level: Level,
    /// How many words it had.
    pub words: i32,
    /// When it happened.
    #[serde(with = "ts_milliseconds")]
    pub mastered_at: DateTime<Utc>,
}

event!(TopicMastered: "vocab.progress.v1", "tall.thematic_cards.TopicMastered", "thematic-cards/topic.mastered.avsc",
    key user_id);

pub(crate) const RECORDS: &[Record] = &[
    Record::of::<TopicRefreshed>(),
    Record::of::<WordChanged>(),
    Record::of::<CardReviewed>(),
    Record::of::<CardReviewUndone>(),
    Record::of::<CardRescheduled>(),
    Record::of::<TopicMastered>(),
];

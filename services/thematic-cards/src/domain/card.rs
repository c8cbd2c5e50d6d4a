//! A card of a student, and what an answer does to it.
//!
//! The log of answers is the truth; the state beside it is a cache that the log gives again. An answer that comes late
//! (a device was offline) takes its place in the log by the time at which it was given, and everything after it is
//! computed anew, so that the order of arrival never matters.

use super::{
    question::{GlossLanguage, card_id},
    word::Entry,
};
use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Tz;
use documents::{Aggregate, Change, Index, keep_last};
use events::{
    Level,
    thematic_cards::{self as facts, CardKind, CardReviewed},
};
use ids::{CardId, ReviewId, StudySessionId, TopicId, UserId, WordId};
use scheduler::{CardState, Fsrs, Phase, Rating, Review, Transition};
use serde::{Deserialize, Serialize};

/// Answers that stay in the card. Older ones are summed up in its base state; Kafka and the archive keep them all.
pub const LONGEST_LOG: usize = 500;

/// A card.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Card {
    /// Follows from student, word and kind.
    #[serde(rename = "_id")]
    pub id: CardId,
    /// Whose it is.
    pub student_id: UserId,
    /// What it asks.
    pub word_id: WordId,
    /// The topic of the word when it was last answered.
    pub topic_id: TopicId,
    /// How it asks.
    pub kind: CardKind,
    /// The study day of the first answer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub introduced_on: Option<NaiveDate>,
    /// Where the card stood before the first answer in `log`.
    pub base: CardState,
    /// Where it stands.
    pub state: CardState,
    /// Answers to the card when it was due, for true retention.
    pub due_answers: u32,
    /// Those of them that were right.
    pub due_recalled: u32,
    /// The latest answers, in order of arrival.
    pub log: Vec<Answered>,
}

/// An answer that was taken, with what was said to it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Answered {
    /// As the scheduler sees it.
    pub review: Review,
    /// What was submitted, so that a repeat is told from another answer under the same id.
    pub submission: Submission,
    /// What came of it, so that a repeat is answered as the first time.
    pub outcome: Outcome,
}

/// What a student did.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Submission {
    /// The answer.
    pub answer: Answer,
    /// The language that the student answers from, or in.
    pub language: GlossLanguage,
    /// The sitting that it belongs to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub session_id: Option<StudySessionId>,
    /// When, by the device's clock.
    #[serde(with = "documents::instant")]
    pub answered_at: DateTime<Utc>,
    /// Where the student was.
    pub zone: Tz,
    /// How long it took.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub duration_ms: Option<u32>,
}

/// An answer, in either way of giving one.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "way", rename_all = "kebab-case")]
pub enum Answer {
    /// Typed, to be graded.
    Typed {
        /// What was typed.
        text: String,
    },
    /// Thought, and judged by the student.
    SelfRated {
        /// The judgement.
        rating: Rating,
    },
}

/// What came of an answer.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Outcome {
    /// How well it went.
    pub rating: Rating,
    /// Whether it was right.
    pub correct: bool,
    /// What was wrong with it, most specific first.
    pub mistakes: Vec<grader::Mistake>,
    /// What would have been right.
    pub expected: String,
    /// What the card is going through now.
    pub phase: Phase,
    /// When it returns.
    #[serde(with = "documents::instant")]
    pub due_at: DateTime<Utc>,
    /// Days until then; 0 within the steps.
    pub interval_days: u32,
    /// Answers so far.
    pub reviews: u32,
    /// Times it was forgotten when due.
    pub lapses: u32,
}

/// Why an answer is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// The id belongs to another answer.
    #[error("the review id belongs to another answer")]
    IdInUse,
}

/// What an answer is held against.
#[derive(Clone, Copy, Debug)]
pub struct Asked<'a> {
    /// The word.
    pub entry: &'a Entry,
    /// The student's scheduler.
    pub scheduler: &'a Fsrs,
    /// When the answer came in.
    pub received_at: DateTime<Utc>,
}

impl Aggregate for Card {
    type Id = CardId;
    const COLLECTION: &'static str = "cards";

    fn id(&self) -> CardId {
        self.id
    }

    fn indexes() -> Vec<Index> {
        vec![
            Index::named("of_student_in_topic").ascending("student_id").ascending("topic_id"),
            Index::named("answered_on").ascending("student_id").ascending("state.last.day"),
            Index::named("introduced_on").ascending("student_id").ascending("introduced_on"),
        ]
    }
}

impl Card {
    /// The card of `student` that asks `word` in this way, never answered.
    pub fn new(student: UserId, word: WordId, topic: TopicId, kind: CardKind, scheduler: &Fsrs) -> Self {
        Self {
            id: card_id(student, word, kind),
            student_id: student,
            word_id: word,
            topic_id: topic,
            kind,
            introduced_on: None,
            base: scheduler.new_card(),
            state: scheduler.new_card(),
            due_answers: 0,
            due_recalled: 0,
            log: Vec::new(),
        }
    }

    /// What was said to the answer with this id.
    pub fn outcome_of(&self, review: ReviewId) -> Option<&Outcome> {
        self.log.iter().find(|answered| answered.review.id == review).map(|answered| &answered.outcome)
    }

    /// Takes an answer.
    ///
    /// The same answer again changes nothing and publishes nothing.
    ///
    /// # Errors
    /// [`Refusal::IdInUse`] when the id belongs to another answer.
    pub fn answer(
        mut self,
        id: ReviewId,
        submission: &Submission,
        asked: Asked<'_>,
    ) -> Result<Change<Self>, Refusal> {
        if let Some(known) = self.log.iter().find(|answered| answered.review.id == id) {
            return if known.submission == *submission {
                Ok(Change::none(self))
            } else {
                Err(Refusal::IdInUse)
            };
        }
        let judgement = Judgement::of(self.kind, submission, asked.entry);
        let review = self.review(id, submission, judgement.rating, asked.received_at);
        let transition = self.take(&review, asked.scheduler);
        let outcome = judgement.outcome(&self.state, &review);
        let fact = self.reviewed(&review, submission, &outcome, &transition, asked.entry.level);
        self.topic_id = asked.entry.topic_id;
        self.remember(Answered { review, submission: submission.clone(), outcome }, asked.scheduler);
        Ok(Change::of(self).publish(fact))
    }

    fn review(
        &self,
        id: ReviewId,
        submission: &Submission,
        rating: Rating,
        received_at: DateTime<Utc>,
    ) -> Review {
        Review {
            id,
            card: self.id,
            rating,
            answered_at: submission.answered_at,
            received_at,
            zone: submission.zone,
        }
    }

    /// Moves the state on by `review`, which may lie before answers that are there already.
    fn take(&mut self, review: &Review, scheduler: &Fsrs) -> Transition {
        let transition = match scheduler.advance(&self.state, review) {
            Some(transition) => {
                self.state = transition.after.clone();
                transition
            }
            None => {
                let earlier = self.reviews().filter(|known| known.place() < review.place());
                let before = scheduler.replay_from(&self.base, earlier);
                self.state = scheduler.replay_from(&self.base, self.reviews().chain([review]));
                scheduler.transition(&before, review)
            }
        };
        let day = scheduler::study_day(review.at(), review.zone);
        self.introduced_on = Some(self.introduced_on.map_or(day, |known| known.min(day)));
        self.due_answers += u32::from(transition.recalled_when_due.is_some());
        self.due_recalled += u32::from(transition.recalled_when_due == Some(true));
        transition
    }

    fn reviews(&self) -> impl Iterator<Item = &Review> {
        self.log.iter().map(|answered| &answered.review)
    }

    /// Keeps the answer. The earliest answers move into the base when the log is full.
    fn remember(&mut self, answered: Answered, scheduler: &Fsrs) {
        self.log.push(answered);
        if self.log.len() > LONGEST_LOG {
            self.log.sort_by_key(|answered| answered.review.place());
            let summed_up = keep_last(&mut self.log, LONGEST_LOG);
            self.base = scheduler.replay_from(&self.base, summed_up.iter().map(|answered| &answered.review));
        }
    }

    fn reviewed(
        &self,
        review: &Review,
        submission: &Submission,
        outcome: &Outcome,
        transition: &Transition,
        level: Level,
    ) -> CardReviewed {
        CardReviewed {
            user_id: self.student_id,
            review_id: review.id,
            card_id: self.id,
            card_kind: self.kind,
            word_id: self.word_id,
            topic_id: self.topic_id,
            level,
            study_session_id: submission.session_id,
            rating: rating_fact(outcome.rating),
            correct: outcome.correct,
            self_rated: matches!(submission.answer, Answer::SelfRated { .. }),
            mistakes: outcome.mistakes.iter().map(|mistake| mistake.kind.to_string()).collect(),
            state_before: state_fact(transition.before.phase),
            state_after: state_fact(self.state.phase),
            repetitions: count(self.state.reviews),
            lapses: count(self.state.lapses),
            recalled_when_due: transition.recalled_when_due,
            retrievability_before: transition.recall.map(f64::from),
            stability_days: self.state.memory.map(|memory| f64::from(memory.stability)),
            duration_ms: submission.duration_ms.map(count),
            scheduler: format!("fsrs-6/{}", self.state.basis.parameters),
            answered_at: review.at(),
            received_at: review.received_at,
            previous_due_at: transition.before.due_at,
            due_at: outcome.due_at,
        }
    }
}

/// What an answer is worth, before it touches the card.
struct Judgement {
    rating: Rating,
    correct: bool,
    mistakes: Vec<grader::Mistake>,
    expected: String,
}

impl Judgement {
    fn of(kind: CardKind, submission: &Submission, entry: &Entry) -> Self {
        let expected = match kind {
            CardKind::Recall => entry.headword(),
            CardKind::Recognition | CardKind::Unknown => entry.gloss(submission.language).to_owned(),
        };
        match &submission.answer {
            Answer::SelfRated { rating } => {
                Self { rating: *rating, correct: rating.is_recalled(), mistakes: Vec::new(), expected }
            }
            Answer::Typed { text } => {
                let verdict = entry.grade(kind, submission.language, text);
                Self {
                    rating: verdict.rating,
                    correct: verdict.correct,
                    mistakes: verdict.mistakes,
                    expected,
                }
            }
        }
    }

    fn outcome(self, state: &CardState, review: &Review) -> Outcome {
        Outcome {
            rating: self.rating,
            correct: self.correct,
            mistakes: self.mistakes,
            expected: self.expected,
            phase: state.phase,
            due_at: state.due_at.unwrap_or(review.at()),
            interval_days: state.interval_days,
            reviews: state.reviews,
            lapses: state.lapses,
        }
    }
}

fn rating_fact(rating: Rating) -> facts::Rating {
    match rating {
        Rating::Again => facts::Rating::Again,
        Rating::Hard => facts::Rating::Hard,
        Rating::Good => facts::Rating::Good,
        Rating::Easy => facts::Rating::Easy,
    }
}

fn state_fact(phase: Phase) -> facts::CardState {
    match phase {
        Phase::New => facts::CardState::New,
        Phase::Learning => facts::CardState::Learning,
        Phase::Review => facts::CardState::Review,
        Phase::Relearning => facts::CardState::Relearning,
    }
}

/// A count on the wire, where Avro has no unsigned numbers.
fn count(number: u32) -> i32 {
    i32::try_from(number).unwrap_or(i32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::TimeDelta;
    use events::{
        PartOfSpeech,
        admin::{Article, NounForms},
    };
    use proptest::prelude::*;
    use scheduler::{DesiredRetention, Parameters};
    use std::collections::BTreeMap;
    use uuid::Uuid;

    fn at(minutes: i64) -> DateTime<Utc> {
        DateTime::UNIX_EPOCH + TimeDelta::days(20_000) + TimeDelta::minutes(minutes)
    }

    fn entry() -> Entry {
        let noun =
            NounForms { articles: vec![Article::Het], plural: Some("broden".into()), diminutive: None };
        Entry {
            topic_id: TopicId::new(Uuid::from_u128(1)),
            level: Level::A1,
            lemma: "brood".into(),
            part_of_speech: PartOfSpeech::Noun,
            noun: Some(noun),
            verb: None,
            adjective: None,
            glosses: BTreeMap::from([("en".into(), "bread; loaf".into()), ("ru".into(), "хлеб".into())]),
            examples: Vec::new(),
            ipa: None,
        }
    }

    fn scheduler() -> Fsrs {
        Fsrs::new(&Parameters::default(), DesiredRetention::default())
    }

    fn card() -> Card {
        let word = WordId::new(Uuid::from_u128(2));
        Card::new(UserId::new(Uuid::from_u128(3)), word, entry().topic_id, CardKind::Recall, &scheduler())
    }

    fn typed(text: &str, answered_at: DateTime<Utc>) -> Submission {
        Submission {
            answer: Answer::Typed { text: text.into() },
            language: GlossLanguage::En,
            session_id: None,
            answered_at,
            zone: Tz::Europe__Amsterdam,
            duration_ms: None,
        }
    }

    fn rated(rating: Rating, answered_at: DateTime<Utc>) -> Submission {
        Submission { answer: Answer::SelfRated { rating }, ..typed("", answered_at) }
    }

    fn review(n: u128) -> ReviewId {
        ReviewId::new(Uuid::from_u128(n))
    }

    fn answer(card: Card, id: u128, submission: &Submission) -> Result<Change<Card>, Refusal> {
        let (entry, scheduler) = (entry(), scheduler());
        card.answer(
            review(id),
            submission,
            Asked { entry: &entry, scheduler: &scheduler, received_at: at(1_000_000) },
        )
    }

    fn fact(change: &Change<Card>) -> &CardReviewed {
        change.facts()[0].get().expect("an answer")
    }

    #[test]
    fn the_article_is_part_of_the_answer() {
        let right = answer(card(), 1, &typed("het brood", at(0))).expect("taken");
        assert!(fact(&right).correct);
        let wrong = answer(card(), 1, &typed("de brood", at(0))).expect("taken");
        assert_eq!((fact(&wrong).correct, fact(&wrong).rating), (false, facts::Rating::Hard));
        assert_eq!(fact(&wrong).mistakes, ["article"]);
    }

    #[test]
    fn the_first_answer_introduces_the_card() {
        let change = answer(card(), 1, &typed("het brood", at(0))).expect("taken");
        assert_eq!(fact(&change).state_before, facts::CardState::New);
        assert_eq!(fact(&change).previous_due_at, None);
        assert!(change.state().introduced_on.is_some());
    }

    #[test]
    fn the_same_answer_again_publishes_nothing() {
        let submission = typed("het brood", at(0));
        let first = answer(card(), 1, &submission).expect("taken").into_parts().0;
        let outcome = first.outcome_of(review(1)).cloned();
        let again = answer(first, 1, &submission).expect("known");
        assert!(again.is_none());
        assert_eq!(again.state().outcome_of(review(1)).cloned(), outcome);
    }

    #[test]
    fn another_answer_under_the_same_id_is_refused() {
        let first = answer(card(), 1, &typed("het brood", at(0))).expect("taken").into_parts().0;
        assert_eq!(answer(first, 1, &typed("het bord", at(0))).err(), Some(Refusal::IdInUse));
    }

    #[test]
    fn a_learnt_card_that_was_due_tells_of_retention() {
        let learnt = (1..=3).fold(card(), |card, n| {
            let good = rated(Rating::Good, at(n * 15));
            answer(card, n.unsigned_abs().into(), &good).expect("taken").into_parts().0
        });
        assert_eq!(learnt.state.phase, Phase::Review);
        let due = learnt.state.due_at.expect("due") + TimeDelta::hours(5);
        let forgotten = answer(learnt, 9, &rated(Rating::Again, due)).expect("taken");
        assert_eq!(fact(&forgotten).recalled_when_due, Some(false));
        assert_eq!((forgotten.state().due_answers, forgotten.state().due_recalled), (1, 0));
    }

    #[test]
    fn a_full_log_is_summed_up_without_a_change_of_state() {
        let scheduler = scheduler();
        let many = (1..=LONGEST_LOG as i64 + 20).fold(card(), |card, n| {
            let good = rated(Rating::Good, at(n * 1440));
            answer(card, n.unsigned_abs().into(), &good).expect("taken").into_parts().0
        });
        assert_eq!(many.log.len(), LONGEST_LOG);
        assert_eq!(scheduler.replay_from(&many.base, many.log.iter().map(|one| &one.review)), many.state);
        assert_eq!(many.state.reviews as usize, LONGEST_LOG + 20);
    }

    proptest! {
        #[test]
        fn the_order_of_arrival_does_not_matter(
            answers in prop::collection::vec((0_i64..60_000, 0_usize..4), 1..12),
            shuffle in any::<prop::sample::Index>(),
        ) {
            let take = |order: &[usize]| order.iter().fold(card(), |card, n| {
                let (minutes, rating) = answers[*n];
                let submission = rated(Rating::ALL[rating], at(minutes));
                answer(card, *n as u128 + 1, &submission).expect("taken").into_parts().0
            });
            let straight: Vec<_> = (0..answers.len()).collect();
            let mut other = straight.clone();
            other.rotate_left(shuffle.index(answers.len()));
            other.reverse();
            let (one, two) = (take(&straight), take(&other));
            prop_assert_eq!(one.state, two.state);
            prop_assert_eq!(one.introduced_on, two.introduced_on);
        }
    }
}

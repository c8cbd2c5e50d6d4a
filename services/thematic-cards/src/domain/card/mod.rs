//! A card of a student, and what an answer does to it.
//!
//! The log of answers is the truth; the state beside it is a cache that the log gives again. An answer that comes late
//! (a device was offline) takes its place in the log by the time at which it was given, and everything after it is
//! computed anew, so that the order of arrival never matters. The same holds for what else a student says of a card
//! ([`mark`]): an answer that is taken back is passed over when the log is read, whichever of the two came first.

mod answer;
mod mark;
mod told;

pub use answer::{Answer, Answered, CardFact, Outcome, Submission, Told};
pub use mark::{Burial, EarlyUndo, Mark, MarkKind, Pardon, Said, SetAside, Suspension, UNDO_WITHIN, Undo};

use super::{question::card_id, word::Entry};
use answer::Judgement;
use chrono::{DateTime, Days, NaiveDate, Utc};
use documents::{Aggregate, Change, Index, keep_last};
use events::{
    Fact,
    thematic_cards::{CardKind, RescheduleCause},
};
use ids::{CardId, ReviewId, TopicId, UserId, WordId};
use scheduler::{CardState, Fsrs, Hold, Review, Transition, day_start, device_clock::DeviceClock, study_day};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Answers that stay in the card. Older ones are summed up in its base; Kafka and the archive keep them all.
pub const LONGEST_LOG: usize = 500;
/// Takings back whose answers did not come yet.
const MOST_EARLY: usize = 50;

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
    /// What `base` counts.
    #[serde(default)]
    pub base_tally: Tally,
    /// Where it stands.
    pub state: CardState,
    /// Answers to the card when it was due, for true retention.
    pub due_answers: u32,
    /// Those of them that were right.
    pub due_recalled: u32,
    /// Answers in all, extra practice too.
    #[serde(default)]
    pub answers: u32,
    /// Those of them that were not right.
    #[serde(default)]
    pub wrong: u32,
    /// How often each kind of mistake was made.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub mistakes: BTreeMap<String, u32>,
    /// Whether the student asks not to be asked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub suspension: Option<Suspension>,
    /// Whether the student has put it off.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub burial: Option<Burial>,
    /// Whether it was brought back as a leech.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pardon: Option<Pardon>,
    /// Takings back whose answers did not come yet.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub early_undos: Vec<EarlyUndo>,
    /// When any of this changed, by our clock; absent for a card of before this was kept.
    #[serde(with = "documents::instant::option", default, skip_serializing_if = "Option::is_none")]
    pub changed_at: Option<DateTime<Utc>>,
    /// The latest answers, in order of arrival.
    pub log: Vec<Answered>,
}

/// What a part of the log counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tally {
    /// The study day of its first answer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub introduced_on: Option<NaiveDate>,
    /// Answers to the card when it was due.
    pub due_answers: u32,
    /// Those of them that were right.
    pub due_recalled: u32,
}

impl Tally {
    fn count(&mut self, review: &Review, transition: &Transition) {
        let day = study_day(review.at(), review.zone);
        self.introduced_on = Some(self.introduced_on.map_or(day, |known| known.min(day)));
        self.due_answers += u32::from(transition.recalled_when_due.is_some());
        self.due_recalled += u32::from(transition.recalled_when_due == Some(true));
    }
}

/// Why a fact is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// The id belongs to another answer.
    #[error("the review id belongs to another answer")]
    IdInUse,
    /// The answer was given too long ago to be taken back.
    #[error("the answer was given too long ago to be taken back")]
    TooLateToUndo,
}

/// What came of a fact.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Taken {
    /// It was new.
    Now,
    /// It had come before.
    Before,
}

/// What a fact is held against.
#[derive(Clone, Copy, Debug)]
pub struct Asked<'a> {
    /// The word.
    pub entry: &'a Entry,
    /// The student's scheduler.
    pub scheduler: &'a Fsrs,
    /// The clock of the device that it comes from.
    pub clock: DeviceClock,
}

impl Aggregate for Card {
    type Id = CardId;
    const COLLECTION: &'static str = "cards";

    fn id(&self) -> CardId {
        self.id
    }

    fn indexes() -> Vec<Index> {
        vec![Index::named("of_student_changed").ascending("student_id").ascending("changed_at")]
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
            base_tally: Tally::default(),
            state: scheduler.new_card(),
            due_answers: 0,
            due_recalled: 0,
            answers: 0,
            wrong: 0,
            mistakes: BTreeMap::new(),
            suspension: None,
            burial: None,
            pardon: None,
            early_undos: Vec::new(),
            changed_at: None,
            log: Vec::new(),
        }
    }

    /// The answer with this id, with what was said to it.
    pub fn answered(&self, review: ReviewId) -> Option<&Answered> {
        self.log.iter().find(|answered| answered.review.id == review)
    }

    /// Why the card is asked no more for now.
    pub fn set_aside(&self) -> Option<SetAside> {
        let hold = self.hold();
        if hold.suspended {
            return Some(SetAside::Suspended);
        }
        hold.is_leech(&self.state).then_some(SetAside::Leech)
    }

    /// What keeps it back, but for a burial, which ends at an instant of its own.
    fn hold(&self) -> Hold {
        Hold {
            suspended: self.suspension.is_some_and(|suspension| suspension.suspended),
            buried_on: None,
            brought_back_at_lapses: self.pardon.map(|pardon| pardon.lapses),
        }
    }

    /// When the card is to be asked; none while it is new, or set aside.
    pub fn ask_at(&self) -> Option<DateTime<Utc>> {
        let due = self.state.due_at.filter(|_| self.set_aside().is_none())?;
        Some(self.burial.map_or(due, |burial| due.max(burial.until)))
    }

    /// Takes facts of one device, each by itself: what is refused leaves the others be. A fact that came before changes
    /// nothing and publishes nothing.
    pub fn take(
        mut self,
        facts: &[CardFact],
        asked: Asked<'_>,
    ) -> (Change<Self>, Vec<Result<Taken, Refusal>>) {
        let mut published = Vec::new();
        let outcomes: Vec<_> = facts
            .iter()
            .map(|fact| match fact {
                CardFact::Answer { id, submission } => {
                    self.take_answer(*id, submission, asked, &mut published)
                }
                CardFact::Undo(undo) => self.take_undo(undo, asked, &mut published),
                CardFact::Mark(mark) => Ok(self.take_mark(mark, asked, &mut published)),
            })
            .collect();
        if !outcomes.contains(&Ok(Taken::Now)) {
            return (Change::none(self), outcomes);
        }
        self.changed_at = Some(asked.clock.received_at());
        (published.into_iter().fold(Change::of(self), Change::publish_fact), outcomes)
    }

    fn take_answer(
        &mut self,
        id: ReviewId,
        submission: &Submission,
        asked: Asked<'_>,
        published: &mut Vec<Fact>,
    ) -> Result<Taken, Refusal> {
        if let Some(known) = self.answered(id) {
            return if known.submission == *submission { Ok(Taken::Before) } else { Err(Refusal::IdInUse) };
        }
        let judgement = Judgement::of(self.kind, submission, asked);
        let review = Review {
            id,
            card: self.id,
            rating: judgement.rating,
            answered_at: asked.clock.counted(submission.answered_at),
            received_at: asked.clock.received_at(),
            zone: submission.zone,
        };
        self.topic_id = asked.entry.topic_id;
        let undone = self.early_undo_of(&review);
        let transition = if submission.practice || undone.is_some() {
            self.stay(&review, asked.scheduler)
        } else {
            self.move_on(&review, asked.scheduler)
        };
        let told = Told {
            phase_before: transition.before.phase,
            recall: transition.recall,
            recalled_when_due: transition.recalled_when_due,
        };
        let outcome = judgement.outcome(&self.state, self.set_aside().is_some(), &review);
        let answered = Answered { review, submission: submission.clone(), outcome, told, undone };
        if undone.is_none() {
            self.count(&answered, |counter, by| *counter += by);
            published.push(Fact::of(self.reviewed(&answered, &transition, asked.entry.level)));
        }
        self.remember(answered, asked.scheduler);
        Ok(Taken::Now)
    }

    /// The taking back of this answer, if it came first and in time.
    fn early_undo_of(&mut self, review: &Review) -> Option<ids::UndoId> {
        let at = self.early_undos.iter().position(|undo| undo.review_id == review.id)?;
        let undo = self.early_undos.remove(at);
        (undo.at - review.at() <= UNDO_WITHIN).then_some(undo.id)
    }

    /// An answer that moves nothing.
    fn stay(&self, review: &Review, scheduler: &Fsrs) -> Transition {
        Transition {
            before: self.state.clone(),
            after: self.state.clone(),
            recall: scheduler.recall(&self.state, review.at()),
            recalled_when_due: None,
        }
    }

    /// Moves the state on by `review`, which may lie before answers that are there already.
    fn move_on(&mut self, review: &Review, scheduler: &Fsrs) -> Transition {
        match scheduler.advance(&self.state, review) {
            Some(transition) => {
                let mut tally = self.tally();
                tally.count(review, &transition);
                self.stand(transition.after.clone(), tally);
                // It is the last that is known, and may still lie before the card was brought back.
                let pardoned = self.pardon.filter(|pardon| review.at() <= pardon.said.at);
                self.pardon_from(pardoned.map(|_| self.state.lapses));
                transition
            }
            None => {
                let reviews: Vec<&Review> = self.scheduling().chain([review]).collect();
                let earlier = reviews.iter().copied().filter(|known| known.place() < review.place());
                let (before, _) = self.follow(earlier, scheduler);
                let (state, tally) = self.follow(reviews.iter().copied(), scheduler);
                let pardoned = self.lapses_until_pardon(reviews.iter().copied(), scheduler);
                self.stand(state, tally);
                self.pardon_from(pardoned);
                scheduler.transition(&before, review)
            }
        }
    }

    fn take_undo(
        &mut self,
        undo: &Undo,
        asked: Asked<'_>,
        published: &mut Vec<Fact>,
    ) -> Result<Taken, Refusal> {
        let at = asked.clock.counted(undo.undone_at);
        let Some(answered) = self.log.iter_mut().find(|answered| answered.review.id == undo.review_id) else {
            return Ok(self.take_early_undo(undo, at));
        };
        if answered.undone.is_some() {
            return Ok(Taken::Before);
        }
        if at - answered.review.at() > UNDO_WITHIN {
            return Err(Refusal::TooLateToUndo);
        }
        answered.undone = Some(undo.id);
        let answered = answered.clone();
        self.count(&answered, |counter, by| *counter = counter.saturating_sub(by));
        self.recompute(asked.scheduler);
        published.push(Fact::of(self.review_undone(&answered, at, asked.entry.level)));
        Ok(Taken::Now)
    }

    fn take_early_undo(&mut self, undo: &Undo, at: DateTime<Utc>) -> Taken {
        // Of several the first counts: when one of them is in time, it is.
        let known = self.early_undos.iter().find(|early| early.review_id == undo.review_id);
        if known.is_some_and(|known| (known.at, known.id) <= (at, undo.id)) {
            return Taken::Before;
        }
        self.early_undos.retain(|early| early.review_id != undo.review_id);
        self.early_undos.push(EarlyUndo { id: undo.id, review_id: undo.review_id, at });
        keep_last(&mut self.early_undos, MOST_EARLY);
        Taken::Now
    }

    fn take_mark(&mut self, mark: &Mark, asked: Asked<'_>, published: &mut Vec<Fact>) -> Taken {
        let said = Said { at: asked.clock.counted(mark.marked_at), id: mark.id };
        let known = match mark.what {
            MarkKind::Suspended | MarkKind::Resumed => self.suspension.map(|known| known.said),
            MarkKind::Buried => self.burial.map(|known| known.said),
            MarkKind::BroughtBack => self.pardon.map(|known| known.said),
        };
        if known.is_some_and(|known| known.id == said.id || known > said) {
            return Taken::Before;
        }
        let before = self.ask_at();
        match mark.what {
            MarkKind::Suspended | MarkKind::Resumed => {
                let suspended = mark.what == MarkKind::Suspended;
                self.suspension = Some(Suspension { said, suspended });
            }
            MarkKind::Buried => {
                let today = study_day(said.at, mark.zone);
                let tomorrow = today.checked_add_days(Days::new(1)).unwrap_or(today);
                self.burial = Some(Burial { said, until: day_start(tomorrow, mark.zone) });
            }
            MarkKind::BroughtBack => {
                self.pardon = Some(Pardon { said, lapses: self.state.lapses });
                let lapses = self.lapses_until_pardon(self.scheduling(), asked.scheduler);
                self.pardon_from(lapses);
            }
        }
        if self.ask_at() != before {
            published.push(Fact::of(self.rescheduled(mark.what.cause(), asked.clock.received_at())));
        }
        Taken::Now
    }

    /// Computes the card anew where it stands on another basis: another desired retention, another week, other
    /// parameters.
    pub fn rebase(mut self, scheduler: &Fsrs, cause: RescheduleCause, at: DateTime<Utc>) -> Change<Self> {
        if self.state.basis == scheduler.basis() {
            return Change::none(self);
        }
        let before = self.ask_at();
        self.recompute(scheduler);
        self.changed_at = Some(at);
        if self.ask_at() == before {
            return Change::of(self);
        }
        let fact = self.rescheduled(cause, at);
        Change::of(self).publish(fact)
    }

    fn recompute(&mut self, scheduler: &Fsrs) {
        let (state, tally) = self.follow(self.scheduling(), scheduler);
        let pardoned = self.lapses_until_pardon(self.scheduling(), scheduler);
        self.stand(state, tally);
        self.pardon_from(pardoned);
    }

    /// Where the card stands, and what is counted, after these answers on top of the base.
    fn follow<'a>(
        &self,
        reviews: impl IntoIterator<Item = &'a Review>,
        scheduler: &Fsrs,
    ) -> (CardState, Tally) {
        let start = scheduler.replay_from(&self.base, std::iter::empty());
        let after_base = |review: &&Review| start.last.is_none_or(|last| (last.at, last.id) < review.place());
        let log = scheduler::in_order(reviews);
        log.into_iter().filter(after_base).fold(
            (start.clone(), self.base_tally),
            |(state, mut tally), review| {
                let transition = scheduler.transition(&state, review);
                tally.count(review, &transition);
                (transition.after, tally)
            },
        )
    }

    /// How often the card had been forgotten when it was brought back.
    fn lapses_until_pardon<'a>(
        &self,
        reviews: impl IntoIterator<Item = &'a Review>,
        scheduler: &Fsrs,
    ) -> Option<u32> {
        let pardoned_at = self.pardon?.said.at;
        let until = reviews.into_iter().filter(|review| review.at() <= pardoned_at);
        Some(self.follow(until, scheduler).0.lapses)
    }

    fn pardon_from(&mut self, lapses: Option<u32>) {
        if let (Some(pardon), Some(lapses)) = (&mut self.pardon, lapses) {
            pardon.lapses = lapses;
        }
    }

    fn tally(&self) -> Tally {
        Tally {
            introduced_on: self.introduced_on,
            due_answers: self.due_answers,
            due_recalled: self.due_recalled,
        }
    }

    fn stand(&mut self, state: CardState, tally: Tally) {
        self.state = state;
        self.introduced_on = tally.introduced_on;
        self.due_answers = tally.due_answers;
        self.due_recalled = tally.due_recalled;
    }

    /// The answers that decide when the card returns.
    fn scheduling(&self) -> impl Iterator<Item = &Review> {
        self.log.iter().filter(|answered| answered.schedules()).map(|answered| &answered.review)
    }

    /// Adds an answer to the counters, or takes it from them.
    fn count(&mut self, answered: &Answered, change: impl Fn(&mut u32, u32)) {
        change(&mut self.answers, 1);
        change(&mut self.wrong, u32::from(!answered.outcome.correct));
        for mistake in &answered.outcome.mistakes {
            change(self.mistakes.entry(mistake.kind.to_string()).or_default(), 1);
        }
        self.mistakes.retain(|_, times| *times > 0);
    }

    /// Keeps the answer. The earliest answers move into the base when the log is full.
    fn remember(&mut self, answered: Answered, scheduler: &Fsrs) {
        self.log.push(answered);
        if self.log.len() > LONGEST_LOG {
            self.log.sort_by_key(|answered| answered.review.place());
            let dropped = keep_last(&mut self.log, LONGEST_LOG);
            let dropped =
                dropped.iter().filter(|answered| answered.schedules()).map(|answered| &answered.review);
            (self.base, self.base_tally) = self.follow(dropped, scheduler);
        }
    }
}

#[cfg(test)]
mod tests;

//! FSRS-6 with our policy around it. The memory model is the crate `fsrs`; everything that is ours is in this file.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use chrono_tz::Tz;
use fsrs::{FSRS, ItemState, MemoryState, NextStates, current_retrievability};
use ids::{CardId, ReviewId};

use crate::day::{between, later};
use crate::fuzz;
use crate::{
    Answered, Basis, CardState, DesiredRetention, EasyDays, Memory, Parameters, Phase, Rating, Review,
    Schedule, Scheduler, Transition, Window, day_start, in_order, study_day,
};

/// The steps of a new card, and of one that was forgotten.
pub const LEARNING_STEPS: [TimeDelta; 2] = [TimeDelta::minutes(1), TimeDelta::minutes(10)];

/// The longest interval.
pub const INTERVAL_MAX_DAYS: u32 = 365;

/// Thematic cards' algorithm: FSRS-6 (Ye et al., open-spaced-repetition; "The Algorithm" in the fsrs4anki wiki; the DSR
/// model is Ye, Su & Cao, *A Stochastic Shortest Path Algorithm for Optimizing Spaced Repetition Scheduling*, KDD 2022).
///
/// With `G` the rating, `D` difficulty, `S` stability in days, `t` days since the last review, `w` the parameters:
///
/// - recall `R(t,S) = (1 + F t/S)^(-w20)`, `F = 0.9^(-1/w20) - 1`, so that `R(S,S) = 0.9`;
/// - first review: `S = w[G-1]`, `D = w4 - e^(w5 (G-1)) + 1`;
/// - recalled: `S' = S (e^w8 (11-D) S^-w9 (e^(w10 (1-R)) - 1) [w15 if Hard] [w16 if Easy] + 1)`;
/// - forgotten: `S' = min(w11 D^-w12 ((S+1)^w13 - 1) e^(w14 (1-R)), S / e^(w17 w18))`;
/// - again on the same day: `S' = S e^(w17 (G-3+w18)) S^-w19`, not below `S` unless forgotten;
/// - `D' = w7 D0(4) + (1-w7) (D - w6 (G-3) (10-D)/9)`, 1 to 10;
/// - interval for the desired retention `r`: `S/F (r^(-1/w20) - 1)`.
///
/// Our policy: `t` counts study days ([`study_day`]); two learning steps; whole days, [`INTERVAL_MAX_DAYS`] at most, Hard
/// before Good before Easy; a card that returns after days returns when its day begins.
///
/// A card may return on any day of its [`Window`]. Which one is drawn by card and count, by the shares that the student's
/// week has for them ([`EasyDays`]). So the state of a card depends on its own log and on what the student chose, and on
/// nothing else: not on how full the days are, nor on when whose answer arrived where.
#[derive(Clone, Debug)]
pub struct Fsrs {
    model: FSRS,
    decay: f32,
    basis: Basis,
}

impl Fsrs {
    /// The scheduler of one student.
    #[must_use]
    pub fn new(parameters: &Parameters, desired_retention: DesiredRetention) -> Self {
        Self {
            model: parameters.model(),
            decay: parameters.decay(),
            basis: Basis {
                parameters: parameters.version(),
                desired_retention,
                easy_days: EasyDays::default(),
            },
        }
    }

    /// The same scheduler, for a student whose week is not even.
    #[must_use]
    pub fn with_easy_days(mut self, easy_days: EasyDays) -> Self {
        self.basis.easy_days = easy_days;
        self
    }

    /// What the states of this scheduler are computed with.
    #[must_use]
    pub fn basis(&self) -> Basis {
        self.basis
    }

    /// A card that was never answered.
    #[must_use]
    pub fn new_card(&self) -> CardState {
        CardState {
            phase: Phase::New,
            step: 0,
            memory: None,
            due_at: None,
            interval_days: 0,
            last: None,
            reviews: 0,
            lapses: 0,
            basis: self.basis,
        }
    }

    /// The state after these reviews, in whatever order they are given.
    #[must_use]
    pub fn replay<'a>(&self, reviews: impl IntoIterator<Item = &'a Review>) -> CardState {
        self.replay_from(&self.new_card(), reviews)
    }

    /// The state after these reviews, for a card whose oldest reviews are summed up in `base`. Reviews that lie before
    /// the end of `base` are part of it already, or came too late to count.
    ///
    /// The intervals and the due date come from this scheduler's basis, the memory in `base` from its own.
    #[must_use]
    pub fn replay_from<'a>(
        &self,
        base: &CardState,
        reviews: impl IntoIterator<Item = &'a Review>,
    ) -> CardState {
        let base = CardState { basis: self.basis, ..base.clone() };
        in_order(reviews)
            .into_iter()
            .filter(|review| base.last.is_none_or(|last| (last.at, last.id) < review.place()))
            .fold(base.clone(), |state, review| self.apply(&state, review))
    }

    /// The state as if the review `undone` had never been given. Undoing one that is not in the log, or that `base` sums
    /// up already, changes nothing.
    #[must_use]
    pub fn replay_without<'a>(
        &self,
        base: &CardState,
        reviews: impl IntoIterator<Item = &'a Review>,
        undone: ReviewId,
    ) -> CardState {
        self.replay_from(base, reviews.into_iter().filter(|review| review.id != undone))
    }

    /// Continue a state by one review, without the log. `None` when the review does not come after all that the state has
    /// taken in, or when the state has another basis: then replay.
    #[must_use]
    pub fn advance(&self, state: &CardState, review: &Review) -> Option<Transition> {
        let follows = state.last.is_none_or(|last| (last.at, last.id) < review.place());
        (follows && state.basis == self.basis).then(|| self.transition(state, review))
    }

    /// What a review does to a card that stands at `before`, wherever the review lies.
    #[must_use]
    pub fn transition(&self, before: &CardState, review: &Review) -> Transition {
        let at = review.at();
        let was_due = before.phase == Phase::Review
            && before.due_at.is_some_and(|due| study_day(due, review.zone) <= study_day(at, review.zone));
        Transition {
            after: self.apply(before, review),
            recall: self.recall(before, at),
            recalled_when_due: was_due.then(|| review.rating.is_recalled()),
            before: before.clone(),
        }
    }

    /// Where the card would stand after each of the four ratings, given at `at`, from Again to Easy: what the buttons
    /// show.
    #[must_use]
    pub fn buttons(&self, state: &CardState, card: CardId, at: DateTime<Utc>, zone: Tz) -> [CardState; 4] {
        self.each_rating(state, card, at, zone).map(|review| self.apply(state, &review))
    }

    fn each_rating(&self, state: &CardState, card: CardId, at: DateTime<Utc>, zone: Tz) -> [Review; 4] {
        let id = state.last.map_or_else(|| ReviewId::new(card.as_uuid()), |last| last.id);
        Rating::ALL.map(|rating| Review { id, card, rating, answered_at: at, received_at: at, zone })
    }

    /// The days on which a card may return after this review, given to a card that stands at `state`. `None` when it
    /// returns within the steps.
    #[must_use]
    pub fn window(&self, state: &CardState, review: &Review) -> Option<Window> {
        let day = study_day(review.at(), review.zone);
        let next = self.next_states(state.memory, elapsed(state, day));
        match Return::of(state, review.rating) {
            Return::Step { .. } => None,
            Return::Days => Some(Ranges::new(&next, state).of(review.rating).from(day)),
        }
    }

    /// The study day on which a card returns that was answered on `day`.
    ///
    /// Good has the choice of its whole window. Hard lies before it and Easy after it, by the same fraction, so that a
    /// better answer returns later.
    fn return_day(&self, state: &CardState, review: &Review, next: &NextStates, day: NaiveDate) -> NaiveDate {
        let fraction = fuzz::fraction(review.card, state.reviews);
        let draw = |range: Range| self.basis.easy_days.draw(range.from(day), fraction);
        let ranges = Ranges::new(next, state);
        let good = draw(ranges.good);
        let days = between(day, good);
        match review.rating {
            Rating::Again | Rating::Hard => draw(ranges.hard.at_most(days.saturating_sub(1))),
            Rating::Good => good,
            Rating::Easy => draw(ranges.easy.at_least(days + 1)),
        }
    }

    /// `R(t,S)`: the predicted chance of recalling the card at `now`, where `t` counts fractions of a day since the last
    /// answer. Absent for a new card.
    #[must_use]
    pub fn recall(&self, state: &CardState, now: DateTime<Utc>) -> Option<f32> {
        let (memory, last) = (state.memory?, state.last?);
        let days = (now - last.at).max(TimeDelta::zero()).as_seconds_f32() / 86_400.0;
        Some(self.recall_after(memory, days))
    }

    pub(crate) fn recall_after(&self, memory: Memory, days: f32) -> f32 {
        let memory = MemoryState { stability: memory.stability, difficulty: memory.difficulty };
        current_retrievability(memory, days, self.decay)
    }

    /// The memory after an answer, and the whole days until its recall has fallen to what is desired; at least 1.
    pub(crate) fn after(&self, memory: Option<Memory>, elapsed: u32, rating: Rating) -> (Memory, u32) {
        let next = self.next_states(memory, elapsed);
        let state = of_rating(&next, rating);
        let days = state.interval.round().clamp(1.0, INTERVAL_MAX_DAYS as f32) as u32;
        (memory_after(&next, rating), days)
    }

    fn apply(&self, state: &CardState, review: &Review) -> CardState {
        let (at, rating) = (review.at(), review.rating);
        let day = study_day(at, review.zone);
        let next = self.next_states(state.memory, elapsed(state, day));

        let forgotten = state.phase == Phase::Review && rating == Rating::Again;
        let (phase, step, due_at, interval_days) = match Return::of(state, rating) {
            Return::Step { step, delay } => {
                let phase = match state.phase {
                    Phase::New | Phase::Learning => Phase::Learning,
                    Phase::Review | Phase::Relearning => Phase::Relearning,
                };
                // The calendar ends somewhere, and a clock may say that it is there.
                (phase, step, at.checked_add_signed(delay).unwrap_or(at), 0)
            }
            Return::Days => {
                let on = self.return_day(state, review, &next, day);
                (Phase::Review, 0, day_start(on, review.zone), between(day, on))
            }
        };
        CardState {
            phase,
            step,
            memory: Some(memory_after(&next, rating)),
            due_at: Some(due_at),
            interval_days,
            last: Some(Answered { id: review.id, at, day }),
            reviews: state.reviews.saturating_add(1),
            lapses: state.lapses.saturating_add(u32::from(forgotten)),
            basis: self.basis,
        }
    }

    fn next_states(&self, memory: Option<Memory>, elapsed: u32) -> NextStates {
        let memory =
            memory.map(|memory| MemoryState { stability: memory.stability, difficulty: memory.difficulty });
        self.model
            .next_states(memory, self.basis.desired_retention.share(), elapsed)
            .expect("finite parameters keep a memory finite")
    }
}

impl Scheduler for Fsrs {
    fn next(&self, history: &[Review], now: DateTime<Utc>) -> Schedule {
        let state = self.replay(history);
        Schedule { recall: self.recall(&state, now), due: state.is_due(now), state }
    }
}

/// Whole days after which a card may return.
#[derive(Clone, Copy)]
struct Range {
    least: u32,
    most: u32,
}

impl Range {
    fn of(interval: f32) -> Self {
        let (least, most) = fuzz::range(interval.into());
        Self { least, most }
    }

    fn after(self, other: Self) -> Self {
        Self { least: self.least.max(other.least + 1), most: self.most.max(other.most + 1) }
    }

    fn at_least(self, days: u32) -> Self {
        Self { least: self.least.max(days), most: self.most.max(days) }
    }

    fn at_most(self, days: u32) -> Self {
        Self { least: self.least.min(days), most: self.most.min(days) }
    }

    fn from(self, day: NaiveDate) -> Window {
        Window { earliest: later(day, self.least), latest: later(day, self.most) }
    }
}

/// Days for Hard, Good and Easy: kept apart, also at the maximum.
struct Ranges {
    hard: Range,
    good: Range,
    easy: Range,
}

impl Ranges {
    fn new(next: &NextStates, state: &CardState) -> Self {
        let hard = Range::of(next.hard.interval).at_most(INTERVAL_MAX_DAYS - 2);
        // In the steps Hard means minutes, so Good may be the next day.
        let known = state.phase == Phase::Review;
        let good = Range::of(next.good.interval);
        let good = if known { good.after(hard) } else { good }.at_most(INTERVAL_MAX_DAYS - 1);
        let easy = Range::of(next.easy.interval).after(good).at_most(INTERVAL_MAX_DAYS);
        Self { hard, good, easy }
    }

    /// Of a rating that returns after days; Again does not.
    fn of(&self, rating: Rating) -> Range {
        match rating {
            Rating::Again | Rating::Hard => self.hard,
            Rating::Good => self.good,
            Rating::Easy => self.easy,
        }
    }
}

/// Study days since the last answer. A traveller's calendar may step back: that is the same day, not a negative number of
/// days.
fn elapsed(state: &CardState, day: NaiveDate) -> u32 {
    state.last.map_or(0, |last| between(last.day, day))
}

/// How a card returns.
enum Return {
    /// Within the steps.
    Step { step: u8, delay: TimeDelta },
    /// After whole days.
    Days,
}

impl Return {
    fn of(state: &CardState, rating: Rating) -> Self {
        let in_steps = state.phase != Phase::Review;
        match rating {
            Rating::Again => Self::step(0),
            Rating::Hard if in_steps => Self::Step { step: state.step, delay: hard_delay(state.step) },
            Rating::Good if in_steps && usize::from(state.step) + 1 < LEARNING_STEPS.len() => {
                Self::step(state.step + 1)
            }
            Rating::Hard | Rating::Good | Rating::Easy => Self::Days,
        }
    }

    fn step(step: u8) -> Self {
        Self::Step { step, delay: step_delay(step) }
    }
}

/// The delay of a step; a state from a release with more steps is in the last.
fn step_delay(step: u8) -> TimeDelta {
    LEARNING_STEPS[usize::from(step).min(LEARNING_STEPS.len() - 1)]
}

/// Hard repeats the step, but must not come as soon as Again: on the first step it waits halfway to the second.
fn hard_delay(step: u8) -> TimeDelta {
    if step == 0 { (step_delay(0) + step_delay(1)) / 2 } else { step_delay(step) }
}

fn memory_after(next: &NextStates, rating: Rating) -> Memory {
    let state = of_rating(next, rating);
    Memory { stability: state.memory.stability, difficulty: state.memory.difficulty }
}

fn of_rating(next: &NextStates, rating: Rating) -> &ItemState {
    match rating {
        Rating::Again => &next.again,
        Rating::Hard => &next.hard,
        Rating::Good => &next.good,
        Rating::Easy => &next.easy,
    }
}

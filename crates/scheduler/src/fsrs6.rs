//! FSRS-6 with our policy around it. The memory model is the crate `fsrs`; everything that is ours is in this file.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use chrono_tz::Tz;
use fsrs::{FSRS, ItemState, MemoryState, NextStates, current_retrievability};
use ids::{CardId, ReviewId};

use crate::day::{between, later};
use crate::fuzz;
use crate::review::placed_in_order;
use crate::{
    Answered, Basis, Calendar, CardState, DesiredRetention, Memory, Parameters, Phase, Placed, Rating,
    Review, Schedule, Scheduler, Transition, Window, day_start, study_day,
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
/// Our policy: `t` counts study days ([`study_day`]); two learning steps; whole days, spread by card and count,
/// [`INTERVAL_MAX_DAYS`] at most, Hard before Good before Easy; a card that returns after days returns when its day
/// begins.
///
/// A card may return on any day of its [`Window`]. Which one is a fact of the answer ([`Placed`]): chosen once, when the
/// answer is given, with a look at the [`Calendar`]; kept with the review; and found again at every replay. So the state
/// of a card depends on its own log alone, however full the days are by now.
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
            basis: Basis { parameters: parameters.version(), desired_retention },
        }
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

    /// The state after these reviews, in whatever order they are given: `&Review`, or [`Placed`] where the day was chosen.
    #[must_use]
    pub fn replay<'a, R: Into<Placed<'a>>>(&self, reviews: impl IntoIterator<Item = R>) -> CardState {
        self.replay_from(&self.new_card(), reviews)
    }

    /// The state after these reviews, for a card whose oldest reviews are summed up in `base`. Reviews that lie before
    /// the end of `base` are part of it already, or came too late to count.
    ///
    /// The intervals and the due date come from this scheduler's basis, the memory in `base` from its own.
    #[must_use]
    pub fn replay_from<'a, R: Into<Placed<'a>>>(
        &self,
        base: &CardState,
        reviews: impl IntoIterator<Item = R>,
    ) -> CardState {
        let base = CardState { basis: self.basis, ..base.clone() };
        placed_in_order(reviews)
            .into_iter()
            .filter(|placed| base.last.is_none_or(|last| (last.at, last.id) < placed.review.place()))
            .fold(base.clone(), |state, placed| self.apply(&state, placed))
    }

    /// The state as if the review `undone` had never been given. Undoing one that is not in the log, or that `base` sums
    /// up already, changes nothing.
    #[must_use]
    pub fn replay_without<'a, R: Into<Placed<'a>>>(
        &self,
        base: &CardState,
        reviews: impl IntoIterator<Item = R>,
        undone: ReviewId,
    ) -> CardState {
        self.replay_from(
            base,
            reviews.into_iter().map(Into::into).filter(|placed| placed.review.id != undone),
        )
    }

    /// Continue a state by one review, without the log. `None` when the review does not come after all that the state has
    /// taken in, or when the state has another basis: then replay.
    #[must_use]
    pub fn advance<'a>(&self, state: &CardState, review: impl Into<Placed<'a>>) -> Option<Transition> {
        let placed = review.into();
        let follows = state.last.is_none_or(|last| (last.at, last.id) < placed.review.place());
        (follows && state.basis == self.basis).then(|| self.transition(state, placed))
    }

    /// What a review does to a card that stands at `before`, wherever the review lies.
    #[must_use]
    pub fn transition<'a>(&self, before: &CardState, review: impl Into<Placed<'a>>) -> Transition {
        let placed = review.into();
        let Placed { review, .. } = placed;
        let at = review.at();
        let was_due = before.phase == Phase::Review
            && before.due_at.is_some_and(|due| study_day(due, review.zone) <= study_day(at, review.zone));
        Transition {
            after: self.apply(before, placed),
            recall: self.recall(before, at),
            recalled_when_due: was_due.then(|| review.rating.is_recalled()),
            before: before.clone(),
        }
    }

    /// Where the card would stand after each of the four ratings, given at `at`, from Again to Easy: what the buttons
    /// show.
    #[must_use]
    pub fn buttons(&self, state: &CardState, card: CardId, at: DateTime<Utc>, zone: Tz) -> [CardState; 4] {
        self.each_rating(state, card, at, zone).map(|review| self.apply(state, Placed::from(&review)))
    }

    /// As [`Fsrs::buttons`], each on the day that [`Fsrs::place`] chooses.
    #[must_use]
    pub fn buttons_placed(
        &self,
        state: &CardState,
        card: CardId,
        at: DateTime<Utc>,
        zone: Tz,
        calendar: &Calendar,
    ) -> [CardState; 4] {
        self.each_rating(state, card, at, zone).map(|review| {
            let on = self.place(state, &review, calendar);
            self.apply(state, Placed { review: &review, on })
        })
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
            Return::Days => Some(self.ranges(&next, review.card, state).of(review.rating)?.from(day)),
        }
    }

    /// The day of the window that suits the calendar best: a fact to keep with the review. `None` when the card returns
    /// within the steps.
    ///
    /// The days for Hard, Good and Easy are chosen one after the other, so that also here a better answer returns later.
    #[must_use]
    pub fn place(&self, state: &CardState, review: &Review, calendar: &Calendar) -> Option<NaiveDate> {
        let Return::Days = Return::of(state, review.rating) else { return None };
        let day = study_day(review.at(), review.zone);
        let next = self.next_states(state.memory, elapsed(state, day));
        let ranges = self.ranges(&next, review.card, state);
        let mut least = 1;
        let mut chosen = None;
        for (rating, range) in ranges.0.into_iter().filter(|(rating, _)| *rating <= review.rating) {
            let window = range.at_least(least).from(day);
            let on = calendar.choose(window);
            least = between(day, on) + 1;
            chosen = (rating == review.rating).then_some(on);
        }
        chosen
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

    fn apply(&self, state: &CardState, placed: Placed<'_>) -> CardState {
        let Placed { review, on } = placed;
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
                let days = self.ranges(&next, review.card, state).of(rating).map_or(1, |range| {
                    on.map(|on| between(day, on)).filter(|days| range.contains(*days)).unwrap_or(range.usual)
                });
                (Phase::Review, 0, day_start(later(day, days), review.zone), days)
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

    /// Days for Hard, Good and Easy: spread by the same fraction, then kept apart, also at the maximum.
    fn ranges(&self, next: &NextStates, card: CardId, state: &CardState) -> Ranges {
        let fraction = fuzz::fraction(card, state.reviews);
        let range = |interval: f32| Range::spread(f64::from(interval), fraction);
        let hard = range(next.hard.interval).at_most(INTERVAL_MAX_DAYS - 2);
        // In the steps Hard means minutes, so Good may be the next day.
        let known = state.phase == Phase::Review;
        let good = range(next.good.interval);
        let good = if known { good.after(hard) } else { good }.at_most(INTERVAL_MAX_DAYS - 1);
        let easy = range(next.easy.interval).after(good).at_most(INTERVAL_MAX_DAYS);
        let hard = known.then_some((Rating::Hard, hard));
        Ranges(hard.into_iter().chain([(Rating::Good, good), (Rating::Easy, easy)]).collect())
    }
}

impl Scheduler for Fsrs {
    fn next(&self, history: &[Review], now: DateTime<Utc>) -> Schedule {
        let state = self.replay(history);
        Schedule { recall: self.recall(&state, now), due: state.is_due(now), state }
    }
}

/// Whole days after which a card may return, and after which it does unless another day was chosen.
#[derive(Clone, Copy)]
struct Range {
    least: u32,
    usual: u32,
    most: u32,
}

impl Range {
    fn spread(interval: f64, fraction: f64) -> Self {
        let (least, most) = fuzz::range(interval);
        Self { least, usual: fuzz::spread(interval, fraction), most }
    }

    fn after(self, other: Self) -> Self {
        Self {
            least: self.least.max(other.least + 1),
            usual: self.usual.max(other.usual + 1),
            most: self.most.max(other.most + 1),
        }
    }

    fn at_least(self, days: u32) -> Self {
        Self { least: self.least.max(days), usual: self.usual.max(days), most: self.most.max(days) }
    }

    fn at_most(self, days: u32) -> Self {
        Self { least: self.least.min(days), usual: self.usual.min(days), most: self.most.min(days) }
    }

    fn contains(self, days: u32) -> bool {
        (self.least..=self.most).contains(&days)
    }

    fn from(self, day: NaiveDate) -> Window {
        Window {
            earliest: later(day, self.least),
            usual: later(day, self.usual),
            latest: later(day, self.most),
        }
    }
}

/// The ranges of the ratings that return after days, in their order.
struct Ranges(Vec<(Rating, Range)>);

impl Ranges {
    fn of(&self, rating: Rating) -> Option<Range> {
        self.0.iter().find(|(other, _)| *other == rating).map(|(_, range)| *range)
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

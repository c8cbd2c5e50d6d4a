//! What the coming days hold.

use chrono::NaiveDate;
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};

use crate::day::{between, later};
use crate::{CardState, Fsrs, Memory, Pace, Phase, Rating, study_day};

/// Less of a card than this is not followed further.
const LEAST_SHARE: f64 = 0.02;

/// A day to come.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct DayAhead {
    /// The study day.
    pub on: NaiveDate,
    /// Known cards that are expected to be due; fractions, because what comes back depends on answers to come.
    pub due: f64,
    /// New cards.
    pub new: f64,
    /// Minutes for all of it.
    pub minutes: f64,
}

/// New cards to come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct NewCards {
    /// A day.
    pub a_day: u32,
    /// In all.
    pub waiting: u32,
    /// Those of today's that were met already; they wait no more.
    pub met_today: u32,
}

impl Fsrs {
    /// Cards and minutes of the coming days, today first, when everything due is done each day.
    ///
    /// An expectation, not one run of dice: a card that comes up is recalled with the predicted chance R and returns as
    /// after Good; with 1-R it goes through the steps and returns as after them. Both are followed, each with its share.
    /// What is overdue is due today.
    #[must_use]
    pub fn forecast<'a>(
        &self,
        cards: impl IntoIterator<Item = &'a CardState>,
        new: NewCards,
        pace: &Pace,
        (today, zone): (NaiveDate, Tz),
        days: usize,
    ) -> Vec<DayAhead> {
        let mut ahead = Ahead::new(today, days);
        for card in cards {
            if let (Some(memory), Some(due_at), Some(last)) = (card.memory, card.due_at, card.last) {
                let due = between(today, study_day(due_at, zone));
                let seen = -i64::from(between(last.day, today));
                ahead.add(due, Visit { memory, seen, share: 1.0, in_steps: card.phase != Phase::Review });
            }
        }
        let mut waiting = new.waiting;
        for day in 0..days {
            let met_before = if day == 0 { new.met_today } else { 0 };
            let met = waiting.min(new.a_day.saturating_sub(met_before));
            waiting -= met;
            self.meet(&mut ahead, day, met.into(), pace);
            for visit in std::mem::take(&mut ahead.visits[day]) {
                self.ask(&mut ahead, day, visit, pace);
            }
        }
        ahead.days
    }

    /// New cards: both steps, and back when the first interval ends.
    fn meet(&self, ahead: &mut Ahead, day: usize, cards: f64, pace: &Pace) {
        if cards == 0.0 {
            return;
        }
        ahead.days[day].new += cards;
        ahead.days[day].minutes += cards * pace.of_card(None) / 60.0;
        let first = self.after(None, 0, Rating::Good);
        self.back(ahead, day, self.after(Some(first.0), 0, Rating::Good), cards);
    }

    fn ask(&self, ahead: &mut Ahead, day: usize, visit: Visit, pace: &Pace) {
        let elapsed = u32::try_from(day as i64 - visit.seen).unwrap_or(0);
        let recall =
            if visit.in_steps { 1.0 } else { f64::from(self.recall_after(visit.memory, elapsed as f32)) };
        let seconds = if visit.in_steps {
            pace.seconds(Phase::Learning, Rating::Good)
        } else {
            pace.of_card(Some(recall))
        };
        ahead.days[day].due += visit.share;
        ahead.days[day].minutes += visit.share * seconds / 60.0;

        let recalled = self.after(Some(visit.memory), elapsed, Rating::Good);
        self.back(ahead, day, recalled, visit.share * recall);
        let forgotten_share = visit.share * (1.0 - recall);
        if forgotten_share >= LEAST_SHARE {
            let forgotten = self.after(Some(visit.memory), elapsed, Rating::Again);
            let step = self.after(Some(forgotten.0), 0, Rating::Good);
            self.back(ahead, day, self.after(Some(step.0), 0, Rating::Good), forgotten_share);
        }
    }

    fn back(&self, ahead: &mut Ahead, day: usize, (memory, interval): (Memory, u32), share: f64) {
        if share >= LEAST_SHARE {
            let due = (day as u32).saturating_add(interval);
            ahead.add(due, Visit { memory, seen: day as i64, share, in_steps: false });
        }
    }
}

/// A card, or the share of one, that comes up on a day.
struct Visit {
    memory: Memory,
    /// The day of the last answer, counted from today.
    seen: i64,
    share: f64,
    in_steps: bool,
}

struct Ahead {
    days: Vec<DayAhead>,
    visits: Vec<Vec<Visit>>,
}

impl Ahead {
    fn new(today: NaiveDate, days: usize) -> Self {
        let day = |number| DayAhead { on: later(today, number as u32), due: 0.0, new: 0.0, minutes: 0.0 };
        Self { days: (0..days).map(day).collect(), visits: (0..days).map(|_| Vec::new()).collect() }
    }

    fn add(&mut self, day: u32, visit: Visit) {
        if let Some(visits) = self.visits.get_mut(day as usize) {
            visits.push(visit);
        }
    }
}

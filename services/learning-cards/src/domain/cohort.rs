//! The words of one student's week.

use super::word::count;
use chrono::{DateTime, Utc};
use documents::{Aggregate, Change, Index};
use events::learning_cards::{CohortClosed, CohortOpened, CycleCompleted, WordCycle};
use ids::{CohortId, OwnWordId, UserId};
use scheduler::{
    Week,
    cohort::{Ask, Cycle, Opening, Progress, Stage},
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// A cohort. Which words it has is decided once; how far they are is told by the words.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Cohort {
    /// Follows from student and week: so a week is opened once, whoever opens it and however often.
    #[serde(rename = "_id")]
    pub id: CohortId,
    /// Whose it is.
    pub student_id: UserId,
    /// The week.
    pub week: Week,
    /// Its words.
    pub words: Opening<OwnWordId>,
    /// Whether the new words know that they are in it. They are told one after the other, and the telling can be cut off.
    pub settled: bool,
    /// Cycles that all its words have passed.
    pub completed: BTreeSet<Cycle>,
    /// When it was opened.
    #[serde(with = "documents::instant")]
    pub opened_at: DateTime<Utc>,
    /// How it ended; absent while it goes on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub closed: Option<Closing>,
}

/// How a week ended.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Closing {
    /// When it was closed.
    #[serde(with = "documents::instant")]
    pub at: DateTime<Utc>,
    /// What became of its words.
    pub tally: Tally,
}

/// What became of the words of a week.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tally {
    /// Words that were met in it for the first time.
    #[serde(default)]
    pub met: u32,
    /// Words in their cycles.
    pub words: u32,
    /// Those of them that passed the last cycle in it.
    pub graduated: u32,
    /// Those of them that go on.
    pub unfinished: u32,
    /// Words that were set aside.
    pub set_aside: u32,
    /// Words that returned as echoes.
    pub echoes: u32,
    /// Those of them that were remembered.
    pub echoes_passed: u32,
    /// Those of them that were not.
    pub echoes_forgotten: u32,
}

/// The cohort of `student` in `week`. Known before it exists.
pub fn cohort_id(student: UserId, week: Week) -> CohortId {
    CohortId::derive(student.as_uuid(), &format!("cohort/{week}"))
}

impl Aggregate for Cohort {
    type Id = CohortId;
    const COLLECTION: &'static str = "cohorts";

    fn id(&self) -> CohortId {
        self.id
    }

    fn indexes() -> Vec<Index> {
        vec![Index::named("of_student").ascending("student_id").descending("week").descending("_id")]
    }
}

impl Tally {
    /// The share of its echoes that were remembered; none before there was one.
    pub fn true_retention(&self) -> Option<f64> {
        let asked = self.echoes_passed + self.echoes_forgotten;
        (asked > 0).then(|| f64::from(self.echoes_passed) / f64::from(asked))
    }
}

impl std::iter::Sum for Tally {
    fn sum<I: Iterator<Item = Self>>(weeks: I) -> Self {
        weeks.fold(Self::default(), |sum, week| Self {
            met: sum.met + week.met,
            words: sum.words + week.words,
            graduated: sum.graduated + week.graduated,
            unfinished: sum.unfinished + week.unfinished,
            set_aside: sum.set_aside + week.set_aside,
            echoes: sum.echoes + week.echoes,
            echoes_passed: sum.echoes_passed + week.echoes_passed,
            echoes_forgotten: sum.echoes_forgotten + week.echoes_forgotten,
        })
    }
}

impl Cohort {
    /// The week begins with these words; `waiting` are left in the queue.
    pub fn open(
        student: UserId,
        week: Week,
        words: Opening<OwnWordId>,
        waiting: u64,
        now: DateTime<Utc>,
    ) -> Change<Self> {
        let length = |words: &[OwnWordId]| count(u32::try_from(words.len()).unwrap_or(u32::MAX));
        let fact = CohortOpened {
            user_id: student,
            cohort_id: cohort_id(student, week),
            iso_week: week.to_string(),
            carried_words: length(&words.carried),
            echoes: length(&words.echoes),
            new_words: length(&words.new),
            waiting_words: i32::try_from(waiting).unwrap_or(i32::MAX),
            opened_at: now,
        };
        let cohort = Self {
            id: fact.cohort_id,
            student_id: student,
            week,
            settled: words.new.is_empty(),
            words,
            completed: BTreeSet::new(),
            opened_at: now,
            closed: None,
        };
        Change::of(cohort).publish(fact)
    }

    /// The new words know that they are in it.
    pub fn settle(mut self) -> Change<Self> {
        if self.settled {
            return Change::none(self);
        }
        self.settled = true;
        Change::of(self)
    }

    /// One more word comes into the week under way.
    pub fn take_in(mut self, word: OwnWordId) -> Change<Self> {
        if self.has(word) {
            return Change::none(self);
        }
        self.words.new.push(word);
        self.settled = false;
        Change::of(self)
    }

    /// Another word stands for one that it took over, as long as it is not in it already.
    pub fn replace(mut self, gone: OwnWordId, kept: OwnWordId) -> Change<Self> {
        if self.has(kept) || !self.has(gone) {
            return Change::none(self);
        }
        let words = &mut self.words;
        for word in [&mut words.carried, &mut words.echoes, &mut words.new].into_iter().flatten() {
            if *word == gone {
                *word = kept;
            }
        }
        Change::of(self)
    }

    /// Whether the word is in it.
    pub fn has(&self, word: OwnWordId) -> bool {
        self.words.words().any(|one| *one == word)
    }

    /// Words that are in their cycles: carried ones and new ones.
    pub fn in_cycles(&self) -> impl Iterator<Item = OwnWordId> {
        self.words.carried.iter().chain(&self.words.new).copied()
    }

    /// All its words have passed `cycle`, for the first time.
    pub fn complete(mut self, cycle: Cycle, now: DateTime<Utc>) -> Change<Self> {
        if !self.completed.insert(cycle) {
            return Change::none(self);
        }
        let fact = CycleCompleted {
            user_id: self.student_id,
            cohort_id: self.id,
            iso_week: self.week.to_string(),
            cycle: cycle_fact(cycle),
            words: count(u32::try_from(self.in_cycles().count()).unwrap_or(u32::MAX)),
            completed_at: now,
        };
        Change::of(self).publish(fact)
    }

    /// The week is over.
    pub fn close(mut self, tally: Tally, now: DateTime<Utc>) -> Change<Self> {
        if self.closed.is_some() {
            return Change::none(self);
        }
        self.closed = Some(Closing { at: now, tally });
        let fact = CohortClosed {
            user_id: self.student_id,
            cohort_id: self.id,
            iso_week: self.week.to_string(),
            words: count(tally.words),
            graduated: count(tally.graduated),
            unfinished: count(tally.unfinished),
            set_aside: count(tally.set_aside),
            echoes: count(tally.echoes),
            echoes_passed: count(tally.echoes_passed),
            echoes_forgotten: count(tally.echoes_forgotten),
            closed_at: now,
        };
        Change::of(self).publish(fact)
    }
}

/// Why a word is in a cohort.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Why {
    /// It came from the queue.
    New,
    /// It was not finished, or was forgotten at an echo.
    Carried,
    /// It has graduated, and returns.
    Echo,
}

/// What became of words of `week`, each with how it stands and why it was in it.
pub fn tally(week: Week, words: impl IntoIterator<Item = (Why, Progress)>) -> Tally {
    let mut tally = Tally::default();
    for (why, progress) in words {
        let add = |counter: &mut u32, it: bool| *counter += u32::from(it);
        let leech = progress.stage == Stage::Leech;
        add(&mut tally.set_aside, leech);
        add(&mut tally.met, progress.met_in == Some(week));
        if why == Why::Echo {
            let tried = progress.tried.filter(|tried| tried.asked == Ask::Echo && within(week, tried.day));
            tally.echoes += 1;
            add(&mut tally.echoes_passed, tried.is_some_and(|tried| tried.correct));
            add(&mut tally.echoes_forgotten, tried.is_some_and(|tried| !tried.correct));
        } else {
            tally.words += 1;
            add(&mut tally.graduated, progress.graduated_at.is_some_and(|at| Week::of(at) == week));
            add(&mut tally.unfinished, progress.stage == Stage::Learning);
        }
    }
    tally
}

fn within(week: Week, day: chrono::NaiveDate) -> bool {
    let days = day.signed_duration_since(week.monday()).num_days();
    // A student far in the east or the west is a day ahead or behind.
    (-1..=7).contains(&days)
}

/// Whether each of these words has passed `cycle` since it last began, or is on its way to it no more.
pub fn have_passed(cycle: Cycle, words: impl IntoIterator<Item = Progress>) -> bool {
    words.into_iter().all(|progress| match progress.stage {
        Stage::Waiting => false,
        Stage::Learning => progress.passed >= cycle.number(),
        Stage::Graduated | Stage::Known | Stage::Leech => true,
    })
}

const fn cycle_fact(cycle: Cycle) -> WordCycle {
    match cycle {
        Cycle::See => WordCycle::See,
        Cycle::Recall => WordCycle::Recall,
        Cycle::Write => WordCycle::Write,
        Cycle::Use => WordCycle::Use,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use scheduler::cohort::Tried;

    fn week(text: &str) -> Week {
        Week::parse(text).expect("a week")
    }

    fn echoed(day: &str, correct: bool) -> Progress {
        let day = day.parse().expect("a day");
        Progress {
            tried: Some(Tried { day, asked: Ask::Echo, correct, returns: 0, again: !correct }),
            met_in: Some(week("2025-W08")),
            ..Progress::default()
        }
    }

    #[test]
    fn a_week_tells_what_was_met_and_what_was_remembered() {
        let met = Progress { met_in: Some(week("2025-W10")), stage: Stage::Learning, ..Progress::default() };
        let words = [
            (Why::New, met),
            (Why::New, Progress { stage: Stage::Learning, ..Progress::default() }),
            (Why::Echo, echoed("2025-03-04", true)),
            (Why::Echo, echoed("2025-03-05", true)),
            (Why::Echo, echoed("2025-03-06", false)),
            (Why::Echo, echoed("2025-02-20", true)),
        ];
        let tally = tally(week("2025-W10"), words);
        assert_eq!((tally.met, tally.words, tally.unfinished, tally.echoes), (1, 2, 2, 4));
        assert_eq!(tally.true_retention(), Some(2.0 / 3.0), "an echo that was not asked tells nothing");
        assert_eq!(Tally::default().true_retention(), None);
        let sum: Tally = [tally, tally].into_iter().sum();
        assert_eq!((sum.met, sum.echoes_passed, sum.true_retention()), (2, 4, tally.true_retention()));
    }
}

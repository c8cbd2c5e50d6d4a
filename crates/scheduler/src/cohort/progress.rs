//! Where a word stands: a cache of its facts.

use super::fact::{Place, in_order};
use super::{Answer, Ask, Cycle, ECHO_GAPS, Fact, LEECH_LAPSES, MOST_RETURNS};
use crate::Week;
use crate::day::later;
use chrono::{DateTime, NaiveDate, Utc};
use ids::ReviewId;
use serde::{Deserialize, Serialize};

/// What a word is going through.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Stage {
    /// In the queue: no cohort has taken it yet.
    #[default]
    Waiting,
    /// In its cycles.
    Learning,
    /// It has graduated, and echoes return it.
    Graduated,
    /// The last echo was right: it is asked no more.
    Known,
    /// Set aside: it was forgotten too often.
    Leech,
}

impl Stage {
    /// All five, in the order of a word's life.
    pub const ALL: [Self; 5] = [Self::Waiting, Self::Learning, Self::Graduated, Self::Known, Self::Leech];

    /// `waiting`, `learning`, `graduated`, `known`, `leech`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Learning => "learning",
            Self::Graduated => "graduated",
            Self::Known => "known",
            Self::Leech => "leech",
        }
    }
}

/// The week in which a word last moved, and how it began that week: from this follow the days of its cycles.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Run {
    /// The week.
    pub week: Week,
    /// The first day on which the word is asked in it.
    pub from: NaiveDate,
    /// Cycles that were passed before it.
    pub passed: u8,
}

/// The first answer of a day that counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tried {
    /// The study day.
    pub day: NaiveDate,
    /// What was asked.
    pub asked: Ask,
    /// Whether that first answer was right.
    pub correct: bool,
    /// How often it came back since.
    pub returns: u8,
    /// Whether it comes back once more, on this day.
    pub again: bool,
}

/// Where a word stands after its facts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Progress {
    /// What it is going through.
    pub stage: Stage,
    /// Cycles passed, 0 to 4, since it last began.
    pub passed: u8,
    /// Echoes passed, 0 to 4, since it graduated.
    pub echoes: u8,
    /// The week of its cycles; absent when it is in none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub run: Option<Run>,
    /// The week from which on its next echo is due; absent when none is to come.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub echo_from: Option<Week>,
    /// The last answer that counted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tried: Option<Tried>,
    /// The week in which it was first asked: that of its first answer that counted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub met_in: Option<Week>,
    /// How often it was forgotten: wrong first answers of a day, save that of its first meeting.
    pub lapses: u32,
    /// Answers in all, practice too.
    pub answers: u32,
    /// Right ones of those.
    pub correct: u32,
    /// When it last graduated.
    #[serde(
        with = "chrono::serde::ts_milliseconds_option",
        default,
        skip_serializing_if = "Option::is_none"
    )]
    pub graduated_at: Option<DateTime<Utc>>,
    /// The last fact that was taken in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last: Option<LastFact>,
}

/// The place of the last fact that a state has taken in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LastFact {
    #[serde(with = "chrono::serde::ts_milliseconds")]
    at: DateTime<Utc>,
    rank: u8,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    id: Option<ReviewId>,
}

/// What a word is to be asked on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    /// For the first time on this day: the answer counts.
    First(Ask),
    /// Once more, because it was wrong on this day: practice.
    Again(Ask),
}

impl Asked {
    /// What is asked.
    #[must_use]
    pub const fn ask(self) -> Ask {
        match self {
            Self::First(ask) | Self::Again(ask) => ask,
        }
    }
}

/// What one answer did.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Step {
    /// Nothing: the word was not asked this, or not on this day. The answer is kept all the same.
    Practised,
    /// Nothing: the word had come back because it was wrong before on this day.
    Returned,
    /// It passed this cycle, which was not the last.
    Passed(Cycle),
    /// It stays in this cycle, for another day.
    Kept(Cycle),
    /// It passed the last cycle.
    Graduated,
    /// It passed the echo with this number, 1 to 3.
    Echoed(u8),
    /// It passed the last echo.
    Known,
    /// It was forgotten at an echo: the next cohort begins it anew.
    Forgotten,
    /// It was forgotten once too often, and is set aside.
    SetAside,
}

/// What one fact did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Taken {
    /// Where the word stood.
    pub before: Progress,
    /// Where it stands.
    pub after: Progress,
    /// What an answer did; absent for other facts.
    pub step: Option<Step>,
}

impl Progress {
    /// Where a word stands after these facts, whatever order and number they arrived in.
    #[must_use]
    pub fn replay<'a>(facts: impl IntoIterator<Item = &'a Fact>) -> Self {
        Self::default().replay_from(facts)
    }

    /// The same for a log whose oldest facts are summed up in this state: facts that it has taken in are passed over.
    #[must_use]
    pub fn replay_from<'a>(self, facts: impl IntoIterator<Item = &'a Fact>) -> Self {
        let log = in_order(facts);
        log.into_iter().fold(self, |state, fact| state.advance(fact).map_or(state, |taken| taken.after))
    }

    /// Takes in the next fact. None when it is not the next: it lies before the last one, or is that one. Then
    /// [`replay`](Self::replay) the log.
    #[must_use]
    pub fn advance(self, fact: &Fact) -> Option<Taken> {
        let place = fact.place();
        if self.last.is_some_and(|last| place <= last.place()) {
            return None;
        }
        Some(self.transition(fact))
    }

    /// What `fact` does to this state, wherever it lies.
    #[must_use]
    pub fn transition(self, fact: &Fact) -> Taken {
        let mut after = self;
        let step = match fact {
            Fact::Entered { week, from, .. } => {
                after.enter(*week, *from);
                None
            }
            Fact::BroughtBack { .. } => {
                after.bring_back();
                None
            }
            Fact::Answered(answer) => Some(after.answer(answer)),
        };
        let (at, rank, id) = fact.place();
        after.last = Some(LastFact { at, rank, id });
        Taken { before: self, after, step }
    }

    /// What the word is asked on a study day of a week; none when nothing.
    #[must_use]
    pub fn asked(&self, week: Week, day: NaiveDate) -> Option<Asked> {
        if let Some(tried) = self.tried.filter(|tried| tried.day >= day) {
            return (tried.day == day && tried.again).then_some(Asked::Again(tried.asked));
        }
        match self.stage {
            Stage::Learning => {
                let cycle = Cycle::after(self.passed)?;
                (self.due_on(week)? <= day).then_some(Asked::First(cycle.into()))
            }
            Stage::Graduated => (self.echo_from? <= week).then_some(Asked::First(Ask::Echo)),
            Stage::Waiting | Stage::Known | Stage::Leech => None,
        }
    }

    /// The study day from which on its next cycle is asked, seen from a week: what is unfinished at the end of a week goes
    /// on from the next Monday, one cycle on each of days 1, 2, 4 and 6. None when it is in no cycle.
    #[must_use]
    pub fn due_on(&self, week: Week) -> Option<NaiveDate> {
        let run = self.run_in(week)?;
        let nth = Cycle::after(self.passed - run.passed.min(self.passed))?;
        let due = later(run.from, nth.day() - 1);
        Some(self.tried.map_or(due, |tried| due.max(later(tried.day, 1))))
    }

    /// Whether it belongs to the cohort of this week: in its cycles, or with an echo due.
    #[must_use]
    pub fn belongs_to(&self, week: Week) -> bool {
        match self.stage {
            Stage::Learning => self.run.is_some_and(|run| run.week <= week),
            Stage::Graduated => self.echo_from.is_some_and(|from| from <= week),
            Stage::Waiting | Stage::Known | Stage::Leech => false,
        }
    }

    /// Whether it has never been met: its first answer is no lapse, and a client shows it before it asks.
    #[must_use]
    pub const fn is_unmet(&self) -> bool {
        self.tried.is_none()
    }

    fn run_in(&self, week: Week) -> Option<Run> {
        let run = self.run?;
        Some(if run.week < week { Run { week, from: week.monday(), passed: self.passed } } else { run })
    }

    fn enter(&mut self, week: Week, from: NaiveDate) {
        if self.stage == Stage::Waiting {
            self.begin(Run { week, from: from.max(week.monday()), passed: 0 });
        }
    }

    fn bring_back(&mut self) {
        if self.stage == Stage::Leech {
            self.stage = Stage::Waiting;
            self.lapses = 0;
            self.passed = 0;
            self.tried = None;
        }
    }

    fn begin(&mut self, run: Run) {
        self.stage = Stage::Learning;
        self.passed = 0;
        self.echoes = 0;
        self.echo_from = None;
        self.run = Some(run);
    }

    fn answer(&mut self, answer: &Answer) -> Step {
        self.answers = self.answers.saturating_add(1);
        self.correct = self.correct.saturating_add(u32::from(answer.correct));
        let (week, day) = (answer.week(), answer.day());
        match self.asked(week, day) {
            Some(Asked::Again(ask)) if ask == answer.asked => self.come_back(answer.correct),
            Some(Asked::First(ask)) if ask == answer.asked => self.count(answer, week, day),
            _ => Step::Practised,
        }
    }

    fn come_back(&mut self, correct: bool) -> Step {
        if let Some(tried) = &mut self.tried {
            tried.returns += 1;
            tried.again = !correct && tried.returns < MOST_RETURNS;
        }
        Step::Returned
    }

    /// The first answer of a day.
    fn count(&mut self, answer: &Answer, week: Week, day: NaiveDate) -> Step {
        let (asked, correct) = (answer.asked, answer.correct);
        let met = !self.is_unmet();
        if !met && self.met_in.is_none() {
            self.met_in = Some(week);
        }
        self.tried = Some(Tried { day, asked, correct, returns: 0, again: !correct });
        if let Some(run) = self.run_in(week) {
            self.run = Some(run);
        }
        if correct {
            return self.pass(asked, week, answer.at());
        }
        self.lapses = self.lapses.saturating_add(u32::from(met));
        if self.lapses >= LEECH_LAPSES { self.set_aside() } else { self.fail(asked, week) }
    }

    fn pass(&mut self, asked: Ask, week: Week, at: DateTime<Utc>) -> Step {
        match asked.cycle() {
            Some(cycle) => {
                self.passed += 1;
                if Cycle::after(self.passed).is_some() {
                    return Step::Passed(cycle);
                }
                self.stage = Stage::Graduated;
                self.run = None;
                self.graduated_at = Some(at);
                self.echo_from = Some(week.later(ECHO_GAPS[0]));
                Step::Graduated
            }
            None => {
                self.echoes += 1;
                match ECHO_GAPS.get(usize::from(self.echoes)) {
                    Some(gap) => {
                        self.echo_from = Some(week.later(*gap));
                        Step::Echoed(self.echoes)
                    }
                    None => {
                        self.stage = Stage::Known;
                        self.echo_from = None;
                        Step::Known
                    }
                }
            }
        }
    }

    fn fail(&mut self, asked: Ask, week: Week) -> Step {
        match asked.cycle() {
            Some(cycle) => Step::Kept(cycle),
            None => {
                let next = week.later(1);
                self.begin(Run { week: next, from: next.monday(), passed: 0 });
                Step::Forgotten
            }
        }
    }

    fn set_aside(&mut self) -> Step {
        self.stage = Stage::Leech;
        self.run = None;
        self.echo_from = None;
        if let Some(tried) = &mut self.tried {
            tried.again = false;
        }
        Step::SetAside
    }
}

impl LastFact {
    const fn place(&self) -> Place {
        (self.at, self.rank, self.id)
    }
}

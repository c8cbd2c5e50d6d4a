//! Words as the tests tell of them.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use chrono_tz::{Europe::Amsterdam, Tz};
use ids::ReviewId;
use scheduler::{
    Week,
    cohort::{Answer, Ask, Fact, Progress, Step, Taken},
    day_start,
};
use uuid::Uuid;

pub fn week(text: &str) -> Week {
    Week::parse(text).expect("a week")
}

pub fn day(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

pub fn at(text: &str) -> DateTime<Utc> {
    text.parse().expect("an instant")
}

/// A cohort of this week takes the word.
pub fn entered(week: Week) -> Fact {
    Fact::Entered { week, from: week.monday(), at: week.begins_at() }
}

/// An answer with this id.
pub fn answered(id: u128, asked: Ask, correct: bool, at: DateTime<Utc>, zone: Tz) -> Fact {
    let id = ReviewId::new(Uuid::from_u128(id));
    Fact::Answered(Answer {
        id,
        asked,
        correct,
        answered_at: at,
        received_at: at + TimeDelta::hours(1),
        zone,
    })
}

/// A word, told day by day.
pub struct Word {
    pub progress: Progress,
    facts: Vec<Fact>,
}

impl Word {
    /// Taken by the cohort of this week.
    pub fn of(week: Week) -> Self {
        let mut word = Self { progress: Progress::default(), facts: Vec::new() };
        word.take(entered(week));
        word
    }

    pub fn take(&mut self, fact: Fact) -> Taken {
        self.facts.push(fact);
        let taken = self.progress.advance(&fact).expect("the next fact");
        self.progress = taken.after;
        assert_eq!(Progress::replay(&self.facts), self.progress);
        taken
    }

    /// Answered on a day, in Amsterdam, some hours after its beginning.
    pub fn answer(&mut self, date: &str, asked: Ask, correct: bool) -> Step {
        let at =
            day_start(day(date), Amsterdam) + TimeDelta::minutes(10 * i64::from(self.progress.answers % 100));
        let fact = answered(self.facts.len() as u128, asked, correct, at, Amsterdam);
        self.take(fact).step.expect("an answer")
    }

    /// Answered rightly on a day, whatever is asked.
    pub fn pass(&mut self, date: &str) -> Step {
        let asked = self.asked(date).unwrap_or_else(|| panic!("nothing is asked on {date}"));
        self.answer(date, asked, true)
    }

    /// What is asked on a day, at noon in Amsterdam.
    pub fn asked(&self, date: &str) -> Option<Ask> {
        let date = day(date);
        let week = Week::of(day_start(date, Amsterdam) + TimeDelta::hours(8));
        self.progress.asked(week, date).map(scheduler::cohort::Asked::ask)
    }

    /// The days of a range on which something is asked.
    pub fn asked_between(&self, first: &str, last: &str) -> Vec<(String, Ask)> {
        let days = day(first).iter_days().take_while(|date| *date <= day(last)).map(|date| date.to_string());
        days.filter_map(|date| Some((date.clone(), self.asked(&date)?))).collect()
    }
}

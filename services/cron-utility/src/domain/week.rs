//! Weeks of study: they begin on Monday at 04:00 in Europe/Amsterdam, and are named as ISO 8601 names them.

use chrono::{DateTime, Datelike, Days, IsoWeek, NaiveDate, Utc, Weekday};
use chrono_tz::Europe::Amsterdam;
use documents::{Aggregate, Change};
use events::cron_utility::WeeklyTick;
use serde::{Deserialize, Serialize};
use std::fmt;

/// Weeks that are caught up at most, after an outage. A fleet that was down for longer than a year begins anew.
pub const MOST_CAUGHT_UP: usize = 53;

/// A week of study.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Week {
    monday: NaiveDate,
}

impl Week {
    /// The week that `instant` lies in.
    pub fn of(instant: DateTime<Utc>) -> Self {
        let day = scheduler::study_day(instant, Amsterdam);
        Self { monday: day.week(Weekday::Mon).first_day() }
    }

    /// The week after this one; none at the end of the calendar.
    pub fn next(self) -> Option<Self> {
        self.monday.checked_add_days(Days::new(7)).map(|monday| Self { monday })
    }

    /// When it begins.
    pub fn begins_at(self) -> DateTime<Utc> {
        scheduler::day_start(self.monday, Amsterdam)
    }

    /// Reads `2026-W48`; none for anything else.
    pub fn parse(text: &str) -> Option<Self> {
        let (year, week) = text.split_once("-W")?;
        let plain = year.len() == 4 && week.len() == 2;
        let monday = NaiveDate::from_isoywd_opt(year.parse().ok()?, week.parse().ok()?, Weekday::Mon)?;
        plain.then_some(Self { monday })
    }

    fn iso(self) -> IsoWeek {
        self.monday.iso_week()
    }
}

impl fmt::Display for Week {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{:04}-W{:02}", self.iso().year(), self.iso().week())
    }
}

/// The weeks that have begun by `now` and were not told yet, oldest first.
///
/// At the first start that is the present week alone. A clock that was set back tells nothing twice.
pub fn untold(last_told: Option<Week>, now: DateTime<Utc>) -> Vec<Week> {
    let present = Week::of(now);
    let Some(last) = last_told else { return vec![present] };
    let after = std::iter::successors(last.next(), |week| week.next());
    let missed: Vec<_> = after.take_while(|week| *week <= present).collect();
    match missed.len() > MOST_CAUGHT_UP {
        true => vec![present],
        false => missed,
    }
}

/// A week that was told. There is one document a week, so that it is told once.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Tick {
    /// The week's name.
    #[serde(rename = "_id")]
    pub iso_week: String,
    /// When the week began.
    #[serde(with = "documents::instant")]
    pub begins_at: DateTime<Utc>,
    /// When it was told.
    #[serde(with = "documents::instant")]
    pub ticked_at: DateTime<Utc>,
}

impl Aggregate for Tick {
    type Id = String;
    const COLLECTION: &'static str = "ticks";

    fn id(&self) -> String {
        self.iso_week.clone()
    }
}

impl Tick {
    /// Tells that `week` has begun.
    pub fn tell(week: Week, now: DateTime<Utc>) -> Change<Self> {
        let tick = Self { iso_week: week.to_string(), begins_at: week.begins_at(), ticked_at: now };
        let fact = WeeklyTick { iso_week: tick.iso_week.clone(), begins_at: tick.begins_at, ticked_at: now };
        Change::of(tick).publish(fact)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn at(text: &str) -> DateTime<Utc> {
        text.parse().expect("an instant")
    }

    fn week(text: &str) -> Week {
        Week::parse(text).expect("a week")
    }

    #[test]
    fn a_week_begins_on_monday_at_four_in_amsterdam() {
        // Winter time is UTC+1, summer time UTC+2.
        assert_eq!(week("2026-W48").begins_at(), at("2026-11-23T03:00:00Z"));
        assert_eq!(week("2026-W27").begins_at(), at("2026-06-29T02:00:00Z"));
        assert_eq!(Week::of(at("2026-11-23T02:59:59.999Z")), week("2026-W47"));
        assert_eq!(Week::of(at("2026-11-23T03:00:00Z")), week("2026-W48"));
    }

    #[test]
    fn the_monday_after_a_change_of_the_clocks_is_at_four_on_the_wall() {
        assert_eq!(week("2026-W14").begins_at(), at("2026-03-30T02:00:00Z"));
        assert_eq!(week("2026-W44").begins_at(), at("2026-10-26T03:00:00Z"));
    }

    #[test]
    fn a_year_of_53_weeks_is_followed_by_week_1() {
        assert_eq!(week("2026-W53").next(), Some(week("2027-W01")));
        assert_eq!(Week::parse("2025-W53"), None);
    }

    #[test]
    fn names_are_read_as_they_are_written() {
        for text in ["", "2026", "2026-48", "2026-W5", "2026-W00", "2026-W54", "26-W05", "2026-W48 "] {
            assert_eq!(Week::parse(text), None, "{text:?}");
        }
    }

    #[test]
    fn the_first_start_tells_the_present_week_alone() {
        assert_eq!(untold(None, at("2026-11-25T12:00:00Z")), [week("2026-W48")]);
    }

    #[test]
    fn an_outage_is_caught_up_in_order() {
        let missed = untold(Some(week("2026-W52")), at("2027-01-12T12:00:00Z"));
        assert_eq!(missed, [week("2026-W53"), week("2027-W01"), week("2027-W02")]);
    }

    #[test]
    fn a_clock_that_was_set_back_tells_nothing() {
        assert_eq!(untold(Some(week("2026-W48")), at("2026-11-10T12:00:00Z")), []);
    }

    #[test]
    fn after_years_only_the_present_week_is_told() {
        assert_eq!(untold(Some(week("2020-W01")), at("2026-11-25T12:00:00Z")), [week("2026-W48")]);
    }

    proptest! {
        #[test]
        fn every_instant_lies_in_its_week(seconds in 0_i64..4_000_000_000) {
            let instant = DateTime::from_timestamp(seconds, 0).expect("an instant");
            let week = Week::of(instant);
            prop_assert!(week.begins_at() <= instant);
            prop_assert!(instant < week.next().expect("a next week").begins_at());
            prop_assert_eq!(Week::parse(&week.to_string()), Some(week));
        }

        #[test]
        fn however_often_it_is_asked_each_week_is_told_once(steps in prop::collection::vec(0_i64..20_000_000, 1..20)) {
            let mut now = at("2026-01-01T00:00:00Z");
            let mut told = Vec::new();
            for step in steps {
                now += chrono::TimeDelta::seconds(step);
                told.extend(untold(told.last().copied(), now));
            }
            prop_assert!(told.windows(2).all(|pair| pair[0].next() == Some(pair[1])));
        }
    }
}

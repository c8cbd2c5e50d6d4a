//! Weeks of study: they begin on Monday at 04:00 in Europe/Amsterdam, and are named as ISO 8601 names them.

use crate::{day_start, study_day};
use chrono::{DateTime, Datelike, Days, IsoWeek, NaiveDate, Utc, Weekday};
use chrono_tz::Europe::Amsterdam;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use std::fmt;

/// The last week that there is here: that of 31 December 9999.
const LAST_MONDAY: NaiveDate = NaiveDate::from_ymd_opt(9999, 12, 27).expect("a date");

/// A week of study. Its text, `2026-W48`, sorts as the weeks do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Week {
    monday: NaiveDate,
}

impl Week {
    /// The week that `instant` lies in.
    #[must_use]
    pub fn of(instant: DateTime<Utc>) -> Self {
        let day = study_day(instant, Amsterdam);
        Self { monday: day.week(Weekday::Mon).first_day() }
    }

    /// Its first day.
    #[must_use]
    pub const fn monday(self) -> NaiveDate {
        self.monday
    }

    /// The week after this one; none at the end of the calendar.
    #[must_use]
    pub fn next(self) -> Option<Self> {
        let monday = self.monday.checked_add_days(Days::new(7))?;
        (monday <= LAST_MONDAY).then_some(Self { monday })
    }

    /// The week that is so many weeks later, or the last.
    #[must_use]
    pub fn later(self, weeks: u32) -> Self {
        let monday = self.monday.checked_add_days(Days::new(7 * u64::from(weeks)));
        Self { monday: monday.unwrap_or(LAST_MONDAY).min(LAST_MONDAY) }
    }

    /// When it begins.
    #[must_use]
    pub fn begins_at(self) -> DateTime<Utc> {
        day_start(self.monday, Amsterdam)
    }

    /// Reads `2026-W48`; none for anything else.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (year, week) = text.split_once("-W")?;
        let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
        let plain = year.len() == 4 && week.len() == 2 && digits(year) && digits(week);
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

impl Serialize for Week {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Week {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::parse(&text).ok_or_else(|| de::Error::custom("not an ISO week such as 2026-W48"))
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
        assert_eq!(week("2026-W52").later(2), week("2027-W01"));
        assert_eq!(Week::parse("2025-W53"), None);
    }

    #[test]
    fn names_are_read_as_they_are_written() {
        for text in [
            "",
            "2026",
            "2026-48",
            "2026-W5",
            "2026-W00",
            "2026-W54",
            "26-W05",
            "2026-W48 ",
            "+026-W48",
            "2026-W+8",
        ] {
            assert_eq!(Week::parse(text), None, "{text:?}");
        }
    }

    #[test]
    fn the_calendar_ends() {
        let last = Week::of(DateTime::<Utc>::MAX_UTC);
        assert_eq!((last.to_string().as_str(), last.next(), last.later(u32::MAX)), ("9999-W52", None, last));
        assert_eq!(Week::of(DateTime::<Utc>::MIN_UTC).to_string(), "0001-W01");
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
        fn the_text_sorts_as_the_weeks_do(one in 0_i64..4_000_000_000, other in 0_i64..4_000_000_000) {
            let [one, other] = [one, other].map(|seconds| Week::of(DateTime::from_timestamp(seconds, 0).expect("an instant")));
            prop_assert_eq!(one.cmp(&other), one.to_string().cmp(&other.to_string()));
        }
    }
}

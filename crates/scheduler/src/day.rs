//! The student's day: it ends at 04:00, so that an evening that runs past midnight is one day.

use chrono::{DateTime, Days, NaiveDate, NaiveTime, TimeDelta, TimeZone, Utc};
use chrono_tz::Tz;

/// Hour of the wall clock at which a study day begins.
const BOUNDARY_HOURS: i64 = 4;

/// The days that exist here. Whatever a device sends, the calendar has room for a zone and for an interval beyond them.
const FIRST_DAY: NaiveDate = NaiveDate::from_ymd_opt(1, 1, 1).expect("a date");
const LAST_DAY: NaiveDate = NaiveDate::from_ymd_opt(9999, 12, 31).expect("a date");

/// The study day of an instant, in a zone. Instants outside the years 1 to 9999 count as the nearest in them.
#[must_use]
pub fn study_day(at: DateTime<Utc>, zone: Tz) -> NaiveDate {
    let noon = NaiveTime::from_hms_opt(12, 0, 0).expect("a time");
    let at = at.clamp(FIRST_DAY.and_time(noon).and_utc(), LAST_DAY.and_time(noon).and_utc());
    (at.with_timezone(&zone).naive_local() - TimeDelta::hours(BOUNDARY_HOURS)).date()
}

/// The first instant of a study day, in a zone: 04:00 of the wall clock; where clocks skip 04:00, the first time after it,
/// and where it comes twice, the first.
#[must_use]
pub fn day_start(day: NaiveDate, zone: Tz) -> DateTime<Utc> {
    let day = day.clamp(FIRST_DAY, LAST_DAY);
    let boundary = day.and_time(NaiveTime::MIN) + TimeDelta::hours(BOUNDARY_HOURS);
    // The longest gap there was is a whole day: Samoa had no 30 December 2011.
    let quarters = (0..=4 * 25).map(|quarter| boundary + TimeDelta::minutes(15 * quarter));
    quarters
        .filter_map(|wall| zone.from_local_datetime(&wall).earliest())
        .map(|instant| instant.with_timezone(&Utc))
        .next()
        .unwrap_or_else(|| boundary.and_utc())
}

/// Whole days from one to the other, 0 when the other lies before.
pub(crate) fn between(day: NaiveDate, other: NaiveDate) -> u32 {
    u32::try_from((other - day).num_days()).unwrap_or(0)
}

/// The day `days` later, or the last.
pub(crate) fn later(day: NaiveDate, days: u32) -> NaiveDate {
    day.checked_add_days(Days::new(u64::from(days))).unwrap_or(LAST_DAY).min(LAST_DAY)
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono_tz::{America::Sao_Paulo, Asia::Baku, Europe::Amsterdam, Pacific::Apia};

    fn at(text: &str) -> DateTime<Utc> {
        text.parse().unwrap()
    }

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn the_day_ends_at_four() {
        assert_eq!(study_day(at("2026-01-15T02:59:59.999Z"), Amsterdam), day("2026-01-14"));
        assert_eq!(study_day(at("2026-01-15T03:00:00Z"), Amsterdam), day("2026-01-15"));
    }

    #[test]
    fn the_day_ends_at_four_on_the_wall_when_clocks_change() {
        // Summer time begins on 29 March 2026 at 01:00 UTC, ends on 25 October 2026 at 01:00 UTC.
        for (date, start) in [
            ("2026-03-28", "2026-03-28T03:00:00Z"),
            ("2026-03-29", "2026-03-29T02:00:00Z"),
            ("2026-10-24", "2026-10-24T02:00:00Z"),
            ("2026-10-25", "2026-10-25T03:00:00Z"),
        ] {
            let start = at(start);
            assert_eq!(day_start(day(date), Amsterdam), start);
            assert_eq!(study_day(start, Amsterdam), day(date));
            assert_ne!(study_day(start - TimeDelta::milliseconds(1), Amsterdam), day(date));
        }
    }

    #[test]
    fn a_day_that_a_zone_skipped_starts_with_the_next() {
        assert_eq!(day_start(day("2011-12-30"), Apia), at("2011-12-30T10:00:00Z"));
    }

    #[test]
    fn where_four_is_skipped_or_comes_twice_the_day_starts_once() {
        assert_eq!(day_start(day("2015-03-29"), Baku), at("2015-03-29T00:00:00Z"), "04:00 became 05:00");
        assert_eq!(day_start(day("2015-10-25"), Baku), at("2015-10-24T23:00:00Z"), "05:00 became 04:00");
    }

    #[test]
    fn a_gap_at_midnight_leaves_four_alone() {
        assert_eq!(day_start(day("2018-11-04"), Sao_Paulo), at("2018-11-04T06:00:00Z"));
    }

    #[test]
    fn the_ends_of_the_calendar_are_days_too() {
        for zone in [Amsterdam, Apia] {
            assert!(study_day(DateTime::<Utc>::MIN_UTC, zone) < study_day(DateTime::<Utc>::MAX_UTC, zone));
            assert!(day_start(NaiveDate::MIN, zone) < day_start(NaiveDate::MAX, zone));
        }
        assert_eq!(later(day("9999-12-30"), u32::MAX), day("9999-12-31"));
    }
}

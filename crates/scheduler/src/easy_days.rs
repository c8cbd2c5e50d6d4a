//! On which day a card returns: within what its memory allows, as the student's week has room.

use chrono::{Datelike, Days, NaiveDate};
use serde::{Deserialize, Serialize};

use crate::day::between;

/// The study days on which a card may return, ends included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Window {
    /// The first.
    pub earliest: NaiveDate,
    /// The last.
    pub latest: NaiveDate,
}

impl Window {
    /// Whether the card may return on this day.
    #[must_use]
    pub fn contains(self, day: NaiveDate) -> bool {
        (self.earliest..=self.latest).contains(&day)
    }

    /// Every day of it.
    pub fn days(self) -> impl Iterator<Item = NaiveDate> {
        (0..=u64::from(between(self.earliest, self.latest)))
            .filter_map(move |days| self.earliest.checked_add_days(Days::new(days)))
    }
}

/// How much of a usual day's work the student wants on each day of the week, in percent, Monday first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "[u8; 7]", into = "[u8; 7]")]
pub struct EasyDays([u8; 7]);

/// Easy days that leave no day to learn on, or ask for more than all.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("easy days are seven shares of 0 to 100 percent, not all of them 0")]
pub struct BadEasyDays;

impl EasyDays {
    /// These shares.
    ///
    /// # Errors
    /// When one is more than 100, or all are 0.
    pub fn new(shares: [u8; 7]) -> Result<Self, BadEasyDays> {
        let fits = shares.iter().all(|share| *share <= 100) && shares.iter().any(|share| *share > 0);
        if fits { Ok(Self(shares)) } else { Err(BadEasyDays) }
    }

    /// The share of a day, 0 to 100.
    #[must_use]
    pub fn share(self, day: NaiveDate) -> u8 {
        self.0[day.weekday().num_days_from_monday() as usize]
    }

    /// The day of a window that a fraction of 1 falls on, when each day is as wide as its share of the week. A window of
    /// days off has nothing else to choose from: there each is as good.
    ///
    /// The same fraction never falls on an earlier day of a later window: what a window gains lies at its end, what it
    /// loses at its beginning.
    #[must_use]
    pub(crate) fn draw(self, window: Window, fraction: f64) -> NaiveDate {
        let shares = window.days().map(|day| u32::from(self.share(day))).sum::<u32>();
        let width = |day| if shares == 0 { 1 } else { u32::from(self.share(day)) };
        let whole = window.days().map(width).sum::<u32>();
        let point = (fraction * f64::from(whole)).floor() as u32;
        let ends = window.days().scan(0, |end, day| {
            *end += width(day);
            Some((day, *end))
        });
        ends.into_iter().find(|(_, end)| point < *end).map_or(window.latest, |(day, _)| day)
    }
}

impl Default for EasyDays {
    fn default() -> Self {
        Self([100; 7])
    }
}

impl TryFrom<[u8; 7]> for EasyDays {
    type Error = BadEasyDays;

    fn try_from(shares: [u8; 7]) -> Result<Self, BadEasyDays> {
        Self::new(shares)
    }
}

impl From<EasyDays> for [u8; 7] {
    fn from(easy_days: EasyDays) -> Self {
        easy_days.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn day(number: u64) -> NaiveDate {
        // A Monday.
        NaiveDate::from_ymd_opt(2026, 3, 2).expect("a date") + Days::new(number)
    }

    fn window(earliest: u64, latest: u64) -> Window {
        Window { earliest: day(earliest), latest: day(latest) }
    }

    fn easy(shares: [u8; 7]) -> EasyDays {
        EasyDays::new(shares).expect("shares")
    }

    #[test]
    fn the_ends_of_a_window_are_reached() {
        let draw = |fraction| EasyDays::default().draw(window(8, 12), fraction);
        assert_eq!([draw(0.0), draw(0.5), draw(0.999_999)], [day(8), day(10), day(12)]);
    }

    #[test]
    fn a_day_off_takes_only_what_fits_nowhere_else() {
        let no_weekends = easy([100, 100, 100, 100, 100, 0, 0]);
        let drawn = |window| (0..1000).map(move |part| no_weekends.draw(window, f64::from(part) / 1000.0));
        assert!(drawn(window(3, 8)).all(|drawn| ![day(5), day(6)].contains(&drawn)));
        let weekend = window(5, 6);
        assert_eq!(drawn(weekend).filter(|drawn| *drawn == day(5)).count(), 500, "both are as good");
    }

    #[test]
    fn half_a_day_takes_half_of_what_a_whole_day_takes() {
        let half_tuesdays = easy([100, 50, 100, 100, 100, 100, 100]);
        let drawn: Vec<_> =
            (0..1000).map(|part| half_tuesdays.draw(window(0, 2), f64::from(part) / 1000.0)).collect();
        let on = |number| drawn.iter().filter(|drawn| **drawn == day(number)).count();
        assert_eq!([on(0), on(1), on(2)], [400, 200, 400]);
    }

    #[test]
    fn easy_days_have_their_bounds() {
        assert_eq!(EasyDays::new([0; 7]), Err(BadEasyDays));
        assert_eq!(EasyDays::new([101, 0, 0, 0, 0, 0, 0]), Err(BadEasyDays));
        assert_eq!(
            serde_json::to_string(&EasyDays::default()).expect("JSON"),
            "[100,100,100,100,100,100,100]"
        );
        assert!(serde_json::from_str::<EasyDays>("[0,0,0,0,0,0,0]").is_err());
    }

    fn shares() -> impl Strategy<Value = EasyDays> {
        let share = prop_oneof![Just(0_u8), Just(50), Just(100), 0..=100_u8];
        prop::array::uniform7(share).prop_map(|shares| EasyDays::new(shares).unwrap_or_default())
    }

    proptest! {
        #[test]
        fn the_drawn_day_lies_in_the_window_and_is_no_day_off(
            easy_days in shares(), earliest in 0..20_u64, length in 0..20_u64, fraction in 0.0..1.0,
        ) {
            let window = window(earliest, earliest + length);
            let drawn = easy_days.draw(window, fraction);
            prop_assert!(window.contains(drawn));
            prop_assert!(easy_days.share(drawn) > 0 || window.days().all(|day| easy_days.share(day) == 0));
        }

        #[test]
        fn a_later_window_never_gives_an_earlier_day(
            easy_days in shares(),
            (earliest, length) in (0..20_u64, 0..20_u64),
            (begins_later, ends_later) in (0..10_u64, 0..10_u64),
            fraction in 0.0..1.0,
        ) {
            let latest = earliest + length;
            let begin = earliest + begins_later;
            let later = window(begin, (latest + ends_later).max(begin));
            prop_assert!(easy_days.draw(window(earliest, latest), fraction) <= easy_days.draw(later, fraction));
        }
    }
}

//! On which day a card returns: within what its memory allows, where there is room.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike, Days, NaiveDate};
use serde::{Deserialize, Serialize};

use crate::day::between;

/// The study days on which a card may return, ends included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Window {
    /// The first.
    pub earliest: NaiveDate,
    /// The one on which it returns when nothing speaks against it.
    pub usual: NaiveDate,
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

/// What a student's days hold already, as far as it bears on where one card goes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Calendar {
    easy_days: EasyDays,
    due: BTreeMap<NaiveDate, u32>,
    siblings: BTreeSet<NaiveDate>,
}

impl Calendar {
    /// An empty calendar.
    #[must_use]
    pub fn new(easy_days: EasyDays) -> Self {
        Self { easy_days, ..Self::default() }
    }

    /// So many more of the student's cards are due on this day.
    pub fn add_due(&mut self, day: NaiveDate, cards: u32) {
        let due = self.due.entry(day).or_default();
        *due = due.saturating_add(cards);
    }

    /// A card of the same word is due on this day.
    pub fn add_sibling(&mut self, day: NaiveDate) {
        self.siblings.insert(day);
    }

    /// Cards that are due on this day.
    #[must_use]
    pub fn due(&self, day: NaiveDate) -> u32 {
        self.due.get(&day).copied().unwrap_or(0)
    }

    /// The best day of a window: without a sibling, then not a day off, then with the least to do for its share of the
    /// week, where a day at the far end of the window must have half the load to win; then the nearest to the usual day,
    /// then the earlier.
    ///
    /// Days ahead are emptier the farther they lie. Without the price on distance nearly every card would go to the end
    /// of its window, and intervals would be longer than the memory model means them.
    #[must_use]
    pub fn choose(&self, window: Window) -> NaiveDate {
        window.days().min_by(|one, other| self.compare(window, *one, *other)).unwrap_or(window.usual)
    }

    fn compare(&self, window: Window, one: NaiveDate, other: NaiveDate) -> Ordering {
        let distance = |day| between(window.usual, day).max(between(day, window.usual));
        let (share, other_share) = (self.easy_days.share(one), self.easy_days.share(other));
        let length = u64::from(between(window.earliest, window.latest)) + 1;
        let price = |day| (u64::from(self.due(day)) + 1) * (length + u64::from(distance(day)));
        (self.siblings.contains(&one).cmp(&self.siblings.contains(&other)))
            .then((share == 0).cmp(&(other_share == 0)))
            // one / share < other / other_share, in whole numbers. Two days off compare by their load.
            .then((price(one) * u64::from(other_share.max(1))).cmp(&(price(other) * u64::from(share.max(1)))))
            .then(distance(one).cmp(&distance(other)))
            .then(one.cmp(&other))
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

    fn window(earliest: u64, usual: u64, latest: u64) -> Window {
        Window { earliest: day(earliest), usual: day(usual), latest: day(latest) }
    }

    #[test]
    fn an_empty_calendar_leaves_the_usual_day() {
        assert_eq!(Calendar::default().choose(window(8, 11, 12)), day(11));
    }

    #[test]
    fn a_full_day_makes_way_to_the_emptiest_nearby() {
        let mut calendar = Calendar::default();
        for (number, cards) in [(8, 30), (9, 20), (10, 90), (11, 60), (12, 40)] {
            calendar.add_due(day(number), cards);
        }
        assert_eq!(calendar.choose(window(8, 10, 12)), day(9));
        assert_eq!(calendar.choose(window(10, 10, 10)), day(10), "a card without room stays");
    }

    #[test]
    fn a_little_less_to_do_is_not_worth_the_farthest_day() {
        let mut calendar = Calendar::default();
        for number in 8..=12 {
            calendar.add_due(day(number), 20 - number as u32);
        }
        assert_eq!(calendar.choose(window(8, 8, 12)), day(8));
    }

    #[test]
    fn siblings_return_on_different_days() {
        let mut calendar = Calendar::default();
        calendar.add_sibling(day(10));
        calendar.add_due(day(9), 500);
        assert_eq!(calendar.choose(window(9, 10, 10)), day(9));
        calendar.add_sibling(day(9));
        assert_eq!(
            calendar.choose(window(9, 10, 10)),
            day(10),
            "where none is free the usual day is as good"
        );
    }

    #[test]
    fn a_day_off_takes_only_what_fits_nowhere_else() {
        let no_sundays = EasyDays::new([100, 100, 100, 100, 100, 100, 0]).expect("six days are left");
        let mut calendar = Calendar::new(no_sundays);
        calendar.add_due(day(12), 1000);
        assert_eq!(day(13).weekday(), chrono::Weekday::Sun);
        assert_eq!(calendar.choose(window(12, 13, 13)), day(12));
        assert_eq!(calendar.choose(window(13, 13, 13)), day(13));
    }

    #[test]
    fn half_a_day_takes_half_the_cards() {
        let easy = EasyDays::new([100, 50, 100, 100, 100, 100, 100]).expect("shares");
        let mut calendar = Calendar::new(easy);
        for _ in 0..300 {
            let chosen = calendar.choose(window(0, 1, 2));
            calendar.add_due(chosen, 1);
        }
        let [monday, tuesday, wednesday] = [0, 1, 2].map(|number| calendar.due(day(number)));
        assert!((55..=95).contains(&tuesday), "{monday} {tuesday} {wednesday}");
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

    proptest! {
        #[test]
        fn the_chosen_day_lies_in_the_window(
            (earliest, usual, latest) in (0..20_u64, 0..8_u64, 0..8_u64).prop_map(|(first, a, b)| (first, first + a.min(b), first + a.max(b))),
            due in prop::collection::vec((0..40_u64, 0..90_u32), 0..30),
            siblings in prop::collection::vec(0..40_u64, 0..4),
            shares in prop::array::uniform7(0..=100_u8),
        ) {
            let mut calendar = Calendar::new(EasyDays::new(shares).unwrap_or_default());
            due.iter().for_each(|(number, cards)| calendar.add_due(day(*number), *cards));
            siblings.iter().for_each(|number| calendar.add_sibling(day(*number)));
            let window = window(earliest, usual, latest);
            let chosen = calendar.choose(window);
            prop_assert!(window.contains(chosen));
            let free = |day| !siblings.iter().any(|number| self::day(*number) == day);
            prop_assert!(free(chosen) || !window.days().any(free), "a free day was passed over");
        }
    }
}

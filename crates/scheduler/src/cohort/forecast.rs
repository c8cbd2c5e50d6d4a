//! What the days ahead hold for a student's own words.

use super::{Answer, Ask, Asked, Budget, Fact, Pace, Progress, Stage};
use crate::day::later;
use crate::{Week, day_start, study_day};
use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use chrono_tz::Tz;
use ids::ReviewId;
use serde::{Deserialize, Serialize};
use std::iter::repeat_n;
use uuid::Uuid;

/// After the beginning of a study day, when its answers are thought to be given.
const INTO_THE_DAY: TimeDelta = TimeDelta::hours(8);

/// A day to come.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct DayOfWords {
    /// The study day.
    pub on: NaiveDate,
    /// Words in their cycles that are asked on it.
    pub words: u32,
    /// Those of them that are met for the first time.
    pub new: u32,
    /// Words that return as echoes.
    pub echoes: u32,
    /// Minutes for all of it, with what comes back because it was wrong.
    pub minutes: f64,
}

/// The student whose days are foretold.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Ahead {
    /// When it is now: the first day is the one that this lies in.
    pub now: DateTime<Utc>,
    /// Where they are.
    pub zone: Tz,
    /// What they want of a week.
    pub budget: Budget,
    /// How long they take.
    pub pace: Pace,
    /// Words that wait in the queue.
    pub waiting: usize,
}

/// What the coming `days` hold, the present one first, for `words` that are in their cycles or have graduated: where all is
/// done on its day, and right. Each Monday takes from the queue what there is room for, as [`open`](super::open) does; what
/// was wrong costs time by the pace, and moves nothing here.
#[must_use]
pub fn days_ahead(words: &[Progress], ahead: Ahead, days: u16) -> Vec<DayOfWords> {
    let (today, mut week) = (study_day(ahead.now, ahead.zone), Week::of(ahead.now));
    let (mut words, mut waiting) = (words.to_vec(), ahead.waiting);
    let mut foretold = Vec::with_capacity(days.into());
    for number in 0..days {
        let on = later(today, number.into());
        let at = ahead.now.max(day_start(on, ahead.zone) + INTO_THE_DAY);
        if Week::of(at) > week {
            week = Week::of(at);
            let taken = room(&words, week, ahead.budget).min(waiting);
            waiting -= taken;
            words.extend(repeat_n(taken_in(week), taken));
        }
        foretold.push(a_day(&mut words, ahead, on, at));
    }
    foretold
}

/// New words that a week has room for.
fn room(words: &[Progress], week: Week, budget: Budget) -> usize {
    let belonging = || words.iter().filter(|word| word.belongs_to(week));
    let carried: Vec<u8> =
        belonging().filter(|word| word.stage == Stage::Learning).map(|word| word.passed).collect();
    let echoes = belonging().count() - carried.len();
    budget.room(carried.into_iter(), echoes)
}

fn taken_in(week: Week) -> Progress {
    let entered = Fact::Entered { week, from: week.monday(), at: week.begins_at() };
    Progress::default().transition(&entered).after
}

fn a_day(words: &mut [Progress], ahead: Ahead, on: NaiveDate, at: DateTime<Utc>) -> DayOfWords {
    let mut day = DayOfWords { on, words: 0, new: 0, echoes: 0, minutes: 0.0 };
    for word in words {
        let Some(Asked::First(asked)) = word.asked(Week::of(at), on) else { continue };
        match asked {
            Ask::Echo => day.echoes += 1,
            _ => {
                day.words += 1;
                day.new += u32::from(word.is_unmet());
            }
        }
        let id = ReviewId::new(Uuid::nil());
        let right = Answer { id, asked, correct: true, answered_at: at, received_at: at, zone: ahead.zone };
        *word = word.transition(&Fact::Answered(right)).after;
    }
    day.minutes = ahead.pace.minutes(day.words, day.echoes);
    day
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono_tz::{Asia::Tokyo, Europe::Amsterdam};

    /// Monday 3 March 2025 at ten in Amsterdam.
    fn ahead(waiting: usize) -> Ahead {
        let now = "2025-03-03T09:00:00Z".parse().expect("an instant");
        Ahead { now, zone: Amsterdam, budget: Budget::Words(2), pace: Pace::default(), waiting }
    }

    fn counts(days: &[DayOfWords]) -> Vec<(u32, u32, u32)> {
        days.iter().map(|day| (day.words, day.new, day.echoes)).collect()
    }

    #[test]
    fn a_word_is_asked_on_the_days_of_its_cycles_and_by_its_first_echo() {
        let days = days_ahead(&[taken_in(Week::of(ahead(0).now))], ahead(0), 14);
        let asked: Vec<_> = days.iter().filter(|day| day.words + day.echoes > 0).collect();
        let on: Vec<_> =
            asked.iter().map(|day| (day.on.to_string(), day.words, day.new, day.echoes)).collect();
        let day = |on: &str, words, new, echoes| (on.to_owned(), words, new, echoes);
        assert_eq!(
            on,
            [
                day("2025-03-03", 1, 1, 0),
                day("2025-03-04", 1, 0, 0),
                day("2025-03-06", 1, 0, 0),
                day("2025-03-08", 1, 0, 0),
                day("2025-03-10", 0, 0, 1),
            ]
        );
        assert!(days[0].minutes > days[7].minutes && days[7].minutes > 0.0 && days[1].on > days[0].on);
    }

    #[test]
    fn mondays_take_from_the_queue_what_there_is_room_for() {
        let days = counts(&days_ahead(&[], ahead(3), 15));
        assert_eq!(days[..7], [(0, 0, 0); 7], "this week is open, and took nothing");
        assert_eq!((days[7], days[8]), ((2, 2, 0), (2, 0, 0)));
        assert_eq!(days[14], (1, 1, 2), "the last one, beside two echoes");
    }

    #[test]
    fn what_was_answered_today_is_asked_no_more_today() {
        let mut words = [taken_in(Week::of(ahead(0).now))];
        let first = a_day(&mut words, ahead(0), study_day(ahead(0).now, Amsterdam), ahead(0).now);
        assert_eq!(first.words, 1);
        assert_eq!(counts(&days_ahead(&words, ahead(0), 2)), [(0, 0, 0), (1, 0, 0)]);
    }

    #[test]
    fn days_are_those_of_the_student() {
        let evening = "2025-03-03T20:00:00Z".parse().expect("an instant");
        let days = days_ahead(&[], Ahead { now: evening, zone: Tokyo, ..ahead(0) }, 1);
        assert_eq!(days[0].on.to_string(), "2025-03-04");
    }
}

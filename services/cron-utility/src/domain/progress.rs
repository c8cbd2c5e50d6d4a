//! What a student did, in numbers: what one answer adds, and what an answer that was taken back takes away.
//!
//! Days are kept for six weeks, so that what is kept of a student stays small however long they study.

use super::word::Word;
use chrono::{DateTime, Days, NaiveDate, Utc};
use events::{
    learning_cards::WordReviewed,
    thematic_cards::{CardReviewUndone, CardReviewed},
};
use ids::UserId;
use serde::{Deserialize, Serialize};
use std::{collections::BTreeMap, ops::RangeInclusive};

/// Days that are kept, today among them: this week and the five before it, and so the month that retention is told of.
pub const KEPT_DAYS: u64 = 42;
/// Days that retention and mistakes are told of, today among them.
pub const MONTH: u64 = 30;
/// Days that work is told of, today among them.
pub const WEEK: u64 = 7;
/// Of one answer no more time is counted: a phone that lies on the table does not study. Anki cuts there too
/// (docs.ankiweb.net, "Maximum answer seconds").
const LONGEST_ANSWER_MS: i64 = 60_000;
/// What a mistake is counted as whose code is none.
const OTHER: &str = "other";
const LONGEST_KIND: usize = 40;

/// An answer, as far as it counts.
#[derive(Clone, Debug, PartialEq)]
pub struct Answer {
    /// The student.
    pub student_id: UserId,
    /// The word.
    pub word: Word,
    /// The day that it belongs to.
    pub day: NaiveDate,
    /// When it was given.
    pub at: DateTime<Utc>,
    /// What it adds to a day.
    pub tally: Tally,
    /// Which share of due cards the student meant to recall, 0 to 1; none where that was not told.
    pub desired_retention: Option<f64>,
}

/// Counters over some answers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Tally {
    /// Answers.
    #[serde(skip_serializing_if = "is_zero")]
    pub answers: i64,
    /// Right ones.
    #[serde(skip_serializing_if = "is_zero")]
    pub correct: i64,
    /// Answers to learnt cards that were due: they tell of retention.
    #[serde(skip_serializing_if = "is_zero")]
    pub due_answers: i64,
    /// Those of them that were recalled.
    #[serde(skip_serializing_if = "is_zero")]
    pub due_recalled: i64,
    /// How long they took.
    #[serde(skip_serializing_if = "is_zero")]
    pub milliseconds: i64,
    /// Cards that became leeches.
    #[serde(skip_serializing_if = "is_zero")]
    pub leeches: i64,
    /// How often each kind of mistake was made.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub mistakes: BTreeMap<String, i64>,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes a reference")]
const fn is_zero(count: &i64) -> bool {
    *count == 0
}

impl Tally {
    /// Of one answer.
    fn of(correct: bool, recalled: Option<bool>, duration_ms: Option<i32>, mistakes: &[String]) -> Self {
        let mut tally = Self {
            answers: 1,
            correct: i64::from(correct),
            due_answers: i64::from(recalled.is_some()),
            due_recalled: i64::from(recalled == Some(true)),
            milliseconds: duration_ms.map_or(0, |ms| i64::from(ms).clamp(0, LONGEST_ANSWER_MS)),
            ..Self::default()
        };
        for mistake in mistakes {
            *tally.mistakes.entry(kind_of(mistake).to_owned()).or_default() += 1;
        }
        tally
    }

    /// Adds `other` so many times; -1 takes it away.
    pub fn add(&mut self, other: &Self, times: i64) {
        self.answers += times * other.answers;
        self.correct += times * other.correct;
        self.due_answers += times * other.due_answers;
        self.due_recalled += times * other.due_recalled;
        self.milliseconds += times * other.milliseconds;
        self.leeches += times * other.leeches;
        for (kind, count) in &other.mistakes {
            *self.mistakes.entry(kind.clone()).or_default() += times * count;
        }
        self.mistakes.retain(|_, count| *count != 0);
    }

    /// Wrong answers.
    pub fn wrong(&self) -> i64 {
        self.answers - self.correct
    }

    /// True retention: the share of learnt, due cards that were recalled, 0 to 1; none before there was one.
    pub fn retention(&self) -> Option<f64> {
        share(self.due_recalled, self.due_answers)
    }

    /// Whole minutes, rounded.
    pub fn minutes(&self) -> i64 {
        (self.milliseconds + 30_000).div_euclid(60_000).max(0)
    }
}

/// The code of a mistake, if it looks like one; it becomes the name of a field.
fn kind_of(code: &str) -> &str {
    let sound = (1..=LONGEST_KIND).contains(&code.len())
        && code.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-');
    if sound { code } else { OTHER }
}

impl Answer {
    /// That of a card of a topic.
    pub fn to_card(fact: &CardReviewed) -> Self {
        Self {
            student_id: fact.user_id,
            word: Word::Taught { topic_id: fact.topic_id, word_id: fact.word_id },
            day: super::day_of(fact.answered_at),
            at: fact.answered_at,
            tally: Tally::of(fact.correct, fact.recalled_when_due, fact.duration_ms, &fact.mistakes),
            desired_retention: fact.desired_retention.filter(|share| (0.0..=1.0).contains(share)),
        }
    }

    /// The one that is taken back, as it was counted.
    pub fn undone(fact: &CardReviewUndone) -> Self {
        Self {
            student_id: fact.user_id,
            word: Word::Taught { topic_id: fact.topic_id, word_id: fact.word_id },
            day: super::day_of(fact.answered_at),
            at: fact.answered_at,
            tally: Tally::of(fact.correct, fact.recalled_when_due, fact.duration_ms, &fact.mistakes),
            desired_retention: None,
        }
    }

    /// That of a word of the own dictionary. Echoes return by the week, so that they tell nothing of a retention that was
    /// desired.
    pub fn to_own_word(fact: &WordReviewed) -> Self {
        Self {
            student_id: fact.user_id,
            word: Word::Own { own_word_id: fact.word_id, lemma: fact.lemma.clone() },
            day: super::day_of(fact.answered_at),
            at: fact.answered_at,
            tally: Tally::of(fact.correct, None, fact.duration_ms, &fact.mistakes),
            desired_retention: None,
        }
    }
}

/// What a student did.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Progress {
    /// The student.
    #[serde(rename = "_id")]
    pub student_id: UserId,
    /// Answers in all.
    #[serde(default)]
    pub answers: i64,
    /// Right ones.
    #[serde(default)]
    pub correct: i64,
    /// Cards that are leeches.
    #[serde(default)]
    pub leeches: i64,
    /// When the last answer was given.
    #[serde(with = "documents::instant::option", default, skip_serializing_if = "Option::is_none")]
    pub last_active_at: Option<DateTime<Utc>>,
    /// Which retention they desire; absent before an answer told.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub desired: Option<Desired>,
    /// The days on which there was something, the last [`KEPT_DAYS`] of them.
    #[serde(default)]
    pub days: BTreeMap<NaiveDate, Tally>,
}

/// The retention that a student desires, as the latest answer told it.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Desired {
    /// The share of due cards that they mean to recall, 0 to 1.
    pub share: f64,
    /// When that answer was given.
    #[serde(with = "documents::instant")]
    pub at: DateTime<Utc>,
}

impl Progress {
    /// Of a student who did nothing yet.
    pub fn none(student_id: UserId) -> Self {
        Self {
            student_id,
            answers: 0,
            correct: 0,
            leeches: 0,
            last_active_at: None,
            desired: None,
            days: BTreeMap::new(),
        }
    }

    /// An answer was given, by which so many cards became leeches.
    pub fn give(&mut self, answer: &Answer, leeches: i64, today: NaiveDate) {
        self.last_active_at = self.last_active_at.max(Some(answer.at));
        // A device that was offline tells late what was desired then.
        if let Some(share) = answer.desired_retention
            && self.desired.is_none_or(|known| known.at <= answer.at)
        {
            self.desired = Some(Desired { share, at: answer.at });
        }
        self.count(answer, 1, leeches, today);
    }

    /// Cards are leeches no more, without an answer.
    pub const fn fewer_leeches(&mut self, leeches: i64) {
        self.leeches += leeches;
    }

    /// An answer was taken back. It may not have come yet.
    pub fn take_back(&mut self, answer: &Answer, leeches: i64, today: NaiveDate) {
        self.count(answer, -1, leeches, today);
    }

    fn count(&mut self, answer: &Answer, times: i64, leeches: i64, today: NaiveDate) {
        self.answers += times * answer.tally.answers;
        self.correct += times * answer.tally.correct;
        self.leeches += leeches;
        let kept = kept_days(today);
        if kept.contains(&answer.day) {
            let tally = self.days.entry(answer.day).or_default();
            tally.add(&answer.tally, times);
            tally.leeches += leeches;
        }
        self.days.retain(|day, tally| kept.contains(day) && *tally != Tally::default());
    }

    /// The sum of the last `days` days, `today` among them.
    pub fn last_days(&self, days: u64, today: NaiveDate) -> Tally {
        self.sum(back(today, days - 1)..=today)
    }

    /// The sum of these days.
    pub fn sum(&self, days: RangeInclusive<NaiveDate>) -> Tally {
        let mut sum = Tally::default();
        for (_, tally) in self.days.range(days) {
            sum.add(tally, 1);
        }
        sum
    }

    /// How many of these days had an answer.
    pub fn active_days(&self, days: RangeInclusive<NaiveDate>) -> i64 {
        self.days.range(days).filter(|(_, tally)| tally.answers > 0).count() as i64
    }

    /// Answers on a usual day: the mean of the days with answers among the last [`MONTH`] before `today`; none without one.
    pub fn usual_day(&self, today: NaiveDate) -> Option<f64> {
        let before = back(today, MONTH)..=back(today, 1);
        let days = self.active_days(before.clone());
        (days > 0).then(|| self.sum(before).answers as f64 / days as f64)
    }
}

/// The days that are kept. A student east of the school may be a day ahead.
fn kept_days(today: NaiveDate) -> RangeInclusive<NaiveDate> {
    back(today, KEPT_DAYS - 1)..=today.checked_add_days(Days::new(1)).unwrap_or(today)
}

/// So many days before `today`.
pub fn back(today: NaiveDate, days: u64) -> NaiveDate {
    today.checked_sub_days(Days::new(days)).unwrap_or(NaiveDate::MIN)
}

/// A share of a whole, 0 to 1; none of nothing.
pub fn share(part: i64, whole: i64) -> Option<f64> {
    (whole > 0).then(|| part.clamp(0, whole) as f64 / whole as f64)
}

/// How hard a word is: the share of wrong answers, as the lower bound of the 95 % Wilson score interval (Wilson 1927), so
/// that one slip does not outrank ten.
pub fn difficulty(wrong: i64, answers: i64) -> f64 {
    const Z: f64 = 1.96;
    let Some(p) = share(wrong, answers) else { return 0.0 };
    let n = answers as f64;
    let centre = p + Z * Z / (2.0 * n);
    let margin = Z * (p * (1.0 - p) / n + Z * Z / (4.0 * n * n)).sqrt();
    ((centre - margin) / (1.0 + Z * Z / n)).max(0.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::TimeDelta;
    use ids::OwnWordId;
    use proptest::prelude::*;
    use uuid::Uuid;

    fn today() -> NaiveDate {
        "2026-11-23".parse().expect("a date")
    }

    fn answer(days_ago: i64, recalled: Option<bool>, mistakes: &[&str]) -> Answer {
        let mistakes: Vec<_> = mistakes.iter().map(|kind| (*kind).to_owned()).collect();
        let day = today() - TimeDelta::days(days_ago);
        Answer {
            student_id: UserId::new(Uuid::nil()),
            word: Word::Own { own_word_id: OwnWordId::new(Uuid::nil()), lemma: None },
            day,
            at: day.and_hms_opt(12, 0, 0).expect("a time").and_utc(),
            tally: Tally::of(mistakes.is_empty(), recalled, Some(4_000), &mistakes),
            desired_retention: None,
        }
    }

    fn progress(answers: &[Answer]) -> Progress {
        let mut progress = Progress::none(UserId::new(Uuid::nil()));
        for answer in answers {
            progress.give(answer, 0, today());
        }
        progress
    }

    #[test]
    fn a_day_sums_up_its_answers() {
        let progress = progress(&[
            answer(0, Some(true), &[]),
            answer(0, Some(false), &["article", "typo"]),
            answer(1, None, &["article"]),
        ]);
        let sum = progress.last_days(WEEK, today());
        assert_eq!((sum.answers, sum.correct, sum.wrong()), (3, 1, 2));
        assert_eq!(sum.retention(), Some(0.5));
        assert_eq!(sum.mistakes, BTreeMap::from([("article".to_owned(), 2), ("typo".to_owned(), 1)]));
        assert_eq!(sum.milliseconds, 12_000);
        assert_eq!(progress.active_days(back(today(), 6)..=today()), 2);
    }

    #[test]
    fn the_latest_answer_tells_which_retention_is_desired_in_whatever_order_they_come() {
        let desired = |days_ago, share| Answer { desired_retention: share, ..answer(days_ago, None, &[]) };
        let answers = [desired(3, Some(0.95)), desired(1, Some(0.85)), desired(0, None)];
        for order in [[0, 1, 2], [2, 1, 0], [1, 0, 2]] {
            let progress = progress(&order.map(|at: usize| answers[at].clone()));
            assert_eq!(progress.desired.map(|desired| desired.share), Some(0.85), "{order:?}");
        }
    }

    #[test]
    fn an_answer_that_took_an_hour_counts_a_minute_and_none_counts_less_than_nothing() {
        let minutes = |ms| Tally::of(true, None, Some(ms), &[]).milliseconds;
        assert_eq!((minutes(3_600_000), minutes(-5), minutes(1_500)), (60_000, 0, 1_500));
    }

    #[test]
    fn a_code_that_is_none_is_counted_as_another_mistake() {
        let absurd = ["".to_owned(), "a.b".to_owned(), "$inc".to_owned(), "Ж".to_owned(), "a".repeat(41)];
        assert_eq!(Tally::of(false, None, None, &absurd).mistakes, BTreeMap::from([("other".to_owned(), 5)]));
    }

    #[test]
    fn a_usual_day_leaves_out_today_and_days_off() {
        let mut answers = vec![answer(2, None, &[]); 10];
        answers.extend(vec![answer(5, None, &[]); 20]);
        assert_eq!(progress(&answers).usual_day(today()), Some(15.0));
        answers.extend(vec![answer(0, None, &[]); 99]);
        assert_eq!(progress(&answers).usual_day(today()), Some(15.0));
        assert_eq!(progress(&[answer(0, None, &[])]).usual_day(today()), None);
    }

    #[test]
    fn what_is_older_than_six_weeks_is_counted_in_all_and_kept_on_no_day() {
        let progress = progress(&[answer(41, None, &[]), answer(42, None, &[]), answer(-2, None, &[])]);
        assert_eq!((progress.answers, progress.days.len()), (3, 1));
    }

    #[test]
    fn ten_slips_in_ten_outrank_one_in_one() {
        assert!(difficulty(10, 10) > difficulty(1, 1));
        assert!(difficulty(5, 10) > difficulty(1, 10));
    }

    #[test]
    fn a_word_that_was_never_wrong_is_not_hard() {
        assert!(difficulty(0, 10).abs() < 1e-9);
        assert!(difficulty(0, 0).abs() < 1e-9);
    }

    proptest! {
        #[test]
        fn difficulty_lies_below_the_share_of_wrong_answers(answers in 1_i64..1000, wrong in 0_i64..1000) {
            let wrong = wrong.min(answers);
            let hard = difficulty(wrong, answers);
            prop_assert!((0.0..=wrong as f64 / answers as f64 + 1e-9).contains(&hard));
        }

        #[test]
        fn what_is_taken_back_leaves_nothing_in_any_order(
            days in prop::collection::vec(-3_i64..60, 1..20),
            order in prop::collection::vec(any::<prop::sample::Index>(), 40),
        ) {
            let facts: Vec<_> = days.iter().flat_map(|day| [(*day, 1_i64), (*day, -1)]).collect();
            let mut waiting = facts.clone();
            let mut progress = progress(&[]);
            for place in order {
                if waiting.is_empty() { break }
                let (day, times) = waiting.swap_remove(place.index(waiting.len()));
                let answer = answer(day, Some(day % 2 == 0), &["article"]);
                match times {
                    1 => progress.give(&answer, 0, today()),
                    _ => progress.take_back(&answer, 0, today()),
                }
            }
            prop_assert!(waiting.is_empty());
            prop_assert_eq!((progress.answers, progress.correct, progress.days.len()), (0, 0, 0));
        }

        #[test]
        fn what_is_kept_stays_small(days in prop::collection::vec(0_i64..4000, 1..300)) {
            let mut progress = progress(&[]);
            let mut latest = 0;
            for day in days {
                latest = latest.max(day);
                let now = today() + TimeDelta::days(latest);
                let answer = Answer { day: today() + TimeDelta::days(day), ..answer(0, None, &[]) };
                progress.give(&answer, 0, now);
            }
            prop_assert!(progress.days.len() <= KEPT_DAYS as usize + 1);
        }
    }
}

//! How a student stands today: what their teacher sees at a glance.

use super::{
    day_of,
    need::{Need, Seen, needs, usual_retention},
    progress::{MONTH, Progress, Tally, WEEK},
};
use chrono::{DateTime, NaiveDate, Utc};
use ids::UserId;
use teaching::Taught;

/// Days that cards are counted for, today not among them.
pub const DAYS_AHEAD: usize = 7;

/// Cards that are due.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Due {
    /// By the end of today: those that wait, and those that come.
    pub today: i64,
    /// On each of the coming days.
    pub coming: [i64; DAYS_AHEAD],
}

/// How a student stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Standing {
    /// The student.
    pub student_id: UserId,
    /// Answers in all.
    pub answers: i64,
    /// Right ones.
    pub correct: i64,
    /// Cards that are leeches.
    pub leeches: i64,
    /// When the last answer was given.
    pub last_active_at: Option<DateTime<Utc>>,
    /// Cards that are due.
    pub due: Due,
    /// The last seven days.
    pub week: Tally,
    /// The last thirty days.
    pub month: Tally,
    /// Why they may need help.
    pub needs: Vec<Need>,
}

impl Standing {
    /// That of a student, as of `today`.
    pub fn of(taught: Taught, progress: &Progress, due: Due, today: NaiveDate) -> Self {
        let (week, month) = (progress.last_days(WEEK, today), progress.last_days(MONTH, today));
        let last_seen = progress.last_active_at.or(taught.since);
        let seen = Seen {
            inactive_days: last_seen.map(|at| (today - day_of(at)).num_days()),
            due_answers: month.due_answers,
            due_recalled: month.due_recalled,
            desired_retention: progress.desired.map_or_else(usual_retention, |desired| desired.share),
            due_today: due.today,
            usual_day: progress.usual_day(today),
            new_leeches: week.leeches,
            mistakes: &month.mistakes,
        };
        let needs = needs(&seen);
        Self {
            student_id: taught.student_id,
            // An answer may be taken back before it is heard of.
            answers: progress.answers.max(0),
            correct: progress.correct.max(0),
            leeches: progress.leeches.max(0),
            last_active_at: progress.last_active_at,
            due,
            week,
            month,
            needs,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::TimeDelta;
    use uuid::Uuid;

    const NOW: &str = "2026-11-23T12:00:00Z";

    fn standing(since_days: Option<i64>, active_days: Option<i64>) -> Standing {
        let now: DateTime<Utc> = NOW.parse().expect("an instant");
        let student_id = UserId::new(Uuid::nil());
        let progress = Progress {
            last_active_at: active_days.map(|days| now - TimeDelta::days(days)),
            ..Progress::none(student_id)
        };
        let taught = Taught { student_id, since: since_days.map(|days| now - TimeDelta::days(days)) };
        Standing::of(taught, &progress, Due::default(), day_of(now))
    }

    #[test]
    fn who_never_answered_is_inactive_since_they_have_this_teacher() {
        assert_eq!(standing(Some(8), None).needs, [Need::Inactive { days: 8 }]);
        assert_eq!(standing(Some(6), None).needs, []);
        assert_eq!(standing(None, None).needs, []);
    }

    #[test]
    fn who_answered_is_inactive_since_the_last_answer() {
        assert_eq!(standing(Some(90), Some(7)).needs, [Need::Inactive { days: 7 }]);
        assert_eq!(standing(Some(90), Some(6)).needs, []);
    }
}

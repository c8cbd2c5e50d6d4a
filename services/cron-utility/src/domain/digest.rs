//! The weekly digest: to whom, when, and what it says in numbers.
//!
//! It names nobody: a teacher reads how many students need help and why, and sees who in the client. What a mail says is made
//! when it is sent, so that nothing of it is kept, and so that what was turned off meanwhile is not sent.

use super::{
    class::Picture,
    day_of,
    mail::{Cause, Kind, Which},
    need::NeedCode,
    progress::{Progress, Tally, back},
};
use chrono::{DateTime, Datelike, NaiveDate, TimeDelta, Utc, Weekday};
use documents::{Aggregate, Change};
use ids::{CauseId, UserId};
use scheduler::Week;
use serde::{Deserialize, Serialize};
use std::ops::RangeInclusive;

/// When digests are written, after the week began on Monday at 04:00: so that they lie there at breakfast.
const WRITTEN_AFTER: TimeDelta = TimeDelta::hours(3);
/// Hard words that a digest names.
pub const WORDS: usize = 3;

/// As what somebody reads a digest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Reader {
    /// Of their own students.
    Teacher,
    /// Of their own week.
    Student,
}

impl Reader {
    /// Whether they get it before they have chosen: teachers do, students do not.
    pub const fn is_written_to_unasked(self) -> bool {
        matches!(self, Self::Teacher)
    }

    /// The mail.
    pub const fn kind(self) -> Kind {
        match self {
            Self::Teacher => Kind::TeacherDigest,
            Self::Student => Kind::StudentDigest,
        }
    }

    /// As it is stored.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Teacher => "teacher",
            Self::Student => "student",
        }
    }
}

/// Whether somebody wants the digest.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct DigestChoice {
    /// Who.
    #[serde(rename = "_id")]
    pub user_id: UserId,
    /// As what they chose.
    pub reader: Reader,
    /// What they chose.
    pub wanted: bool,
}

impl Aggregate for DigestChoice {
    type Id = UserId;
    const COLLECTION: &'static str = "digest_choices";

    fn id(&self) -> UserId {
        self.user_id
    }
}

impl DigestChoice {
    /// Chooses.
    pub fn choose(self, reader: Reader, wanted: bool) -> Change<Self> {
        if (self.reader, self.wanted) == (reader, wanted) {
            return Change::none(self);
        }
        Change::of(Self { reader, wanted, ..self })
    }

    /// Whether somebody of whom this is known wants to read it as `reader`. Who chose as something else has not chosen.
    pub fn wants(known: Option<&Self>, reader: Reader) -> bool {
        let chosen = known.filter(|choice| choice.reader == reader).map(|choice| choice.wanted);
        chosen.unwrap_or(reader.is_written_to_unasked())
    }
}

/// The week whose digests may be written at `now`; none in the small hours of Monday and late in the week.
pub fn due(now: DateTime<Utc>) -> Option<Week> {
    let week = Week::of(now);
    let written_at = written_at(week);
    (written_at <= now && now - written_at < Kind::TeacherDigest.too_late()).then_some(week)
}

/// When the digests are written that come with `week`, of the week before it.
pub fn written_at(week: Week) -> DateTime<Utc> {
    week.begins_at() + WRITTEN_AFTER
}

/// Why somebody is written to in `week`: one cause a person and week.
pub fn cause(week: Week, reader: Reader, user_id: UserId) -> Cause {
    let name = format!("digest/{}/{week}", reader.name());
    Cause {
        id: CauseId::derive(user_id.as_uuid(), &name).to_string(),
        user_id,
        kind: reader.kind(),
        which: Which::Current,
        at: written_at(week),
    }
}

/// The days that a digest tells of which was caused at `at`: the whole week before it.
pub fn days_told(at: DateTime<Utc>) -> RangeInclusive<NaiveDate> {
    let monday = day_of(at).week(Weekday::Mon).first_day();
    back(monday, 7)..=back(monday, 1)
}

/// What a digest says.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(untagged)]
pub enum Digest {
    /// To a teacher.
    Teacher(TeacherDigest),
    /// To a student.
    Student(StudentDigest),
}

/// What a teacher reads.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct TeacherDigest {
    /// The first day of the week.
    pub from: String,
    /// Its last day.
    pub to: String,
    /// Students.
    pub students: i64,
    /// Those who answered something in the week.
    pub active: i64,
    /// What they did in the week.
    #[serde(flatten)]
    pub work: Work,
    /// Those who need help now.
    pub need_help: i64,
    /// Those who do for a reason.
    pub inactive: i64,
    /// As `inactive`.
    pub low_retention: i64,
    /// As `inactive`.
    pub due_load: i64,
    /// As `inactive`.
    pub leeches: i64,
    /// As `inactive`.
    pub mistake_kind: i64,
    /// The hardest words.
    pub words: Vec<String>,
}

/// What a student reads.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct StudentDigest {
    /// The first day of the week.
    pub from: String,
    /// Its last day.
    pub to: String,
    /// Days with an answer.
    pub days: i64,
    /// What they did in the week.
    #[serde(flatten)]
    pub work: Work,
    /// Cards that wait by the end of today.
    pub due: i64,
    /// The hardest words.
    pub words: Vec<String>,
}

/// Work of a week.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Work {
    /// Answers.
    pub answers: i64,
    /// Minutes of study.
    pub minutes: i64,
    /// True retention in whole percent; none where nothing was due.
    pub retention: Option<i64>,
}

impl From<&Tally> for Work {
    fn from(tally: &Tally) -> Self {
        let retention = tally.retention().map(|share| (share * 100.0).round() as i64);
        Self { answers: tally.answers.max(0), minutes: tally.minutes(), retention }
    }
}

impl TeacherDigest {
    /// Of a class, about these days.
    pub fn of<'a>(
        picture: &Picture,
        progress: impl IntoIterator<Item = &'a Progress>,
        days: RangeInclusive<NaiveDate>,
        words: Vec<String>,
    ) -> Self {
        let (mut active, mut tally) = (0, Tally::default());
        for student in progress {
            active += i64::from(student.active_days(days.clone()) > 0);
            tally.add(&student.sum(days.clone()), 1);
        }
        let needs = |code| picture.needs.get(&code).copied().unwrap_or_default();
        Self {
            from: written(*days.start()),
            to: written(*days.end()),
            students: picture.students,
            active,
            work: Work::from(&tally),
            need_help: picture.need_help,
            inactive: needs(NeedCode::Inactive),
            low_retention: needs(NeedCode::LowRetention),
            due_load: needs(NeedCode::DueLoad),
            leeches: needs(NeedCode::Leeches),
            mistake_kind: needs(NeedCode::MistakeKind),
            words,
        }
    }
}

impl StudentDigest {
    /// Of a student, about these days.
    pub fn of(progress: &Progress, due: i64, days: RangeInclusive<NaiveDate>, words: Vec<String>) -> Self {
        Self {
            from: written(*days.start()),
            to: written(*days.end()),
            days: progress.active_days(days.clone()),
            work: Work::from(&progress.sum(days)),
            due,
            words,
        }
    }
}

/// As people in the Netherlands write a date.
fn written(day: NaiveDate) -> String {
    format!("{:02}-{:02}-{}", day.day(), day.month(), day.year())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::BTreeSet;
    use uuid::Uuid;

    fn at(text: &str) -> DateTime<Utc> {
        text.parse().expect("an instant")
    }

    #[test]
    fn digests_are_written_on_monday_at_seven_and_not_later_than_three_days_after() {
        let week = Week::parse("2026-W48").expect("a week");
        for (now, expected) in [
            ("2026-11-23T02:59:59Z", None),
            ("2026-11-23T05:59:59Z", None),
            ("2026-11-23T06:00:00Z", Some(week)),
            ("2026-11-26T05:59:59Z", Some(week)),
            ("2026-11-26T06:00:00Z", None),
            ("2026-11-29T12:00:00Z", None),
        ] {
            assert_eq!(due(at(now)), expected, "{now}");
        }
    }

    #[test]
    fn seven_is_seven_on_the_wall_when_clocks_change() {
        let written = |week| written_at(Week::parse(week).expect("a week"));
        assert_eq!(written("2026-W13"), at("2026-03-23T06:00:00Z"));
        assert_eq!(written("2026-W14"), at("2026-03-30T05:00:00Z"));
        assert_eq!(written("2026-W44"), at("2026-10-26T06:00:00Z"));
    }

    #[test]
    fn a_digest_tells_of_the_week_before() {
        let days = days_told(written_at(Week::parse("2026-W01").expect("a week")));
        assert_eq!(
            (days.start().to_string(), days.end().to_string()),
            ("2025-12-22".into(), "2025-12-28".into())
        );
        assert_eq!(written(*days.start()), "22-12-2025");
    }

    #[test]
    fn teachers_are_written_to_unless_they_said_no_and_students_if_they_said_yes() {
        let chose = |reader, wanted| DigestChoice { user_id: UserId::new(Uuid::nil()), reader, wanted };
        assert!(DigestChoice::wants(None, Reader::Teacher));
        assert!(!DigestChoice::wants(None, Reader::Student));
        assert!(!DigestChoice::wants(Some(&chose(Reader::Teacher, false)), Reader::Teacher));
        assert!(DigestChoice::wants(Some(&chose(Reader::Student, true)), Reader::Student));
        assert!(DigestChoice::wants(Some(&chose(Reader::Student, false)), Reader::Teacher), "another role");
    }

    proptest! {
        #[test]
        fn there_is_one_cause_a_person_and_week(persons in 1_u128..5, first in 0_i64..3000, weeks in 1_i64..20) {
            let start = at("2020-01-01T12:00:00Z") + TimeDelta::days(first);
            let mut causes = BTreeSet::new();
            for person in 0..persons {
                for day in 0..7 * weeks {
                    let week = Week::of(start + TimeDelta::days(day));
                    causes.insert(cause(week, Reader::Teacher, UserId::new(Uuid::from_u128(person))).id);
                }
            }
            // Days that begin within a week reach into one more.
            let expected = persons as usize * if Week::of(start).monday() == day_of(start) { weeks } else { weeks + 1 } as usize;
            prop_assert_eq!(causes.len(), expected);
        }
    }
}

//! A teacher's own students together: in an order, a part of them, and as one picture.

use super::{
    need::NeedCode,
    progress::{Progress, Tally, back},
    standing::{Due, Standing},
};
use chrono::{Days, NaiveDate, Weekday};
use ids::UserId;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Weeks that are told of a class, the present one among them: as many as the days that are kept fill for certain.
pub const WEEKS: usize = 6;

/// By what students are ordered. Equal ones are in the order of their ids.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Order {
    /// Who needs help for most reasons first.
    #[default]
    MostNeeds,
    /// Who has most cards due first.
    MostDue,
    /// Who remembers least first.
    LeastRetention,
    /// Who was active longest ago first.
    LongestInactive,
    /// Who answered least in the last seven days first.
    LeastAnswers,
}

/// Which students.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Selection {
    /// Only those who need help, or only the others.
    pub needs_help: Option<bool>,
    /// Only those who need help for this reason.
    pub need: Option<NeedCode>,
}

/// The place of a student in an order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Place {
    #[serde(rename = "v")]
    value: i64,
    #[serde(rename = "i")]
    student_id: UserId,
}

impl Selection {
    /// Whether this student is among them.
    pub fn has(self, standing: &Standing) -> bool {
        let helped = !standing.needs.is_empty();
        self.needs_help.is_none_or(|wanted| wanted == helped)
            && self.need.is_none_or(|code| standing.needs.iter().any(|need| need.code() == code))
    }
}

impl Order {
    /// The place of a student: smaller comes first. Who has no such value comes last.
    pub fn place(self, standing: &Standing) -> Place {
        let value = match self {
            Self::MostNeeds => -(standing.needs.len() as i64),
            Self::MostDue => -standing.due.today,
            // Millionths: a whole number is the same before and after a cursor.
            Self::LeastRetention => {
                standing.month.retention().map_or(i64::MAX, |share| (share * 1e6).round() as i64)
            }
            // Who was never active has been so for longest.
            Self::LongestInactive => standing.last_active_at.map_or(i64::MIN, |at| at.timestamp_millis()),
            Self::LeastAnswers => standing.week.answers,
        };
        Place { value, student_id: standing.student_id }
    }

    /// The students of `selection` behind `after`, in this order.
    pub fn arrange(
        self,
        standings: Vec<Standing>,
        selection: Selection,
        after: Option<Place>,
    ) -> Vec<Standing> {
        let chosen = standings.into_iter().filter(|standing| selection.has(standing));
        let placed = chosen.map(|standing| (self.place(&standing), standing));
        let mut behind: Vec<_> =
            placed.filter(|(place, _)| after.is_none_or(|after| *place > after)).collect();
        behind.sort_by_key(|(one, _)| *one);
        behind.into_iter().map(|(_, standing)| standing).collect()
    }
}

/// A class at a glance.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Picture {
    /// Students.
    pub students: i64,
    /// Those with an answer in the last seven days.
    pub active: i64,
    /// Those who need help.
    pub need_help: i64,
    /// How many for each reason.
    pub needs: BTreeMap<NeedCode, i64>,
    /// Cards that are due.
    pub due: Due,
    /// The last seven days.
    pub week: Tally,
    /// The last thirty days.
    pub month: Tally,
}

impl Picture {
    /// That of these students.
    pub fn of<'a>(standings: impl IntoIterator<Item = &'a Standing>) -> Self {
        let mut picture = Self::default();
        for standing in standings {
            picture.students += 1;
            picture.active += i64::from(standing.week.answers > 0);
            picture.need_help += i64::from(!standing.needs.is_empty());
            for need in &standing.needs {
                *picture.needs.entry(need.code()).or_default() += 1;
            }
            picture.due.today += standing.due.today;
            for (sum, cards) in picture.due.coming.iter_mut().zip(standing.due.coming) {
                *sum += cards;
            }
            picture.week.add(&standing.week, 1);
            picture.month.add(&standing.month, 1);
        }
        picture
    }
}

/// A week of a class.
#[derive(Clone, Debug, PartialEq)]
pub struct ClassWeek {
    /// Its Monday.
    pub monday: NaiveDate,
    /// Students with an answer in it.
    pub active: i64,
    /// What they did in it.
    pub tally: Tally,
}

impl ClassWeek {
    /// Its name, as ISO 8601 has it: `2026-W48`.
    pub fn name(&self) -> String {
        self.monday.format("%G-W%V").to_string()
    }
}

/// The last [`WEEKS`] weeks, the present one first.
pub fn weeks<'a>(
    progress: impl IntoIterator<Item = &'a Progress> + Clone,
    today: NaiveDate,
) -> Vec<ClassWeek> {
    let this_monday = today.week(Weekday::Mon).first_day();
    let week = |ago: usize| {
        let monday = back(this_monday, 7 * ago as u64);
        let days = monday..=monday.checked_add_days(Days::new(6)).unwrap_or(monday);
        let mut week = ClassWeek { monday, active: 0, tally: Tally::default() };
        for student in progress.clone() {
            week.active += i64::from(student.active_days(days.clone()) > 0);
            week.tally.add(&student.sum(days.clone()), 1);
        }
        week
    };
    (0..WEEKS).map(week).collect()
}

/// Kinds of mistakes, the most frequent first, then by name.
pub fn by_frequency(mistakes: &BTreeMap<String, i64>) -> Vec<(&str, i64)> {
    let mut kinds: Vec<_> = mistakes.iter().map(|(kind, count)| (kind.as_str(), *count)).collect();
    kinds.sort_by(|one, other| other.1.cmp(&one.1).then_with(|| one.0.cmp(other.0)));
    kinds.retain(|(_, count)| *count > 0);
    kinds
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{need::Need, progress::KEPT_DAYS};
    use chrono::{DateTime, TimeDelta};
    use proptest::prelude::*;
    use uuid::Uuid;

    const ORDERS: [Order; 5] = [
        Order::MostNeeds,
        Order::MostDue,
        Order::LeastRetention,
        Order::LongestInactive,
        Order::LeastAnswers,
    ];

    fn standing(id: u128) -> Standing {
        Standing {
            student_id: UserId::new(Uuid::from_u128(id)),
            answers: 0,
            correct: 0,
            leeches: 0,
            last_active_at: None,
            due: Due::default(),
            week: Tally::default(),
            month: Tally::default(),
            needs: Vec::new(),
        }
    }

    fn ids(standings: &[Standing]) -> Vec<u128> {
        standings.iter().map(|standing| standing.student_id.as_uuid().as_u128()).collect()
    }

    fn arranged(order: Order, standings: Vec<Standing>) -> Vec<u128> {
        ids(&order.arrange(standings, Selection::default(), None))
    }

    #[test]
    fn who_needs_help_comes_first() {
        let one = Standing { needs: vec![Need::Inactive { days: 8 }], ..standing(2) };
        let two =
            Standing { needs: vec![Need::Inactive { days: 8 }, Need::Leeches { leeches: 3 }], ..standing(3) };
        assert_eq!(arranged(Order::default(), vec![standing(1), one, two]), [3, 2, 1]);
    }

    #[test]
    fn each_order_has_its_first_and_who_has_no_value_has_a_place_too() {
        let month = |due_recalled| Tally { due_answers: 10, due_recalled, ..Tally::default() };
        let forgetful = Standing { month: month(3), ..standing(2) };
        let keen = Standing { month: month(9), ..standing(3) };
        assert_eq!(arranged(Order::LeastRetention, vec![standing(1), keen, forgetful]), [2, 3, 1]);

        let loaded = Standing { due: Due { today: 9, ..Due::default() }, ..standing(2) };
        assert_eq!(arranged(Order::MostDue, vec![standing(1), loaded]), [2, 1]);

        let active = |id, seconds| Standing {
            last_active_at: Some(DateTime::UNIX_EPOCH + TimeDelta::seconds(seconds)),
            ..standing(id)
        };
        assert_eq!(
            arranged(Order::LongestInactive, vec![active(1, 9), active(2, 5), standing(3)]),
            [3, 2, 1]
        );

        let busy = Standing { week: Tally { answers: 4, ..Tally::default() }, ..standing(1) };
        assert_eq!(arranged(Order::LeastAnswers, vec![busy, standing(2)]), [2, 1]);
    }

    #[test]
    fn a_selection_is_by_need() {
        let inactive = Standing { needs: vec![Need::Inactive { days: 8 }], ..standing(1) };
        let both = [inactive, standing(2)];
        let chosen = |needs_help, need| {
            ids(&Order::default().arrange(both.to_vec(), Selection { needs_help, need }, None))
        };
        assert_eq!(chosen(Some(true), None), [1]);
        assert_eq!(chosen(Some(false), None), [2]);
        assert_eq!(chosen(None, Some(NeedCode::Inactive)), [1]);
        assert_eq!(chosen(None, Some(NeedCode::Leeches)), [0_u128; 0]);
        assert_eq!(chosen(Some(false), Some(NeedCode::Inactive)), [0_u128; 0]);
    }

    #[test]
    fn weeks_begin_on_monday_and_the_oldest_is_whole() {
        // A Sunday: all six weeks lie within what is kept.
        let today: NaiveDate = "2027-01-10".parse().expect("a date");
        let mut progress = Progress::none(UserId::new(Uuid::nil()));
        for ago in 0..KEPT_DAYS {
            progress.days.insert(back(today, ago), Tally { answers: 1, ..Tally::default() });
        }
        let weeks = weeks([&progress], today);
        let names: Vec<_> = weeks.iter().map(ClassWeek::name).collect();
        assert_eq!(names, ["2027-W01", "2026-W53", "2026-W52", "2026-W51", "2026-W50", "2026-W49"]);
        assert!(weeks.iter().all(|week| (week.active, week.tally.answers) == (1, 7)), "{weeks:?}");
    }

    #[test]
    fn a_picture_sums_its_students_up() {
        let inactive = Standing { needs: vec![Need::Inactive { days: 8 }], ..standing(1) };
        let busy = Standing {
            due: Due { today: 2, coming: [1; 7] },
            week: Tally { answers: 5, ..Tally::default() },
            ..standing(2)
        };
        let picture = Picture::of([&inactive, &busy, &busy]);
        assert_eq!((picture.students, picture.active, picture.need_help), (3, 2, 1));
        assert_eq!(picture.needs, BTreeMap::from([(NeedCode::Inactive, 1)]));
        assert_eq!((picture.due.today, picture.due.coming, picture.week.answers), (4, [2; 7], 10));
    }

    proptest! {
        #[test]
        fn pages_give_everybody_once_in_every_order(
            numbers in prop::collection::vec((0_i64..4, 0_i64..4, 0_i64..4), 0..20),
            size in 1_usize..5,
        ) {
            let class: Vec<_> = numbers.iter().enumerate().map(|(id, (due, recalled, active))| Standing {
                due: Due { today: *due, ..Due::default() },
                month: Tally { due_answers: 3 * (recalled % 2), due_recalled: *recalled, ..Tally::default() },
                last_active_at: (*active > 0).then(|| DateTime::UNIX_EPOCH + TimeDelta::hours(*active)),
                needs: vec![Need::Leeches { leeches: 3 }; *due as usize],
                ..standing(id as u128)
            }).collect();
            for order in ORDERS {
                let whole = arranged(order, class.clone());
                let (mut given, mut after) = (Vec::new(), None);
                loop {
                    let mut page = order.arrange(class.clone(), Selection::default(), after);
                    page.truncate(size);
                    let Some(last) = page.last() else { break };
                    after = Some(order.place(last));
                    given.extend(ids(&page));
                }
                prop_assert_eq!(given, whole);
            }
        }
    }
}

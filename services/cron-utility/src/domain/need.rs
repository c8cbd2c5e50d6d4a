//! Who needs help, and why: a rule over a student's numbers, with thresholds that stand here and nowhere else.
//!
//! A reason is a code with the numbers that it rests on, so that a teacher sees why and a client says it in any language.
//! Each needs enough to go by: a student is not called forgetful after five cards.

use scheduler::DesiredRetention;
use serde::Serialize;
use std::collections::BTreeMap;
use utoipa::ToSchema;

/// Days without an answer, from which on a student is inactive.
pub const INACTIVE_DAYS: i64 = 7;
/// Answers to due cards within a month, below which retention says nothing.
pub const LEAST_DUE_ANSWERS: i64 = 50;
/// How far true retention may stay below the desired one.
pub const RETENTION_MARGIN: f64 = 0.10;
/// How many usual days of work may wait.
pub const DUE_LOAD_DAYS: f64 = 3.0;
/// Cards that wait, below which nobody is behind: one sitting.
pub const LEAST_DUE: i64 = 20;
/// Cards that became leeches within a week, from which on something is wrong.
pub const LEECHES_A_WEEK: i64 = 3;
/// Mistakes within a month, below which their kinds say nothing.
pub const LEAST_MISTAKES: i64 = 30;
/// The share of all mistakes above which one kind stands out.
pub const MISTAKE_SHARE: f64 = 0.40;

/// The kinds of mistakes that name nothing to be taught: they count among all, and never stand out.
const NAMELESS: [&str; 2] = ["wrong", "other"];
/// Half a thousandth of a card: shares are compared as they are meant, not as binary fractions happen to fall.
const HAIR: f64 = 1e-6;

/// The numbers that the rule reads.
#[derive(Clone, Copy, Debug)]
pub struct Seen<'a> {
    /// Whole days since the last answer, or since they have this teacher if there was none; none when neither is known.
    pub inactive_days: Option<i64>,
    /// Answers to due cards within a month.
    pub due_answers: i64,
    /// Those of them that were recalled.
    pub due_recalled: i64,
    /// The share that is to be recalled.
    pub desired_retention: f64,
    /// Cards that wait by the end of today.
    pub due_today: i64,
    /// Answers on a usual day; none when there was none within a month.
    pub usual_day: Option<f64>,
    /// Cards that became leeches within a week.
    pub new_leeches: i64,
    /// Mistakes within a month, by kind.
    pub mistakes: &'a BTreeMap<String, i64>,
}

/// The share that is to be recalled, where a student has chosen no other. Which one they have chosen stays with
/// thematic-cards: no event tells it, only that their cards were scheduled anew.
pub fn usual_retention() -> f64 {
    // A 32-bit 0.9 has noise behind its third digit.
    (f64::from(DesiredRetention::default().share()) * 1000.0).round() / 1000.0
}

/// Why a student may need help.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
#[serde(tag = "code", rename_all = "kebab-case")]
pub enum Need {
    /// No answer for a week or longer.
    Inactive {
        /// Whole days since the last answer; since the link with this teacher where there was none.
        #[schema(example = 9)]
        days: i64,
    },
    /// True retention of the last 30 days lies more than ten points below the desired one.
    LowRetention {
        /// The share that was recalled, 0 to 1.
        #[schema(example = 0.72)]
        retention: f64,
        /// The share that was to be recalled.
        #[schema(example = 0.9)]
        desired: f64,
        /// Over so many answers to due cards, 50 at least.
        #[schema(example = 120)]
        answers: i64,
    },
    /// More cards wait than three usual days of work.
    DueLoad {
        /// Cards that wait by the end of today.
        #[schema(example = 210)]
        due: i64,
        /// Answers on a usual day of the last 30.
        // By name: the document does not see `rename_all_fields`.
        #[serde(rename = "usualDay")]
        #[schema(example = 40.5)]
        usual_day: f64,
    },
    /// Three cards or more became leeches within a week: each was forgotten eight times.
    Leeches {
        /// How many.
        #[schema(example = 4)]
        leeches: i64,
    },
    /// One kind of mistake is more than 40 % of those of the last 30 days.
    MistakeKind {
        /// The kind, as a code of the grader.
        #[schema(example = "article")]
        kind: String,
        /// How often it was made.
        #[schema(example = 25)]
        mistakes: i64,
        /// Of so many mistakes in all, 30 at least.
        #[schema(example = 48)]
        of: i64,
    },
}

/// What a need is called.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, serde::Deserialize, ToSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum NeedCode {
    /// [`Need::Inactive`].
    Inactive,
    /// [`Need::LowRetention`].
    LowRetention,
    /// [`Need::DueLoad`].
    DueLoad,
    /// [`Need::Leeches`].
    Leeches,
    /// [`Need::MistakeKind`].
    MistakeKind,
}

impl NeedCode {
    /// Every code, in the order in which needs are told.
    pub const ALL: [Self; 5] =
        [Self::Inactive, Self::LowRetention, Self::DueLoad, Self::Leeches, Self::MistakeKind];

    /// As it is spelled.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Inactive => "inactive",
            Self::LowRetention => "low-retention",
            Self::DueLoad => "due-load",
            Self::Leeches => "leeches",
            Self::MistakeKind => "mistake-kind",
        }
    }
}

impl Need {
    /// What it is called.
    pub const fn code(&self) -> NeedCode {
        match self {
            Self::Inactive { .. } => NeedCode::Inactive,
            Self::LowRetention { .. } => NeedCode::LowRetention,
            Self::DueLoad { .. } => NeedCode::DueLoad,
            Self::Leeches { .. } => NeedCode::Leeches,
            Self::MistakeKind { .. } => NeedCode::MistakeKind,
        }
    }
}

/// Every reason that holds, in the order of [`NeedCode::ALL`].
pub fn needs(seen: &Seen<'_>) -> Vec<Need> {
    [inactive(seen), low_retention(seen), due_load(seen), leeches(seen), mistake_kind(seen)]
        .into_iter()
        .flatten()
        .collect()
}

fn inactive(seen: &Seen<'_>) -> Option<Need> {
    let days = seen.inactive_days?;
    (days >= INACTIVE_DAYS).then_some(Need::Inactive { days })
}

fn low_retention(seen: &Seen<'_>) -> Option<Need> {
    let answers = seen.due_answers;
    let (retention, desired) = (super::progress::share(seen.due_recalled, answers)?, seen.desired_retention);
    let low = answers >= LEAST_DUE_ANSWERS && retention < desired - RETENTION_MARGIN - HAIR;
    low.then_some(Need::LowRetention { retention, desired, answers })
}

fn due_load(seen: &Seen<'_>) -> Option<Need> {
    let (due, usual_day) = (seen.due_today, seen.usual_day?);
    let behind = due >= LEAST_DUE && due as f64 > DUE_LOAD_DAYS * usual_day;
    behind.then_some(Need::DueLoad { due, usual_day })
}

fn leeches(seen: &Seen<'_>) -> Option<Need> {
    let leeches = seen.new_leeches;
    (leeches >= LEECHES_A_WEEK).then_some(Need::Leeches { leeches })
}

fn mistake_kind(seen: &Seen<'_>) -> Option<Need> {
    let of: i64 = seen.mistakes.values().sum();
    let named = seen.mistakes.iter().filter(|(kind, _)| !NAMELESS.contains(&kind.as_str()));
    let (kind, &mistakes) = named.max_by_key(|(_, count)| **count)?;
    let stands_out = of >= LEAST_MISTAKES && mistakes as f64 > MISTAKE_SHARE * of as f64 + HAIR;
    stands_out.then(|| Need::MistakeKind { kind: kind.clone(), mistakes, of })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    static NO_MISTAKES: BTreeMap<String, i64> = BTreeMap::new();

    /// Of a student who is well.
    fn well() -> Seen<'static> {
        Seen {
            inactive_days: Some(0),
            due_answers: 200,
            due_recalled: 180,
            desired_retention: 0.90,
            due_today: 30,
            usual_day: Some(40.0),
            new_leeches: 0,
            mistakes: &NO_MISTAKES,
        }
    }

    fn mistakes(counts: &[(&str, i64)]) -> BTreeMap<String, i64> {
        counts.iter().map(|(kind, count)| ((*kind).to_owned(), *count)).collect()
    }

    #[test]
    fn a_student_who_is_well_needs_nothing() {
        assert_eq!(needs(&well()), []);
    }

    #[test]
    fn a_student_of_whom_nothing_is_known_needs_nothing() {
        let unknown = Seen {
            inactive_days: None,
            due_answers: 0,
            due_recalled: 0,
            due_today: 0,
            usual_day: None,
            ..well()
        };
        assert_eq!(needs(&unknown), []);
    }

    #[test]
    fn a_week_without_an_answer_is_told() {
        for (days, told) in [(6, false), (7, true), (40, true)] {
            let expected = if told { vec![Need::Inactive { days }] } else { Vec::new() };
            assert_eq!(needs(&Seen { inactive_days: Some(days), ..well() }), expected, "{days}");
        }
    }

    #[test]
    fn retention_is_low_more_than_ten_points_below_the_desired() {
        let low = |due_recalled, due_answers, desired_retention| {
            !needs(&Seen { due_recalled, due_answers, desired_retention, ..well() }).is_empty()
        };
        assert!(!low(40, 50, 0.90), "ten points are not more than ten");
        assert!(low(39, 50, 0.90));
        assert!(!low(38, 49, 0.90), "too few to go by");
        assert!(!low(36, 50, 0.80), "who desires less has less");
        assert_eq!(
            needs(&Seen { due_recalled: 35, due_answers: 50, ..well() }),
            [Need::LowRetention { retention: 0.7, desired: 0.9, answers: 50 }]
        );
    }

    #[test]
    fn more_than_three_usual_days_of_work_are_a_load() {
        let need = |due_today, usual_day| needs(&Seen { due_today, usual_day, ..well() });
        assert_eq!(need(120, Some(40.0)), []);
        assert_eq!(need(121, Some(40.0)), [Need::DueLoad { due: 121, usual_day: 40.0 }]);
        assert_eq!(need(19, Some(1.0)), [], "one sitting");
        assert_eq!(need(20, Some(1.0)), [Need::DueLoad { due: 20, usual_day: 1.0 }]);
        assert_eq!(need(500, None), [], "nothing to compare with; that is for `inactive`");
    }

    #[test]
    fn three_leeches_in_a_week_are_told() {
        let need = |new_leeches| needs(&Seen { new_leeches, ..well() });
        assert_eq!(need(2), []);
        assert_eq!(need(3), [Need::Leeches { leeches: 3 }]);
    }

    #[test]
    fn a_kind_of_mistake_stands_out_above_two_fifths() {
        let need = |counts: &[(&str, i64)]| needs(&Seen { mistakes: &mistakes(counts), ..well() });
        assert_eq!(need(&[("article", 12), ("typo", 18)]).len(), 1, "18 of 30");
        assert_eq!(need(&[("article", 12), ("typo", 10), ("dt", 8)]), [], "two fifths are not more");
        assert_eq!(
            need(&[("article", 13), ("typo", 9), ("dt", 8)]),
            [Need::MistakeKind { kind: "article".to_owned(), mistakes: 13, of: 30 }]
        );
        assert_eq!(need(&[("article", 29)]), [], "too few to go by");
        assert_eq!(need(&[("wrong", 90), ("article", 10)]), [], "what has no name cannot be taught");
    }

    #[test]
    fn every_reason_has_its_code() {
        let all = Seen {
            inactive_days: Some(9),
            due_recalled: 10,
            due_today: 999,
            new_leeches: 5,
            mistakes: &mistakes(&[("article", 50)]),
            ..well()
        };
        let codes: Vec<_> = needs(&all).iter().map(Need::code).collect();
        assert_eq!(codes, NeedCode::ALL);
        for (need, code) in needs(&all).iter().zip(NeedCode::ALL) {
            assert_eq!(serde_json::to_value(need).expect("JSON")["code"], code.name());
            assert_eq!(serde_json::to_value(code).expect("JSON"), code.name());
        }
    }

    #[test]
    fn the_usual_retention_is_the_schedulers() {
        assert_eq!(usual_retention().to_string(), "0.9");
    }

    proptest! {
        #[test]
        fn who_does_better_needs_no_more(recalled in 0_i64..=200, better in 0_i64..=200, due in 0_i64..900, less in 0_i64..900) {
            let worse = Seen { due_recalled: recalled, due_today: due, ..well() };
            let better = Seen {
                due_recalled: recalled.max(better),
                due_today: due.min(less),
                ..well()
            };
            prop_assert!(needs(&better).len() <= needs(&worse).len());
        }
    }
}

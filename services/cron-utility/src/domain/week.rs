//! Weeks of study ([`Week`]), told once each.

use chrono::{DateTime, Utc};
use documents::{Aggregate, Change};
use events::cron_utility::WeeklyTick;
use scheduler::Week;
use serde::{Deserialize, Serialize};

/// Weeks that are caught up at most, after an outage. A fleet that was down for longer than a year begins anew.
pub const MOST_CAUGHT_UP: usize = 53;

/// The weeks that have begun by `now` and were not told yet, oldest first.
///
/// At the first start that is the present week alone. A clock that was set back tells nothing twice.
pub fn untold(last_told: Option<Week>, now: DateTime<Utc>) -> Vec<Week> {
    let present = Week::of(now);
    let Some(last) = last_told else { return vec![present] };
    let after = std::iter::successors(last.next(), |week| week.next());
    let missed: Vec<_> = after.take_while(|week| *week <= present).collect();
    match missed.len() > MOST_CAUGHT_UP {
        true => vec![present],
        false => missed,
    }
}

/// A week that was told. There is one document a week, so that it is told once.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Tick {
    /// The week's name.
    #[serde(rename = "_id")]
    pub iso_week: String,
    /// When the week began.
    #[serde(with = "documents::instant")]
    pub begins_at: DateTime<Utc>,
    /// When it was told.
    #[serde(with = "documents::instant")]
    pub ticked_at: DateTime<Utc>,
}

impl Aggregate for Tick {
    type Id = String;
    const COLLECTION: &'static str = "ticks";

    fn id(&self) -> String {
        self.iso_week.clone()
    }
}

impl Tick {
    /// Tells that `week` has begun.
    pub fn tell(week: Week, now: DateTime<Utc>) -> Change<Self> {
        let tick = Self { iso_week: week.to_string(), begins_at: week.begins_at(), ticked_at: now };
        let fact = WeeklyTick { iso_week: tick.iso_week.clone(), begins_at: tick.begins_at, ticked_at: now };
        Change::of(tick).publish(fact)
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
    fn the_first_start_tells_the_present_week_alone() {
        assert_eq!(untold(None, at("2026-11-25T12:00:00Z")), [week("2026-W48")]);
    }

    #[test]
    fn an_outage_is_caught_up_in_order() {
        let missed = untold(Some(week("2026-W52")), at("2027-01-12T12:00:00Z"));
        assert_eq!(missed, [week("2026-W53"), week("2027-W01"), week("2027-W02")]);
    }

    #[test]
    fn a_clock_that_was_set_back_tells_nothing() {
        assert_eq!(untold(Some(week("2026-W48")), at("2026-11-10T12:00:00Z")), []);
    }

    #[test]
    fn after_years_only_the_present_week_is_told() {
        assert_eq!(untold(Some(week("2020-W01")), at("2026-11-25T12:00:00Z")), [week("2026-W48")]);
    }

    proptest! {
        #[test]
        fn however_often_it_is_asked_each_week_is_told_once(steps in prop::collection::vec(0_i64..20_000_000, 1..20)) {
            let mut now = at("2026-01-01T00:00:00Z");
            let mut told = Vec::new();
            for step in steps {
                now += chrono::TimeDelta::seconds(step);
                told.extend(untold(told.last().copied(), now));
            }
            prop_assert!(told.windows(2).all(|pair| pair[0].next() == Some(pair[1])));
        }
    }
}

//! When the key encryption key takes its next step.
//!
//! A version is added before anybody uses it, so that every instance can open what any other wraps; then it is promoted,
//! and wraps from then on; then every data key is wrapped anew; and only when none is below it, and no instance can
//! still wrap with the one before, is that one forgotten. Each step may be repeated, and each may be the last for days:
//! what to do next follows from what is there.

use chrono::{DateTime, TimeDelta, Utc};
use std::fmt;

/// How old a version grows: 90 days.
pub const LIFETIME: TimeDelta = TimeDelta::days(90);

/// What is there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seen {
    /// Versions that the secret holds, sorted.
    pub versions: Vec<u64>,
    /// The one that wraps.
    pub current: u64,
    /// When the newest was first seen in the secret.
    pub newest_added_at: DateTime<Utc>,
    /// When the current one was promoted.
    pub promoted_at: DateTime<Utc>,
    /// Whether a data key is wrapped by another version than the current one.
    pub any_below: bool,
}

/// Who wants a rotation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Demand {
    /// The calendar: a new version when the present one is old.
    Schedule,
    /// An operator: a new version now.
    Operator,
}

/// What to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Make the next version, which nobody uses yet.
    Add(u64),
    /// Wrap with this version from now on.
    Promote(u64),
    /// Wrap every data key anew.
    Rewrap,
    /// Take this version out of use.
    Forget(u64),
    /// Nothing before this instant: instances may not know yet what was done.
    WaitUntil(DateTime<Utc>),
    /// Nothing: one version is there, and everything is under it.
    Rest,
}

impl fmt::Display for Step {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Add(version) => write!(formatter, "add {version}"),
            Self::Promote(version) => write!(formatter, "promote {version}"),
            Self::Rewrap => formatter.write_str("rewrap"),
            Self::Forget(version) => write!(formatter, "forget {version}"),
            Self::WaitUntil(instant) => write!(formatter, "wait until {}", instant.to_rfc3339()),
            Self::Rest => formatter.write_str("nothing"),
        }
    }
}

impl Seen {
    /// The next step at `now`. `settle` is how long it takes until every instance has read a secret that changed.
    pub fn next(&self, demand: Demand, settle: TimeDelta, now: DateTime<Utc>) -> Step {
        let newest = self.versions.last().copied().unwrap_or(self.current);
        let oldest = self.versions.first().copied().unwrap_or(self.current);
        let after = |since: DateTime<Utc>, step| {
            let settled = since + settle;
            if now >= settled { step } else { Step::WaitUntil(settled) }
        };
        if newest > self.current {
            return after(self.newest_added_at, Step::Promote(newest));
        }
        if self.any_below {
            return Step::Rewrap;
        }
        if oldest < self.current {
            return after(self.promoted_at, Step::Forget(oldest));
        }
        let due = demand == Demand::Operator || now >= self.promoted_at + LIFETIME;
        if due { Step::Add(self.current + 1) } else { Step::Rest }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const SETTLE: TimeDelta = TimeDelta::minutes(2);

    fn start() -> DateTime<Utc> {
        DateTime::from_timestamp(1_795_000_000, 0).expect("an instant")
    }

    fn seen(versions: &[u64], current: u64, any_below: bool) -> Seen {
        Seen {
            versions: versions.to_vec(),
            current,
            newest_added_at: start(),
            promoted_at: start(),
            any_below,
        }
    }

    fn at(seen: &Seen, after: TimeDelta) -> Step {
        seen.next(Demand::Schedule, SETTLE, start() + after)
    }

    #[test]
    fn a_version_lives_ninety_days() {
        let quiet = seen(&[4], 4, false);
        assert_eq!(at(&quiet, LIFETIME - TimeDelta::seconds(1)), Step::Rest);
        assert_eq!(at(&quiet, LIFETIME), Step::Add(5));
        assert_eq!(quiet.next(Demand::Operator, SETTLE, start()), Step::Add(5));
    }

    #[test]
    fn a_new_version_is_known_everywhere_before_it_wraps() {
        let added = seen(&[4, 5], 4, false);
        assert_eq!(at(&added, TimeDelta::zero()), Step::WaitUntil(start() + SETTLE));
        assert_eq!(at(&added, SETTLE), Step::Promote(5));
    }

    #[test]
    fn a_version_is_forgotten_when_nothing_is_under_it_and_nobody_can_use_it() {
        assert_eq!(at(&seen(&[4, 5], 5, true), SETTLE), Step::Rewrap);
        assert_eq!(at(&seen(&[4, 5], 5, false), TimeDelta::zero()), Step::WaitUntil(start() + SETTLE));
        assert_eq!(at(&seen(&[4, 5], 5, false), SETTLE), Step::Forget(4));
    }

    proptest! {
        /// The gate: whatever is there, a version with a data key under it is never forgotten, nor the current one.
        #[test]
        fn nothing_in_use_is_forgotten(
            first in 1_u64..5, more in 0_u64..4, current in 0_u64..4, any_below: bool, after in 0_i64..10_000_000,
        ) {
            let versions: Vec<_> = (first..=first + more).collect();
            let current = first + current.min(more);
            let seen = seen(&versions, current, any_below);
            if let Step::Forget(version) = at(&seen, TimeDelta::seconds(after)) {
                prop_assert!(!any_below && version < current && after >= SETTLE.num_seconds());
            }
        }
    }
}

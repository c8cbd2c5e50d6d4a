//! A device's clock, as far as it can be believed.

use chrono::{DateTime, SubsecRound, TimeDelta, Utc};

/// Facts that are said to be older came from a clock that stands wrong: half a year without a connection is the longest that
/// is believed.
pub const LONGEST_OFFLINE: TimeDelta = TimeDelta::days(180);

/// A clock that differs less is right: requests take time, and clocks drift.
pub const TOLERANCE: TimeDelta = TimeDelta::minutes(5);

/// The clock of a device, held against ours at the moment that its facts came in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DeviceClock {
    received_at: DateTime<Utc>,
    behind: TimeDelta,
}

impl DeviceClock {
    /// A clock of which nothing is known but that facts came in now.
    #[must_use]
    pub fn unknown(received_at: DateTime<Utc>) -> Self {
        Self { received_at: received_at.trunc_subsecs(3), behind: TimeDelta::zero() }
    }

    /// A clock that showed `shown` when its facts came in. Is it wrong by more than [`TOLERANCE`], all its times are put
    /// right by as much.
    #[must_use]
    pub fn showing(shown: DateTime<Utc>, received_at: DateTime<Utc>) -> Self {
        let behind = received_at - shown;
        let behind = if behind.abs() > TOLERANCE { behind } else { TimeDelta::zero() };
        Self { behind, ..Self::unknown(received_at) }
    }

    /// When the facts came in.
    #[must_use]
    pub const fn received_at(&self) -> DateTime<Utc> {
        self.received_at
    }

    /// By how much its times are put right; nothing for a clock that is.
    #[must_use]
    pub fn correction(&self) -> Option<TimeDelta> {
        (!self.behind.is_zero()).then_some(self.behind)
    }

    /// The time that counts for what the device says happened at `told`: put right, not after it came in, and not longer
    /// ago than [`LONGEST_OFFLINE`].
    #[must_use]
    pub fn counted(&self, told: DateTime<Utc>) -> DateTime<Utc> {
        let right = told.checked_add_signed(self.behind).unwrap_or(told);
        right.trunc_subsecs(3).clamp(self.received_at - LONGEST_OFFLINE, self.received_at)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn at(text: &str) -> DateTime<Utc> {
        text.parse().expect("an instant")
    }

    #[test]
    fn a_clock_that_is_wrong_by_hours_is_put_right() {
        let clock = DeviceClock::showing(at("2026-03-02T12:00:00Z"), at("2026-03-02T09:00:00Z"));
        assert_eq!(clock.correction(), Some(TimeDelta::hours(-3)));
        assert_eq!(clock.counted(at("2026-03-02T11:30:00Z")), at("2026-03-02T08:30:00Z"));
        let in_1970 =
            DeviceClock::showing(DateTime::UNIX_EPOCH + TimeDelta::hours(2), at("2026-03-02T09:00:00Z"));
        assert_eq!(in_1970.counted(DateTime::UNIX_EPOCH + TimeDelta::hours(1)), at("2026-03-02T08:00:00Z"));
    }

    #[test]
    fn a_clock_that_is_nearly_right_is_believed() {
        let clock = DeviceClock::showing(at("2026-03-02T09:04:00Z"), at("2026-03-02T09:00:00Z"));
        assert_eq!(clock.correction(), None);
        assert_eq!(clock.counted(at("2026-03-02T08:00:00Z")), at("2026-03-02T08:00:00Z"));
    }

    #[test]
    fn what_lies_ahead_is_now_and_what_lies_too_far_back_is_half_a_year_ago() {
        let clock = DeviceClock::unknown(at("2026-03-02T09:00:00Z"));
        assert_eq!(clock.counted(at("2031-01-01T00:00:00Z")), at("2026-03-02T09:00:00Z"));
        assert_eq!(clock.counted(DateTime::UNIX_EPOCH), at("2026-03-02T09:00:00Z") - LONGEST_OFFLINE);
    }

    proptest! {
        #[test]
        fn no_instant_is_out_of_reach(told in any::<i64>(), shown in any::<i64>()) {
            let instant = |millis| DateTime::from_timestamp_millis(millis).unwrap_or(DateTime::<Utc>::MAX_UTC);
            let received = at("2026-03-02T09:00:00Z");
            let counted = DeviceClock::showing(instant(shown), received).counted(instant(told));
            prop_assert!(counted <= received && counted >= received - LONGEST_OFFLINE);
        }
    }
}

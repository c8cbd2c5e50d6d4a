//! How old a key may grow.

use chrono::{DateTime, TimeDelta, Utc};
use serde::Serialize;
use utoipa::ToSchema;

/// A key that the calendar renews is in use for so long, like pii's key encryption key.
pub const LIFETIME: TimeDelta = TimeDelta::days(90);

/// When a key is renewed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Renewal {
    /// When it has been in use for [`LIFETIME`]: nothing old is under it for longer than a session lasts.
    ByCalendar,
    /// When there is a reason: things that are kept are under it, which move to a new version one by one.
    ForAReason,
}

impl Renewal {
    /// When a key that came into use then is due.
    pub fn due(self, promoted_at: DateTime<Utc>) -> Option<DateTime<Utc>> {
        (self == Self::ByCalendar).then(|| promoted_at + LIFETIME)
    }
}

/// What a version is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Use {
    /// It is known everywhere before anything is made with it.
    Next,
    /// Everything new is made with it.
    Current,
    /// What was made with it still holds.
    Previous,
}

impl Use {
    /// Of a version that came into use then, if ever.
    pub fn of(is_current: bool, promoted_at: Option<DateTime<Utc>>) -> Self {
        match (is_current, promoted_at) {
            (true, _) => Self::Current,
            (false, Some(_)) => Self::Previous,
            (false, None) => Self::Next,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_calendar_renews_after_ninety_days_and_what_is_kept_is_renewed_for_a_reason() {
        let promoted = DateTime::UNIX_EPOCH;
        assert_eq!(Renewal::ByCalendar.due(promoted), Some(promoted + TimeDelta::days(90)));
        assert_eq!(Renewal::ForAReason.due(promoted), None);
    }

    #[test]
    fn a_version_that_never_came_into_use_is_the_next() {
        let then = Some(DateTime::UNIX_EPOCH);
        assert_eq!(Use::of(false, None), Use::Next);
        assert_eq!(Use::of(false, then), Use::Previous);
        assert_eq!((Use::of(true, then), Use::of(true, None)), (Use::Current, Use::Current));
    }
}

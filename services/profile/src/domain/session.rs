//! How long a session goes on, and what to think of a refresh token that is not the current one.

use chrono::{DateTime, TimeDelta, Utc};
use ids::DeviceId;

/// A session that is not used for so long is over.
pub const SLIDING: TimeDelta = TimeDelta::days(7);
/// A session is over so long after the log-in, however much it is used.
pub const ABSOLUTE: TimeDelta = TimeDelta::days(90);
/// For so long the token before the current one is taken for a lost answer or a second tab, not for a theft.
pub const GRACE: TimeDelta = TimeDelta::seconds(10);
/// Revoked and ended sessions are kept so long, for those who ask what happened.
pub const KEPT: TimeDelta = TimeDelta::days(30);

/// A session, as a genuine token of it finds it that could not rotate it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// The generation of the token that is current.
    pub generation: i64,
    /// When that token was given out.
    pub rotated_at: DateTime<Utc>,
    /// The device that it was given to, if the session is bound to one.
    pub device: Option<DeviceId>,
    /// Whether it was revoked, or not used for too long, or is too old.
    pub over: bool,
}

/// What to do about a token that could not rotate its session.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Judgement {
    /// The loser of a race, or a repeat of a lost answer: the same successor again.
    SameSuccessor,
    /// Two parties hold tokens of this session, and one of them stole it: nobody goes on.
    Stolen,
    /// The session is over already, or the token is of no generation that there was yet.
    Refused,
}

impl Found {
    /// Judges a genuine token of `generation`, presented by `device`.
    pub fn judge(&self, generation: i64, device: Option<DeviceId>, now: DateTime<Utc>) -> Judgement {
        // Tokens of the future come from a database that was restored: their holders have to log in.
        if self.over || generation > self.generation {
            return Judgement::Refused;
        }
        let was_the_last = generation + 1 == self.generation;
        let just_rotated = now - self.rotated_at <= GRACE;
        if was_the_last && just_rotated && self.device == device {
            Judgement::SameSuccessor
        } else {
            Judgement::Stolen
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    fn device(id: u128) -> Option<DeviceId> {
        Some(DeviceId::new(Uuid::from_u128(id)))
    }

    fn found() -> Found {
        Found { generation: 5, rotated_at: DateTime::UNIX_EPOCH, device: device(1), over: false }
    }

    fn after(seconds: i64) -> DateTime<Utc> {
        DateTime::UNIX_EPOCH + TimeDelta::seconds(seconds)
    }

    #[test]
    fn the_token_before_from_the_same_device_gets_the_same_successor_for_ten_seconds() {
        assert_eq!(found().judge(4, device(1), after(10)), Judgement::SameSuccessor);
        assert_eq!(found().judge(4, device(1), after(11)), Judgement::Stolen);
    }

    #[test]
    fn clocks_of_two_instances_may_differ() {
        assert_eq!(found().judge(4, device(1), after(-3)), Judgement::SameSuccessor);
    }

    #[test]
    fn another_device_has_no_grace() {
        assert_eq!(found().judge(4, device(2), after(1)), Judgement::Stolen);
        assert_eq!(found().judge(4, None, after(1)), Judgement::Stolen);
    }

    #[test]
    fn older_tokens_have_no_grace() {
        assert_eq!(found().judge(3, device(1), after(1)), Judgement::Stolen);
    }

    #[test]
    fn the_current_token_from_another_device_is_stolen() {
        assert_eq!(found().judge(5, device(2), after(1)), Judgement::Stolen);
    }

    #[test]
    fn a_session_that_is_over_stays_over() {
        let over = Found { over: true, ..found() };
        for generation in 0..7 {
            assert_eq!(over.judge(generation, device(1), after(1)), Judgement::Refused);
        }
    }

    #[test]
    fn a_token_of_the_future_is_refused_and_revokes_nothing() {
        assert_eq!(found().judge(6, device(1), after(1)), Judgement::Refused);
    }
}

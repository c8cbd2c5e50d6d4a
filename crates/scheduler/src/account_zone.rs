//! The time zone of a student's account, which that of a module follows.

use chrono_tz::{Europe::Amsterdam, Tz};
use serde::{Deserialize, Serialize};

/// Where a student is by their account, as last told.
///
/// A module has a time zone of its own. It follows the account for as long as the two are the same: a student who chooses
/// another one in the module keeps it, and one who chooses that of the account follows it again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AccountZone {
    /// The zone.
    pub zone: Tz,
    /// How new it is: the revision of the account that told it.
    pub rev: i64,
}

impl Default for AccountZone {
    /// That of an account that names none, before anything was told.
    fn default() -> Self {
        Self { zone: Amsterdam, rev: 0 }
    }
}

impl AccountZone {
    /// The zone of a module that was `here`, when the account tells `told`; nothing when as new or newer is known.
    #[must_use]
    pub fn followed(self, told: Self, here: Tz) -> Option<Tz> {
        let to = if here == self.zone { told.zone } else { here };
        (told.rev > self.rev).then_some(to)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono_tz::{America::Paramaribo, Asia::Tokyo};

    fn told(zone: Tz, rev: i64) -> AccountZone {
        AccountZone { zone, rev }
    }

    #[test]
    fn a_module_follows_the_account() {
        assert_eq!(AccountZone::default().followed(told(Tokyo, 1), Amsterdam), Some(Tokyo));
        assert_eq!(told(Tokyo, 1).followed(told(Paramaribo, 2), Tokyo), Some(Paramaribo));
    }

    #[test]
    fn a_zone_that_was_chosen_in_the_module_stays() {
        assert_eq!(AccountZone::default().followed(told(Tokyo, 1), Paramaribo), Some(Paramaribo));
        assert_eq!(told(Tokyo, 1).followed(told(Amsterdam, 2), Paramaribo), Some(Paramaribo));
    }

    #[test]
    fn what_comes_again_or_late_tells_nothing() {
        assert_eq!(told(Tokyo, 2).followed(told(Paramaribo, 2), Tokyo), None);
        assert_eq!(told(Tokyo, 2).followed(told(Paramaribo, 1), Tokyo), None);
    }
}

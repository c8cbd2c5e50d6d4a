//! True retention: what was really recalled.

use serde::{Deserialize, Serialize};

use crate::Transition;

/// Of the known cards that were due when they were asked, how many were recalled. The measure against desired retention:
/// new cards, cards in their steps and early repeats do not count.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TrueRetention {
    /// Known cards that were asked when due.
    pub asked: u64,
    /// Those of them that were recalled.
    pub recalled: u64,
}

impl TrueRetention {
    /// Count one answer, by [`Transition::recalled_when_due`].
    pub fn count(&mut self, recalled_when_due: Option<bool>) {
        if let Some(recalled) = recalled_when_due {
            self.asked += 1;
            self.recalled += u64::from(recalled);
        }
    }

    /// The share that was recalled, 0 to 1; absent before the first.
    #[must_use]
    pub fn share(self) -> Option<f64> {
        (self.asked > 0).then(|| self.recalled as f64 / self.asked as f64)
    }
}

impl std::ops::Add for TrueRetention {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self { asked: self.asked + other.asked, recalled: self.recalled + other.recalled }
    }
}

impl<'a> FromIterator<&'a Transition> for TrueRetention {
    fn from_iter<I: IntoIterator<Item = &'a Transition>>(transitions: I) -> Self {
        let mut retention = Self::default();
        transitions.into_iter().for_each(|transition| retention.count(transition.recalled_when_due));
        retention
    }
}

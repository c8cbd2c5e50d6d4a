//! What a word is asked, and when.

use serde::{Deserialize, Serialize};

/// A wrong word comes back within its sitting at most so often.
pub const MOST_RETURNS: u8 = 3;
/// So many lapses, and a word is set aside.
pub const LEECH_LAPSES: u32 = 8;
/// Weeks from graduation to the first echo, and from each echo to the next: 1, 3, 7 and 15 weeks after graduation for one
/// who is never late.
pub const ECHO_GAPS: [u32; 4] = [1, 2, 4, 8];

/// One of the four ways in which a word is asked within its week, in their order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Cycle {
    /// The Dutch is shown, the meaning is asked.
    See,
    /// The meaning is shown, the Dutch is asked.
    Recall,
    /// The meaning is shown, the Dutch is asked with its forms.
    Write,
    /// The sentence where it was met, with a gap.
    Use,
}

impl Cycle {
    /// All four, in their order.
    pub const ALL: [Self; 4] = [Self::See, Self::Recall, Self::Write, Self::Use];

    /// The day of the week's cohort on which it is asked first, 1 to 6.
    #[must_use]
    pub const fn day(self) -> u32 {
        match self {
            Self::See => 1,
            Self::Recall => 2,
            Self::Write => 4,
            Self::Use => 6,
        }
    }

    /// `see`, `recall`, `write`, `use`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::See => "see",
            Self::Recall => "recall",
            Self::Write => "write",
            Self::Use => "use",
        }
    }

    /// The one after `passed` of them; none after the fourth.
    #[must_use]
    pub fn after(passed: u8) -> Option<Self> {
        Self::ALL.get(usize::from(passed)).copied()
    }

    /// The place among the four, from 1.
    #[must_use]
    pub const fn number(self) -> u8 {
        self as u8 + 1
    }
}

/// What an answer answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Ask {
    /// A cycle: [`Cycle::See`].
    See,
    /// A cycle: [`Cycle::Recall`].
    Recall,
    /// A cycle: [`Cycle::Write`].
    Write,
    /// A cycle: [`Cycle::Use`].
    Use,
    /// A word that has graduated, asked as in [`Cycle::Recall`].
    Echo,
}

impl Ask {
    /// All five.
    pub const ALL: [Self; 5] = [Self::See, Self::Recall, Self::Write, Self::Use, Self::Echo];

    /// The cycle, unless it is an echo.
    #[must_use]
    pub const fn cycle(self) -> Option<Cycle> {
        match self {
            Self::See => Some(Cycle::See),
            Self::Recall => Some(Cycle::Recall),
            Self::Write => Some(Cycle::Write),
            Self::Use => Some(Cycle::Use),
            Self::Echo => None,
        }
    }

    /// `see`, `recall`, `write`, `use`, `echo`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self.cycle() {
            Some(cycle) => cycle.as_str(),
            None => "echo",
        }
    }
}

impl From<Cycle> for Ask {
    fn from(cycle: Cycle) -> Self {
        match cycle {
            Cycle::See => Self::See,
            Cycle::Recall => Self::Recall,
            Cycle::Write => Self::Write,
            Cycle::Use => Self::Use,
        }
    }
}

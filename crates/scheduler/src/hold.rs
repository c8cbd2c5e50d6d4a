//! Cards that are kept back, whatever their due date.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::CardState;

/// How often a card is forgotten when due before it is a leech: a card that costs more than it gives, until somebody
/// looks at it.
pub const LEECH_LAPSES: u32 = 8;

/// How often more after it was brought back.
pub const LEECH_AGAIN_LAPSES: u32 = LEECH_LAPSES / 2;

/// What keeps a card back. Beside the log, not in it: nothing here moves a due date, and a card that comes back is as due
/// as it would have been.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Hold {
    /// Set aside by the student, until taken back.
    pub suspended: bool,
    /// Put off by the student for this study day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub buried_on: Option<NaiveDate>,
    /// Lapses that the card had when it was last brought back as a leech.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub brought_back_at_lapses: Option<u32>,
}

/// Why a card is not asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Held {
    /// Until the student takes it back.
    Suspended,
    /// Forgotten too often, until it is brought back.
    Leech,
    /// Until tomorrow.
    Buried,
}

impl Hold {
    /// Why the card is not asked on `today`; `None` when it may be.
    #[must_use]
    pub fn holds(self, state: &CardState, today: NaiveDate) -> Option<Held> {
        if self.suspended {
            Some(Held::Suspended)
        } else if self.is_leech(state) {
            Some(Held::Leech)
        } else {
            (self.buried_on == Some(today)).then_some(Held::Buried)
        }
    }

    /// Whether the card was forgotten [`LEECH_LAPSES`] times, or [`LEECH_AGAIN_LAPSES`] times since it was brought back.
    #[must_use]
    pub fn is_leech(self, state: &CardState) -> bool {
        let limit = self
            .brought_back_at_lapses
            .map_or(LEECH_LAPSES, |lapses| lapses.saturating_add(LEECH_AGAIN_LAPSES).max(LEECH_LAPSES));
        state.lapses >= limit
    }

    /// The hold after a leech was brought back.
    #[must_use]
    pub fn brought_back(self, state: &CardState) -> Self {
        Self { brought_back_at_lapses: Some(state.lapses), ..self }
    }
}

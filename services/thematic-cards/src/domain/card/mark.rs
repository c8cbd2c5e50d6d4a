//! What a student says of a card without answering it: an answer is taken back, the card is suspended, put off, brought
//! back. Each has its own id and the time at which it was said, so that devices which were offline agree afterwards: of two
//! that contradict each other the later one counts, in whatever order they arrive.

use chrono::{DateTime, TimeDelta, Utc};
use chrono_tz::Tz;
use events::thematic_cards::RescheduleCause;
use ids::{MarkId, ReviewId, UndoId};
use serde::{Deserialize, Serialize};

/// An answer can be taken back so long after it was given.
pub const UNDO_WITHIN: TimeDelta = TimeDelta::hours(24);

/// An answer is taken back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Undo {
    /// Its own id.
    pub id: UndoId,
    /// The answer.
    pub review_id: ReviewId,
    /// When, by the device's clock.
    pub undone_at: DateTime<Utc>,
}

/// Something is said of a card.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark {
    /// Its own id.
    pub id: MarkId,
    /// What.
    pub what: MarkKind,
    /// When, by the device's clock.
    pub marked_at: DateTime<Utc>,
    /// Where the student was: decides when tomorrow begins.
    pub zone: Tz,
}

/// What is said of a card.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum MarkKind {
    /// Ask it no more.
    Suspended,
    /// Ask it again.
    Resumed,
    /// Ask it tomorrow.
    Buried,
    /// It was set aside as a leech: ask it again.
    BroughtBack,
}

impl MarkKind {
    pub(super) const fn cause(self) -> RescheduleCause {
        match self {
            Self::Suspended => RescheduleCause::Suspended,
            Self::Resumed => RescheduleCause::Resumed,
            Self::Buried => RescheduleCause::Buried,
            Self::BroughtBack => RescheduleCause::BroughtBack,
        }
    }
}

/// Why a card is asked no more for now.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum SetAside {
    /// The student suspended it.
    Suspended,
    /// It was forgotten too often.
    Leech,
}

/// When something was said, and under which id: the later of two counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Said {
    /// When it counts as said.
    #[serde(with = "chrono::serde::ts_milliseconds")]
    pub at: DateTime<Utc>,
    /// Under which id.
    pub id: MarkId,
}

/// Whether a card is suspended, by what was said of it last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Suspension {
    /// When.
    pub said: Said,
    /// Whether it is.
    pub suspended: bool,
}

/// A card is put off.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Burial {
    /// When.
    pub said: Said,
    /// Until when.
    #[serde(with = "chrono::serde::ts_milliseconds")]
    pub until: DateTime<Utc>,
}

/// A leech was brought back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pardon {
    /// When.
    pub said: Said,
    /// How often the card had been forgotten until then.
    pub lapses: u32,
}

/// A taking back that came before its answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EarlyUndo {
    /// Its id.
    pub id: UndoId,
    /// The answer.
    pub review_id: ReviewId,
    /// When it counts as said.
    #[serde(with = "chrono::serde::ts_milliseconds")]
    pub at: DateTime<Utc>,
}

//! One answer, and the order of answers.

use chrono::{DateTime, SubsecRound, Utc};
use chrono_tz::Tz;
use ids::{CardId, ReviewId};
use serde::{Deserialize, Serialize};

/// How well a card was recalled.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Rating {
    /// Not recalled.
    Again = 1,
    /// Recalled with difficulty, or nearly right.
    Hard = 2,
    /// Recalled.
    Good = 3,
    /// Recalled at once.
    Easy = 4,
}

impl Rating {
    /// All four, from Again to Easy.
    pub const ALL: [Self; 4] = [Self::Again, Self::Hard, Self::Good, Self::Easy];

    /// Whether the card was recalled at all.
    #[must_use]
    pub fn is_recalled(self) -> bool {
        self != Self::Again
    }

    /// 1 to 4, as FSRS counts.
    #[must_use]
    pub fn number(self) -> u8 {
        self as u8
    }
}

/// A number that is no rating.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a rating is 1 to 4, not {0}")]
pub struct NotARating(pub u8);

impl TryFrom<u8> for Rating {
    type Error = NotARating;

    fn try_from(number: u8) -> Result<Self, NotARating> {
        Self::ALL.into_iter().find(|rating| rating.number() == number).ok_or(NotARating(number))
    }
}

/// One answer to a card, as the scheduler sees it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Review {
    /// Made by the client: the same review may arrive more than once.
    pub id: ReviewId,
    /// The card that was answered.
    pub card: CardId,
    /// How well.
    pub rating: Rating,
    /// When, as the device's clock tells; not to be trusted about the future.
    #[serde(with = "chrono::serde::ts_milliseconds")]
    pub answered_at: DateTime<Utc>,
    /// When the server took it.
    #[serde(with = "chrono::serde::ts_milliseconds")]
    pub received_at: DateTime<Utc>,
    /// Where the student was: decides which study day it was.
    pub zone: Tz,
}

impl Review {
    /// The instant that counts: the device's, but not after the receipt; in whole milliseconds, as it is stored.
    #[must_use]
    pub fn at(&self) -> DateTime<Utc> {
        self.answered_at.min(self.received_at).trunc_subsecs(3)
    }

    /// The place of this review in the log: by instant, ties by id.
    #[must_use]
    pub fn place(&self) -> (DateTime<Utc>, ReviewId) {
        (self.at(), self.id)
    }
}

/// The log in its order, each review once, whatever order and number they arrived in.
///
/// Two reviews with one id are one answer that was sent twice. Should they differ, the one that lies first counts:
/// any rule would do that does not ask which arrived first.
#[must_use]
pub fn in_order<'a>(reviews: impl IntoIterator<Item = &'a Review>) -> Vec<&'a Review> {
    let mut log: Vec<&'a Review> = reviews.into_iter().collect();
    log.sort_unstable_by_key(|review| {
        (review.id, review.at(), review.rating, review.card, review.zone.name())
    });
    log.dedup_by_key(|review| review.id);
    log.sort_unstable_by_key(|review| review.place());
    log
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_outside_1_to_4_is_no_rating() {
        let read: Vec<_> = (0..=5).map(Rating::try_from).collect();
        assert_eq!(
            read,
            [
                Err(NotARating(0)),
                Ok(Rating::Again),
                Ok(Rating::Hard),
                Ok(Rating::Good),
                Ok(Rating::Easy),
                Err(NotARating(5))
            ]
        );
    }
}

//! What more than one of the tests needs.
#![expect(dead_code, reason = "each test uses some of it")]

use chrono::{DateTime, TimeDelta, Utc};
use chrono_tz::Tz;
use ids::{CardId, ReviewId};
use scheduler::{DesiredRetention, Fsrs, Parameters, Rating, Review};
use uuid::Uuid;

/// An instant.
pub fn at(text: &str) -> DateTime<Utc> {
    text.parse().expect("an RFC 3339 instant")
}

/// A card.
pub fn card(number: u128) -> CardId {
    CardId::new(Uuid::from_u128(number))
}

/// A review that was received when it was given.
pub fn review(number: u128, rating: Rating, at: DateTime<Utc>, zone: Tz) -> Review {
    Review {
        id: ReviewId::new(Uuid::from_u128(number)),
        card: card(1),
        rating,
        answered_at: at,
        received_at: at,
        zone,
    }
}

/// Numbers that are the same for ever: a generator of a crate may change with its version.
pub struct Numbers(pub u64);

impl Numbers {
    /// SplitMix64 (Steele, Lea & Flood, 2014).
    pub fn below(&mut self, bound: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (mixed ^ (mixed >> 31)) % bound
    }

    pub fn of<T: Copy>(&mut self, values: &[T]) -> T {
        values[self.below(values.len() as u64) as usize]
    }

    pub fn uuid(&mut self) -> Uuid {
        Uuid::from_u64_pair(self.below(u64::MAX), self.below(u64::MAX))
    }

    /// From 0 to 1.
    pub fn share(&mut self) -> f32 {
        self.below(1 << 24) as f32 / (1 << 24) as f32
    }
}

/// A student who forgets as `memory` says, and is asked as the default parameters say: so many cards, met ten a day, for
/// so many days. The reviews of each card.
pub fn studied(memory: &Parameters, cards: u32, days: i64, seed: u64) -> Vec<Vec<Review>> {
    let mut numbers = Numbers(seed);
    let asked = Fsrs::new(&Parameters::default(), DesiredRetention::default());
    let truth = Fsrs::new(memory, DesiredRetention::default());
    (0..cards)
        .map(|number| {
            let card = CardId::new(numbers.uuid());
            let begin = at("2026-01-05T08:00:00Z") + TimeDelta::days(i64::from(number / 10));
            let end = at("2026-01-05T08:00:00Z") + TimeDelta::days(days);
            let (mut schedule, mut mind) = (asked.new_card(), truth.new_card());
            let mut reviews: Vec<Review> = Vec::new();
            let mut now = begin;
            while now < end {
                let recalled = truth.recall(&mind, now).is_none_or(|recall| numbers.share() < recall);
                let review = Review {
                    id: ReviewId::new(numbers.uuid()),
                    card,
                    rating: if recalled { Rating::Good } else { Rating::Again },
                    answered_at: now,
                    received_at: now,
                    zone: Tz::Europe__Amsterdam,
                };
                schedule = asked.advance(&schedule, &review).expect("in order").after;
                mind = truth.advance(&mind, &review).expect("in order").after;
                reviews.push(review);
                now = schedule.due_at.expect("an answered card is due")
                    + TimeDelta::minutes(numbers.below(600) as i64);
            }
            reviews
        })
        .collect()
}

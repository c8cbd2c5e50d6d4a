//! The log of a student's cards, as a memory model learns from it.

use chrono::{DateTime, Utc};
use fsrs::{FSRSItem, FSRSReview};
use ids::ReviewId;

use crate::day::between;
use crate::{Review, in_order, study_day};

/// The longest history of a card that is learned from. FSRS's optimiser leaves longer ones out.
const LONGEST: usize = 256;

/// The whole history of one card, from its first answer on, as far as a memory model sees it: ratings, and the study days
/// between them.
///
/// A log whose oldest answers were dropped is no history: its first answer is not the card's first.
#[derive(Clone, Debug)]
pub struct History {
    answers: Vec<FSRSReview>,
    places: Vec<(DateTime<Utc>, ReviewId)>,
}

impl History {
    /// The history of one card, from its reviews in whatever order.
    #[must_use]
    pub fn new<'a>(reviews: impl IntoIterator<Item = &'a Review>) -> Self {
        let mut log = in_order(reviews);
        log.truncate(LONGEST);
        let days: Vec<_> = log.iter().map(|review| study_day(review.at(), review.zone)).collect();
        let since = std::iter::once(0).chain(days.windows(2).map(|pair| between(pair[0], pair[1])));
        let answers = log
            .iter()
            .zip(since)
            .map(|(review, delta_t)| FSRSReview { rating: review.rating.number().into(), delta_t })
            .collect();
        Self { answers, places: log.iter().map(|review| review.place()).collect() }
    }

    /// Answers that tell something about forgetting: those given on a later study day than the one before.
    #[must_use]
    pub fn usable(&self) -> usize {
        self.answers.iter().filter(|answer| answer.delta_t > 0).count()
    }

    /// The usable answers, as their numbers in the history.
    fn usable_numbers(&self) -> impl Iterator<Item = usize> {
        self.answers.iter().enumerate().filter(|(_, answer)| answer.delta_t > 0).map(|(number, _)| number)
    }

    pub(crate) fn answers(&self) -> &[FSRSReview] {
        &self.answers
    }
}

/// One usable answer.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Usable {
    /// Which history.
    pub card: usize,
    /// Which answer of it.
    pub number: usize,
}

impl Usable {
    /// All of them, in the order in which they were given.
    pub fn in_order(histories: &[History]) -> Vec<Self> {
        let mut all: Vec<_> = histories
            .iter()
            .enumerate()
            .flat_map(|(card, history)| history.usable_numbers().map(move |number| Self { card, number }))
            .collect();
        all.sort_by_cached_key(|usable| (histories[usable.card].places[usable.number], usable.card));
        all
    }

    /// The answer, with everything that went before it.
    pub fn item(self, histories: &[History]) -> FSRSItem {
        FSRSItem { reviews: histories[self.card].answers[..=self.number].to_vec() }
    }
}

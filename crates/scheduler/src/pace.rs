//! How long answers take.

use serde::{Deserialize, Serialize};

use crate::{Phase, Rating};

/// An answer that took longer was interrupted, and counts as this.
const LONGEST_SECONDS: f64 = 60.0;

/// Answers' worth of trust that the usual times have before the student's own take over.
const USUAL_WEIGHT: f64 = 20.0;

/// Usual seconds of an answer by phase (new and learning, review, relearning) and rating: what `fsrs` 6.6
/// (`SimulatorConfig`) assumes, from Anki users' logs.
const USUAL_SECONDS: [[f64; 4]; 3] =
    [[19.58, 18.79, 13.78, 10.71], [19.38, 17.59, 12.38, 8.94], [16.44, 15.25, 12.32, 8.03]];

/// The seconds that an answer takes, by what the card is going through and how well it goes.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Pace([[f64; 4]; 3]);

impl Pace {
    /// The pace of a student: means of own answer times, in milliseconds, each with the phase of the card before it.
    /// Where there are few, the usual time counts as twenty more. An answer counts as a minute at most.
    #[must_use]
    pub fn of(answers: impl IntoIterator<Item = (Phase, Rating, u32)>) -> Self {
        let mut sums = USUAL_SECONDS.map(|row| row.map(|seconds| (seconds * USUAL_WEIGHT, USUAL_WEIGHT)));
        for (phase, rating, milliseconds) in answers {
            let (sum, count) = &mut sums[row(phase)][column(rating)];
            *sum += (f64::from(milliseconds) / 1000.0).min(LONGEST_SECONDS);
            *count += 1.0;
        }
        Self(sums.map(|row| row.map(|(sum, count)| sum / count)))
    }

    /// The pace of somebody of whom only the mean is known: each answer takes so many seconds.
    #[must_use]
    pub fn even(seconds: f64) -> Self {
        Self([[seconds; 4]; 3])
    }

    /// Seconds for an answer of this kind.
    #[must_use]
    pub fn seconds(&self, phase: Phase, rating: Rating) -> f64 {
        self.0[row(phase)][column(rating)]
    }

    /// Seconds that a card takes in one sitting: for a new one both learning steps, for a known one the answer, and with
    /// the chance that it is forgotten the steps after it.
    #[must_use]
    pub fn of_card(&self, recall: Option<f64>) -> f64 {
        let Some(recall) = recall else {
            return 2.0 * self.seconds(Phase::Learning, Rating::Good);
        };
        let forgotten =
            self.seconds(Phase::Review, Rating::Again) + 2.0 * self.seconds(Phase::Relearning, Rating::Good);
        recall * self.seconds(Phase::Review, Rating::Good) + (1.0 - recall) * forgotten
    }
}

impl Default for Pace {
    fn default() -> Self {
        Self(USUAL_SECONDS)
    }
}

fn row(phase: Phase) -> usize {
    match phase {
        Phase::New | Phase::Learning => 0,
        Phase::Review => 1,
        Phase::Relearning => 2,
    }
}

fn column(rating: Rating) -> usize {
    usize::from(rating.number()) - 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn own_times_take_over_from_the_usual_ones() {
        let answers = |count| Pace::of((0..count).map(|_| (Phase::Review, Rating::Good, 4_000)));
        let seconds = |pace: Pace| pace.seconds(Phase::Review, Rating::Good);
        assert!((seconds(answers(0)) - 12.38).abs() < 1e-9);
        // (20 * 12.38 + 20 * 4) / 40.
        assert!((seconds(answers(20)) - 8.19).abs() < 1e-9);
        assert!((seconds(answers(100_000)) - 4.0).abs() < 0.01);
        assert!((answers(20).seconds(Phase::Review, Rating::Again) - 19.38).abs() < 1e-9);
    }

    #[test]
    fn an_hour_at_the_door_is_a_minute() {
        let pace = Pace::of((0..20).map(|_| (Phase::Learning, Rating::Again, 3_600_000)));
        assert!((pace.seconds(Phase::New, Rating::Again) - (19.58 + 60.0) / 2.0).abs() < 1e-9);
    }

    #[test]
    fn at_an_even_pace_a_card_takes_as_long_as_its_answers() {
        let pace = Pace::even(10.0);
        assert!((pace.of_card(Some(1.0)) - 10.0).abs() < 1e-9);
        assert!((pace.of_card(Some(0.0)) - 30.0).abs() < 1e-9);
        assert!((pace.of_card(None) - 20.0).abs() < 1e-9);
    }

    #[test]
    fn a_card_that_may_be_forgotten_takes_longer() {
        let pace = Pace::default();
        assert!((pace.of_card(Some(1.0)) - 12.38).abs() < 1e-9);
        // 0.5 * 12.38 + 0.5 * (19.38 + 2 * 12.32).
        assert!((pace.of_card(Some(0.5)) - 28.2).abs() < 1e-9);
        assert!((pace.of_card(None) - 27.56).abs() < 1e-9);
    }
}

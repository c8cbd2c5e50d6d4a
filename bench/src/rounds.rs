//! Baseline and subject in turn, and what can be said of their rounds.

use anyhow::Result;

/// Rounds that a median, a least and a most mean something of.
const ENOUGH_ROUNDS: usize = 3;

/// What one round gave.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Reading {
    /// The figure of the round.
    pub(crate) value: f64,
    /// How many things were measured for it.
    pub(crate) samples: u64,
}

/// The readings of one figure, a round each.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Readings(Vec<Reading>);

/// The middle of several rounds, and how far they lie apart.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Spread {
    pub(crate) median: f64,
    pub(crate) least: f64,
    pub(crate) most: f64,
}

impl Spread {
    /// None of no values.
    pub(crate) fn of(values: impl IntoIterator<Item = f64>) -> Option<Self> {
        let mut values: Vec<f64> = values.into_iter().collect();
        values.sort_by(f64::total_cmp);
        let (least, most) = (*values.first()?, *values.last()?);
        let middle = values.len() / 2;
        let median =
            if values.len() % 2 == 1 { values[middle] } else { (values[middle - 1] + values[middle]) / 2.0 };
        Some(Self { median, least, most })
    }
}

impl FromIterator<Reading> for Readings {
    fn from_iter<I: IntoIterator<Item = Reading>>(readings: I) -> Self {
        Self(readings.into_iter().collect())
    }
}

impl Readings {
    pub(crate) fn spread(&self) -> Option<Spread> {
        Spread::of(self.0.iter().map(|reading| reading.value))
    }

    /// In all rounds.
    pub(crate) fn samples(&self) -> u64 {
        self.0.iter().map(|reading| reading.samples).sum()
    }

    /// Whether there are enough rounds, each of at least `samples`, to judge by.
    pub(crate) fn suffice(&self, samples: u64) -> bool {
        self.0.len() >= ENOUGH_ROUNDS && self.0.iter().all(|reading| reading.samples >= samples)
    }

    /// Round by round, so that what disturbed the machine for a while disturbs both sides of it. None where either side
    /// has too few rounds or samples.
    pub(crate) fn ratio_to(&self, baseline: &Self, samples: u64) -> Option<Spread> {
        if !self.suffice(samples) || !baseline.suffice(samples) || self.0.len() != baseline.0.len() {
            return None;
        }
        let pairs = self.0.iter().zip(&baseline.0);
        Spread::of(pairs.map(|(subject, baseline)| subject.value / baseline.value))
            .filter(|ratio| ratio.most.is_finite())
    }
}

/// One round of each as a warm-up, whose results are dropped; then `rounds` of each. Who goes first alternates, so that
/// neither always follows the other.
pub(crate) async fn alternate<B, S>(
    rounds: usize,
    mut baseline: impl AsyncFnMut() -> Result<B>,
    mut subject: impl AsyncFnMut() -> Result<S>,
) -> Result<(Vec<B>, Vec<S>)> {
    baseline().await?;
    subject().await?;
    let (mut bare, mut measured) = (Vec::new(), Vec::new());
    for round in 0..rounds {
        if round % 2 == 0 {
            bare.push(baseline().await?);
            measured.push(subject().await?);
        } else {
            measured.push(subject().await?);
            bare.push(baseline().await?);
        }
    }
    Ok((bare, measured))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::cell::RefCell;

    fn readings(values: &[f64], samples: u64) -> Readings {
        values.iter().map(|value| Reading { value: *value, samples }).collect()
    }

    #[test]
    fn the_median_of_an_even_number_lies_between_the_middle_two() {
        let spread = Spread::of([4.0, 1.0, 3.0, 10.0]);
        assert_eq!(spread, Some(Spread { median: 3.5, least: 1.0, most: 10.0 }));
        assert_eq!(Spread::of([]), None);
    }

    #[test]
    fn a_ratio_is_taken_round_by_round() {
        let ratio = readings(&[2.0, 8.0, 3.0], 100).ratio_to(&readings(&[1.0, 4.0, 1.0], 100), 100);
        assert_eq!(ratio, Some(Spread { median: 2.0, least: 2.0, most: 3.0 }));
    }

    #[test]
    fn too_few_rounds_or_samples_give_no_ratio() {
        let enough = readings(&[1.0, 1.0, 1.0], 100);
        assert!(enough.ratio_to(&enough, 100).is_some());
        assert!(readings(&[1.0, 1.0], 100).ratio_to(&readings(&[1.0, 1.0], 100), 100).is_none());
        assert!(enough.ratio_to(&readings(&[1.0, 1.0, 1.0], 99), 100).is_none());
        assert!(readings(&[1.0, 1.0, 1.0], 99).ratio_to(&enough, 100).is_none());
    }

    #[test]
    fn a_baseline_of_nothing_gives_no_ratio() {
        assert!(readings(&[1.0; 3], 1).ratio_to(&readings(&[0.0; 3], 1), 1).is_none());
    }

    #[tokio::test]
    async fn the_warm_up_is_dropped_and_who_goes_first_alternates() {
        let order = RefCell::new(String::new());
        let count = RefCell::new(0);
        let next = |who: char| {
            order.borrow_mut().push(who);
            *count.borrow_mut() += 1;
            Ok(*count.borrow())
        };
        let measured = alternate(3, async || next('b'), async || next('s')).await.expect("no failure");
        assert_eq!(order.borrow().as_str(), "bsbssbbs");
        assert_eq!(measured, (vec![3, 6, 7], vec![4, 5, 8]));
    }
}

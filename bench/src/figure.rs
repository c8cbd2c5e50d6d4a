//! A figure with what it is held against.

use crate::rounds::{Readings, Spread};

/// Which way is better.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Better {
    Lower,
    Higher,
}

/// What floor and goal are about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Judged {
    /// The figure itself.
    Value,
    /// The figure divided by its baseline.
    Ratio,
}

/// How the figure stands to a bound.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Verdict {
    Met,
    Missed,
    /// Too few samples to say.
    Unknown,
}

/// One line of the table.
#[derive(Clone, Debug)]
pub struct Figure {
    pub(crate) name: String,
    pub(crate) unit: &'static str,
    pub(crate) measured: Readings,
    pub(crate) baseline: Readings,
    pub(crate) better: Better,
    pub(crate) judged: Judged,
    pub(crate) floor: Option<f64>,
    pub(crate) goal: Option<f64>,
    /// Samples a round below which nothing is judged.
    pub(crate) enough: u64,
}

impl Figure {
    pub(crate) fn new(
        name: impl Into<String>,
        unit: &'static str,
        better: Better,
        measured: Readings,
        baseline: Readings,
    ) -> Self {
        let name = name.into();
        Self {
            name,
            unit,
            measured,
            baseline,
            better,
            judged: Judged::Value,
            floor: None,
            goal: None,
            enough: 1,
        }
    }

    pub(crate) fn judged_by(self, judged: Judged) -> Self {
        Self { judged, ..self }
    }

    pub(crate) fn floor(self, floor: f64) -> Self {
        Self { floor: Some(floor), ..self }
    }

    pub(crate) fn goal(self, goal: f64) -> Self {
        Self { goal: Some(goal), ..self }
    }

    pub(crate) fn enough(self, samples: u64) -> Self {
        Self { enough: samples, ..self }
    }

    pub(crate) fn ratio(&self) -> Option<Spread> {
        self.measured.ratio_to(&self.baseline, self.enough)
    }

    /// By the median of the rounds.
    pub(crate) fn verdict(&self, bound: f64) -> Verdict {
        let judged = match self.judged {
            Judged::Value => self.measured.spread().filter(|_| self.measured.suffice(self.enough)),
            Judged::Ratio => self.ratio(),
        };
        match (judged, self.better) {
            (None, _) => Verdict::Unknown,
            (Some(judged), Better::Lower) if judged.median <= bound => Verdict::Met,
            (Some(judged), Better::Higher) if judged.median >= bound => Verdict::Met,
            _ => Verdict::Missed,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rounds::Reading;

    fn readings(value: f64) -> Readings {
        (0..3).map(|_| Reading { value, samples: 10 }).collect()
    }

    fn figure(better: Better) -> Figure {
        Figure::new("a figure", "ms", better, readings(20.0), readings(10.0)).enough(10)
    }

    #[test]
    fn a_bound_is_met_at_the_bound_and_on_its_good_side() {
        let low = figure(Better::Lower);
        assert_eq!(
            [19.9, 20.0, 20.1].map(|bound| low.verdict(bound)),
            [Verdict::Missed, Verdict::Met, Verdict::Met]
        );
        let high = figure(Better::Higher);
        assert_eq!(
            [19.9, 20.0, 20.1].map(|bound| high.verdict(bound)),
            [Verdict::Met, Verdict::Met, Verdict::Missed]
        );
    }

    #[test]
    fn a_ratio_is_judged_by_the_ratio() {
        let figure = figure(Better::Lower).judged_by(Judged::Ratio);
        assert_eq!([1.9, 2.0].map(|bound| figure.verdict(bound)), [Verdict::Missed, Verdict::Met]);
    }

    #[test]
    fn too_few_samples_are_not_judged() {
        for judged in [Judged::Value, Judged::Ratio] {
            let figure = figure(Better::Lower).judged_by(judged).enough(11);
            assert_eq!(figure.verdict(1000.0), Verdict::Unknown);
            assert_eq!(figure.ratio(), None);
        }
    }
}

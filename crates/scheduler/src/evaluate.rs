//! How well a memory model foretells answers, as srs-benchmark measures it.

use std::collections::BTreeMap;

use fsrs::{FSRSItem, MemoryState, current_retrievability};
use serde::{Deserialize, Serialize};

use crate::history::{History, Usable};
use crate::{Parameters, train};

/// Folds of the cross-validation, as in srs-benchmark.
const FOLDS: usize = 5;

/// One answer that was foretold.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Prediction {
    /// The predicted chance of recall, 0 to 1.
    pub recall: f32,
    /// What came.
    pub recalled: bool,
    /// Study days since the answer before; at least 1.
    pub days: u32,
    /// Which answer it is, where only those count that were given on a later day than the one before: 2 for the first
    /// of them.
    pub nth: u32,
    /// How often the card had been forgotten before, where answers of the same day do not count.
    pub lapses: u32,
}

/// Measures of a list of predictions.
///
/// Definitions: srs-benchmark (open-spaced-repetition), `utils.py`, and "The Metric" in the fsrs4anki wiki. Answers of the
/// same day are not foretold; every answer weighs the same. Two differences: nothing is filtered out as an outlier, and all
/// is measured in double precision.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Evaluation {
    /// Answers that were foretold.
    pub answers: usize,
    /// Mean of `-ln p` of what came: 0 for a prophet, 0.693 for a coin. The smaller the better.
    pub log_loss: f64,
    /// Root of the mean squared difference of predicted and true recall over bins of interval, number of answers and
    /// lapses. 0 to 1, the smaller the better.
    pub rmse_bins: f64,
    /// The chance that of a recalled and a forgotten card the recalled one was given the higher prediction: 0.5 for
    /// guessing, 1 for a prophet. Absent when all answers are alike.
    pub auc: Option<f64>,
    /// Mean predicted recall.
    pub predicted_retention: f64,
    /// The share that was recalled.
    pub true_retention: f64,
}

impl Evaluation {
    /// The measures of these predictions; none of no predictions.
    #[must_use]
    pub fn of(predictions: &[Prediction]) -> Option<Self> {
        if predictions.is_empty() {
            return None;
        }
        let answers = predictions.len();
        let mean =
            |value: fn(&Prediction) -> f64| predictions.iter().map(value).sum::<f64>() / answers as f64;
        Some(Self {
            answers,
            log_loss: mean(Prediction::loss),
            rmse_bins: rmse_bins(predictions),
            auc: auc(predictions),
            predicted_retention: mean(|prediction| prediction.recall.into()),
            true_retention: mean(Prediction::outcome),
        })
    }

    /// The measures of what these parameters foretell of these histories.
    #[must_use]
    pub fn of_parameters(parameters: &Parameters, histories: &[History]) -> Option<Self> {
        Self::of(&predict(parameters, histories, &Usable::in_order(histories)))
    }

    /// The measures of training itself: five times, parameters trained on what came before foretell what came next
    /// (`TimeSeriesSplit` of scikit-learn). None when a fold is empty.
    #[must_use]
    pub fn of_training(histories: &[History]) -> Option<Self> {
        Self::of_folds(histories, |before| train::fit(histories, before, 1).unwrap_or_default())
    }

    /// The measures of given parameters on the answers that [`Evaluation::of_training`] foretells, to compare with it.
    #[must_use]
    pub fn of_parameters_in_folds(parameters: &Parameters, histories: &[History]) -> Option<Self> {
        Self::of_folds(histories, |_| parameters.clone())
    }

    fn of_folds(histories: &[History], parameters: impl Fn(&[Usable]) -> Parameters) -> Option<Self> {
        let usable = Usable::in_order(histories);
        let test = usable.len() / (FOLDS + 1);
        let predictions: Vec<_> = (0..FOLDS)
            .flat_map(|fold| {
                let start = usable.len() - (FOLDS - fold) * test;
                predict(&parameters(&usable[..start]), histories, &usable[start..start + test])
            })
            .collect();
        Self::of(&predictions)
    }
}

impl Prediction {
    fn outcome(&self) -> f64 {
        f64::from(u8::from(self.recalled))
    }

    /// A certainty that was wrong would cost infinitely much; as in scikit-learn, it costs what the precision allows.
    fn loss(&self) -> f64 {
        let epsilon = f64::from(f32::EPSILON);
        let recall = f64::from(self.recall).clamp(epsilon, 1.0 - epsilon);
        if self.recalled { -recall.ln() } else { -(1.0 - recall).ln() }
    }

    /// The bin, by interval (in hundredths of a day), number of answers and lapses: each a power of a base, scaled.
    fn bin(&self) -> (u64, u64, u64) {
        let bin = |scale: f64, base: f64, value: f64| scale * base.powf((value.ln() / base.ln()).floor());
        let lapses = match self.lapses {
            0 => 0,
            lapses => bin(1.65, 1.73, lapses.into()).round() as u64,
        };
        (
            (bin(2.48, 3.62, self.days.max(1).into()) * 100.0).round() as u64,
            bin(1.99, 1.89, self.nth.max(1).into()).round() as u64,
            lapses,
        )
    }
}

fn rmse_bins(predictions: &[Prediction]) -> f64 {
    let mut bins: BTreeMap<_, (f64, f64)> = BTreeMap::new();
    for prediction in predictions {
        let (count, difference) = bins.entry(prediction.bin()).or_default();
        *count += 1.0;
        *difference += f64::from(prediction.recall) - prediction.outcome();
    }
    let squares: f64 = bins.values().map(|(count, difference)| (difference / count).powi(2) * count).sum();
    (squares / predictions.len() as f64).sqrt()
}

/// The Mann-Whitney statistic: by ranks, where equals share the mean of theirs.
fn auc(predictions: &[Prediction]) -> Option<f64> {
    let mut sorted: Vec<_> = predictions.iter().collect();
    sorted.sort_unstable_by(|one, other| one.recall.total_cmp(&other.recall));
    let recalled = sorted.iter().filter(|prediction| prediction.recalled).count() as f64;
    let forgotten = sorted.len() as f64 - recalled;
    if recalled == 0.0 || forgotten == 0.0 {
        return None;
    }
    let mut ranks = 0.0;
    let mut below = 0;
    for equals in sorted.chunk_by(|one, other| one.recall.total_cmp(&other.recall).is_eq()) {
        let rank = below as f64 + (equals.len() as f64 + 1.0) / 2.0;
        ranks += rank * equals.iter().filter(|prediction| prediction.recalled).count() as f64;
        below += equals.len();
    }
    Some((ranks - recalled * (recalled + 1.0) / 2.0) / (recalled * forgotten))
}

/// What the parameters say of these answers, in the order given.
pub(crate) fn predict(parameters: &Parameters, histories: &[History], usable: &[Usable]) -> Vec<Prediction> {
    let mut of_card: BTreeMap<usize, Vec<Option<Prediction>>> = BTreeMap::new();
    usable
        .iter()
        .filter_map(|usable| {
            let card = of_card
                .entry(usable.card)
                .or_insert_with(|| predict_card(parameters, histories[usable.card].answers()));
            card[usable.number]
        })
        .collect()
}

/// What is foretold of each answer of a card; nothing of those of the same day.
fn predict_card(parameters: &Parameters, answers: &[fsrs::FSRSReview]) -> Vec<Option<Prediction>> {
    let item = FSRSItem { reviews: answers.to_vec() };
    let states = parameters
        .model()
        .historical_memory_states(item, None)
        .expect("finite parameters keep a memory finite");
    let before = std::iter::once(None).chain(states.into_iter().map(Some));
    let (mut nth, mut lapses) = (1, 0);
    answers
        .iter()
        .zip(before)
        .map(|(answer, before): (_, Option<MemoryState>)| {
            let memory = before.filter(|_| answer.delta_t > 0)?;
            nth += 1;
            let recalled = answer.rating > 1;
            let prediction = Prediction {
                recall: current_retrievability(memory, answer.delta_t as f32, parameters.decay()),
                recalled,
                days: answer.delta_t,
                nth,
                lapses,
            };
            lapses += u32::from(!recalled);
            Some(prediction)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn prediction(recall: f32, recalled: bool, days: u32, nth: u32, lapses: u32) -> Prediction {
        Prediction { recall, recalled, days, nth, lapses }
    }

    fn near(value: f64, expected: f64) {
        assert!((value - expected).abs() < 1e-6, "{value} is not {expected}");
    }

    /// By hand: -(ln 0.9 + ln 0.8 + ln 0.3 + ln 0.6) / 4 = (0.105361 + 0.223144 + 1.203973 + 0.510826) / 4.
    #[test]
    fn log_loss_is_the_mean_surprise() {
        let predictions = [
            prediction(0.9, true, 1, 2, 0),
            prediction(0.8, true, 1, 2, 0),
            prediction(0.7, false, 1, 2, 0),
            prediction(0.6, true, 1, 2, 0),
        ];
        near(Evaluation::of(&predictions).expect("some").log_loss, 0.510_825_8);
    }

    /// By hand: one bin has predicted 0.8 and true 1/2, weight 2; the other predicted 0.9 and true 1, weight 1:
    /// sqrt((2 * 0.09 + 0.01) / 3).
    #[test]
    fn rmse_is_over_bins() {
        let predictions =
            [prediction(0.9, true, 1, 2, 0), prediction(0.7, false, 1, 2, 0), prediction(0.9, true, 9, 3, 0)];
        near(Evaluation::of(&predictions).expect("some").rmse_bins, (0.19_f64 / 3.0).sqrt());
    }

    /// By hand: of the pairs (recalled, forgotten) 0.9 > 0.6, 0.6 = 0.6 (half), 0.9 > 0.3, 0.6 > 0.3: 3.5 of 4.
    #[test]
    fn auc_counts_pairs_in_the_right_order() {
        let predictions = [
            prediction(0.9, true, 1, 2, 0),
            prediction(0.6, true, 1, 2, 0),
            prediction(0.6, false, 1, 2, 0),
            prediction(0.3, false, 1, 2, 0),
        ];
        near(Evaluation::of(&predictions).expect("some").auc.expect("both outcomes"), 0.875);
        assert_eq!(Evaluation::of(&predictions[..2]).expect("some").auc, None);
    }

    /// By hand, from `utils.py`: 2.48 * 3.62^floor(log_3.62 days), 1.99 * 1.89^floor(log_1.89 nth),
    /// 1.65 * 1.73^floor(log_1.73 lapses).
    #[test]
    fn bins_are_those_of_the_benchmark() {
        let bins = [(1, 2, 0), (3, 2, 0), (4, 4, 1), (13, 7, 2), (14, 13, 3)]
            .map(|(days, nth, lapses)| prediction(0.9, true, days, nth, lapses).bin());
        assert_eq!(bins, [(248, 4, 0), (248, 4, 0), (898, 7, 2), (898, 13, 3), (3250, 25, 5)]);
    }

    #[test]
    fn retention_is_told_as_predicted_and_as_it_was() {
        let predictions = [prediction(0.9, true, 1, 2, 0), prediction(0.7, false, 1, 2, 0)];
        let evaluation = Evaluation::of(&predictions).expect("some");
        near(evaluation.predicted_retention, 0.8);
        near(evaluation.true_retention, 0.5);
    }

    #[test]
    fn a_wrong_certainty_costs_much_but_not_everything() {
        let certain = Evaluation::of(&[prediction(1.0, false, 1, 2, 0)]).expect("some");
        assert!(certain.log_loss.is_finite() && certain.log_loss > 10.0, "{certain:?}");
        assert_eq!(Evaluation::of(&[]), None);
    }
}

//! Parameters of a student's own, where they foretell better.

use std::collections::HashMap;

use fsrs::{ComputeParametersInput, compute_parameters};
use serde::{Deserialize, Serialize};

use crate::evaluate::predict;
use crate::history::{History, Usable};
use crate::{Evaluation, Parameters};

/// Usable answers ([`History::usable`]) from which on a student's own parameters are tried.
pub const TRAINING_MIN_ANSWERS: usize = 400;

/// Usable answers that are trained on at most, the latest: a school has more than its night has time for.
pub const TRAINING_MAX_ANSWERS: usize = 100_000;

/// Of all usable answers, one in so many, the latest, is held out to judge by.
const HELD_OUT: usize = 5;

/// What came of training.
#[derive(Clone, Debug, PartialEq)]
pub struct Training {
    /// What to use from now on.
    pub parameters: Parameters,
    /// Whether they are new: trained on these answers, and better. Otherwise they are what was in use.
    pub accepted: bool,
    /// Usable answers that there were, [`TRAINING_MAX_ANSWERS`] at most.
    pub usable: usize,
    /// What was measured on the latest fifth of the answers; absent when there were too few to try.
    pub held_out: Option<HeldOut>,
}

/// Measures on answers that training had not seen.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct HeldOut {
    /// Of the parameters trained on the answers before; absent when the optimiser found none.
    pub own: Option<Evaluation>,
    /// Of those that were in use.
    pub in_use: Evaluation,
}

/// Train on a student's histories, and keep the result only if it foretells better: from [`TRAINING_MIN_ANSWERS`] usable
/// answers on, parameters trained on the first four fifths are held against those in use (the student's own of before, the
/// school's; the defaults where there are neither) by log loss on the last fifth. When they are better, all answers train
/// the parameters that are used, under `version`. A version is never used twice for one student.
///
/// Parameters that were trained before have seen a part of what is held out. That speaks for them, so that new ones must be
/// better by more than chance.
///
/// A school's own parameters come from the same function, with the histories of all its students.
#[must_use]
pub fn train(histories: &[History], in_use: Option<&Parameters>, version: u32) -> Training {
    let all = Usable::in_order(histories);
    let usable = &all[all.len().saturating_sub(TRAINING_MAX_ANSWERS)..];
    let in_use = in_use.cloned().unwrap_or_default();
    let kept = Training { parameters: in_use.clone(), accepted: false, usable: usable.len(), held_out: None };
    if usable.len() < TRAINING_MIN_ANSWERS {
        return kept;
    }
    let (seen, unseen) = usable.split_at(usable.len() - usable.len() / HELD_OUT);
    let measure = |parameters: &Parameters| Evaluation::of(&predict(parameters, histories, unseen));
    let Some(before) = measure(&in_use) else { return kept };
    let own = fit(histories, seen, version).and_then(|own| measure(&own));
    let held_out = Some(HeldOut { own, in_use: before });
    let better = own.is_some_and(|own| own.log_loss < before.log_loss);
    match better.then(|| fit(histories, usable, version)).flatten() {
        Some(parameters) => Training { parameters, accepted: true, held_out, ..kept },
        None => Training { held_out, ..kept },
    }
}

/// Parameters from these answers, which are in order; none when the optimiser finds none that can be used.
///
/// `fsrs` panics on an item without a review on a later day; every usable answer is one.
pub(crate) fn fit(histories: &[History], usable: &[Usable], version: u32) -> Option<Parameters> {
    // The card of each answer: the optimiser walks each card once, not once an answer. Numbered as they come up, so that
    // the order of the histories does not count.
    let mut numbers = HashMap::new();
    let card_ids = usable.iter().map(|answer| {
        let next = i64::try_from(numbers.len()).unwrap_or(i64::MAX);
        *numbers.entry(answer.card).or_insert(next)
    });
    let input = ComputeParametersInput {
        card_ids: Some(card_ids.collect()),
        train_set: usable.iter().map(|answer| answer.item(histories)).collect(),
        ..ComputeParametersInput::default()
    };
    let weights = compute_parameters(input).ok()?;
    Parameters::trained(version, weights.try_into().ok()?).ok()
}

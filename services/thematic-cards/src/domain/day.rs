//! What a student did on one of their days, as numbers: for a calendar of days, for their pace, and for how well the
//! algorithm predicts.

use bson::{Document, doc};
use chrono::{DateTime, NaiveDate, Utc};
use events::thematic_cards::{CardKind, CardReviewUndone, CardReviewed, CardState};
use ids::TopicId;
use serde::Deserialize;
use std::collections::BTreeMap;

/// What an answer adds to its day, and takes from it when it is taken back.
#[derive(Clone, Debug, PartialEq)]
pub struct Added {
    /// The student's day.
    pub day: NaiveDate,
    topic: TopicId,
    kind: CardKind,
    correct: bool,
    practice: bool,
    introduced: bool,
    duration_ms: Option<i32>,
    recalled_when_due: Option<bool>,
    predicted: Option<f64>,
    mistakes: Vec<String>,
}

/// A prediction is never believed beyond this: the loss of a certain one that fails would have no bounds. As srs-benchmark
/// has it (open-spaced-repetition, `script.py`: clipped to 0.0001 and 0.9999).
const SUREST: f64 = 0.9999;

impl Added {
    /// What `answer` adds.
    pub fn by(answer: &CardReviewed) -> Self {
        Self {
            day: day_of(answer.study_day.as_deref(), answer.answered_at),
            topic: answer.topic_id,
            kind: answer.card_kind,
            correct: answer.correct,
            practice: answer.extra_practice,
            introduced: answer.state_before == CardState::New,
            duration_ms: answer.duration_ms,
            recalled_when_due: answer.recalled_when_due,
            predicted: answer.retrievability_before,
            mistakes: answer.mistakes.clone(),
        }
    }

    /// What the answer had added that is taken back.
    pub fn by_undone(answer: &CardReviewUndone) -> Self {
        Self {
            day: day_of(answer.study_day.as_deref(), answer.answered_at),
            topic: answer.topic_id,
            kind: answer.card_kind,
            correct: answer.correct,
            practice: answer.extra_practice,
            introduced: answer.state_before == CardState::New,
            duration_ms: answer.duration_ms,
            recalled_when_due: answer.recalled_when_due,
            predicted: answer.retrievability_before,
            mistakes: answer.mistakes.clone(),
        }
    }

    /// The counters and by how much they rise; `sign` is -1 where the answer is taken back.
    pub fn increments(&self, sign: i64) -> Document {
        let topic = format!("topics.{}", self.topic);
        let mut by = doc! {
            "answers": sign,
            format!("kinds.{}", self.kind): sign,
            format!("{topic}.answers"): sign,
        };
        let mut add = |name: String, condition: bool| {
            if condition {
                by.insert(name, sign);
            }
        };
        add("correct".to_owned(), self.correct);
        add("practice".to_owned(), self.practice);
        add("introduced".to_owned(), self.introduced && !self.practice);
        add("timed".to_owned(), self.duration_ms.is_some());
        add("due_answers".to_owned(), self.recalled_when_due.is_some());
        add("due_recalled".to_owned(), self.recalled_when_due == Some(true));
        add(format!("{topic}.due_answers"), self.recalled_when_due.is_some());
        add(format!("{topic}.due_recalled"), self.recalled_when_due == Some(true));
        if let Some(duration) = self.duration_ms {
            by.insert("duration_ms", sign * i64::from(duration));
        }
        if let Some((predicted, loss)) = self.prediction() {
            by.insert("predictions", sign);
            by.insert("predicted", sign as f64 * predicted);
            by.insert("log_loss", sign as f64 * loss);
        }
        for mistake in &self.mistakes {
            by.insert(format!("mistakes.{mistake}"), sign);
        }
        by
    }

    /// What was predicted of a learnt card that was due, and how much was lost by it: -ln of the chance that was given to
    /// what came.
    fn prediction(&self) -> Option<(f64, f64)> {
        let (recalled, predicted) = (self.recalled_when_due?, self.predicted?.clamp(1.0 - SUREST, SUREST));
        let chance = if recalled { predicted } else { 1.0 - predicted };
        Some((predicted, -chance.ln()))
    }
}

/// The day as it was told, or by the clock in Greenwich for answers of before days were told.
fn day_of(told: Option<&str>, answered_at: DateTime<Utc>) -> NaiveDate {
    told.and_then(|day| day.parse().ok()).unwrap_or_else(|| answered_at.date_naive())
}

/// The numbers of one or several days.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub struct Numbers {
    /// Answers in all.
    pub answers: i64,
    /// Right ones.
    pub correct: i64,
    /// Those of extra practice.
    pub practice: i64,
    /// Cards that were met for the first time.
    pub introduced: i64,
    /// Answers of which it is known how long they took.
    pub timed: i64,
    /// How long those took together.
    pub duration_ms: i64,
    /// Answers to learnt cards that were due.
    pub due_answers: i64,
    /// Those of them that were recalled.
    pub due_recalled: i64,
    /// Those of them that were predicted.
    pub predictions: i64,
    /// The sum of the predicted chances.
    pub predicted: f64,
    /// The sum of the losses.
    pub log_loss: f64,
    /// Answers by kind of card.
    pub kinds: BTreeMap<String, i64>,
    /// How often each kind of mistake was made.
    pub mistakes: BTreeMap<String, i64>,
    /// By topic.
    pub topics: BTreeMap<TopicId, TopicNumbers>,
}

/// The numbers of a topic.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct TopicNumbers {
    /// Answers in all.
    pub answers: i64,
    /// Answers to learnt cards that were due.
    pub due_answers: i64,
    /// Those of them that were recalled.
    pub due_recalled: i64,
}

impl TopicNumbers {
    /// The share of learnt, due cards that were recalled; none before there was one.
    pub fn true_retention(&self) -> Option<f64> {
        share(self.due_recalled as f64, self.due_answers)
    }
}

impl Numbers {
    /// The share of learnt, due cards that were recalled; none before there was one.
    pub fn true_retention(&self) -> Option<f64> {
        share(self.due_recalled as f64, self.due_answers)
    }

    /// The share that was predicted of them.
    pub fn predicted_retention(&self) -> Option<f64> {
        share(self.predicted, self.predictions)
    }

    /// The mean loss of the predictions; the lower the better.
    pub fn mean_log_loss(&self) -> Option<f64> {
        share(self.log_loss, self.predictions)
    }

    /// How long the answers took together, as far as clients told.
    pub fn minutes(&self) -> f64 {
        self.duration_ms as f64 / 60_000.0
    }

    /// Seconds that an answer takes.
    pub fn pace(&self) -> Option<f64> {
        share(self.duration_ms as f64 / 1000.0, self.timed)
    }
}

fn share(part: f64, whole: i64) -> Option<f64> {
    (whole > 0).then(|| part / whole as f64)
}

impl std::iter::Sum for Numbers {
    fn sum<I: Iterator<Item = Self>>(days: I) -> Self {
        days.fold(Self::default(), |mut sum, day| {
            sum.answers += day.answers;
            sum.correct += day.correct;
            sum.practice += day.practice;
            sum.introduced += day.introduced;
            sum.timed += day.timed;
            sum.duration_ms += day.duration_ms;
            sum.due_answers += day.due_answers;
            sum.due_recalled += day.due_recalled;
            sum.predictions += day.predictions;
            sum.predicted += day.predicted;
            sum.log_loss += day.log_loss;
            day.kinds.into_iter().for_each(|(kind, more)| *sum.kinds.entry(kind).or_default() += more);
            day.mistakes.into_iter().for_each(|(kind, more)| *sum.mistakes.entry(kind).or_default() += more);
            for (topic, more) in day.topics {
                let topic = sum.topics.entry(topic).or_default();
                topic.answers += more.answers;
                topic.due_answers += more.due_answers;
                topic.due_recalled += more.due_recalled;
            }
            sum
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    fn added(recalled_when_due: Option<bool>, predicted: f64) -> Added {
        Added {
            day: NaiveDate::from_ymd_opt(2026, 3, 2).expect("a day"),
            topic: TopicId::new(Uuid::from_u128(1)),
            kind: CardKind::Gap,
            correct: false,
            practice: false,
            introduced: false,
            duration_ms: Some(4000),
            recalled_when_due,
            predicted: Some(predicted),
            mistakes: vec!["article".into()],
        }
    }

    /// As the store adds: rises of counters that begin at nothing.
    fn kept(increments: &[Document]) -> Numbers {
        let mut day = Document::new();
        for (name, by) in increments.iter().flatten() {
            let mut place = &mut day;
            let (path, last) =
                name.rsplit_once('.').map_or((None, name.as_str()), |(path, last)| (Some(path), last));
            for part in path.into_iter().flat_map(|path| path.split('.')) {
                let inner = place.entry(part.to_owned()).or_insert_with(|| Document::new().into());
                place = inner.as_document_mut().expect("a document");
            }
            let before = place.get(last).cloned();
            let sum = match (before, by) {
                (Some(bson::Bson::Int64(one)), bson::Bson::Int64(other)) => bson::Bson::Int64(one + other),
                (Some(bson::Bson::Double(one)), bson::Bson::Double(other)) => bson::Bson::Double(one + other),
                (_, other) => other.clone(),
            };
            place.insert(last, sum);
        }
        bson::deserialize_from_document(day).expect("numbers")
    }

    #[test]
    fn a_sure_prediction_that_fails_costs_more() {
        let loss = |recalled, predicted| {
            kept(&[added(Some(recalled), predicted).increments(1)]).mean_log_loss().expect("a loss")
        };
        assert!((loss(true, 0.9) - 0.105_360_515).abs() < 1e-8, "-ln 0.9");
        assert!((loss(false, 0.9) - std::f64::consts::LN_10).abs() < 1e-9, "-ln 0.1");
        assert!(loss(false, 1.0).is_finite());
    }

    #[test]
    fn an_answer_that_was_not_due_tells_nothing_of_retention() {
        let numbers = kept(&[added(None, 0.9).increments(1)]);
        assert_eq!((numbers.predictions, numbers.true_retention()), (0, None));
        assert_eq!((numbers.answers, numbers.kinds["gap"], numbers.mistakes["article"]), (1, 1, 1));
    }

    #[test]
    fn what_is_taken_back_leaves_nothing() {
        let numbers = kept(&[added(Some(true), 0.8).increments(1), added(Some(true), 0.8).increments(-1)]);
        assert_eq!((numbers.answers, numbers.due_answers, numbers.duration_ms), (0, 0, 0));
        assert_eq!((numbers.predicted_retention(), numbers.log_loss), (None, 0.0));
        assert_eq!(numbers.topics[&TopicId::new(Uuid::from_u128(1))], TopicNumbers::default());
    }

    #[test]
    fn days_add_up() {
        let day = |recalled| kept(&[added(Some(recalled), 0.75).increments(1)]);
        let sum: Numbers = [day(true), day(false)].into_iter().sum();
        assert_eq!(
            (sum.true_retention(), sum.predicted_retention(), sum.pace()),
            (Some(0.5), Some(0.75), Some(4.0))
        );
        assert_eq!(sum.topics[&TopicId::new(Uuid::from_u128(1))].due_recalled, 1);
    }
}

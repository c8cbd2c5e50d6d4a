//! What others are told of a word. What a student typed stays here, unless it is taught.

use super::{OwnWord, Recognised, SCHEDULER};
use crate::domain::answer::{Outcome, Submission};
use chrono::{DateTime, Utc};
use events::{
    learning_cards::{WordAdded, WordAsk, WordGraduated, WordRemoved, WordReviewed, WordStage, WordStep},
    thematic_cards,
};
use scheduler::{
    Rating, Week,
    cohort::{self, Ask, Progress, Stage, Step},
};

impl OwnWord {
    pub(super) fn told_as_added(&self, recognised: &Recognised) -> WordAdded {
        WordAdded {
            user_id: self.student_id,
            word_id: self.id,
            lemma: self.told_lemma(recognised),
            part_of_speech: self.entry.part_of_speech,
            taught_word_ids: recognised.taught.clone(),
            source: self.source.kind,
            source_id: self.source.id.clone(),
            added_at: self.added_at,
        }
    }

    pub(super) fn told_as_removed(&self, recognised: &Recognised, now: DateTime<Utc>) -> WordRemoved {
        WordRemoved {
            user_id: self.student_id,
            word_id: self.id,
            lemma: self.told_lemma(recognised),
            part_of_speech: self.entry.part_of_speech,
            taught_word_ids: recognised.taught.clone(),
            merged_into_id: self.merged_into,
            removed_at: now,
        }
    }

    fn told_lemma(&self, recognised: &Recognised) -> Option<String> {
        (!recognised.taught.is_empty()).then(|| self.entry.lemma.clone())
    }

    pub(super) fn reviewed(
        &self,
        answer: &cohort::Answer,
        submission: &Submission,
        outcome: &Outcome,
        stage_before: Stage,
        recognised: &Recognised,
    ) -> WordReviewed {
        let mistakes = outcome.mistakes.iter().map(|one| one.mistake.kind.to_string());
        WordReviewed {
            user_id: self.student_id,
            review_id: answer.id,
            word_id: self.id,
            lemma: self.told_lemma(recognised),
            part_of_speech: self.entry.part_of_speech,
            taught_word_ids: recognised.taught.clone(),
            asked: ask_fact(answer.asked),
            rating: rating_fact(outcome.rating),
            correct: outcome.correct,
            self_rated: submission.is_self_rated(),
            mistakes: mistakes.collect(),
            step: step_fact(outcome.step),
            stage_before: stage_fact(stage_before),
            stage_after: stage_fact(self.progress.stage),
            cycles_passed: self.progress.passed.into(),
            lapses: count(self.progress.lapses),
            iso_week: answer.week().to_string(),
            duration_ms: submission.duration_ms.map(count),
            scheduler: SCHEDULER.to_owned(),
            answered_at: answer.at(),
            received_at: answer.received_at,
        }
    }

    pub(super) fn graduated_since(
        &self,
        before: &Progress,
        recognised: &Recognised,
    ) -> Option<WordGraduated> {
        let graduated_at = self.progress.graduated_at.filter(|at| before.graduated_at != Some(*at))?;
        Some(WordGraduated {
            user_id: self.student_id,
            word_id: self.id,
            lemma: self.told_lemma(recognised),
            part_of_speech: self.entry.part_of_speech,
            taught_word_ids: recognised.taught.clone(),
            iso_week: Week::of(graduated_at).to_string(),
            answers: count(self.progress.answers),
            lapses: count(self.progress.lapses),
            graduated_at,
        })
    }
}

const fn ask_fact(ask: Ask) -> WordAsk {
    match ask {
        Ask::See => WordAsk::See,
        Ask::Recall => WordAsk::Recall,
        Ask::Write => WordAsk::Write,
        Ask::Use => WordAsk::Use,
        Ask::Echo => WordAsk::Echo,
    }
}

const fn rating_fact(rating: Rating) -> thematic_cards::Rating {
    match rating {
        Rating::Again => thematic_cards::Rating::Again,
        Rating::Hard => thematic_cards::Rating::Hard,
        Rating::Good => thematic_cards::Rating::Good,
        Rating::Easy => thematic_cards::Rating::Easy,
    }
}

const fn step_fact(step: Step) -> WordStep {
    match step {
        Step::Practised => WordStep::Practised,
        Step::Returned => WordStep::Returned,
        Step::Passed(_) => WordStep::Passed,
        Step::Kept(_) => WordStep::Kept,
        Step::Graduated => WordStep::Graduated,
        Step::Echoed(_) => WordStep::Echoed,
        Step::Known => WordStep::Known,
        Step::Forgotten => WordStep::Forgotten,
        Step::SetAside => WordStep::SetAside,
    }
}

const fn stage_fact(stage: Stage) -> WordStage {
    match stage {
        Stage::Waiting => WordStage::Waiting,
        Stage::Learning => WordStage::Learning,
        Stage::Graduated => WordStage::Graduated,
        Stage::Known => WordStage::Known,
        Stage::Leech => WordStage::Leech,
    }
}

/// A count on the wire, where Avro has no unsigned numbers.
pub(crate) fn count(number: u32) -> i32 {
    i32::try_from(number).unwrap_or(i32::MAX)
}

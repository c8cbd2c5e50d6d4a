//! What is published of a card.

use super::{Answer, Answered, Card};
use crate::domain::student::written;
use chrono::{DateTime, Utc};
use events::{
    Level,
    thematic_cards::{self as facts, CardRescheduled, CardReviewUndone, CardReviewed, RescheduleCause},
};
use scheduler::{Phase, Rating, Transition, study_day};

impl Card {
    pub(super) fn reviewed(
        &self,
        answered: &Answered,
        transition: &Transition,
        level: Level,
    ) -> CardReviewed {
        let Answered { review, submission, outcome, told, .. } = answered;
        CardReviewed {
            user_id: self.student_id,
            review_id: review.id,
            card_id: self.id,
            card_kind: self.kind,
            word_id: self.word_id,
            topic_id: self.topic_id,
            level,
            study_session_id: submission.session_id,
            rating: rating_fact(outcome.rating),
            correct: outcome.correct,
            self_rated: matches!(submission.answer, Answer::SelfRated { .. }),
            answer_way: submission.answer.way(),
            extra_practice: submission.practice,
            mistakes: mistakes(answered),
            state_before: state_fact(told.phase_before),
            state_after: state_fact(self.state.phase),
            set_aside: outcome.set_aside,
            repetitions: count(self.state.reviews),
            lapses: count(self.state.lapses),
            recalled_when_due: told.recalled_when_due,
            retrievability_before: told.recall.map(f64::from),
            stability_days: self.state.memory.map(|memory| f64::from(memory.stability)),
            desired_retention: Some(written(self.state.basis.desired_retention)),
            duration_ms: submission.duration_ms.map(count),
            scheduler: format!("fsrs-6/{}", self.state.basis.parameters),
            study_day: Some(study_day(review.at(), review.zone).to_string()),
            answered_at: review.at(),
            received_at: review.received_at,
            previous_due_at: transition.before.due_at,
            due_at: outcome.due_at,
        }
    }

    pub(super) fn review_undone(
        &self,
        answered: &Answered,
        undone_at: DateTime<Utc>,
        level: Level,
    ) -> CardReviewUndone {
        let Answered { review, submission, outcome, told, .. } = answered;
        CardReviewUndone {
            user_id: self.student_id,
            review_id: review.id,
            card_id: self.id,
            card_kind: self.kind,
            word_id: self.word_id,
            topic_id: self.topic_id,
            level,
            correct: outcome.correct,
            mistakes: mistakes(answered),
            extra_practice: submission.practice,
            state_before: state_fact(told.phase_before),
            recalled_when_due: told.recalled_when_due,
            retrievability_before: told.recall.map(f64::from),
            duration_ms: submission.duration_ms.map(count),
            study_day: Some(study_day(review.at(), review.zone).to_string()),
            answered_at: review.at(),
            state_after: state_fact(self.state.phase),
            repetitions: count(self.state.reviews),
            lapses: count(self.state.lapses),
            due_at: self.ask_at(),
            undone_at,
        }
    }

    pub(super) fn rescheduled(&self, cause: RescheduleCause, at: DateTime<Utc>) -> CardRescheduled {
        CardRescheduled {
            user_id: self.student_id,
            card_id: self.id,
            card_kind: self.kind,
            word_id: self.word_id,
            topic_id: self.topic_id,
            cause,
            due_at: self.ask_at(),
            rescheduled_at: at,
        }
    }
}

fn mistakes(answered: &Answered) -> Vec<String> {
    answered.outcome.mistakes.iter().map(|mistake| mistake.kind.to_string()).collect()
}

const fn rating_fact(rating: Rating) -> facts::Rating {
    match rating {
        Rating::Again => facts::Rating::Again,
        Rating::Hard => facts::Rating::Hard,
        Rating::Good => facts::Rating::Good,
        Rating::Easy => facts::Rating::Easy,
    }
}

const fn state_fact(phase: Phase) -> facts::CardState {
    match phase {
        Phase::New => facts::CardState::New,
        Phase::Learning => facts::CardState::Learning,
        Phase::Review => facts::CardState::Review,
        Phase::Relearning => facts::CardState::Relearning,
    }
}

/// A count on the wire, where Avro has no unsigned numbers.
fn count(number: u32) -> i32 {
    i32::try_from(number).unwrap_or(i32::MAX)
}

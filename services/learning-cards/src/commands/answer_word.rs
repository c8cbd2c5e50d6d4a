//! A student answers a word. Both versions of the API end here.

use super::{Done, refused};
use crate::{
    App,
    domain::{
        answer::{Outcome, Submission},
        cohort::{Cohort, cohort_id, have_passed},
        word::OwnWord,
    },
    store,
};
use documents::{Filter, Look};
use ids::{ReviewId, UserId};
use scheduler::{
    Week,
    cohort::{Cycle, Progress, Step},
};
use web::{ApiError, ApiResult};

/// Takes an answer to a word that was looked at, once. What is answered to a word that another took over is answered to the
/// other ([`look_at_surviving`](super::merge_words::look_at_surviving)).
///
/// # Errors
/// 404 when the word is not there; 409 when the id belongs to another answer.
pub async fn answer(
    app: &App,
    look: Look<OwnWord>,
    review: ReviewId,
    submission: &Submission,
) -> ApiResult<Done<Outcome>> {
    let id = *look.id();
    let unknown = || ApiError::not_found("word", id);
    let word = look.found().ok_or_else(unknown)?;
    let recognised = store::words::recognised(&app.database, word).await?;
    let received_at = app.clock.now();
    let mut first_time = true;
    let word = app
        .words
        .change_from(look, |word: OwnWord| {
            first_time = word.outcome_of(review).is_none();
            word.answer(review, submission, &recognised, received_at)
        })
        .await
        .map_err(refused)?
        .ok_or_else(unknown)?;
    let answered = word.log.iter().find(|answered| answered.answer.id == review);
    let answered = answered
        .ok_or_else(|| ApiError::internal(anyhow::anyhow!("an answer that was taken is not there")))?;
    if first_time {
        complete_cycle(app, word.student_id, answered.answer.week(), answered.outcome.step).await?;
    }
    Ok(Done { first_time, answer: answered.outcome.clone() })
}

/// When a word has passed a cycle, it may have been the last of its week.
///
/// # Errors
/// The store.
pub async fn complete_cycle(app: &App, student: UserId, week: Week, step: Step) -> ApiResult<()> {
    let cycle = match step {
        Step::Passed(cycle) => cycle,
        Step::Graduated => Cycle::Use,
        _ => return Ok(()),
    };
    let id = cohort_id(student, week);
    let Some(cohort) = app.cohorts.get(id).await?.filter(|cohort| !cohort.completed.contains(&cycle)) else {
        return Ok(());
    };
    let standing = store::words::standing(&app.database, student, cohort.in_cycles()).await?;
    if have_passed(cycle, standing.into_iter().map(|(_, progress): (_, Progress)| progress)) {
        let now = app.clock.now();
        app.cohorts.change(id, Filter::any(), |cohort: Cohort| cohort.complete(cycle, now)).await?;
    }
    Ok(())
}

//! Two words of a student turn out to be one.

use super::{keep_word, refused};
use crate::{
    App,
    domain::{
        cohort::{Cohort, cohort_id},
        word::OwnWord,
    },
    store,
};
use documents::{Filter, Stored};
use ids::{OwnWordId, UserId};
use scheduler::Week;
use web::{ApiError, ApiResult};

/// Words that took one another over, one behind the other, are followed so far.
const LONGEST_CHAIN: usize = 16;

/// `kept` takes over `other`: its sentences, its answers, and what `kept` lacks. Repeatable, and what was cut off is finished
/// by a repeat: first the other word stands still, then all of it is taken over.
///
/// # Errors
/// 404 when one of them is not there; 409 when a third word took one of them over.
pub async fn merge(
    app: &App,
    student: UserId,
    kept: OwnWordId,
    other: OwnWordId,
) -> ApiResult<Stored<OwnWord>> {
    let word = keep_word::find_kept(app, student, kept).await?;
    let gone = keep_word::find(app, student, other).await?;
    if gone.removed && gone.merged_into.is_none() {
        return Err(ApiError::not_found("word", other));
    }
    let now = app.clock.now();
    let owned = || Filter::eq("student_id", student);
    let recognised = store::words::recognised(&app.database, &gone).await?;
    let rule = |gone: OwnWord| gone.merge_into(kept, &recognised, now);
    let gone = app.words.change(other, owned(), rule).await.map_err(refused)?;
    let gone = gone.ok_or_else(|| ApiError::not_found("word", other))?;
    bus::failpoint::step("learning.word.merged");
    let recognised = store::words::recognised(&app.database, &word).await?;
    let rule = |word: OwnWord| word.absorb(&gone, &recognised, now);
    let word = app.words.change(kept, owned(), rule).await.map_err(refused)?;
    let word = word.ok_or_else(|| ApiError::not_found("word", kept))?;
    let week = cohort_id(student, Week::of(now));
    app.cohorts.change(week, Filter::any(), |cohort: Cohort| cohort.replace(other, kept)).await?;
    Ok(word)
}

/// The word, or the one that took it over.
///
/// # Errors
/// 404 when there is none.
pub async fn surviving(app: &App, student: UserId, id: OwnWordId) -> ApiResult<Stored<OwnWord>> {
    let mut word = keep_word::find(app, student, id).await?;
    for _ in 0..LONGEST_CHAIN {
        let Some(next) = word.merged_into else { break };
        word = keep_word::find(app, student, next).await?;
    }
    Ok(word)
}

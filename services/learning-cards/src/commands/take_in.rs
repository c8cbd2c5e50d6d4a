//! A student does not wait for Monday with a word.

use super::{keep_word, open_week, refused};
use crate::{
    App,
    domain::{
        cohort::Cohort,
        word::{OwnWord, Refusal},
    },
    store,
};
use documents::{ChangeError, Filter, Stored};
use ids::{OwnWordId, UserId};
use scheduler::{Week, cohort::Stage, day_start, study_day};
use web::{ApiError, ApiResult};

/// Takes the word into the present week of `student`. Repeatable.
///
/// # Errors
/// 404 when there is no such word; 409 when the week is full, or the word is not waiting.
pub async fn take_in(app: &App, student: UserId, id: OwnWordId) -> ApiResult<Stored<Cohort>> {
    let word = keep_word::find_kept(app, student, id).await?;
    let unknown = || ApiError::not_found("word", id);
    let cohort = open_week::present(app, student).await?.ok_or_else(unknown)?;
    if cohort.has(id) {
        return Ok(cohort);
    }
    if word.progress.stage != Stage::Waiting {
        return Err(refused(ChangeError::Rule(Refusal::NotWaiting)));
    }
    if open_week::room(app, &cohort).await? == 0 {
        return Err(ApiError::conflict(
            "cohort-full",
            "This week holds as many words as you want of one. It waits for Monday.",
        ));
    }
    let zone = store::students::enrol(&app.students, student).await?.settings.zone;
    let now = app.clock.now();
    let today = study_day(now, zone);
    let (from, at) = (today, day_start(today, zone).max(cohort.week.begins_at()));
    let week = Week::of(now);
    app.cohorts.change(cohort.id, Filter::any(), |cohort: Cohort| cohort.take_in(id)).await?;
    bus::failpoint::step("learning.week.taken_in");
    app.words.change(id, Filter::any(), |word: OwnWord| word.enter(week, from, at, now)).await?;
    open_week::present(app, student).await?.ok_or_else(unknown)
}

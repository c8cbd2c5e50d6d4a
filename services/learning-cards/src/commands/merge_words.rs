//! Two words of a student turn out to be one.

use super::{keep_word, refused};
use crate::{
    App,
    domain::{
        cohort::{Cohort, cohort_id},
        word::{OwnWord, Refusal},
    },
    store,
};
use boot::CancellationToken;
use chrono::TimeDelta;
use documents::{ChangeError, Filter, Listing, Look, MAX_SLICE, Stored};
use ids::{OwnWordId, UserId};
use scheduler::Week;
use std::time::Duration;
use tokio::time::sleep;
use web::{ApiError, ApiResult};

/// Words that took one another over, one behind the other, are followed so far.
const LONGEST_CHAIN: usize = 16;
/// A merge that is under way is left to whoever asked for it: longer than a request may take.
const CUT_OFF: TimeDelta = TimeDelta::seconds(30);
/// Time between two looks for merges that were cut off.
const EVERY: Duration = Duration::from_secs(30);

/// Who says that two words are one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sameness {
    /// They do: they have one lemma, and their kinds do not contradict each other.
    Shown,
    /// The student does, whatever they look like.
    Said,
}

/// `kept` takes over `other`: its sentences, its answers, and what `kept` lacks. Repeatable: first the other word stands
/// still, then all of it is taken over. What is cut off between the two is finished by a repeat, or by [`run`].
///
/// # Errors
/// 404 when one of them is not there; 409 when they do not seem to be one and nobody says so, or a third word took one of
/// them over.
pub async fn merge(
    app: &App,
    student: UserId,
    kept: OwnWordId,
    other: OwnWordId,
    sameness: Sameness,
) -> ApiResult<Stored<OwnWord>> {
    let word = keep_word::find_kept(app, student, kept).await?;
    let gone = keep_word::find(app, student, other).await?;
    if gone.removed && gone.merged_into.is_none() {
        return Err(ApiError::not_found("word", other));
    }
    if sameness == Sameness::Shown && gone.merged_into.is_none() && !word.seems_same(&gone) {
        return Err(refused(ChangeError::Rule(Refusal::NotTheSame)));
    }
    let now = app.clock.now();
    let recognised = store::words::recognised(&app.database, &gone).await?;
    let rule = |gone: OwnWord| gone.merge_into(kept, &recognised, now);
    let gone = app.words.change(other, Filter::eq("student_id", student), rule).await.map_err(refused)?;
    let gone = gone.ok_or_else(|| ApiError::not_found("word", other))?;
    bus::failpoint::step("learning.word.merged");
    hand_over(app, &gone, kept).await
}

/// The second half: the word that stays gets all of the one that stands still.
async fn hand_over(app: &App, gone: &OwnWord, kept: OwnWordId) -> ApiResult<Stored<OwnWord>> {
    let (student, now) = (gone.student_id, app.clock.now());
    let owned = || Filter::eq("student_id", student);
    let mut word = keep_word::find(app, student, kept).await?;
    // A third word took the one that stays over in the meantime.
    if word.merged_into.is_some_and(|third| third != gone.id) {
        word = surviving(app, student, kept).await?;
    }
    let heir = word.id;
    let recognised = store::words::recognised(&app.database, &word).await?;
    let rule = |word: OwnWord| word.absorb(gone, &recognised, now);
    let word = app.words.change(heir, owned(), rule).await.map_err(refused)?;
    let word = word.ok_or_else(|| ApiError::not_found("word", heir))?;
    let week = cohort_id(student, Week::of(now));
    app.cohorts.change(week, Filter::any(), |cohort: Cohort| cohort.replace(gone.id, heir)).await?;
    app.words.change(gone.id, owned(), |gone: OwnWord| gone.hand_over(kept, now)).await?;
    Ok(word)
}

/// The word, or the one that took it over.
///
/// # Errors
/// 404 when there is none.
pub async fn surviving(app: &App, student: UserId, id: OwnWordId) -> ApiResult<Stored<OwnWord>> {
    let look = look_at_surviving(app, student, id).await?;
    let id = *look.id();
    look.into_stored().ok_or_else(|| ApiError::not_found("word", id))
}

/// A look at the word, or at the one that took it over, for a change of it.
///
/// # Errors
/// The store. A word that is not there is found out by whoever changes it.
pub async fn look_at_surviving(app: &App, student: UserId, id: OwnWordId) -> ApiResult<Look<OwnWord>> {
    let owned = || Filter::eq("student_id", student);
    let mut look = app.words.look(id, owned()).await?;
    for _ in 0..LONGEST_CHAIN {
        let Some(next) = look.found().and_then(|word| word.merged_into) else { break };
        look = app.words.look(next, owned()).await?;
    }
    Ok(look)
}

/// Finishes merges that were cut off between their two halves, and says how many.
///
/// # Errors
/// The store.
pub async fn finish_merges(app: &App) -> ApiResult<u64> {
    let until = documents::instant::bson(app.clock.now() - CUT_OFF);
    let cut_off = Filter::eq("handed_over", false)
        .and(bson::doc! { "merged_into": { "$exists": true }, "changed_at": { "$lte": until } });
    let mut finished = 0;
    let mut after = None;
    loop {
        let listing = Listing::of(cut_off.clone()).ascending("changed_at").after(after).limit(MAX_SLICE);
        let slice = app.words.list(listing).await?;
        for gone in slice.items {
            let Some(kept) = gone.merged_into else { continue };
            match hand_over(app, &gone, kept).await {
                Ok(_) => finished += 1,
                Err(error @ ApiError::Unavailable { .. }) => return Err(error),
                Err(error) => {
                    let message = format!("{:#}", anyhow::Error::new(error));
                    tracing::warn!(word.id = %gone.id, error.message = message, "a merge was not finished");
                }
            }
        }
        after = slice.next;
        if after.is_none() {
            return Ok(finished);
        }
    }
}

/// Looks for merges that were cut off until `stop`.
///
/// # Errors
/// None: a store that is down is waited for.
pub async fn run(app: App, stop: CancellationToken) -> anyhow::Result<()> {
    let work = || async {
        let merges = finish_merges(&app).await?;
        if merges > 0 {
            tracing::info!(merges, "merges that were cut off were finished");
        }
        anyhow::Ok(())
    };
    boot::repeat(stop, "merges that were cut off wait", || sleep(EVERY), work).await
}

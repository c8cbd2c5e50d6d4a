//! A student says which words come first.

use super::{keep_word, refused};
use crate::{
    App,
    domain::word::{OwnWord, Refusal},
    store,
};
use documents::{ChangeError, Stored};
use ids::{OwnWordId, UserId};
use scheduler::cohort::Stage;
use web::{ApiError, ApiResult};

/// A place in the queue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// The next Monday takes it first.
    First,
    /// Behind all others.
    Last,
    /// Right before this word.
    Before(OwnWordId),
}

/// Puts the word there. Repeatable.
///
/// # Errors
/// 404 when there is no such word; 409 when it, or the one that it is put before, does not wait.
pub async fn put(app: &App, student: UserId, id: OwnWordId, place: Place) -> ApiResult<Stored<OwnWord>> {
    let word = keep_word::find_kept(app, student, id).await?;
    let rank = match place {
        Place::First => Some(store::words::rank_at_the_head(&app.database, student, id).await?),
        Place::Last => Some(store::words::rank_at_the_tail(&app.database, student, id).await?),
        Place::Before(next) if next == id => None,
        Place::Before(next) => {
            let next = keep_word::find_kept(app, student, next).await?;
            if next.progress.stage != Stage::Waiting {
                return Err(refused(ChangeError::Rule(Refusal::NotWaiting)));
            }
            let now = app.clock.now();
            Some(store::words::rank_before(&app.database, student, &next, id, now).await?)
        }
    };
    let Some(rank) = rank else { return Ok(word) };
    let now = app.clock.now();
    let rule = |word: OwnWord| word.rank(rank, now);
    let word = app.words.change(id, store::words::kept(student), rule).await.map_err(refused)?;
    word.ok_or_else(|| ApiError::not_found("word", id))
}

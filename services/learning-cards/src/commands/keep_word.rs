//! A word comes to the dictionary, changes, goes, and is taken back.

use super::{Done, refused};
use crate::{
    App,
    domain::{
        context::Context,
        word::{Edit, NewWord, OwnWord},
    },
    store,
};
use documents::{Change, Created, Error, Filter, Fingerprint, Stored};
use ids::{OwnWordId, UserId, WordContextId};
use web::{ApiError, ApiResult, IfMatch};

/// Adds a word, or gives the one that was added under this id.
///
/// # Errors
/// 409 when the id belongs to another word.
pub async fn add(app: &App, word: NewWord) -> ApiResult<Done<Stored<OwnWord>>> {
    store::students::enrol(&app.students, word.student_id).await?;
    let request = Fingerprint::of(&word.as_asked_for())?;
    let word = word.into_word(app.clock.now()).located(&app.lexicon);
    let recognised = store::words::recognised(&app.database, &word).await?;
    match app.words.create(request, || word.added(&recognised)).await {
        Ok(Created::Now(answer)) => Ok(Done { first_time: true, answer }),
        Ok(Created::Before(answer)) => Ok(Done { first_time: false, answer }),
        Err(Error::Taken { .. }) => {
            Err(ApiError::conflict("id-taken", "This word id belongs to another word."))
        }
        Err(error) => Err(error.into()),
    }
}

/// A word of `student`, removed or not.
///
/// # Errors
/// 404 when there is none.
pub async fn find(app: &App, student: UserId, id: OwnWordId) -> ApiResult<Stored<OwnWord>> {
    let word = app.words.get_owned(id, Filter::eq("student_id", student)).await?;
    word.ok_or_else(|| ApiError::not_found("word", id))
}

/// A word of `student` that is not removed.
///
/// # Errors
/// 404 when there is none.
pub async fn find_kept(app: &App, student: UserId, id: OwnWordId) -> ApiResult<Stored<OwnWord>> {
    let word = app.words.get_owned(id, store::words::kept(student)).await?;
    word.ok_or_else(|| ApiError::not_found("word", id))
}

/// Changes a word that is as `seen` says.
///
/// # Errors
/// 404 when there is none; 409 when it has too many tags; 412 when it is another by now.
pub async fn edit(
    app: &App,
    student: UserId,
    id: OwnWordId,
    seen: &IfMatch,
    edit: &Edit,
) -> ApiResult<Stored<OwnWord>> {
    let now = app.clock.now();
    let rule = |word: OwnWord| {
        let stamp = word.stamps.next(now);
        word.edit(edit, stamp, now)
    };
    let is_seen = |rev| seen.check(rev).is_ok();
    let word = app.words.change_if(id, store::words::kept(student), is_seen, rule).await.map_err(refused)?;
    word.ok_or_else(|| ApiError::not_found("word", id))
}

/// Removes a word. Repeatable.
///
/// # Errors
/// 404 when there never was one.
pub async fn remove(app: &App, student: UserId, id: OwnWordId) -> ApiResult<()> {
    let now = app.clock.now();
    let word = find(app, student, id).await?;
    let recognised = store::words::recognised(&app.database, &word).await?;
    let rule = |word: OwnWord| {
        if word.removed {
            return Change::none(word);
        }
        let stamp = word.stamps.next(now);
        word.remove(stamp, &recognised, now)
    };
    app.words.change(id, Filter::eq("student_id", student), rule).await?;
    Ok(())
}

/// Takes a word back that was removed. Repeatable.
///
/// # Errors
/// 404 when there is none any more; 409 when another word took it over.
pub async fn restore(app: &App, student: UserId, id: OwnWordId) -> ApiResult<Stored<OwnWord>> {
    let now = app.clock.now();
    let word = find(app, student, id).await?;
    let recognised = store::words::recognised(&app.database, &word).await?;
    let rule = |word: OwnWord| {
        if !word.removed {
            return Ok(Change::none(word));
        }
        let stamp = word.stamps.next(now);
        word.restore(stamp, &recognised, now)
    };
    let word = app.words.change(id, Filter::eq("student_id", student), rule).await.map_err(refused)?;
    word.ok_or_else(|| ApiError::not_found("word", id))
}

/// The word was met in another sentence. Repeatable.
///
/// # Errors
/// 404 when there is no such word; 409 when it has as many sentences as it may, or the id belongs to another sentence.
pub async fn meet(
    app: &App,
    student: UserId,
    id: OwnWordId,
    context: &Context,
) -> ApiResult<Done<Stored<OwnWord>>> {
    let now = app.clock.now();
    let mut first_time = true;
    let rule = |word: OwnWord| {
        first_time = word.contexts.iter().all(|known| known.id != context.id);
        let sentence = context.sentence.clone().located(&word.entry, &app.lexicon);
        word.meet(&Context { sentence, ..context.clone() }, now)
    };
    let word = app.words.change(id, store::words::kept(student), rule).await.map_err(refused)?;
    let answer = word.ok_or_else(|| ApiError::not_found("word", id))?;
    Ok(Done { first_time, answer })
}

/// A sentence of the word goes. Repeatable.
///
/// # Errors
/// 404 when there is no such word.
pub async fn drop_context(
    app: &App,
    student: UserId,
    id: OwnWordId,
    context: WordContextId,
) -> ApiResult<Stored<OwnWord>> {
    let now = app.clock.now();
    let rule = |word: OwnWord| word.drop_context(context, now);
    let word = app.words.change(id, store::words::kept(student), rule).await?;
    word.ok_or_else(|| ApiError::not_found("word", id))
}

/// A word that was set aside waits in the queue again. Repeatable, and nothing to any other word.
///
/// # Errors
/// 404 when there is no such word.
pub async fn bring_back(app: &App, student: UserId, id: OwnWordId) -> ApiResult<Stored<OwnWord>> {
    let now = app.clock.now();
    let rule = |word: OwnWord| word.bring_back(now, now);
    let word = app.words.change(id, store::words::kept(student), rule).await?;
    word.ok_or_else(|| ApiError::not_found("word", id))
}

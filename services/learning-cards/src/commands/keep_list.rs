//! A student's own list is made, renamed, filled, and goes.

use super::{Done, refused};
use crate::{
    App,
    domain::{
        list::{MOST_LISTS, WordList},
        word::{Edit, OwnWord},
    },
    store,
};
use documents::{Aggregate, Change, Created, Documents, Error, Filter, Fingerprint, Stored};
use futures::{StreamExt, TryStreamExt, stream};
use ids::{OwnWordId, UserId, WordListId};
use std::collections::BTreeMap;
use web::{ApiError, ApiResult, IfMatch};

/// Words that are written at once.
const AT_ONCE: usize = 8;

/// Lists of `student` that are not removed.
pub fn kept(student: UserId) -> Filter {
    Filter::eq("student_id", student).and_eq("removed", false)
}

/// Makes a list, or gives the one that was made under this id.
///
/// # Errors
/// 409 when the id belongs to another list, or there are as many as there may be.
pub async fn make(app: &App, list: WordList) -> ApiResult<Done<Stored<WordList>>> {
    let request = Fingerprint::of(&(list.student_id, &list.name))?;
    create(&app.lists, request, kept(list.student_id), list).await
}

/// Keeps a list beside the `others` of its owner, whoever that is.
pub(super) async fn create<L: Aggregate<Id = WordListId>>(
    lists: &Documents<L>,
    request: Fingerprint,
    others: Filter,
    list: L,
) -> ApiResult<Done<Stored<L>>> {
    if lists.get(list.id()).await?.is_none() && lists.count(others).await? >= MOST_LISTS {
        return Err(ApiError::conflict(
            "too-many-lists",
            format!("At most {MOST_LISTS} lists can be kept. Remove one first."),
        ));
    }
    match lists.create(request, || Change::of(list)).await {
        Ok(Created::Now(answer)) => Ok(Done { first_time: true, answer }),
        Ok(Created::Before(answer)) => Ok(Done { first_time: false, answer }),
        Err(Error::Taken { .. }) => {
            Err(ApiError::conflict("id-taken", "This list id belongs to another list."))
        }
        Err(error) => Err(error.into()),
    }
}

/// A list of `student`.
///
/// # Errors
/// 404 when there is none.
pub async fn find(app: &App, student: UserId, id: WordListId) -> ApiResult<Stored<WordList>> {
    let list = app.lists.get_owned(id, kept(student)).await?;
    list.ok_or_else(|| ApiError::not_found("list", id))
}

/// Renames a list that is as `seen` says.
///
/// # Errors
/// 404 when there is none; 412 when it is another by now.
pub async fn rename(
    app: &App,
    student: UserId,
    id: WordListId,
    seen: &IfMatch,
    name: &str,
) -> ApiResult<Stored<WordList>> {
    let is_seen = |rev| seen.check(rev).is_ok();
    let rule = |list: WordList| list.rename(name);
    let list = app.lists.change_if(id, kept(student), is_seen, rule).await?;
    list.ok_or_else(|| ApiError::not_found("list", id))
}

/// Removes a list, and takes its words out of it; they stay in the dictionary. Repeatable.
///
/// # Errors
/// 404 when there never was one.
pub async fn remove(app: &App, student: UserId, id: WordListId) -> ApiResult<()> {
    let list = app.lists.change(id, Filter::eq("student_id", student), WordList::remove).await?;
    list.ok_or_else(|| ApiError::not_found("list", id))?;
    bus::failpoint::step("learning.list.removed");
    Ok(store::lists::empty(&app.database, student, id, app.clock.now()).await?)
}

/// Puts words into a list. Repeatable.
///
/// # Errors
/// 404 when there is no such list, or not all of the words are there; 409 when one of them is in as many lists as it may.
pub async fn put_in(app: &App, student: UserId, id: WordListId, words: Vec<OwnWordId>) -> ApiResult<()> {
    find(app, student, id).await?;
    let known = store::lists::kept_among(&app.database, student, &words).await?;
    if known < words.len() as u64 {
        return Err(ApiError::not_found("word", "of this request"));
    }
    let put = words.into_iter().map(|word| set(app, student, word, id, true));
    stream::iter(put).buffer_unordered(AT_ONCE).try_collect().await
}

/// Takes a word out of a list. Repeatable.
///
/// # Errors
/// 404 when one of them is not there.
pub async fn take_out(app: &App, student: UserId, id: WordListId, word: OwnWordId) -> ApiResult<()> {
    find(app, student, id).await?;
    set(app, student, word, id, false).await
}

/// Says whether a word is in a list.
pub(super) async fn set(
    app: &App,
    student: UserId,
    word: OwnWordId,
    list: WordListId,
    is_in: bool,
) -> ApiResult<()> {
    let now = app.clock.now();
    let edit = Edit { lists: BTreeMap::from([(list, is_in)]), ..Edit::default() };
    let rule = |word: OwnWord| {
        if word.lists.contains(&list) == is_in {
            return Ok(Change::none(word));
        }
        let stamp = word.stamps.next(now);
        word.edit(&edit, stamp, now)
    };
    let changed = app.words.change(word, store::words::kept(student), rule).await.map_err(refused)?;
    changed.map(drop).ok_or_else(|| ApiError::not_found("word", word))
}

//! A teacher shares a list with their students.

use super::{Done, keep_list::create};
use crate::{
    App,
    domain::shared_list::{SharedList, SharedListEdit, SharedWord},
};
use documents::{Filter, Fingerprint, Stored};
use ids::{UserId, WordListId};
use web::{ApiError, ApiResult, IfMatch};

/// Lists of `teacher` that are not removed.
pub fn shared_by(teacher: UserId) -> Filter {
    Filter::eq("teacher_id", teacher).and_eq("removed", false)
}

/// Shares a list, or gives the one that was shared under this id.
///
/// # Errors
/// 409 when the id belongs to another list, or there are as many as there may be.
pub async fn share(app: &App, list: SharedList) -> ApiResult<Done<Stored<SharedList>>> {
    let words: Vec<_> = list.words.iter().map(SharedWord::as_asked_for).collect();
    let request = Fingerprint::of(&(list.teacher_id, &list.name, words, &list.student_ids))?;
    create(&app.shared_lists, request, shared_by(list.teacher_id), list).await
}

/// A list that `teacher` shares.
///
/// # Errors
/// 404 when there is none.
pub async fn find(app: &App, teacher: UserId, id: WordListId) -> ApiResult<Stored<SharedList>> {
    let list = app.shared_lists.get_owned(id, shared_by(teacher)).await?;
    list.ok_or_else(|| ApiError::not_found("list", id))
}

/// Changes a list that is as `seen` says.
///
/// # Errors
/// 404 when there is none; 412 when it is another by now.
pub async fn change(
    app: &App,
    teacher: UserId,
    id: WordListId,
    seen: &IfMatch,
    edit: &SharedListEdit,
) -> ApiResult<Stored<SharedList>> {
    let now = app.clock.now();
    let is_seen = |rev| seen.check(rev).is_ok();
    let rule = |list: SharedList| list.change(edit, now);
    let list = app.shared_lists.change_if(id, shared_by(teacher), is_seen, rule).await?;
    list.ok_or_else(|| ApiError::not_found("list", id))
}

/// Shares a list no more. What students took over stays theirs. Repeatable.
///
/// # Errors
/// 404 when there never was one.
pub async fn remove(app: &App, teacher: UserId, id: WordListId) -> ApiResult<()> {
    let now = app.clock.now();
    let rule = |list: SharedList| list.remove(now);
    let list = app.shared_lists.change(id, Filter::eq("teacher_id", teacher), rule).await?;
    list.map(drop).ok_or_else(|| ApiError::not_found("list", id))
}

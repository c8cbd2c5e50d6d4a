//! A student takes over the words of a list that a teacher of theirs shares.

use super::keep_list;
use crate::{
    App,
    domain::{
        list::{WordList, taken_list_id},
        shared_list::{MOST_SHARED, SharedList, SharedWord},
        word::OwnWord,
    },
    store::{self, words::Known},
};
use bson::doc;
use documents::{Change, Error, Filter, Fingerprint, Stored};
use futures::{StreamExt, TryStreamExt, stream};
use ids::{UserId, WordListId};
use std::collections::HashMap;
use web::{ApiError, ApiResult};

/// Words that are written at once.
const AT_ONCE: usize = 8;

/// What came of it.
#[derive(Debug)]
pub struct TakenOver {
    /// The student's own list.
    pub list: Stored<WordList>,
    /// Words that came to the dictionary now.
    pub added: u32,
    /// Words that were there before, and are in the list.
    pub known: u32,
    /// Words that the student took over before and has removed: they stay so.
    pub left_out: u32,
}

/// Lists that are offered to `student`: those that their teachers share with all their students, or with this one by name.
///
/// # Errors
/// The store.
pub async fn offered(app: &App, student: UserId) -> ApiResult<Filter> {
    let teachers = teaching::teachers_of(&app.database, student).await?;
    let by_name = doc! { "$or": [
        { "student_ids": { "$exists": false } },
        { "student_ids": student.to_string() },
    ] };
    Ok(Filter::eq("removed", false).and_in("teacher_id", &teachers).and(by_name))
}

/// A list that is offered to `student`.
///
/// # Errors
/// 404 when there is none.
pub async fn find(app: &App, student: UserId, id: WordListId) -> ApiResult<Stored<SharedList>> {
    let list = app.shared_lists.get_owned(id, offered(app, student).await?).await?;
    list.ok_or_else(|| ApiError::not_found("list", id))
}

/// Takes over all words of a list. A word that the dictionary has is put into the student's own list as it is; one that was
/// taken over and removed stays removed.
///
/// Repeatable: ids follow from student, list and word. What is cut off is finished by a repeat, and words that the teacher
/// added meanwhile come with it.
///
/// # Errors
/// 404 when no teacher of the student shares the list with them; 409 when there are as many own lists as there may be, or a word is in
/// as many as it may.
pub async fn take_over(app: &App, student: UserId, id: WordListId) -> ApiResult<TakenOver> {
    let shared = find(app, student, id).await?;
    let list = own_list(app, student, &shared).await?;
    store::students::enrol(&app.students, student).await?;
    let keys: Vec<String> = shared.words.iter().map(|word| word.entry.key()).collect();
    let mut known: HashMap<String, Vec<Known>> = HashMap::new();
    for word in store::words::known(&app.database, student, &keys).await? {
        known.entry(word.key.clone()).or_default().push(word);
    }
    let words = shared.into_state().words;
    let taken = (0..).zip(words).map(|(place, word)| take(app, student, id, place, word, &known));
    let steps: Vec<Took> = stream::iter(taken).buffer_unordered(AT_ONCE).try_collect().await?;
    let count =
        |what: Took| u32::try_from(steps.iter().filter(|took| **took == what).count()).unwrap_or(u32::MAX);
    Ok(TakenOver {
        list,
        added: count(Took::Added),
        known: count(Took::Known),
        left_out: count(Took::LeftOut),
    })
}

/// The student's own list of it, which may have been removed since.
async fn own_list(app: &App, student: UserId, shared: &SharedList) -> ApiResult<Stored<WordList>> {
    let id = taken_list_id(student, shared.id);
    if let Some(list) = app.lists.change(id, Filter::any(), WordList::take_again).await? {
        return Ok(list);
    }
    let list = WordList {
        taken_from: Some(shared.id),
        ..WordList::new(id, student, shared.name.clone(), app.clock.now())
    };
    Ok(keep_list::make(app, list).await?.answer)
}

/// What came of one word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Took {
    Added,
    Known,
    LeftOut,
}

async fn take(
    app: &App,
    student: UserId,
    shared: WordListId,
    place: i64,
    word: SharedWord,
    known: &HashMap<String, Vec<Known>>,
) -> ApiResult<Took> {
    let id = word.own_id(student, shared);
    let before = app.words.get(id).await?;
    if before.as_ref().is_some_and(|before| before.removed && before.merged_into.is_none()) {
        return Ok(Took::LeftOut);
    }
    let is_same = |one: &&Known| one.entry.is_kind(word.entry.part_of_speech);
    let there = match before {
        Some(_) => Some(super::merge_words::surviving(app, student, id).await?.id),
        None => known.get(&word.entry.key()).and_then(|same| same.iter().find(is_same)).map(|one| one.id),
    };
    let Some(there) = there else { return add(app, student, shared, place, &word).await };
    keep_list::set(app, student, there, taken_list_id(student, shared), true).await?;
    Ok(Took::Known)
}

/// Adds a word, once. Those of a list wait in its order, before what waits already.
async fn add(
    app: &App,
    student: UserId,
    shared: WordListId,
    place: i64,
    word: &SharedWord,
) -> ApiResult<Took> {
    let new = word.taken_over(student, shared);
    let request = Fingerprint::of(&new.as_asked_for())?;
    let mut own: OwnWord = new.into_word(app.clock.now()).located(&app.lexicon);
    own.rank = own.rank.saturating_add(place - MOST_SHARED as i64);
    let recognised = store::words::recognised(&app.database, &own).await?;
    let outcome = app.words.create(request, || -> Change<OwnWord> { own.added(&recognised) }).await;
    bus::failpoint::step("learning.list.word");
    match outcome {
        Ok(_) => Ok(Took::Added),
        // Another request of the student took it over meanwhile, as the teacher had it before or since.
        Err(Error::Taken { .. }) => Ok(Took::Known),
        Err(error) => Err(error.into()),
    }
}

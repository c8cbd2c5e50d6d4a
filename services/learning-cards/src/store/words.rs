//! The words of a student.

use crate::domain::{
    entry::Entry,
    word::{OwnWord, Recognised},
};
use anyhow::Context as _;
use bson::{Bson, Document, doc};
use chrono::{DateTime, Utc};
use documents::{Aggregate, Documents, Error, Filter, Listing, MAX_SLICE, Stored};
use futures::TryStreamExt;
use ids::{OwnWordId, UserId, WordImportId};
use mongodb::{Collection, Database};
use scheduler::{
    Week,
    cohort::{Fact, MOST_CARRIED, MOST_ECHOES, Pace, Progress},
};
use serde::{Deserialize, de::DeserializeOwned};

fn words<T: Send + Sync>(database: &Database) -> Collection<T> {
    database.collection(OwnWord::COLLECTION)
}

#[derive(Deserialize)]
struct Standing {
    #[serde(rename = "_id")]
    id: OwnWordId,
    progress: Progress,
}

impl From<Standing> for (OwnWordId, Progress) {
    fn from(standing: Standing) -> Self {
        (standing.id, standing.progress)
    }
}

/// Words of `student` that are not removed, for a list.
pub fn kept(student: UserId) -> Filter {
    Filter::eq("student_id", student).and_eq("removed", false)
}

/// These words of `student`, as far as they are not removed, in no order.
///
/// # Errors
/// The store.
pub async fn among(
    words: &Documents<OwnWord>,
    student: UserId,
    ids: &[OwnWordId],
) -> Result<Vec<Stored<OwnWord>>, Error> {
    let mut found = Vec::with_capacity(ids.len());
    for ids in ids.chunks(MAX_SLICE as usize) {
        let listing = Listing::of(kept(student).and_in("_id", ids)).limit(MAX_SLICE);
        found.extend(words.list(listing).await?.items);
    }
    Ok(found)
}

/// These words of `student`, as far as they are not removed, without what happened to them: they show where they stand, and
/// cannot be changed. In no order.
///
/// # Errors
/// The store.
pub async fn without_answers(
    database: &Database,
    student: UserId,
    ids: &[OwnWordId],
) -> anyhow::Result<Vec<Stored<OwnWord>>> {
    let mut found = Vec::with_capacity(ids.len());
    for ids in ids.chunks(MAX_SLICE as usize) {
        let ids: Vec<Bson> = ids.iter().map(|id| id.to_string().into()).collect();
        let these = doc! { "_id": { "$in": ids }, "student_id": student.to_string(), "removed": false };
        let cursor = words::<Document>(database).find(these).projection(standing_alone()).await;
        let documents: Vec<Document> = cursor.context("words")?.try_collect().await.context("words")?;
        for document in documents {
            found.push(from_standing(document)?);
        }
    }
    Ok(found)
}

/// Words of `student` from the place `offset` on, the newest first, without what happened to them.
///
/// # Errors
/// The store.
pub async fn numbered(
    database: &Database,
    student: UserId,
    offset: u64,
    most: i64,
) -> anyhow::Result<Vec<Stored<OwnWord>>> {
    let words = words::<Document>(database);
    let found = words
        .find(kept(student).into_query())
        .sort(doc! { "added_at": -1, "_id": -1 })
        .skip(offset)
        .limit(most)
        .projection(standing_alone());
    let documents: Vec<Document> = found.await.context("words")?.try_collect().await.context("words")?;
    documents.into_iter().map(from_standing).collect()
}

/// A word without what happened to it, which is most of it.
fn standing_alone() -> Document {
    doc! { "log": 0, "history": 0, "outbox": 0, "outbox_at": 0, "request": 0 }
}

fn from_standing(mut word: Document) -> anyhow::Result<Stored<OwnWord>> {
    let rev = word.get_i64("rev").context("the revision of a word")?.unsigned_abs();
    word.extend(doc! { "log": [], "history": [] });
    let state = bson::deserialize_from_document(word).context("a word without its answers")?;
    Ok(Stored { state, rev })
}

/// Where these words stand, as far as they are not removed, in no order.
///
/// # Errors
/// The store.
pub async fn standing(
    database: &Database,
    student: UserId,
    ids: impl IntoIterator<Item = OwnWordId>,
) -> anyhow::Result<Vec<(OwnWordId, Progress)>> {
    let ids: Vec<Bson> = ids.into_iter().map(|id| id.to_string().into()).collect();
    let filter = doc! { "_id": { "$in": ids }, "student_id": student.to_string(), "removed": false };
    let found: Vec<Standing> =
        find(database, filter, doc! { "_id": 1 }, None).await.context("standing of words")?;
    Ok(found.into_iter().map(Into::into).collect())
}

/// The words of `student` that belong to `week`: unfinished ones and echoes that are due, the longest waiting first; as many
/// as a cohort holds.
///
/// # Errors
/// The store.
pub async fn belonging(
    database: &Database,
    student: UserId,
    week: Week,
) -> anyhow::Result<Vec<(OwnWordId, Progress)>> {
    let until = doc! { "$lte": week.to_string() };
    let of_stage = |stage: &str, field: &str| {
        doc! { "student_id": student.to_string(), "removed": false, "progress.stage": stage, field: until.clone() }
    };
    let unfinished = of_stage("learning", "progress.run.week");
    let by_run = doc! { "progress.run.week": 1, "_id": 1 };
    let echoes = of_stage("graduated", "progress.echo_from");
    let by_echo = doc! { "progress.echo_from": 1, "_id": 1 };
    let mut found: Vec<Standing> =
        find(database, unfinished, by_run, Some(MOST_CARRIED)).await.context("unfinished words")?;
    let due: Vec<Standing> =
        find(database, echoes, by_echo, Some(MOST_ECHOES)).await.context("echoes that are due")?;
    found.extend(due);
    Ok(found.into_iter().map(Into::into).collect())
}

/// The first words of the queue of `student`.
///
/// # Errors
/// The store.
pub async fn queue(database: &Database, student: UserId, most: usize) -> anyhow::Result<Vec<OwnWordId>> {
    #[derive(Deserialize)]
    struct Waiting {
        #[serde(rename = "_id")]
        id: OwnWordId,
    }
    let found: Vec<Waiting> = find(database, waiting(student), doc! { "rank": 1, "_id": 1 }, Some(most))
        .await
        .context("the queue")?;
    Ok(found.into_iter().map(|waiting| waiting.id).collect())
}

/// How many words wait in the queue of `student`.
///
/// # Errors
/// The store.
pub async fn count_waiting(database: &Database, student: UserId) -> mongodb::error::Result<u64> {
    words::<Document>(database).count_documents(waiting(student)).await
}

fn waiting(student: UserId) -> Document {
    doc! { "student_id": student.to_string(), "removed": false, "progress.stage": "waiting" }
}

/// What is left between two words of the queue when one is put between them and there is no room.
const ROOM: i64 = 1 << 20;

/// The rank of the word `id` if it is to be the first of the queue of `student`.
///
/// # Errors
/// The store.
pub async fn rank_at_the_head(database: &Database, student: UserId, id: OwnWordId) -> anyhow::Result<i64> {
    let first = ranked(database, others_waiting(student, id), 1).await?;
    Ok(first.map_or(0, |first| first.rank.saturating_sub(1)))
}

/// The rank of the word `id` if it is to be the last of it.
///
/// # Errors
/// The store.
pub async fn rank_at_the_tail(database: &Database, student: UserId, id: OwnWordId) -> anyhow::Result<i64> {
    let last = ranked(database, others_waiting(student, id), -1).await?;
    Ok(last.map_or(0, |last| last.rank.saturating_add(1)))
}

/// The rank of the word `id` if it is to stand right before `next`. Where there is no room between that and the word before
/// it, all that stand before `next` move a little further to the head: their order stays.
///
/// # Errors
/// The store.
pub async fn rank_before(
    database: &Database,
    student: UserId,
    next: &OwnWord,
    id: OwnWordId,
    now: DateTime<Utc>,
) -> anyhow::Result<i64> {
    let mut before = others_waiting(student, id);
    before.insert(
        "$or",
        vec![
            doc! { "rank": { "$lt": next.rank } },
            doc! { "rank": next.rank, "_id": { "$lt": next.id.to_string() } },
        ],
    );
    let Some(previous) = ranked(database, before.clone(), -1).await? else {
        return Ok(next.rank.saturating_sub(ROOM));
    };
    if next.rank - previous.rank >= 2 {
        return Ok(previous.rank + (next.rank - previous.rank) / 2);
    }
    let moved = doc! {
        "$inc": { "rank": -ROOM, "rev": 1_i64 },
        "$set": { "changed_at": documents::instant::bson(now) },
    };
    words::<Document>(database).update_many(before, moved).await.context("room in the queue")?;
    Ok(next.rank - ROOM / 2)
}

fn others_waiting(student: UserId, id: OwnWordId) -> Document {
    let mut others = waiting(student);
    others.insert("_id", doc! { "$ne": id.to_string() });
    others
}

#[derive(Deserialize)]
struct Ranked {
    rank: i64,
}

async fn ranked(database: &Database, of: Document, direction: i32) -> anyhow::Result<Option<Ranked>> {
    let words = words::<Ranked>(database);
    let order = doc! { "rank": direction, "_id": direction };
    words.find_one(of).sort(order).projection(doc! { "rank": 1 }).await.context("ranks of the queue")
}

/// Tells words that were never touched that the cohort of `week` has taken them: one write for all, which is
/// [`OwnWord::enter`] of a word with no facts. Others are left to be told one by one.
///
/// # Errors
/// The store.
pub async fn enter_untouched(
    database: &Database,
    student: UserId,
    ids: &[OwnWordId],
    week: Week,
    now: DateTime<Utc>,
) -> anyhow::Result<()> {
    let entered = Fact::Entered { week, from: week.monday(), at: week.begins_at() };
    let progress = Progress::default().transition(&entered).after;
    let ids: Vec<Bson> = ids.iter().map(|id| id.to_string().into()).collect();
    let mut untouched = waiting(student);
    untouched.insert("_id", doc! { "$in": ids });
    untouched.insert("history", doc! { "$size": 0 });
    untouched.insert("progress.answers", 0);
    let told = doc! {
        "$set": {
            "progress": bson::serialize_to_bson(&progress)?,
            "history": [bson::serialize_to_bson(&entered)?],
            "changed_at": documents::instant::bson(now),
        },
        "$inc": { "rev": 1_i64 },
    };
    words::<Document>(database).update_many(untouched, told).await.context("words enter a week")?;
    Ok(())
}

/// How long `student` takes, by the words that were answered since `since`.
///
/// # Errors
/// The store.
pub async fn pace(database: &Database, student: UserId, since: DateTime<Utc>) -> anyhow::Result<Pace> {
    #[derive(Default, Deserialize)]
    struct Sums {
        timed: i64,
        total_ms: i64,
        answers: i64,
        passed: i64,
    }
    let pipeline = [
        doc! { "$match": {
            "student_id": student.to_string(), "answered_at": { "$gte": documents::instant::bson(since) },
        } },
        doc! { "$group": {
            "_id": null,
            "timed": { "$sum": { "$toLong": "$timed.answers" } },
            "total_ms": { "$sum": { "$toLong": "$timed.total_ms" } },
            "answers": { "$sum": { "$toLong": "$progress.answers" } },
            "passed": { "$sum": { "$toLong": { "$add": ["$progress.passed", "$progress.echoes"] } } },
        } },
    ];
    let mut sums =
        words::<Document>(database).aggregate(pipeline).with_type::<Sums>().await.context("pace")?;
    let Sums { timed, total_ms, answers, passed } =
        sums.try_next().await.context("pace")?.unwrap_or_default();
    let [timed, total_ms, answers, passed] = [timed, total_ms, answers, passed].map(i64::unsigned_abs);
    Ok(Pace::of(timed, total_ms, answers, passed))
}

/// Other words of `student` that may be the same as one with this key.
///
/// # Errors
/// The store.
pub async fn same(
    words: &Documents<OwnWord>,
    student: UserId,
    word: &OwnWord,
) -> Result<Vec<OwnWord>, Error> {
    let found = with_keys(words, student, std::slice::from_ref(&word.key)).await?;
    let is_same = |other: &OwnWord| other.id != word.id && word.seems_same(other);
    Ok(found.into_iter().filter(is_same).collect())
}

/// Words of `student` with one of these few keys, those that seem to be the same as others: at most [`MAX_SLICE`].
///
/// # Errors
/// The store.
pub async fn with_keys(
    words: &Documents<OwnWord>,
    student: UserId,
    keys: &[String],
) -> Result<Vec<OwnWord>, Error> {
    let listing = Listing::of(kept(student).and_in("key", keys)).limit(MAX_SLICE);
    Ok(words.list(listing).await?.items.into_iter().map(Stored::into_state).collect())
}

/// A word of the dictionary, by what tells whether another is the same.
#[derive(Clone, Debug, Deserialize)]
pub struct Known {
    /// The word.
    #[serde(rename = "_id")]
    pub id: OwnWordId,
    /// What is equal for two words that are one.
    pub key: String,
    /// What it is.
    pub entry: Entry,
}

/// The words of `student` with these keys, however many there are.
///
/// # Errors
/// The store.
pub async fn known(database: &Database, student: UserId, keys: &[String]) -> anyhow::Result<Vec<Known>> {
    let mut found = Vec::new();
    for keys in keys.chunks(MAX_SLICE as usize) {
        let of = doc! { "student_id": student.to_string(), "removed": false, "key": { "$in": keys } };
        let fields = doc! { "key": 1, "entry": 1 };
        let cursor = words::<Known>(database).find(of).projection(fields).await.context("known words")?;
        found.extend(cursor.try_collect::<Vec<_>>().await.context("known words")?);
    }
    Ok(found)
}

/// The words that an import brought, for a list.
pub fn of_import(student: UserId, import: WordImportId) -> Filter {
    Filter::eq("student_id", student).and_eq("source.id", import).and_eq("source.kind", "file")
}

/// What others know of a word.
///
/// # Errors
/// The store.
pub async fn recognised(database: &Database, word: &OwnWord) -> mongodb::error::Result<Recognised> {
    super::taught::recognised(database, &word.key, &word.entry).await
}

async fn find<T: DeserializeOwned + Send + Sync>(
    database: &Database,
    filter: Document,
    sort: Document,
    most: Option<usize>,
) -> mongodb::error::Result<Vec<T>> {
    let limit = most.map_or(0, |most| i64::try_from(most).unwrap_or(i64::MAX));
    if most == Some(0) {
        return Ok(Vec::new());
    }
    let words = words::<T>(database);
    words.find(filter).sort(sort).limit(limit).projection(doc! { "progress": 1 }).await?.try_collect().await
}

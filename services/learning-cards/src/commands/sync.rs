//! A device that was offline hands in what its student did, and takes what it lacks.

use super::{
    answer_word, faulty, keep_word,
    merge_words::{look_at_surviving, surviving},
    refused,
};
use crate::{
    App,
    domain::{
        answer::Submission,
        fault::Fault,
        stamp::Stamp,
        word::{Edit, NewWord, OwnWord},
    },
    store,
};
use chrono::{DateTime, TimeDelta, Utc};
use documents::{Filter, Listing, Position, Stored};
use ids::{ChangeId, OwnWordId, ReviewId, UserId};
use scheduler::device_clock::DeviceClock;
use serde::{Deserialize, Serialize};
use web::{
    ApiError, ApiResult,
    facts::{Handed, take_each},
};

/// Words that are written at once.
const AT_ONCE: usize = 8;
/// Words of one answer.
const MOST_CHANGES: u32 = 500;
/// A change that was timed before the look may have been written after it: longer than a request may take.
const OVERLAP: TimeDelta = TimeDelta::seconds(20);

/// What becomes of a word's fields, as soon as the word is known.
pub type Editing = Box<dyn FnOnce(&OwnWord) -> Result<Edit, Vec<Fault>> + Send>;

/// What a student did with a word.
pub enum Fact {
    /// They added it.
    Added(Box<NewWord>),
    /// They answered it.
    Answered {
        /// The answer's own id.
        id: ReviewId,
        /// The answer.
        submission: Box<Submission>,
    },
    /// They changed it.
    Edited {
        /// The change's own id.
        id: ChangeId,
        /// When, by the device's clock.
        at: DateTime<Utc>,
        /// To what.
        edit: Editing,
    },
    /// They removed it.
    Removed {
        /// The change's own id.
        id: ChangeId,
        /// When, by the device's clock.
        at: DateTime<Utc>,
    },
    /// They took it back.
    Restored {
        /// The change's own id.
        id: ChangeId,
        /// When, by the device's clock.
        at: DateTime<Utc>,
    },
}

impl Fact {
    /// A word is added before anything else is done to it.
    const fn comes_first(&self) -> bool {
        matches!(self, Self::Added(_))
    }
}

/// Takes the facts that could be read, each by itself: those of a word one after the other, words side by side. What comes
/// out does not depend on their order.
///
/// # Errors
/// The store: then facts may have been taken, and all can be handed in again.
pub async fn hand_in(
    app: &App,
    student: UserId,
    facts: Vec<ApiResult<(OwnWordId, Fact)>>,
    clock: DeviceClock,
) -> ApiResult<Vec<Handed>> {
    take_each(facts, AT_ONCE, |word, facts| hand_in_for(app, student, word, facts, clock)).await
}

async fn hand_in_for(
    app: &App,
    student: UserId,
    word: OwnWordId,
    mut facts: Vec<(usize, Fact)>,
    clock: DeviceClock,
) -> ApiResult<Vec<(usize, Handed)>> {
    facts.sort_by_key(|(place, fact)| (!fact.comes_first(), *place));
    let mut handed = Vec::with_capacity(facts.len());
    for (place, fact) in facts {
        match take(app, student, word, fact, clock).await {
            Ok(outcome) => handed.push((place, outcome)),
            Err(error) if error.status().is_server_error() => return Err(error),
            Err(error) => handed.push((place, Handed::Rejected(error))),
        }
    }
    Ok(handed)
}

async fn take(
    app: &App,
    student: UserId,
    word: OwnWordId,
    fact: Fact,
    clock: DeviceClock,
) -> ApiResult<Handed> {
    match fact {
        Fact::Added(new) => Ok(Handed::of(keep_word::add(app, *new).await?.first_time)),
        Fact::Answered { id, submission } => answer(app, student, word, id, *submission, clock).await,
        Fact::Edited { id, at, edit } => {
            let word = surviving(app, student, word).await?;
            let edit = edit(&word).map_err(|faults| faulty("/body", faults))?;
            change(app, word, id, at, clock, |word, stamp, now| word.edit(&edit, stamp, now)).await
        }
        Fact::Removed { id, at } => {
            let word = surviving(app, student, word).await?;
            let recognised = store::words::recognised(&app.database, &word).await?;
            let rule = |word: OwnWord, stamp, now| Ok(word.remove(stamp, &recognised, now));
            change(app, word, id, at, clock, rule).await
        }
        Fact::Restored { id, at } => {
            let word = surviving(app, student, word).await?;
            let recognised = store::words::recognised(&app.database, &word).await?;
            change(app, word, id, at, clock, |word, stamp, now| word.restore(stamp, &recognised, now)).await
        }
    }
}

async fn answer(
    app: &App,
    student: UserId,
    word: OwnWordId,
    id: ReviewId,
    submission: Submission,
    clock: DeviceClock,
) -> ApiResult<Handed> {
    let look = look_at_surviving(app, student, word).await?;
    let known = look.found().ok_or_else(|| ApiError::not_found("word", look.id()))?;
    let before = known.log.iter().find(|answered| answered.answer.id == id);
    // A wrong clock is put right a little differently each time: of a repeat the first time counts.
    let answered_at = before
        .map_or_else(|| clock.counted(submission.answered_at), |answered| answered.submission.answered_at);
    let counted_at = answered_at.max(known.added_at).min(clock.received_at());
    let submission = Submission { answered_at, ..submission };
    let taken = answer_word::answer(app, look, id, &submission).await?;
    Ok(if taken.first_time { Handed::Applied { counted_at: Some(counted_at) } } else { Handed::Duplicate })
}

/// Changes a word as a device did at `at`, where nothing later counts.
async fn change(
    app: &App,
    word: Stored<OwnWord>,
    id: ChangeId,
    at: DateTime<Utc>,
    clock: DeviceClock,
    mut rule: impl FnMut(
        OwnWord,
        Stamp,
        DateTime<Utc>,
    ) -> Result<documents::Change<OwnWord>, crate::domain::word::Refusal>,
) -> ApiResult<Handed> {
    let (made, now) = (clock.counted(at), clock.received_at());
    let mut is_new = false;
    let rule = |word: OwnWord| {
        let stamp = Stamp::of_device(id, made, word.added_at, now);
        let change = rule(word, stamp, now)?;
        is_new = !change.is_none();
        Ok(change)
    };
    let owned = Filter::eq("student_id", word.student_id);
    let changed = app.words.change(word.id, owned, rule).await.map_err(refused)?;
    changed.ok_or_else(|| ApiError::not_found("word", word.id))?;
    Ok(Handed::of(is_new))
}

/// Up to where a device knows how its student's words stand.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Seen {
    /// It knows what changed before this, in milliseconds since 1970.
    at: i64,
    /// It is being told of what changed since, and is so far.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    under_way: Option<UnderWay>,
}

impl Seen {
    /// What a device knows that was told all at `now`.
    pub fn before(now: DateTime<Utc>) -> Self {
        Self { at: (now - OVERLAP).timestamp_millis(), under_way: None }
    }

    /// What its cursors are sealed for.
    pub fn scope(student: UserId) -> String {
        format!("sync/{student}")
    }
}

/// Part of the words were told.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct UnderWay {
    /// When the telling began, in milliseconds since 1970.
    began: i64,
    /// The last word that was told.
    after: Position,
}

/// What a device lacks.
#[derive(Debug)]
pub struct Lacked {
    /// Words as they stand now, those that were removed too.
    pub words: Vec<Stored<OwnWord>>,
    /// Up to where it knows them then.
    pub seen: Seen,
    /// Whether there is more: ask again at once.
    pub more: bool,
}

/// The words of `student` that changed since `seen`, in the order in which they changed.
///
/// # Errors
/// The store.
pub async fn lacked(app: &App, student: UserId, seen: Seen) -> ApiResult<Lacked> {
    let since = DateTime::from_timestamp_millis(seen.at).unwrap_or(DateTime::UNIX_EPOCH);
    let changed = bson::doc! { "changed_at": { "$gte": documents::instant::bson(since) } };
    let began = seen.under_way.as_ref().map_or(app.clock.now().timestamp_millis(), |way| way.began);
    let listing = Listing::of(Filter::eq("student_id", student).and(changed)).ascending("changed_at");
    let slice =
        app.words.list(listing.after(seen.under_way.map(|way| way.after)).limit(MOST_CHANGES)).await?;
    let more = slice.next.is_some();
    let seen = match slice.next {
        Some(after) => Seen { at: seen.at, under_way: Some(UnderWay { began, after }) },
        None => Seen { at: began.saturating_sub(OVERLAP.num_milliseconds()), under_way: None },
    };
    Ok(Lacked { words: slice.items, seen, more })
}

//! Recordings of the words of a topic.

use super::AT_ONCE;
use crate::{
    App,
    domain::{
        item::{Editor, Item, Refusal},
        mp3::Mp3,
        recording::{MEDIA_TYPE, Recording, Voice},
        value::Wrong,
    },
};
use base64::{Engine, engine::general_purpose::STANDARD};
use blob::{BlobError, Condition, NewObject};
use documents::{ChangeError, Filter};
use events::admin::ContentKind;
use futures::{StreamExt, TryStreamExt, stream};
use ids::{ContentId, TopicId};
use std::time::Duration;
use web::{ApiError, ApiResult};

/// When to come back to a store of objects that does not answer.
const RETRY_AFTER: Duration = Duration::from_secs(5);

/// A recording of a word as it is handed in.
#[derive(Clone, Debug)]
pub struct Take {
    /// The word.
    pub item_id: ContentId,
    /// What is heard.
    pub says: String,
    /// Whose voice it is.
    pub voice: Voice,
    /// The bytes of an MP3 file, as base64.
    pub base64: String,
}

/// What came of a recording.
#[derive(Clone, Debug, PartialEq)]
pub enum Outcome {
    /// The word has it now.
    Recorded(Recording),
    /// The word had it.
    Unchanged(Recording),
    /// The word has the voice of a person, which it keeps.
    Kept(Recording),
    /// It is not taken.
    Rejected(Wrong),
}

/// Gives words of a topic their recordings, each by itself. Repeatable: what is there already changes nothing.
///
/// # Errors
/// 404 when there is no such topic, 503 when a store does not answer: the repeat does the rest.
pub async fn record_words(
    app: &App,
    topic: TopicId,
    takes: Vec<Take>,
    editor: Editor,
) -> ApiResult<Vec<(ContentId, Outcome)>> {
    let known = app.items.get(topic.into()).await?;
    if known.is_none_or(|item| item.kind != ContentKind::Topic) {
        return Err(ApiError::not_found("topic", topic));
    }
    let records = takes.into_iter().map(|take| async move {
        let item = take.item_id;
        Ok((item, record(app, topic, take, editor).await?))
    });
    stream::iter(records).buffered(AT_ONCE).try_collect().await
}

async fn record(app: &App, topic: TopicId, take: Take, editor: Editor) -> ApiResult<Outcome> {
    let sound = match sound(&take.base64) {
        Ok(sound) => sound,
        Err(wrong) => return Ok(Outcome::Rejected(wrong)),
    };
    let Some(item) = app.items.get(take.item_id).await?.filter(|item| item.topic_id == topic) else {
        return Ok(Outcome::Rejected(Wrong::new("unknown-word", "the topic has no such word")));
    };
    let recording = Recording::of(&sound, take.says, take.voice);
    // Asked first, so that nothing is stored for a word that does not take it.
    match item.into_state().record(recording.clone(), editor) {
        Err(refusal) => return Ok(Outcome::Rejected(wrong(&refusal))),
        Ok(change) if change.is_none() => return Ok(outcome(change.state(), recording, false)),
        Ok(_) => {}
    }
    store(app, &recording, sound).await?;

    let mut is_new = false;
    let rule = |item: Item| {
        let change = item.record(recording.clone(), editor)?;
        is_new = !change.is_none();
        Ok::<_, Refusal>(change)
    };
    match app.items.change(take.item_id, Filter::any(), rule).await {
        Ok(Some(item)) => Ok(outcome(&item, recording, is_new)),
        Ok(None) => Err(ApiError::not_found("item", take.item_id)),
        Err(ChangeError::Rule(refusal)) => Ok(Outcome::Rejected(wrong(&refusal))),
        Err(ChangeError::Store(error)) => Err(error.into()),
    }
}

fn sound(base64: &str) -> Result<Mp3, Wrong> {
    let bytes = STANDARD.decode(base64);
    Mp3::parse(&bytes.map_err(|_| Wrong::new("not-base64", "expected the bytes of the file in base64"))?)
}

/// The object first: a word never names one that is not there. One that no word came to name lies there unseen.
async fn store(app: &App, recording: &Recording, sound: Mp3) -> ApiResult<()> {
    let key = recording.key().map_err(ApiError::internal)?;
    match app.media.put(&key, NewObject::new(MEDIA_TYPE, sound.frames), Condition::IfAbsent).await {
        Ok(_) | Err(BlobError::Conflict(_)) => Ok(()),
        Err(error) => Err(ApiError::unavailable_because(RETRY_AFTER, error)),
    }
}

fn outcome(item: &Item, recording: Recording, is_new: bool) -> Outcome {
    match item.heard() {
        Some(kept) if *kept != recording => Outcome::Kept(kept.clone()),
        _ if is_new => Outcome::Recorded(recording),
        _ => Outcome::Unchanged(recording),
    }
}

fn wrong(refusal: &Refusal) -> Wrong {
    let code = match refusal {
        Refusal::Archived => "archived",
        Refusal::OtherText => "other-text",
        Refusal::WrongStep(_) | Refusal::OtherStep | Refusal::OtherItem => "refused",
    };
    Wrong::new(code, refusal)
}

use super::recordings::RecordingView;
use crate::{
    App,
    commands::record_words::{Outcome, Take, record_words},
    domain::{
        recording::Voice,
        value::{self, LONGEST_SHORT},
    },
    routes::view::counted,
};
use access::EducationalAdmin;
use axum::extract::State;
use ids::{ContentId, TopicId};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, HashSet};
use utoipa::ToSchema;
use web::{ApiError, ApiResult, FieldError, Json, Path, responses::NotFound};

/// Recordings in one request. They share the megabyte that a body may have.
const MOST: usize = 100;

/// Recordings of words of a topic.
#[derive(Debug, Deserialize, ToSchema)]
pub(crate) struct RecordWords {
    /// At most one a word.
    #[schema(min_items = 1, max_items = 100)]
    recordings: Vec<NewRecording>,
}

/// A recording of a word.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct NewRecording {
    /// The word.
    item_id: ContentId,
    /// What is heard, as the list of recordings says it; refused when the word has changed since.
    #[schema(example = "het brood")]
    says: String,
    /// Whose voice it is.
    voice: Voice,
    /// An MP3 file in base64: at most 256 KiB and 10 s.
    audio: String,
}

/// What came of a recording.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum RecordingEffect {
    /// The word has it now, as a draft.
    Recorded,
    /// The word had it.
    Unchanged,
    /// A person's voice says the word, which a computer's does not replace.
    Kept,
    /// It was not taken.
    Rejected,
}

/// What came of recordings.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct RecordedView {
    /// How many there are of each effect.
    counts: BTreeMap<RecordingEffect, usize>,
    /// Each recording, in the order of the request.
    items: Vec<RecordedWordView>,
}

/// What came of one recording.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct RecordedWordView {
    /// The word.
    item_id: ContentId,
    /// What came of it.
    effect: RecordingEffect,
    /// What the word sounds like now; absent when the recording was rejected.
    #[serde(skip_serializing_if = "Option::is_none")]
    recording: Option<RecordingView>,
    /// Why it was rejected.
    #[serde(skip_serializing_if = "Option::is_none")]
    problem: Option<RejectionView>,
}

/// Why a recording was rejected.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct RejectionView {
    /// `not-base64`, `empty`, `not-mp3`, `truncated`, `too-large`, `too-long`, `unknown-word`, `other-text`, `archived`.
    #[schema(example = "truncated")]
    code: &'static str,
    /// In words.
    message: String,
}

impl RecordWords {
    fn parse(self) -> ApiResult<Vec<Take>> {
        if !(1..=MOST).contains(&self.recordings.len()) {
            let message = format!("Expected 1 to {MOST} recordings.");
            return Err(ApiError::invalid_field("/recordings", "out-of-range", message));
        }
        let mut seen = HashSet::new();
        let mut faults = Vec::new();
        for (place, recording) in self.recordings.iter().enumerate() {
            if !seen.insert(recording.item_id) {
                let pointer = format!("/recordings/{place}/itemId");
                faults.push(FieldError::new(pointer, "repeated", "Expected one recording a word."));
            }
            if let Voice::Computer(name) = &recording.voice
                && let Err(wrong) = value::text("computer", name, LONGEST_SHORT)
            {
                let pointer = format!("/recordings/{place}/voice/computer");
                faults.push(FieldError::new(pointer, wrong.code, wrong.message));
            }
        }
        if faults.is_empty() {
            Ok(self.recordings.into_iter().map(Take::from).collect())
        } else {
            Err(ApiError::invalid(faults))
        }
    }
}

impl From<NewRecording> for Take {
    fn from(recording: NewRecording) -> Self {
        let NewRecording { item_id, says, voice, audio } = recording;
        Self { item_id, says, voice, base64: audio }
    }
}

impl RecordedView {
    fn of(outcomes: Vec<(ContentId, Outcome)>) -> Self {
        let items: Vec<_> = outcomes.into_iter().map(RecordedWordView::from).collect();
        Self { counts: counted(items.iter().map(|item| item.effect)), items }
    }
}

impl From<(ContentId, Outcome)> for RecordedWordView {
    fn from((item_id, outcome): (ContentId, Outcome)) -> Self {
        let (effect, recording) = match outcome {
            Outcome::Rejected(wrong) => {
                let problem = Some(RejectionView { code: wrong.code, message: wrong.message });
                return Self { item_id, effect: RecordingEffect::Rejected, recording: None, problem };
            }
            Outcome::Recorded(recording) => (RecordingEffect::Recorded, recording),
            Outcome::Unchanged(recording) => (RecordingEffect::Unchanged, recording),
            Outcome::Kept(recording) => (RecordingEffect::Kept, recording),
        };
        Self { item_id, effect, recording: Some(recording.into()), problem: None }
    }
}

/// Give words of a topic their recordings.
///
/// Each by itself: the answer says of each what came of it. A word that gets one becomes a draft, and students hear it
/// once that is published. Safe to repeat: the same recording again changes nothing.
#[utoipa::path(
    post,
    path = "/topics/{topicId}/recordings",
    params(("topicId" = TopicId, Path, description = "The topic.")),
    request_body = RecordWords,
    responses((status = 200, description = "What came of each.", body = RecordedView), NotFound),
    security(("accessToken" = ["educational_admin"]))
)]
#[tracing::instrument(skip_all, fields(topic.id = %topic_id))]
pub(crate) async fn record_words_of_topic(
    State(app): State<App>,
    editor: EducationalAdmin,
    Path(topic_id): Path<TopicId>,
    Json(body): Json<RecordWords>,
) -> ApiResult<Json<RecordedView>> {
    let outcomes = record_words(&app, topic_id, body.parse()?, app.editor(&editor)).await?;

    Ok(Json(RecordedView::of(outcomes)))
}

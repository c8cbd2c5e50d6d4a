use super::show::SessionView;
use crate::{
    App,
    commands::arrange_session::{Wish, arrange_session},
    domain::{
        question::GlossLanguage,
        sitting::{MOST_CARDS, USUAL_CARDS},
    },
    routes::zone::Zone,
};
use access::Student;
use axum::{extract::State, http::StatusCode};
use documents::Created;
use events::thematic_cards::CardKind;
use ids::{StudySessionId, TopicId};
use serde::Deserialize;
use utoipa::ToSchema;
use web::{
    ApiError, ApiResult, Json, Path,
    responses::{Conflict, NotFound},
};

/// What the student wants of a sitting. Everything may be left out.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ArrangeSession {
    /// Only cards that ask in this way; absent for all.
    kind: Option<CardKind>,
    /// The language to answer from.
    #[serde(default)]
    language: GlossLanguage,
    /// IANA zone in which the student is: decides which day it is.
    #[serde(default)]
    zone: Zone,
    /// At most so many cards, 1 to 200.
    #[serde(default = "usual_cards")]
    #[schema(default = 20, minimum = 1, maximum = 200)]
    cards: u32,
}

const fn usual_cards() -> u32 {
    USUAL_CARDS
}

impl ArrangeSession {
    fn wish(self, topic: TopicId) -> ApiResult<Wish> {
        if !(1..=MOST_CARDS).contains(&self.cards) {
            let message = format!("Expected 1 to {MOST_CARDS} cards.");
            return Err(ApiError::invalid_field("/cards", "out-of-range", message));
        }
        if self.kind == Some(CardKind::Unknown) {
            return Err(ApiError::invalid_field("/kind", "unknown-value", "Expected recognition or recall."));
        }
        Ok(Wish { topic, kind: self.kind, language: self.language, zone: self.zone.0, cards: self.cards })
    }
}

/// Arrange a sitting.
///
/// Permission: student. Safe to repeat: the sitting stands as it was arranged the first time. Cards that are due come
/// first, new ones between them, never two cards of one word on a day.
#[utoipa::path(
    put,
    path = "/topics/{topicId}/sessions/{sessionId}",
    params(
        ("topicId" = TopicId, Path, description = "What to study."),
        ("sessionId" = StudySessionId, Path, description = "Made by the client (UUIDv7)."),
    ),
    request_body = ArrangeSession,
    responses(
        (status = 201, description = "Arranged.", body = SessionView),
        (status = 200, description = "It was arranged before.", body = SessionView),
        NotFound,
        Conflict,
    ),
    security(("accessToken" = ["student"]))
)]
#[tracing::instrument(skip_all)]
pub(crate) async fn arrange_session_of_topic(
    State(app): State<App>,
    student: Student,
    Path((topic_id, session_id)): Path<(TopicId, StudySessionId)>,
    Json(body): Json<ArrangeSession>,
) -> ApiResult<(StatusCode, Json<SessionView>)> {
    let arranged = arrange_session(&app, student.id, session_id, body.wish(topic_id)?).await?;
    let status = if matches!(arranged, Created::Now(_)) { StatusCode::CREATED } else { StatusCode::OK };
    let session = SessionView::of(&app, &arranged.into_stored()).await?;

    Ok((status, Json(session)))
}

use crate::{
    App,
    commands::arrange_session::{Laid, take_up},
    domain::sitting::Place,
    routes::view::CardView,
};
use access::Student;
use axum::extract::State;
use ids::{StudySessionId, TopicId};
use serde::Serialize;
use utoipa::ToSchema;
use web::{ApiError, ApiResult, Json, Path, Timestamp, responses::NotFound};

/// A sitting.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct SessionView {
    /// The sitting.
    id: StudySessionId,
    /// What it is about; absent for a sitting over several topics.
    #[serde(skip_serializing_if = "Option::is_none")]
    topic_id: Option<TopicId>,
    /// Whether it is extra practice: answer its cards with `practice`, and no due date moves.
    practice: bool,
    /// When it was arranged.
    arranged_at: Timestamp,
    /// Cards that were answered since then.
    answered: usize,
    /// The cards, in the order to ask them in. Empty when nothing of the topic is due and the day's new cards are
    /// done.
    cards: Vec<SessionCardView>,
}

/// A card of a sitting.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct SessionCardView {
    /// Whether it was answered since the sitting was arranged.
    answered: bool,
    /// The card.
    #[serde(flatten)]
    card: CardView,
}

impl SessionView {
    pub(crate) fn of(laid: &Laid) -> Self {
        let Laid { session, deck, lessons } = laid;
        let view = |place: &Place| {
            let card = deck.get(place.word_id, place.kind);
            let lesson = lessons.word(place.word_id).filter(|lesson| lesson.taught)?;
            let answered = card.and_then(|card| card.last).is_some_and(|(at, _)| at >= session.arranged_at);
            let card = CardView::of(place.card_id, place.kind, session.language, lesson, card, lessons)?;
            Some(SessionCardView { answered, card })
        };
        let cards: Vec<_> = session.cards.iter().filter_map(view).collect();
        Self {
            id: session.id,
            topic_id: session.topic_id,
            practice: session.practice,
            arranged_at: session.arranged_at.into(),
            answered: cards.iter().filter(|card| card.answered).count(),
            cards,
        }
    }
}

/// A sitting, to take it up again.
///
/// Permission: student, own sittings. Words that were withdrawn meanwhile are left out.
#[utoipa::path(
    get,
    path = "/sessions/{sessionId}",
    params(("sessionId" = StudySessionId, Path, description = "The sitting.")),
    responses((status = 200, description = "The sitting.", body = SessionView), NotFound),
    security(("accessToken" = ["student"]))
)]
#[tracing::instrument(skip_all)]
pub(crate) async fn show_session(
    State(app): State<App>,
    student: Student,
    Path(session_id): Path<StudySessionId>,
) -> ApiResult<Json<SessionView>> {
    let laid = take_up(&app, student.id, session_id).await?;

    laid.map(|laid| Json(SessionView::of(&laid))).ok_or_else(|| ApiError::not_found("session", session_id))
}

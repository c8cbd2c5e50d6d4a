use crate::{
    App,
    commands::arrange_session::contents,
    domain::sitting::StudySession,
    routes::view::{CardView, answered_since},
};
use access::Student;
use axum::extract::State;
use documents::{Filter, Stored};
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
    /// What it is about.
    topic_id: TopicId,
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
    pub(crate) async fn of(app: &App, session: &Stored<StudySession>) -> ApiResult<Self> {
        let contents = contents(app, session).await?;
        let view = |place: &crate::domain::sitting::Place| {
            let card = contents.cards.get(&place.card_id);
            let word = contents.words.get(&place.word_id)?;
            let answered = answered_since(card, session.arranged_at);
            let card = CardView::of(place.card_id, place.kind, session.language, word, card)?;
            Some(SessionCardView { answered, card })
        };
        let cards: Vec<_> = session.cards.iter().filter_map(view).collect();
        Ok(Self {
            id: session.id,
            topic_id: session.topic_id,
            arranged_at: session.arranged_at.into(),
            answered: cards.iter().filter(|card| card.answered).count(),
            cards,
        })
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
    let session = app
        .sessions
        .get_owned(session_id, Filter::eq("student_id", student.id))
        .await?
        .ok_or_else(|| ApiError::not_found("session", session_id))?;

    SessionView::of(&app, &session).await.map(Json)
}

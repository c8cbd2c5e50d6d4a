use crate::{
    App,
    commands::arrange_session::{Seat, seats},
    domain::{question::Question, sitting::StudySession},
    routes::view::{QuestionView, WordView},
};
use access::Student;
use axum::extract::State;
use documents::{Filter, Stored};
use ids::StudySessionId;
use serde::Serialize;
use utoipa::ToSchema;
use web::{ApiError, ApiResult, Json, Path, Timestamp, responses::NotFound};

/// A sitting.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = WordSessionView)]
pub(crate) struct SessionView {
    /// The sitting.
    session_id: StudySessionId,
    /// When it was arranged.
    arranged_at: Timestamp,
    /// Words that were answered since then, and do not come back.
    done: usize,
    /// The words, in the order to ask them in. Empty when nothing is due today.
    words: Vec<SessionWordView>,
}

/// A word of a sitting.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct SessionWordView {
    /// Whether it was answered since the sitting was arranged.
    answered: bool,
    /// Whether it comes back in this sitting, because it was wrong.
    again: bool,
    /// Whether it is met for the first time: show it before it is asked.
    unmet: bool,
    /// What is asked.
    question: QuestionView,
    /// The word.
    word: WordView,
}

impl SessionView {
    pub(crate) async fn of(app: &App, session: &Stored<StudySession>) -> ApiResult<Self> {
        let seats = seats(app, session).await?;
        Ok(Self {
            session_id: session.id,
            arranged_at: session.arranged_at.into(),
            done: seats.iter().filter(|seat| seat.answered && !seat.again).count(),
            words: seats.iter().map(|seat| SessionWordView::of(seat, &session.language)).collect(),
        })
    }
}

impl SessionWordView {
    fn of(seat: &Seat, language: &str) -> Self {
        let (place, word) = (seat.place, &seat.word);
        let question = Question::of(&word.entry, &word.contexts, place.asked, language, place.context_id);
        Self {
            answered: seat.answered,
            again: seat.again,
            unmet: place.unmet,
            question: QuestionView::of(place.asked, &question),
            word: WordView::of(word),
        }
    }
}

/// A sitting, to take it up again.
///
/// Words that were removed meanwhile are left out.
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

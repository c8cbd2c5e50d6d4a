use super::view::{CardKind, OutcomeView};
use crate::{
    App,
    commands::take_facts::{CardRef, student_and_card, take_fact},
    domain::{
        card::{Answer, CardFact, Submission},
        question::GlossLanguage,
    },
};
use access::Student;
use axum::extract::State;
use chrono_tz::Tz;
use ids::{CardId, ReviewId, WordId};
use scheduler::Rating;
use serde::Deserialize;
use utoipa::ToSchema;
use web::{ApiError, ApiResult, Json, Path, Timestamp, responses::NotFound};

/// An answer, as the first clients send it: typed, or judged by the student.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct AnswerV1 {
    /// What the card asks.
    word_id: WordId,
    /// How it asks.
    kind: CardKind,
    /// What was typed.
    #[schema(max_length = 500, example = "het brood")]
    text: Option<String>,
    /// The student's own judgement, when nothing was typed.
    #[schema(value_type = Option<String>, example = "good")]
    rating: Option<Rating>,
    /// When, by the device's clock.
    answered_at: Timestamp,
}

impl AnswerV1 {
    /// The first clients name no answer. Card and instant name it: a repeat is the same answer.
    fn review_id(&self, card: CardId) -> ReviewId {
        let instant = self.answered_at.instant().timestamp_millis();
        ReviewId::derive(card.as_uuid(), &format!("v1/{instant}"))
    }

    fn parse(self, card: CardId, zone: Tz) -> ApiResult<(CardRef, ReviewId, Submission)> {
        let review = self.review_id(card);
        let answer = match (self.text, self.rating) {
            (Some(text), None) if text.chars().count() <= 500 => Answer::Typed { text },
            (None, Some(rating)) => Answer::SelfRated { rating },
            _ => {
                let message = "Expected either a text of at most 500 characters or a rating.";
                return Err(ApiError::invalid_field("/text", "text-or-rating", message));
            }
        };
        let submission = Submission {
            answer,
            called_easy: false,
            practice: false,
            language: GlossLanguage::default(),
            session_id: None,
            answered_at: self.answered_at.instant(),
            zone,
            duration_ms: None,
        };
        Ok((CardRef { id: card, word: self.word_id, kind: self.kind.kind() }, review, submission))
    }
}

/// Answer a card.
///
/// Permission: student, own cards. Safe to repeat.
#[utoipa::path(
    post,
    path = "/cards/{cardId}/answers",
    params(("cardId" = CardId, Path, description = "The card.")),
    request_body = AnswerV1,
    responses((status = 200, description = "What came of it.", body = OutcomeView), NotFound),
    security(("accessToken" = ["student"]))
)]
#[tracing::instrument(skip_all)]
pub(crate) async fn answer_card(
    State(app): State<App>,
    student: Student,
    Path(card_id): Path<CardId>,
    Json(body): Json<AnswerV1>,
) -> ApiResult<Json<OutcomeView>> {
    let (student, look) = student_and_card(&app, student.id, card_id).await?;
    let (card, id, submission) = body.parse(card_id, student.settings.zone)?;
    let (card, _) = take_fact(&app, &student, card, look, CardFact::Answer { id, submission }).await?;
    let answered = card.answered(id).ok_or_else(|| ApiError::not_found("review", id))?;

    Ok(Json(OutcomeView::of(&answered.outcome)))
}

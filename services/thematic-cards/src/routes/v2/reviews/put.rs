use crate::{
    App,
    commands::answer_card::{self, CardAnswer},
    domain::{
        card::{Answer, Submission},
        question::GlossLanguage,
    },
    routes::{view::OutcomeView, zone::Zone},
};
use access::Student;
use axum::{extract::State, http::StatusCode};
use events::thematic_cards::CardKind;
use ids::{CardId, ReviewId, StudySessionId, WordId};
use scheduler::Rating;
use serde::Deserialize;
use utoipa::ToSchema;
use web::{
    ApiError, ApiResult, Json, Path, Timestamp,
    responses::{Conflict, NotFound},
};

/// Characters of a typed answer.
const LONGEST_ANSWER: usize = 500;
/// An hour on one card is an abandoned card.
const LONGEST_DURATION_MS: u32 = 3_600_000;

/// An answer to a card.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct AnswerCard {
    /// What the card asks, as the sitting told.
    word_id: WordId,
    /// How it asks, as the sitting told.
    kind: CardKind,
    /// The answer.
    answer: AnswerBody,
    /// The language that the student answers from, or in.
    #[serde(default)]
    language: GlossLanguage,
    /// The sitting that it belongs to.
    session_id: Option<StudySessionId>,
    /// When, by the device's clock. A clock that runs ahead is taken as now.
    answered_at: Timestamp,
    /// IANA zone in which the student is.
    #[serde(default)]
    zone: Zone,
    /// How long it took, in milliseconds, at most an hour.
    #[schema(maximum = 3_600_000)]
    duration_ms: Option<u32>,
}

/// An answer, in either way of giving one.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(tag = "way", rename_all = "kebab-case", deny_unknown_fields)]
pub(crate) enum AnswerBody {
    /// Typed, to be graded.
    Typed {
        /// What was typed.
        #[schema(max_length = 500, example = "de brood")]
        text: String,
    },
    /// Thought, and judged by the student.
    SelfRated {
        /// `again`, `hard`, `good`, `easy`.
        #[schema(value_type = String, example = "good")]
        rating: Rating,
    },
}

impl AnswerCard {
    fn parse(self, card: CardId, review: ReviewId) -> ApiResult<CardAnswer> {
        if self.kind == CardKind::Unknown {
            return Err(ApiError::invalid_field("/kind", "unknown-value", "Expected recognition or recall."));
        }
        if self.duration_ms.is_some_and(|duration| duration > LONGEST_DURATION_MS) {
            let message = format!("Expected at most {LONGEST_DURATION_MS} milliseconds.");
            return Err(ApiError::invalid_field("/durationMs", "out-of-range", message));
        }
        let answer = match self.answer {
            AnswerBody::Typed { text } if text.chars().count() > LONGEST_ANSWER => {
                let message = format!("Expected at most {LONGEST_ANSWER} characters.");
                return Err(ApiError::invalid_field("/answer/text", "too-long", message));
            }
            AnswerBody::Typed { text } => Answer::Typed { text },
            AnswerBody::SelfRated { rating } => Answer::SelfRated { rating },
        };
        let submission = Submission {
            answer,
            language: self.language,
            session_id: self.session_id,
            answered_at: self.answered_at.instant(),
            zone: self.zone.0,
            duration_ms: self.duration_ms,
        };
        Ok(CardAnswer { card, review, word: self.word_id, kind: self.kind, submission })
    }
}

/// Answer a card.
///
/// Permission: student, own cards. Safe to repeat: an answer counts once, and the first outcome is given again.
#[utoipa::path(
    put,
    path = "/cards/{cardId}/reviews/{reviewId}",
    params(
        ("cardId" = CardId, Path, description = "The card, as the sitting told."),
        ("reviewId" = ReviewId, Path, description = "Made by the client (UUIDv7)."),
    ),
    request_body = AnswerCard,
    responses(
        (status = 201, description = "Taken.", body = OutcomeView),
        (status = 200, description = "It was taken before.", body = OutcomeView),
        NotFound,
        Conflict,
    ),
    security(("accessToken" = ["student"]))
)]
#[tracing::instrument(skip_all, fields(card.id = %card_id, review.id = %review_id))]
pub(crate) async fn answer_card(
    State(app): State<App>,
    student: Student,
    Path((card_id, review_id)): Path<(CardId, ReviewId)>,
    Json(body): Json<AnswerCard>,
) -> ApiResult<(StatusCode, Json<OutcomeView>)> {
    let taken = answer_card::answer_card(&app, student.id, &body.parse(card_id, review_id)?).await?;
    let status = if taken.first_time { StatusCode::CREATED } else { StatusCode::OK };

    Ok((status, Json(OutcomeView::of(&taken.outcome))))
}

use crate::{
    App,
    commands::take_facts::{CardRef, student_and_card, take_fact},
    domain::{
        card::{Answer, CardFact, Submission, Taken},
        question::GlossLanguage,
    },
    routes::view::OutcomeView,
};
use access::Student;
use axum::{extract::State, http::StatusCode};
use events::thematic_cards::CardKind;
use ids::{CardId, ReviewId, StudySessionId, WordId};
use scheduler::Rating;
use serde::Deserialize;
use utoipa::ToSchema;
use web::{
    ApiError, ApiResult, Json, Path, Timestamp, Zone,
    responses::{Conflict, NotFound},
};

/// Characters of a typed answer.
const LONGEST_ANSWER: usize = 500;
/// An hour on one card is an abandoned card.
const LONGEST_DURATION_MS: u32 = 3_600_000;

/// An answer to a card.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct AnswerCard {
    /// What the card asks, as the sitting told.
    word_id: WordId,
    /// How it asks, as the sitting told.
    kind: CardKind,
    /// The answer.
    answer: AnswerBody,
    /// Whether the student called it easy: a right answer, typed or chosen, is then worth more.
    #[serde(default)]
    called_easy: bool,
    /// Whether it is extra practice, which moves no due date.
    #[serde(default)]
    practice: bool,
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

/// An answer, in each way of giving one.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(tag = "way", rename_all = "kebab-case", deny_unknown_fields)]
pub(crate) enum AnswerBody {
    /// Typed, to be graded.
    Typed {
        /// What was typed.
        #[schema(max_length = 500, example = "de brood")]
        text: String,
    },
    /// Chosen from the `choices` of the card.
    Chosen {
        /// What was chosen.
        #[schema(max_length = 500, example = "het brood")]
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
    /// The card that is answered, and the answer.
    pub(crate) fn parse(self, card: CardId) -> ApiResult<(CardRef, Submission)> {
        if self.kind == CardKind::Unknown {
            return Err(ApiError::invalid_field("/kind", "unknown-value", "Expected a kind of card."));
        }
        if self.duration_ms.is_some_and(|duration| duration > LONGEST_DURATION_MS) {
            let message = format!("Expected at most {LONGEST_DURATION_MS} milliseconds.");
            return Err(ApiError::invalid_field("/durationMs", "out-of-range", message));
        }
        let card = CardRef { id: card, word: self.word_id, kind: self.kind };
        let submission = Submission {
            answer: self.answer.parse()?,
            called_easy: self.called_easy,
            practice: self.practice,
            language: self.language,
            session_id: self.session_id,
            answered_at: self.answered_at.instant(),
            zone: self.zone.0,
            duration_ms: self.duration_ms,
        };
        Ok((card, submission))
    }
}

impl AnswerBody {
    fn parse(self) -> ApiResult<Answer> {
        match self {
            Self::Typed { text } | Self::Chosen { text } if text.chars().count() > LONGEST_ANSWER => {
                let message = format!("Expected at most {LONGEST_ANSWER} characters.");
                Err(ApiError::invalid_field("/answer/text", "too-long", message))
            }
            Self::Typed { text } => Ok(Answer::Typed { text }),
            Self::Chosen { text } => Ok(Answer::Chosen { text }),
            Self::SelfRated { rating } => Ok(Answer::SelfRated { rating }),
        }
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
#[tracing::instrument(skip_all, fields(card.id = %card_id, review.id = %id))]
pub(crate) async fn answer_card(
    State(app): State<App>,
    student: Student,
    Path((card_id, id)): Path<(CardId, ReviewId)>,
    Json(body): Json<AnswerCard>,
) -> ApiResult<(StatusCode, Json<OutcomeView>)> {
    let (card, submission) = body.parse(card_id)?;
    let (student, look) = student_and_card(&app, student.id, card_id).await?;
    let (card, taken) = take_fact(&app, &student, card, look, CardFact::Answer { id, submission }).await?;
    let answered = card.answered(id).ok_or_else(|| ApiError::not_found("review", id))?;

    Ok((status_of(taken), Json(OutcomeView::of(answered))))
}

/// 201 for what was new.
pub(crate) const fn status_of(taken: Taken) -> StatusCode {
    match taken {
        Taken::Now => StatusCode::CREATED,
        Taken::Before => StatusCode::OK,
    }
}

use crate::{
    App,
    commands::take_facts::{CardRef, student_and_card, take_fact},
    domain::card::{CardFact, Undo},
    routes::{v2::reviews::put::status_of, view::StandView},
};
use access::Student;
use axum::{extract::State, http::StatusCode};
use events::thematic_cards::CardKind;
use ids::{CardId, ReviewId, UndoId, WordId};
use serde::Deserialize;
use utoipa::ToSchema;
use web::{
    ApiResult, Json, Path, Timestamp,
    responses::{Conflict, NotFound},
};

/// The taking back of an answer.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct UndoReview {
    /// What the card asks, as the sitting told.
    word_id: WordId,
    /// How it asks, as the sitting told.
    kind: CardKind,
    /// The answer that is taken back.
    review_id: ReviewId,
    /// When, by the device's clock: at most 24 hours after the answer.
    undone_at: Timestamp,
}

impl UndoReview {
    /// The card, and the taking back.
    pub(crate) fn parse(self, card: CardId, id: UndoId) -> (CardRef, Undo) {
        let card = CardRef { id: card, word: self.word_id, kind: self.kind };
        (card, Undo { id, review_id: self.review_id, undone_at: self.undone_at.instant() })
    }
}

/// Take an answer back.
///
/// Permission: student, own cards. Safe to repeat. The card stands as if the answer had not been given, and may be answered
/// anew. Problem `too-late-to-undo`: the answer was given more than 24 hours before.
#[utoipa::path(
    put,
    path = "/cards/{cardId}/undos/{undoId}",
    params(
        ("cardId" = CardId, Path, description = "The card, as the sitting told."),
        ("undoId" = UndoId, Path, description = "Made by the client (UUIDv7)."),
    ),
    request_body = UndoReview,
    responses(
        (status = 201, description = "Taken back.", body = StandView),
        (status = 200, description = "It was taken back before.", body = StandView),
        NotFound,
        Conflict,
    ),
    security(("accessToken" = ["student"]))
)]
#[tracing::instrument(skip_all, fields(card.id = %card_id))]
pub(crate) async fn undo_review(
    State(app): State<App>,
    student: Student,
    Path((card_id, undo_id)): Path<(CardId, UndoId)>,
    Json(body): Json<UndoReview>,
) -> ApiResult<(StatusCode, Json<StandView>)> {
    let (card, undo) = body.parse(card_id, undo_id);
    let (student, look) = student_and_card(&app, student.id, card_id).await?;
    let (card, taken) = take_fact(&app, &student, card, look, CardFact::Undo(undo)).await?;

    Ok((status_of(taken), Json(StandView::of(&card))))
}

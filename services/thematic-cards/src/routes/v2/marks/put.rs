use crate::{
    App,
    commands::take_facts::{CardRef, student_and_card, take_fact},
    domain::card::{CardFact, Mark, MarkKind},
    routes::{v2::reviews::put::status_of, view::StandView},
};
use access::Student;
use axum::{extract::State, http::StatusCode};
use events::thematic_cards::CardKind;
use ids::{CardId, MarkId, WordId};
use serde::Deserialize;
use utoipa::ToSchema;
use web::{ApiResult, Json, Path, Timestamp, Zone, responses::NotFound};

/// Something that a student says of a card without answering it.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct MarkCard {
    /// What the card asks, as the sitting told.
    word_id: WordId,
    /// How it asks, as the sitting told.
    kind: CardKind,
    /// `suspended`: ask it no more; `resumed`: ask it again; `buried`: ask it tomorrow; `brought-back`: it was set aside as a
    /// leech, ask it again.
    mark: MarkKind,
    /// When, by the device's clock. Of marks that contradict each other the later counts.
    marked_at: Timestamp,
    /// IANA zone in which the student is: decides when tomorrow begins.
    #[serde(default)]
    zone: Zone,
}

impl MarkCard {
    /// The card, and what is said of it.
    pub(crate) fn parse(self, card: CardId, id: MarkId) -> (CardRef, Mark) {
        let card = CardRef { id: card, word: self.word_id, kind: self.kind };
        (card, Mark { id, what: self.mark, marked_at: self.marked_at.instant(), zone: self.zone.0 })
    }
}

/// Suspend a card, resume it, put it off until tomorrow, or bring a leech back.
///
/// Permission: student, own cards. Safe to repeat.
#[utoipa::path(
    put,
    path = "/cards/{cardId}/marks/{markId}",
    params(
        ("cardId" = CardId, Path, description = "The card, as the sitting told."),
        ("markId" = MarkId, Path, description = "Made by the client (UUIDv7)."),
    ),
    request_body = MarkCard,
    responses(
        (status = 201, description = "Taken.", body = StandView),
        (status = 200, description = "It was taken before, or something later was.", body = StandView),
        NotFound,
    ),
    security(("accessToken" = ["student"]))
)]
#[tracing::instrument(skip_all, fields(card.id = %card_id))]
pub(crate) async fn mark_card(
    State(app): State<App>,
    student: Student,
    Path((card_id, mark_id)): Path<(CardId, MarkId)>,
    Json(body): Json<MarkCard>,
) -> ApiResult<(StatusCode, Json<StandView>)> {
    let (card, mark) = body.parse(card_id, mark_id);
    let (student, look) = student_and_card(&app, student.id, card_id).await?;
    let (card, taken) = take_fact(&app, &student, card, look, CardFact::Mark(mark)).await?;

    Ok((status_of(taken), Json(StandView::of(&card))))
}

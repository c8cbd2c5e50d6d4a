use crate::{
    App, commands,
    commands::{
        sync::{Seen, hand_in, lacked},
        take_facts::CardRef,
    },
    domain::card::CardFact,
    routes::{
        v2::{marks::put::MarkCard, reviews::put::AnswerCard, undos::put::UndoReview},
        view::CardStateView,
    },
};
use access::Student;
use axum::extract::State;
use ids::{CardId, MarkId, ReviewId, UndoId, UserId};
use scheduler::device_clock::DeviceClock;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::ToSchema;
use web::{
    ApiError, ApiResult, Json, Timestamp,
    facts::{FactResultView, facts_of},
};

/// What a device hands in, and up to where it knows.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct SyncRequest {
    /// What the device's clock shows as it sends this. Is it wrong by more than five minutes, the times of all facts are put
    /// right by as much.
    device_time: Timestamp,
    /// What the student did, in any order, at most 500 facts. Each is judged by itself: one that cannot be read, or is of a
    /// kind that this release does not know, is rejected and leaves the others be.
    #[schema(value_type = Vec<SyncFact>, max_items = 500)]
    facts: Vec<Value>,
    /// Up to where the device knows how cards stand: the cursor of the last answer. Absent at first.
    cursor: Option<String>,
}

/// A fact: what a `PUT` of it would have in its path and its body.
#[derive(Debug, Deserialize, ToSchema)]
// Fields are renamed one by one: the document does not see `rename_all_fields`.
#[serde(tag = "fact", rename_all = "kebab-case", deny_unknown_fields)]
pub(crate) enum SyncFact {
    /// An answer to a card.
    Review {
        /// Its own id (UUIDv7).
        id: ReviewId,
        /// The card.
        #[serde(rename = "cardId")]
        card_id: CardId,
        /// The answer.
        body: AnswerCard,
    },
    /// The taking back of an answer. It may come before its answer.
    Undo {
        /// Its own id (UUIDv7).
        id: UndoId,
        /// The card.
        #[serde(rename = "cardId")]
        card_id: CardId,
        /// Which answer.
        body: UndoReview,
    },
    /// A card is suspended, resumed, put off or brought back.
    Mark {
        /// Its own id (UUIDv7).
        id: MarkId,
        /// The card.
        #[serde(rename = "cardId")]
        card_id: CardId,
        /// What is said of it.
        body: MarkCard,
    },
}

impl SyncFact {
    fn parse(fact: &Value) -> ApiResult<(CardRef, CardFact)> {
        let unreadable =
            |_| ApiError::invalid_field("", "unreadable-fact", "This is no fact that is known here.");
        Ok(match Self::deserialize(fact).map_err(unreadable)? {
            Self::Review { id, card_id, body } => {
                let (card, submission) = body.parse(card_id)?;
                (card, CardFact::Answer { id, submission })
            }
            Self::Undo { id, card_id, body } => {
                let (card, undo) = body.parse(card_id, id);
                (card, CardFact::Undo(undo))
            }
            Self::Mark { id, card_id, body } => {
                let (card, mark) = body.parse(card_id, id);
                (card, CardFact::Mark(mark))
            }
        })
    }
}

/// What came of it.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct SyncAnswer {
    /// What came of each fact, in their order.
    results: Vec<FactResultView>,
    /// By how many milliseconds the device's clock is behind (or ahead, where it is negative), when its times were put right.
    #[serde(skip_serializing_if = "Option::is_none")]
    clock_behind_ms: Option<i64>,
    /// Cards that changed since the cursor, also by these facts, as they stand now.
    cards: Vec<CardStateView>,
    /// Up to where the device knows cards now: send it next time.
    cursor: String,
    /// Whether there is more: ask again at once, without facts.
    more: bool,
}

fn scope(student: UserId) -> String {
    format!("sync/{student}")
}

/// Hand in what was done without a connection, and take what is lacked.
///
/// Permission: student, own cards. Safe to repeat: each fact counts once, in whatever order facts arrive and from however
/// many devices.
#[utoipa::path(
    post,
    path = "/sync",
    request_body = SyncRequest,
    responses((status = 200, description = "What came of each fact, and what changed.", body = SyncAnswer)),
    security(("accessToken" = ["student"]))
)]
#[tracing::instrument(skip_all, fields(facts = body.facts.len()))]
pub(crate) async fn sync(
    State(app): State<App>,
    student: Student,
    Json(body): Json<SyncRequest>,
) -> ApiResult<Json<SyncAnswer>> {
    let facts = facts_of(&body.facts)?;
    let scope = scope(student.id);
    let open = |cursor: &String| app.cursors.open(&scope, cursor);
    let seen: Seen = body.cursor.as_ref().map(open).transpose()?.unwrap_or_default();
    let clock = DeviceClock::showing(body.device_time.instant(), app.clock.now());
    let known = commands::student(&app, student.id).await?;
    let handed = hand_in(&app, &known, facts.iter().map(SyncFact::parse).collect(), clock).await?;
    let lacked = lacked(&app, student.id, seen).await?;

    Ok(Json(SyncAnswer {
        results: facts
            .iter()
            .zip(handed)
            .map(|(fact, handed)| FactResultView::of(fact.get("id"), handed))
            .collect(),
        clock_behind_ms: clock.correction().map(|by| by.num_milliseconds()),
        cards: lacked.cards.iter().map(CardStateView::of).collect(),
        cursor: app.cursors.seal(&scope, &lacked.seen)?,
        more: lacked.more,
    }))
}

//! Every operation, for every kind of caller.

use crate::support::{BASE, World, review_id, topic_id, typed, word_id};
use events::thematic_cards::CardKind;
use ids::StudySessionId;
use serde_json::json;
use testing::{
    Caller,
    authorization::{Expected, Matrix, Whose},
};
use thematic_cards::domain::question::card_id;

const CONTENT: &str = "topics are the school's, and the same for every student";
const V1: &str = "/api/v1/thematic-cards";

/// The path segment of the caller's card of *brood*, or of another student's, and a right answer to it.
fn card(caller: &Caller, whose: Whose) -> (String, serde_json::Value) {
    let owner = if whose == Whose::Own { caller.id() } else { Caller::student().id() };
    let card = card_id(owner, word_id("brood"), CardKind::Recall);
    let body = typed(&json!({ "wordId": word_id("brood"), "kind": "recall" }), "het brood");
    (card.to_string(), body)
}

fn new_session() -> StudySessionId {
    StudySessionId::new(Caller::student().id().as_uuid())
}

fn matrix() -> Matrix<World> {
    let reads = [401, 200, 403, 403, 403];
    let creates = [401, 201, 403, 403, 403];
    let others = [401, 404, 403, 403, 403];

    Matrix::of_api(&thematic_cards::api())
        .standing("thematic-cards", |world: &World| world.api.clone())
        //     anonymous, student, teacher, educational admin, technical admin
        .operation(
            "GET /api/v2/thematic-cards/topics",
            Expected::of_nobody(reads),
            |world: World, _, _| async move { world.api.get(format!("{BASE}/topics")) },
        )
        .operation(
            "GET /api/v2/thematic-cards/topics/{topicId}",
            Expected::shared(CONTENT, reads),
            |world: World, _, _| async move { world.api.get(format!("{BASE}/topics/{}", topic_id())) },
        )
        .operation(
            "PUT /api/v2/thematic-cards/topics/{topicId}/sessions/{sessionId}",
            Expected::shared("a sitting belongs to whoever arranges it", creates),
            |world: World, _, _| async move {
                world
                    .api
                    .put(format!("{BASE}/topics/{}/sessions/{}", topic_id(), new_session()))
                    .json(&json!({}))
            },
        )
        .operation(
            "GET /api/v2/thematic-cards/sessions/{sessionId}",
            Expected::own_and_others(reads, others),
            |world: World, caller: Caller, whose| async move {
                let session = new_session();
                let owner = Caller::student();
                let owner =
                    if whose == Whose::Own && caller.role() == owner.role() { &caller } else { &owner };
                world.arrange(owner, session, &json!({})).await.expect(201);
                world.api.get(format!("{BASE}/sessions/{session}"))
            },
        )
        .operation(
            "PUT /api/v2/thematic-cards/cards/{cardId}/reviews/{reviewId}",
            Expected::own_and_others(creates, others),
            |world: World, caller, whose| async move {
                let (card, body) = card(&caller, whose);
                world.api.put(format!("{BASE}/cards/{card}/reviews/{}", review_id(1))).json(&body)
            },
        )
        .operation(
            "PUT /api/v2/thematic-cards/sessions/{sessionId}",
            Expected::shared("a sitting belongs to whoever arranges it", creates),
            |world: World, _, _| async move {
                world.api.put(format!("{BASE}/sessions/{}", new_session())).json(&json!({}))
            },
        )
        .operation(
            "PUT /api/v2/thematic-cards/cards/{cardId}/undos/{undoId}",
            Expected::own_and_others(creates, others),
            |world: World, caller, whose| async move {
                let (card, _) = card(&caller, whose);
                let body = json!({
                    "wordId": word_id("brood"), "kind": "recall", "reviewId": review_id(1),
                    "undoneAt": "2025-03-03T09:00:00Z",
                });
                world.api.put(format!("{BASE}/cards/{card}/undos/{}", review_id(2))).json(&body)
            },
        )
        .operation(
            "PUT /api/v2/thematic-cards/cards/{cardId}/marks/{markId}",
            Expected::own_and_others(creates, others),
            |world: World, caller, whose| async move {
                let (card, _) = card(&caller, whose);
                let body = json!({
                    "wordId": word_id("brood"), "kind": "recall", "mark": "suspended",
                    "markedAt": "2025-03-03T09:00:00Z",
                });
                world.api.put(format!("{BASE}/cards/{card}/marks/{}", review_id(3))).json(&body)
            },
        )
        .operation(
            "GET /api/v2/thematic-cards/cards",
            Expected::of_nobody(reads),
            |world: World, _, _| async move { world.api.get(format!("{BASE}/cards")) },
        )
        .operation(
            "GET /api/v2/thematic-cards/statistics",
            Expected::of_nobody(reads),
            |world: World, _, _| async move { world.api.get(format!("{BASE}/statistics")) },
        )
        .operation(
            "GET /api/v2/thematic-cards/statistics/days",
            Expected::of_nobody(reads),
            |world: World, _, _| async move {
                world.api.get(format!("{BASE}/statistics/days?from=2025-01-01&to=2025-12-31"))
            },
        )
        .operation(
            "GET /api/v2/thematic-cards/statistics/forecast",
            Expected::of_nobody(reads),
            |world: World, _, _| async move { world.api.get(format!("{BASE}/statistics/forecast")) },
        )
        .operation(
            "GET /api/v2/thematic-cards/statistics/memory",
            Expected::of_nobody(reads),
            |world: World, _, _| async move { world.api.get(format!("{BASE}/statistics/memory")) },
        )
        .operation(
            "GET /api/v2/thematic-cards/offline",
            Expected::of_nobody(reads),
            |world: World, _, _| async move { world.api.get(format!("{BASE}/offline")) },
        )
        .operation(
            "POST /api/v2/thematic-cards/sync",
            Expected::of_nobody(reads),
            |world: World, _, _| async move {
                let body = json!({ "deviceTime": "2025-03-03T09:00:00Z", "facts": [] });
                world.api.post(format!("{BASE}/sync")).json(&body)
            },
        )
        .operation(
            "GET /api/v2/thematic-cards/settings",
            Expected::of_nobody(reads),
            |world: World, _, _| async move { world.api.get(format!("{BASE}/settings")) },
        )
        .operation(
            "PATCH /api/v2/thematic-cards/settings",
            Expected::of_nobody(reads),
            |world: World, _, _| async move {
                let body = json!({ "newWords": 5 });
                world.api.patch(format!("{BASE}/settings")).header("if-match", "\"0\"").json(&body)
            },
        )
        .operation(
            "GET /api/v1/thematic-cards/topics",
            Expected::of_nobody(reads),
            |world: World, _, _| async move { world.api.get(format!("{V1}/topics")) },
        )
        .operation(
            "GET /api/v1/thematic-cards/topics/{topicId}/due",
            Expected::shared(CONTENT, reads),
            |world: World, _, _| async move { world.api.get(format!("{V1}/topics/{}/due", topic_id())) },
        )
        .operation(
            "POST /api/v1/thematic-cards/cards/{cardId}/answers",
            Expected::own_and_others(reads, others),
            |world: World, caller, whose| async move {
                let (card, _) = card(&caller, whose);
                let body = json!({
                    "wordId": word_id("brood"), "kind": "recall", "text": "het brood",
                    "answeredAt": "2025-03-03T09:00:00Z",
                });
                world.api.post(format!("{V1}/cards/{card}/answers")).json(&body)
            },
        )
}

#[tokio::test]
async fn every_operation_admits_whom_it_says() {
    matrix().check(World::with_words(&["brood"]).await).await;
}

#[tokio::test]
async fn no_operation_takes_bad_input() {
    matrix().check_bad_input(World::with_words(&["brood"]).await).await;
}

#[tokio::test]
async fn who_asks_too_often_is_told_when_to_come_back_and_nobody_else() {
    let world = World::with_words(&["brood"]).await;
    matrix().check_burst(world.clone(), &world.strict()).await;
}

#[tokio::test]
async fn an_outage_of_the_store_is_told_with_when_to_come_back() {
    let world = World::with_words(&["brood"]).await;
    matrix().check_outage(world.clone(), || world.store.cut()).await;
}

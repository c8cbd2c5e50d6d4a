//! Every operation, for every kind of caller.

use crate::support::{BASE, World, noun, review_id, word_id};
use ids::{OwnWordId, StudySessionId, UserId, WordListId};
use serde_json::{Value, json};
use testing::{
    Caller,
    authorization::{Expected, Matrix, Whose},
};

const V1: &str = "/api/v1/learning-cards";

/// The caller if the object is to be theirs and they may have one, else some student.
fn owner(caller: &Caller, whose: Whose) -> Caller {
    let other = Caller::student();
    if whose == Whose::Own && caller.role() == other.role() { caller.clone() } else { other }
}

async fn word(world: &World, caller: &Caller, whose: Whose) -> OwnWordId {
    let owner = owner(caller, whose);
    let id = word_id(&owner, "brood");
    world.put(&owner, &format!("/words/{id}"), &noun("brood")).await;
    id
}

fn new_session() -> StudySessionId {
    StudySessionId::new(Caller::student().id().as_uuid())
}

/// A table of one word.
fn words_in_a_file() -> Value {
    json!({ "file": "ZGUgZmlldHMJYmljeWNsZQo=", "language": "en", "duplicates": "skip" })
}

async fn imported(world: &World, student: &Caller) -> UserId {
    let id = fresh();
    world.put(student, &format!("/imports/{id}"), &words_in_a_file()).await.expect(201);
    id
}

async fn listed(world: &World, caller: &Caller, whose: Whose) -> WordListId {
    let owner = owner(caller, whose);
    let id = WordListId::derive(owner.id().as_uuid(), "a list");
    world.put(&owner, &format!("/lists/{id}"), &json!({ "name": "Les 4" })).await;
    id
}

fn list_to_share() -> Value {
    json!({ "name": "Les 4", "words": [noun("brood")] })
}

/// A list of the caller if it is to be theirs and they may have one, else of some teacher.
async fn shared(world: &World, caller: &Caller, whose: Whose) -> WordListId {
    let other = Caller::teacher();
    let owner = if whose == Whose::Own && caller.role() == other.role() { caller.clone() } else { other };
    let id = WordListId::derive(owner.id().as_uuid(), "a shared list");
    world.put(&owner, &format!("/shared-lists/{id}"), &list_to_share()).await;
    id
}

/// A list of a teacher of the caller, if it is to be offered to them, else of a teacher of some student.
async fn offered(world: &World, caller: &Caller, whose: Whose) -> WordListId {
    let teacher = Caller::teacher();
    let id = WordListId::derive(teacher.id().as_uuid(), "a shared list");
    world.put(&teacher, &format!("/shared-lists/{id}"), &list_to_share()).await;
    world.link(&owner(caller, whose), &teacher, 1).await;
    id
}

fn fresh() -> UserId {
    Caller::student().id()
}

fn matrix() -> Matrix<World> {
    let reads = [401, 200, 403, 403, 403];
    let creates = [401, 201, 403, 403, 403];
    let removes = [401, 204, 403, 403, 403];
    let others = [401, 404, 403, 403, 403];
    let by_teachers = |status| [401, 403, status, 403, 403];

    Matrix::of_api(&learning_cards::api())
        .standing("learning-cards", |world: &World| world.api.clone())
        //     anonymous, student, teacher, educational admin, technical admin
        .operation(
            "GET /api/v1/learning-cards/words",
            Expected::of_nobody(reads),
            |world: World, _, _| async move { world.api.get(format!("{V1}/words")) },
        )
        .operation(
            "POST /api/v1/learning-cards/words",
            Expected::of_nobody(reads),
            |world: World, _, _| async move {
                let body = json!({ "lemma": "brood", "glosses": { "en": "bread" } });
                world.api.post(format!("{V1}/words")).json(&body)
            },
        )
        .operation(
            "DELETE /api/v1/learning-cards/words/{wordId}",
            Expected::own_and_others(removes, others),
            |world: World, caller, whose| async move {
                let id = word(&world, &caller, whose).await;
                world.api.delete(format!("{V1}/words/{id}"))
            },
        )
        .operation(
            "GET /api/v1/learning-cards/due",
            Expected::of_nobody(reads),
            |world: World, _, _| async move { world.api.get(format!("{V1}/due")) },
        )
        .operation(
            "POST /api/v1/learning-cards/words/{wordId}/answers",
            Expected::own_and_others(reads, others),
            |world: World, caller, whose| async move {
                let id = word(&world, &caller, whose).await;
                let body = json!({ "asked": "see", "rating": "good", "answeredAt": world.clock.now() });
                world.api.post(format!("{V1}/words/{id}/answers")).json(&body)
            },
        )
        .operation(
            "GET /api/v2/learning-cards/words",
            Expected::of_nobody(reads),
            |world: World, _, _| async move { world.api.get(format!("{BASE}/words")) },
        )
        .operation(
            "PUT /api/v2/learning-cards/words/{wordId}",
            Expected::shared("a word belongs to whoever adds it", creates),
            |world: World, _, _| async move {
                world.api.put(format!("{BASE}/words/{}", fresh())).json(&noun("brood"))
            },
        )
        .operation(
            "GET /api/v2/learning-cards/words/{wordId}",
            Expected::own_and_others(reads, others),
            |world: World, caller, whose| async move {
                let id = word(&world, &caller, whose).await;
                world.api.get(format!("{BASE}/words/{id}"))
            },
        )
        .operation(
            "PATCH /api/v2/learning-cards/words/{wordId}",
            Expected::own_and_others(reads, others),
            |world: World, caller, whose| async move {
                let id = word(&world, &caller, whose).await;
                let request = world.api.patch(format!("{BASE}/words/{id}")).header("if-match", "*");
                request.json(&json!({ "note": "van de bakker" }))
            },
        )
        .operation(
            "DELETE /api/v2/learning-cards/words/{wordId}",
            Expected::own_and_others(removes, others),
            |world: World, caller, whose| async move {
                let id = word(&world, &caller, whose).await;
                world.api.delete(format!("{BASE}/words/{id}"))
            },
        )
        .operation(
            "POST /api/v2/learning-cards/words/{wordId}/restorations",
            Expected::own_and_others(reads, others),
            |world: World, caller, whose| async move {
                let id = word(&world, &caller, whose).await;
                world.api.post(format!("{BASE}/words/{id}/restorations"))
            },
        )
        .operation(
            "POST /api/v2/learning-cards/words/{wordId}/rescues",
            Expected::own_and_others(reads, others),
            |world: World, caller, whose| async move {
                let id = word(&world, &caller, whose).await;
                world.api.post(format!("{BASE}/words/{id}/rescues"))
            },
        )
        .operation(
            "PUT /api/v2/learning-cards/words/{wordId}/place",
            Expected::own_and_others(reads, others),
            |world: World, caller, whose| async move {
                let id = word(&world, &caller, whose).await;
                world.api.put(format!("{BASE}/words/{id}/place")).json(&json!({ "at": "first" }))
            },
        )
        .operation(
            "PUT /api/v2/learning-cards/words/{wordId}/merges/{otherId}",
            Expected::own_and_others(reads, others),
            |world: World, caller, whose| async move {
                let owner = owner(&caller, whose);
                let (id, other) = (word_id(&owner, "brood"), word_id(&owner, "broodje"));
                world.put(&owner, &format!("/words/{id}"), &noun("brood")).await;
                world.put(&owner, &format!("/words/{other}"), &noun("broodje")).await;
                world.api.put(format!("{BASE}/words/{id}/merges/{other}?sameWord=true"))
            },
        )
        .operation(
            "PUT /api/v2/learning-cards/words/{wordId}/contexts/{contextId}",
            Expected::own_and_others(creates, others),
            |world: World, caller, whose| async move {
                let id = word(&world, &caller, whose).await;
                let body = json!({ "sentence": { "text": "Vers brood." } });
                world.api.put(format!("{BASE}/words/{id}/contexts/{}", fresh())).json(&body)
            },
        )
        .operation(
            "DELETE /api/v2/learning-cards/words/{wordId}/contexts/{contextId}",
            Expected::own_and_others(removes, others),
            |world: World, caller, whose| async move {
                let id = word(&world, &caller, whose).await;
                world.api.delete(format!("{BASE}/words/{id}/contexts/{}", fresh()))
            },
        )
        .operation(
            "GET /api/v2/learning-cards/lookups",
            Expected::of_nobody(reads),
            |world: World, _, _| async move { world.api.get(format!("{BASE}/lookups?form=liep")) },
        )
        .operation(
            "PUT /api/v2/learning-cards/words/{wordId}/reviews/{reviewId}",
            Expected::own_and_others(creates, others),
            |world: World, caller, whose| async move {
                let id = word(&world, &caller, whose).await;
                let body = world.typed("see", "brood (en)");
                world.api.put(format!("{BASE}/words/{id}/reviews/{}", review_id(1))).json(&body)
            },
        )
        .operation(
            "GET /api/v2/learning-cards/cohorts",
            Expected::of_nobody(reads),
            |world: World, _, _| async move { world.api.get(format!("{BASE}/cohorts")) },
        )
        .operation(
            "GET /api/v2/learning-cards/cohorts/current",
            Expected::of_nobody(reads),
            |world: World, caller, _| async move {
                word(&world, &caller, Whose::Own).await;
                world.api.get(format!("{BASE}/cohorts/current"))
            },
        )
        .operation(
            "GET /api/v2/learning-cards/cohorts/{week}",
            Expected::shared("a week is that of whoever asks", reads),
            |world: World, caller, _| async move {
                let student = owner(&caller, Whose::Own);
                word(&world, &student, Whose::Own).await;
                world.get(&student, "/cohorts/current").await.expect(200);
                world.api.get(format!("{BASE}/cohorts/2025-W10"))
            },
        )
        .operation(
            "PUT /api/v2/learning-cards/cohorts/current/words/{wordId}",
            Expected::own_and_others(reads, others),
            |world: World, caller, whose| async move {
                let id = word(&world, &caller, whose).await;
                world.api.put(format!("{BASE}/cohorts/current/words/{id}"))
            },
        )
        .operation(
            "PUT /api/v2/learning-cards/sessions/{sessionId}",
            Expected::shared("a sitting belongs to whoever arranges it", creates),
            |world: World, _, _| async move {
                world.api.put(format!("{BASE}/sessions/{}", new_session())).json(&json!({}))
            },
        )
        .operation(
            "GET /api/v2/learning-cards/sessions/{sessionId}",
            Expected::own_and_others(reads, others),
            |world: World, caller: Caller, whose| async move {
                let session = new_session();
                let owner = owner(&caller, whose);
                world.put(&owner, &format!("/sessions/{session}"), &json!({})).await.expect(201);
                world.api.get(format!("{BASE}/sessions/{session}"))
            },
        )
        .operation(
            "POST /api/v2/learning-cards/sync",
            Expected::of_nobody(reads),
            |world: World, _, _| async move {
                let body = json!({ "deviceTime": world.clock.now(), "facts": [] });
                world.api.post(format!("{BASE}/sync")).json(&body)
            },
        )
        .operation(
            "POST /api/v2/learning-cards/imports/previews",
            Expected::of_nobody(reads),
            |world: World, _, _| async move {
                let mut body = words_in_a_file();
                body.as_object_mut().map(|body| body.remove("duplicates"));
                world.api.post(format!("{BASE}/imports/previews")).json(&body)
            },
        )
        .operation(
            "PUT /api/v2/learning-cards/imports/{importId}",
            Expected::shared("an import belongs to whoever imports", creates),
            |world: World, _, _| async move {
                world.api.put(format!("{BASE}/imports/{}", fresh())).json(&words_in_a_file())
            },
        )
        .operation(
            "GET /api/v2/learning-cards/imports",
            Expected::of_nobody(reads),
            |world: World, _, _| async move { world.api.get(format!("{BASE}/imports")) },
        )
        .operation(
            "GET /api/v2/learning-cards/imports/{importId}",
            Expected::own_and_others(reads, others),
            |world: World, caller: Caller, whose| async move {
                let id = imported(&world, &owner(&caller, whose)).await;
                world.api.get(format!("{BASE}/imports/{id}"))
            },
        )
        .operation(
            "POST /api/v2/learning-cards/imports/{importId}/undos",
            Expected::own_and_others(reads, others),
            |world: World, caller: Caller, whose| async move {
                let id = imported(&world, &owner(&caller, whose)).await;
                world.api.post(format!("{BASE}/imports/{id}/undos"))
            },
        )
        .operation(
            "GET /api/v2/learning-cards/dictionary.tsv",
            Expected::of_nobody(reads),
            |world: World, _, _| async move { world.api.get(format!("{BASE}/dictionary.tsv")) },
        )
        .operation(
            "GET /api/v2/learning-cards/dictionary.apkg",
            Expected::of_nobody(reads),
            |world: World, _, _| async move { world.api.get(format!("{BASE}/dictionary.apkg")) },
        )
        .operation(
            "GET /api/v2/learning-cards/removals",
            Expected::of_nobody(reads),
            |world: World, _, _| async move { world.api.get(format!("{BASE}/removals")) },
        )
        .operation(
            "GET /api/v2/learning-cards/lists",
            Expected::of_nobody(reads),
            |world: World, _, _| async move { world.api.get(format!("{BASE}/lists")) },
        )
        .operation(
            "PUT /api/v2/learning-cards/lists/{listId}",
            Expected::shared("a list belongs to whoever makes it", creates),
            |world: World, _, _| async move {
                world.api.put(format!("{BASE}/lists/{}", fresh())).json(&json!({ "name": "Les 4" }))
            },
        )
        .operation(
            "GET /api/v2/learning-cards/lists/{listId}",
            Expected::own_and_others(reads, others),
            |world: World, caller, whose| async move {
                let id = listed(&world, &caller, whose).await;
                world.api.get(format!("{BASE}/lists/{id}"))
            },
        )
        .operation(
            "PATCH /api/v2/learning-cards/lists/{listId}",
            Expected::own_and_others(reads, others),
            |world: World, caller, whose| async move {
                let id = listed(&world, &caller, whose).await;
                let request = world.api.patch(format!("{BASE}/lists/{id}")).header("if-match", "*");
                request.json(&json!({ "name": "Les 5" }))
            },
        )
        .operation(
            "DELETE /api/v2/learning-cards/lists/{listId}",
            Expected::own_and_others(removes, others),
            |world: World, caller, whose| async move {
                let id = listed(&world, &caller, whose).await;
                world.api.delete(format!("{BASE}/lists/{id}"))
            },
        )
        .operation(
            "POST /api/v2/learning-cards/lists/{listId}/words",
            Expected::own_and_others(reads, others),
            |world: World, caller, whose| async move {
                let id = listed(&world, &caller, whose).await;
                let word = word(&world, &caller, whose).await;
                world.api.post(format!("{BASE}/lists/{id}/words")).json(&json!({ "wordIds": [word] }))
            },
        )
        .operation(
            "DELETE /api/v2/learning-cards/lists/{listId}/words/{wordId}",
            Expected::own_and_others(removes, others),
            |world: World, caller, whose| async move {
                let id = listed(&world, &caller, whose).await;
                let word = word(&world, &caller, whose).await;
                world.api.delete(format!("{BASE}/lists/{id}/words/{word}"))
            },
        )
        .operation(
            "GET /api/v2/learning-cards/shared-lists",
            Expected::of_nobody(by_teachers(200)),
            |world: World, _, _| async move { world.api.get(format!("{BASE}/shared-lists")) },
        )
        .operation(
            "PUT /api/v2/learning-cards/shared-lists/{listId}",
            Expected::shared("a list belongs to whoever shares it", by_teachers(201)),
            |world: World, _, _| async move {
                world.api.put(format!("{BASE}/shared-lists/{}", fresh())).json(&list_to_share())
            },
        )
        .operation(
            "GET /api/v2/learning-cards/shared-lists/{listId}",
            Expected::own_and_others(by_teachers(200), by_teachers(404)),
            |world: World, caller, whose| async move {
                let id = shared(&world, &caller, whose).await;
                world.api.get(format!("{BASE}/shared-lists/{id}"))
            },
        )
        .operation(
            "PATCH /api/v2/learning-cards/shared-lists/{listId}",
            Expected::own_and_others(by_teachers(200), by_teachers(404)),
            |world: World, caller, whose| async move {
                let id = shared(&world, &caller, whose).await;
                let request = world.api.patch(format!("{BASE}/shared-lists/{id}")).header("if-match", "*");
                request.json(&json!({ "name": "Les 5" }))
            },
        )
        .operation(
            "DELETE /api/v2/learning-cards/shared-lists/{listId}",
            Expected::own_and_others(by_teachers(204), by_teachers(404)),
            |world: World, caller, whose| async move {
                let id = shared(&world, &caller, whose).await;
                world.api.delete(format!("{BASE}/shared-lists/{id}"))
            },
        )
        .operation(
            "GET /api/v2/learning-cards/offered-lists",
            Expected::of_nobody(reads),
            |world: World, _, _| async move { world.api.get(format!("{BASE}/offered-lists")) },
        )
        .operation(
            "GET /api/v2/learning-cards/offered-lists/{listId}",
            Expected::own_and_others(reads, others),
            |world: World, caller, whose| async move {
                let id = offered(&world, &caller, whose).await;
                world.api.get(format!("{BASE}/offered-lists/{id}"))
            },
        )
        .operation(
            "POST /api/v2/learning-cards/offered-lists/{listId}/takeovers",
            Expected::own_and_others(reads, others),
            |world: World, caller, whose| async move {
                let id = offered(&world, &caller, whose).await;
                world.api.post(format!("{BASE}/offered-lists/{id}/takeovers"))
            },
        )
        .operation(
            "GET /api/v2/learning-cards/statistics",
            Expected::of_nobody(reads),
            |world: World, _, _| async move { world.api.get(format!("{BASE}/statistics")) },
        )
        .operation(
            "GET /api/v2/learning-cards/statistics/forecast",
            Expected::of_nobody(reads),
            |world: World, _, _| async move { world.api.get(format!("{BASE}/statistics/forecast")) },
        )
        .operation(
            "GET /api/v2/learning-cards/offline",
            Expected::of_nobody(reads),
            |world: World, _, _| async move { world.api.get(format!("{BASE}/offline")) },
        )
        .operation(
            "GET /api/v2/learning-cards/settings",
            Expected::of_nobody(reads),
            |world: World, _, _| async move { world.api.get(format!("{BASE}/settings")) },
        )
        .operation(
            "PATCH /api/v2/learning-cards/settings",
            Expected::of_nobody(reads),
            |world: World, _, _| async move {
                let request = world.api.patch(format!("{BASE}/settings")).header("if-match", "*");
                request.json(&json!({ "wordsAWeek": 30 }))
            },
        )
}

#[tokio::test]
async fn every_operation_admits_whom_it_says() {
    matrix().check(World::new().await).await;
}

#[tokio::test]
async fn no_operation_takes_bad_input() {
    matrix().check_bad_input(World::new().await).await;
}

#[tokio::test]
async fn who_asks_too_often_is_told_when_to_come_back_and_nobody_else() {
    let world = World::new().await;
    matrix().check_burst(world.clone(), &world.strict()).await;
}

#[tokio::test]
async fn an_outage_of_the_store_is_told_with_when_to_come_back() {
    let world = World::new().await;
    matrix().check_outage(world.clone(), || world.store.cut()).await;
}

//! Every operation, for every kind of caller.

use crate::support::{World, fresh_id};
use ids::UserId;
use serde_json::json;
use testing::{
    Caller,
    authorization::{Expected, Matrix, Whose},
};

/// Of a service that is about to write.
const QUESTION: &str = "purpose=mail&causeId=0193a2b4-7c1d-7e2f-8a3b-4c5d6e7f8091&which=current";

fn matrix() -> Matrix<World> {
    Matrix::of_api(&pii::api())
        .standing("pii", |world: &World| world.api.clone())
        .operation(
            "GET /api/v2/pii/people/{userId}/name",
            //                        anonymous, student, teacher, educational admin, technical admin
            Expected::own_and_others([401, 200, 200, 200, 200], [401, 404, 404, 200, 200]),
            |world: World, caller: Caller, whose| async move {
                let person = arrange(&world, &caller, whose).await;
                world.api.get(format!("/api/v2/pii/people/{person}/name"))
            },
        )
        .operation(
            "POST /api/v2/pii/exports",
            Expected::of_nobody([401, 202, 202, 202, 202]),
            |world: World, _: Caller, _| async move {
                world.api.post("/api/v2/pii/exports").json(&json!({ "exportId": fresh_id() }))
            },
        )
        .operation(
            "GET /api/v2/pii/exports",
            Expected::of_nobody([401, 403, 403, 403, 200]),
            |world: World, _: Caller, _| async move { world.api.get("/api/v2/pii/exports?open=true") },
        )
        .operation(
            "GET /api/v2/pii/exports/{exportId}",
            Expected::own_and_others([401, 200, 200, 200, 200], [401, 404, 404, 404, 200]),
            |world: World, caller: Caller, whose| async move {
                let export = export_of(&world, &caller, whose).await;
                world.api.get(format!("/api/v2/pii/exports/{export}"))
            },
        )
        .operation(
            "POST /api/v2/pii/exports/{exportId}/links",
            Expected::own_and_others([401, 201, 201, 201, 201], [401, 404, 404, 404, 404]),
            |world: World, caller: Caller, whose| async move {
                let export = export_of(&world, &caller, whose).await;
                world.answer_exports().await;
                world.api.post(format!("/api/v2/pii/exports/{export}/links"))
            },
        )
        .operation(
            "GET /api/v2/pii/archives/{token}",
            Expected::shared("whoever has a link may follow it", [404; 5]),
            |world: World, _: Caller, _| async move {
                world.api.get(format!("/api/v2/pii/archives/{}", "0".repeat(64)))
            },
        )
        .operation(
            "POST /api/v2/pii/erasures",
            Expected::of_nobody([401, 202, 202, 202, 409]),
            |world: World, _: Caller, _| async move {
                world.api.post("/api/v2/pii/erasures").json(&json!({ "erasureId": fresh_id() }))
            },
        )
        .operation(
            "GET /api/v2/pii/erasures",
            Expected::of_nobody([401, 403, 403, 403, 200]),
            |world: World, _: Caller, _| async move { world.api.get("/api/v2/pii/erasures?open=true") },
        )
        .operation(
            "GET /api/v2/pii/erasures/{erasureId}",
            Expected::own_and_others([401, 200, 200, 200, 200], [401, 404, 404, 404, 200]),
            |world: World, caller: Caller, whose| async move {
                let erasure = erasure_of(&world, &caller, whose).await;
                world.api.get(format!("/api/v2/pii/erasures/{erasure}"))
            },
        )
        .operation(
            "GET /api/v2/pii/erasures/{erasureId}/certificate",
            Expected::shared("the id is what its maker keeps, and it says nothing of whom", [200; 5]),
            |world: World, caller: Caller, whose| async move {
                let erasure = erasure_of(&world, &caller, whose).await;
                world.answer_erasures().await;
                world.api.get(format!("/api/v2/pii/erasures/{erasure}/certificate"))
            },
        )
        .operation(
            "POST /api/v1/pii/export",
            Expected::of_nobody([401, 202, 202, 202, 202]),
            |world: World, _: Caller, _| async move { world.api.post("/api/v1/pii/export") },
        )
        .operation(
            "POST /api/v1/pii/delete",
            Expected::of_nobody([401, 202, 202, 202, 409]),
            |world: World, _: Caller, _| async move { world.api.post("/api/v1/pii/delete") },
        )
        .operation(
            "GET /api/v2/pii/people/{userId}",
            Expected::own_and_others([401, 200, 200, 200, 200], [401, 404, 404, 200, 200]),
            |world: World, caller: Caller, whose| async move {
                let person = arrange(&world, &caller, whose).await;
                let purpose = if whose == Whose::Own { "own" } else { "administration" };
                world.api.get(format!("/api/v2/pii/people/{person}?fields=given-name&purpose={purpose}"))
            },
        )
        .operation(
            "PATCH /api/v2/pii/people/{userId}",
            Expected::own_and_others([401, 200, 200, 200, 200], [401, 404, 404, 200, 200]),
            |world: World, caller: Caller, whose| async move {
                let person = arrange(&world, &caller, whose).await;
                let body = match whose {
                    Whose::Own => json!({ "givenName": "Anneke" }),
                    _ => json!({ "adminNote": "Called on Monday." }),
                };
                world.api.patch(format!("/api/v2/pii/people/{person}")).header("if-match", "*").json(&body)
            },
        )
        .operation(
            "POST /api/v2/pii/people/names",
            Expected::of_nobody([401, 403, 200, 200, 200]),
            |world: World, caller: Caller, _| async move {
                world.api.post("/api/v2/pii/people/names").json(&json!({ "userIds": [caller.id()] }))
            },
        )
        .operation(
            "POST /api/v2/pii/people/lookups",
            Expected::of_nobody([401, 403, 403, 200, 200]),
            |world: World, _, _| async move {
                world.api.post("/api/v2/pii/people/lookups").json(&json!({ "email": "x@example.org" }))
            },
        )
        .operation(
            "GET /api/v2/pii/people/{userId}/accesses",
            Expected::own_and_others([401, 200, 200, 200, 200], [401, 404, 404, 200, 200]),
            |world: World, caller: Caller, whose| async move {
                let person = arrange(&world, &caller, whose).await;
                world.api.get(format!("/api/v2/pii/people/{person}/accesses?purpose=administration"))
            },
        )
        .operation(
            "GET /api/v2/pii/people/{userId}/standing",
            Expected::own_and_others([401, 200, 200, 200, 200], [401, 404, 404, 200, 404]),
            |world: World, caller: Caller, whose| async move {
                let person = arrange(&world, &caller, whose).await;
                world.api.get(format!("/api/v2/pii/people/{person}/standing"))
            },
        )
        .operation(
            "GET /api/v2/pii/people/{userId}/consents",
            Expected::own_and_others([401, 200, 200, 200, 200], [401, 404, 404, 200, 404]),
            |world: World, caller: Caller, whose| async move {
                let person = arrange(&world, &caller, whose).await;
                world.api.get(format!("/api/v2/pii/people/{person}/consents"))
            },
        )
        .operation(
            "PUT /api/v2/pii/people/{userId}/consents/{consentId}",
            Expected::own_and_others([401, 201, 201, 201, 201], [401, 404, 404, 201, 404]),
            |world: World, caller: Caller, whose| async move {
                let person = arrange(&world, &caller, whose).await;
                let (said_by, how) =
                    if whose == Whose::Own { ("person", "in-app") } else { ("guardian", "on-paper") };
                let body = json!({
                    "document": "privacy-statement", "version": "2026-11-01", "decision": "given",
                    "saidBy": said_by, "how": how,
                });
                // Made by the caller: any id that is new.
                let consent = Caller::student().id();
                world.api.put(format!("/api/v2/pii/people/{person}/consents/{consent}")).json(&body)
            },
        )
        .operation(
            "GET /api/v2/pii/terms",
            Expected::of_nobody([200, 200, 200, 200, 200]),
            |world: World, _, _| async move { world.api.get("/api/v2/pii/terms?language=nl") },
        )
        .operation(
            "GET /api/v2/pii/keys",
            Expected::of_nobody([401, 403, 403, 403, 200]),
            |world: World, _, _| async move { world.api.get("/api/v2/pii/keys") },
        )
        .internal_operation("PUT /internal/v1/pii/people/{userId}/erasure", 202, |world: World| async move {
            let person = world.person("Anna", "de Vries").await;
            world.internal.put(format!("/internal/v1/pii/people/{person}/erasure"))
        })
        .internal_operation("GET /internal/v1/pii/people/{userId}/address", 200, |world: World| async move {
            let person = world.person("Anna", "de Vries").await;
            world.internal.get(format!("/internal/v1/pii/people/{person}/address?{QUESTION}"))
        })
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
    let (world, wire) = World::behind_a_wire().await;
    matrix().check_outage(world, || wire.cut()).await;
}

/// The export of the caller, or of somebody else of their kind.
async fn export_of(world: &World, caller: &Caller, whose: Whose) -> String {
    world.ask_export(&owner(caller, whose)).await
}

async fn erasure_of(world: &World, caller: &Caller, whose: Whose) -> String {
    world.ask_erasure_of(owner(caller, whose).id()).await
}

fn owner(caller: &Caller, whose: Whose) -> Caller {
    if whose == Whose::Own { caller.clone() } else { Caller::student() }
}

/// The caller, or another person, whose name has arrived.
async fn arrange(world: &World, caller: &Caller, whose: Whose) -> UserId {
    let person = if whose == Whose::Own { caller.id() } else { Caller::student().id() };
    world.named(person, "Anna", "de Vries").await;
    person
}

//! Every operation, for every kind of caller.

use crate::support::{World, fresh_id};
use serde_json::json;
use testing::{
    Caller,
    authorization::{Expected, Matrix, Whose},
};
use web::ApiVersion;

fn matrix() -> Matrix<World> {
    let document = |version| serde_json::to_value(pii::api().document(version)).expect("a document");
    let documents = [document(ApiVersion::V1), document(ApiVersion::V2)];

    Matrix::of(&documents)
        .operation(
            "GET /api/v2/pii/people/{userId}/name",
            //                        anonymous, student, teacher, educational admin, technical admin
            Expected::own_and_others([401, 200, 200, 200, 200], [401, 404, 404, 200, 200]),
            |world: World, caller: Caller, whose| async move {
                let person = if whose == Whose::Own { caller.id() } else { Caller::student().id() };
                world.named(person, "Anna", "de Vries").await;
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

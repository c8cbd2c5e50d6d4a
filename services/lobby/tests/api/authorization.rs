//! Every operation, for every kind of caller.

use crate::support::World;
use serde_json::json;
use testing::{
    Caller,
    authorization::{Expected, Matrix, Whose},
};

fn matrix() -> Matrix<World> {
    let everybody = Expected::of_nobody([401, 200, 200, 200, 200]);

    Matrix::of_api(&lobby::api())
        .standing("lobby", |world: &World| world.api.clone())
        //                                anonymous, student, teacher, educational admin, technical admin
        .operation("GET /api/v1/lobby/products", everybody, |world: World, _: Caller, _: Whose| async move {
            world.api.get("/api/v1/lobby/products")
        })
        .operation("GET /api/v2/lobby/products", everybody, |world: World, _, _| async move {
            world.api.get("/api/v2/lobby/products")
        })
        .operation("GET /api/v2/lobby/context", everybody, |world: World, _, _| async move {
            world.api.get("/api/v2/lobby/context")
        })
        .operation("GET /api/v2/lobby/notices", everybody, |world: World, _, _| async move {
            world.api.get("/api/v2/lobby/notices")
        })
        .operation("GET /api/v2/lobby/notices/stream", everybody, |world: World, _, _| async move {
            world.api.get("/api/v2/lobby/notices/stream")
        })
        // A teacher or an admin may choose, and not this product.
        .operation(
            "PUT /api/v2/lobby/context",
            Expected::of_nobody([401, 200, 422, 422, 422]),
            |world: World, _, _| async move {
                let body = json!({ "productId": "thematic-cards", "chosenAt": "2025-03-03T08:00:00Z" });
                world.api.put("/api/v2/lobby/context").json(&body)
            },
        )
}

#[tokio::test]
async fn every_operation_admits_whom_it_says() {
    matrix().check(World::new().await.stopping()).await;
}

#[tokio::test]
async fn no_operation_takes_bad_input() {
    matrix().check_bad_input(World::new().await.stopping()).await;
}

#[tokio::test]
async fn who_asks_too_often_is_told_when_to_come_back_and_nobody_else() {
    let world = World::new().await.stopping();
    matrix().check_burst(world.clone(), &world.strict()).await;
}

#[tokio::test]
async fn an_outage_of_the_store_is_told_with_when_to_come_back() {
    let world = World::new().await.stopping();
    matrix().check_outage(world.clone(), || world.store.cut()).await;
}

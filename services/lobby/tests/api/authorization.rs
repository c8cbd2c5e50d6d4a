//! Every operation, for every kind of caller.

use crate::support::World;
use serde_json::json;
use testing::{
    Caller,
    authorization::{Expected, Matrix, Whose},
};
use web::ApiVersion;

#[tokio::test]
async fn every_operation_admits_whom_it_says() {
    let documents = [ApiVersion::V1, ApiVersion::V2]
        .map(|version| serde_json::to_value(lobby::api().document(version)).expect("a document"));
    let everybody = Expected::of_nobody([401, 200, 200, 200, 200]);

    Matrix::of(&documents)
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
        // A teacher or an admin may choose, and not this product.
        .operation(
            "PUT /api/v2/lobby/context",
            Expected::of_nobody([401, 200, 422, 422, 422]),
            |world: World, _, _| async move {
                let body = json!({ "productId": "thematic-cards", "chosenAt": "2025-03-03T08:00:00Z" });
                world.api.put("/api/v2/lobby/context").json(&body)
            },
        )
        .check(World::new().await)
        .await;
}

//! Every operation, for every kind of caller.

use crate::support::World;
use testing::{
    Caller,
    authorization::{Expected, Matrix, Whose},
};
use web::ApiVersion;

fn matrix() -> Matrix<World> {
    let document = serde_json::to_value(pii::api().document(ApiVersion::V2)).expect("a document");

    Matrix::of([&document]).operation(
        "GET /api/v2/pii/people/{userId}/name",
        //                        anonymous, student, teacher, educational admin, technical admin
        Expected::own_and_others([401, 200, 200, 200, 200], [401, 404, 404, 200, 200]),
        |world: World, caller: Caller, whose| async move {
            let person = if whose == Whose::Own { caller.id() } else { Caller::student().id() };
            world.named(person, "Anna", "de Vries").await;
            world.api.get(format!("/api/v2/pii/people/{person}/name"))
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
async fn an_outage_of_the_store_is_told_with_when_to_come_back() {
    let (world, wire) = World::behind_a_wire().await;
    matrix().check_outage(world, || wire.cut()).await;
}

//! Every operation, for every kind of caller.

use crate::support::{CLASS, DIGEST, STUDENTS, TABLE, World};
use serde_json::json;
use testing::{
    Caller,
    api::Request,
    authorization::{Expected, Matrix, Whose},
};

fn matrix() -> Matrix<World> {
    //          anonymous, student, teacher, educational admin, technical admin
    let own = [401, 403, 200, 403, 403];
    let others = [401, 403, 404, 403, 403];

    Matrix::of_api(&cron_utility::api())
        .standing("cron-utility", |world: &World| world.api.clone())
        .operation(
            "GET /api/v2/cron-utility/students",
            Expected::of_nobody(own),
            |world: World, _, _| async move { world.api.get(STUDENTS) },
        )
        .operation(
            "GET /api/v2/cron-utility/students.csv",
            Expected::of_nobody(own),
            |world: World, _, _| async move { world.api.get(TABLE) },
        )
        .operation(
            "GET /api/v2/cron-utility/students/{studentId}",
            Expected::own_and_others(own, others),
            |world: World, caller: Caller, whose| async move { of_student(world, caller, whose, "").await },
        )
        .operation(
            "GET /api/v2/cron-utility/students/{studentId}/hard-words",
            Expected::own_and_others(own, others),
            |world: World, caller: Caller, whose| async move {
                of_student(world, caller, whose, "/hard-words").await
            },
        )
        .operation(
            "GET /api/v2/cron-utility/students/{studentId}/mistakes",
            Expected::own_and_others(own, others),
            |world: World, caller: Caller, whose| async move {
                of_student(world, caller, whose, "/mistakes").await
            },
        )
        .operation(
            "GET /api/v2/cron-utility/class",
            Expected::of_nobody(own),
            |world: World, _, _| async move { world.api.get(CLASS) },
        )
        .operation(
            "GET /api/v2/cron-utility/class/hard-words",
            Expected::of_nobody(own),
            |world: World, _, _| async move { world.api.get(format!("{CLASS}/hard-words")) },
        )
        .operation(
            "GET /api/v2/cron-utility/class/mistakes",
            Expected::of_nobody(own),
            |world: World, _, _| async move { world.api.get(format!("{CLASS}/mistakes")) },
        )
        .operation(
            "GET /api/v2/cron-utility/digest",
            Expected::of_nobody([401, 200, 200, 403, 403]),
            |world: World, _, _| async move { world.api.get(DIGEST) },
        )
        .operation(
            "PUT /api/v2/cron-utility/digest",
            Expected::of_nobody([401, 200, 200, 403, 403]),
            |world: World, _, _| async move {
                world.api.put(DIGEST).header("if-match", "*").json(&json!({ "wanted": true }))
            },
        )
}

/// Asks for something of a student of the caller, or of another teacher.
async fn of_student(world: World, caller: Caller, whose: Whose, what: &str) -> Request {
    let student = Caller::student().id();
    let teacher = if whose == Whose::Own { caller } else { Caller::teacher() };
    world.link(&teacher, student, true, 1).await;
    world.api.get(format!("{STUDENTS}/{student}{what}"))
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

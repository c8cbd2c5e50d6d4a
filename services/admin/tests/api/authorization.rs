//! Every operation, for every kind of caller.

use crate::support::{World, file, files, fresh_id, id, recording, topic_body};
use serde_json::{Value, json};
use testing::{
    Caller,
    api::Request,
    authorization::{Expected, Matrix},
};

/// Content belongs to the school: every educational admin may edit every item.
const SHARED: &str = "content belongs to the school, not to who wrote it";

fn put(world: &World, path: &str, body: &Value) -> Request {
    world.api.put(format!("/api/v2/admin{path}")).json(body)
}

fn get(world: &World, path: &str) -> Request {
    world.api.get(format!("/api/v2/admin{path}"))
}

/// A service with one published topic.
async fn world() -> World {
    let world = World::new().await;
    let topic = world.topic(1).await;
    world.publish(&topic).await;
    world
}

fn matrix() -> Matrix<World> {
    let topic = id(1);
    let at = |path: &str| path.replace("{topic}", &topic);
    let (item, versions) = (at("/items/{topic}"), at("/items/{topic}/versions"));
    let (differences, topic_steps) = (at("/items/{topic}/differences"), at("/topics/{topic}/steps"));
    let recordings = at("/topics/{topic}/recordings");

    //                    anonymous, student, teacher, educational admin, technical admin
    let shown = Expected::shared(SHARED, [401, 403, 403, 200, 403]);
    let made = Expected::shared(SHARED, [401, 403, 403, 201, 403]);
    let listed = Expected::of_nobody([401, 403, 403, 200, 403]);

    Matrix::of_api(&admin::routes::api())
        .standing("admin", |world: &World| world.api.clone())
        .operation("GET /api/v2/admin/items", listed, |world: World, _: Caller, _| async move {
            get(&world, "/items")
        })
        .operation("GET /api/v2/admin/items/{itemId}", shown, move |world: World, _, _| {
            let item = item.clone();
            async move { get(&world, &item) }
        })
        .operation("PUT /api/v2/admin/items/{itemId}", made, |world: World, _, _| async move {
            put(&world, &format!("/items/{}", fresh_id()), &topic_body("drinken"))
        })
        .operation("PUT /api/v2/admin/items/{itemId}/steps/{stepId}", made, |world: World, _, _| async move {
            let path = format!("/items/{}/steps/{}", id(1), fresh_id());
            put(&world, &path, &json!({ "step": "archive" }))
        })
        .operation("GET /api/v2/admin/items/{itemId}/versions", shown, move |world: World, _, _| {
            let versions = versions.clone();
            async move { get(&world, &versions) }
        })
        .operation("GET /api/v2/admin/items/{itemId}/differences", shown, move |world: World, _, _| {
            let differences = differences.clone();
            async move { get(&world, &differences) }
        })
        .operation("PUT /api/v2/admin/topics/{topicId}/steps/{stepId}", made, move |world: World, _, _| {
            let path = format!("{topic_steps}/{}", fresh_id());
            async move { put(&world, &path, &json!({ "steps": ["submit"] })) }
        })
        .operation("GET /api/v2/admin/topics/{topicId}/recordings", shown, move |world: World, _, _| {
            let recordings = recordings.clone();
            async move { get(&world, &recordings) }
        })
        .operation("POST /api/v2/admin/topics/{topicId}/recordings", shown, |world: World, _, _| async move {
            let path = format!("/api/v2/admin/topics/{}/recordings", id(1));
            let body = json!({ "recordings": [recording(&fresh_id(), "het brood", 30)] });
            world.api.post(path).json(&body)
        })
        .operation("POST /api/v2/admin/imports/previews", listed, |world: World, _, _| async move {
            world.api.post("/api/v2/admin/imports/previews").json(&files(&[file(&["brood"])]))
        })
        .operation("PUT /api/v2/admin/imports/{importId}", made, |world: World, _, _| async move {
            put(&world, &format!("/imports/{}", fresh_id()), &files(&[file(&["brood"])]))
        })
}

#[tokio::test]
async fn every_operation_admits_educational_admins_alone() {
    matrix().check(world().await).await;
}

#[tokio::test]
async fn no_operation_takes_bad_input() {
    matrix().check_bad_input(world().await).await;
}

#[tokio::test]
async fn who_asks_too_often_is_told_when_to_come_back_and_nobody_else() {
    let world = world().await;
    matrix().check_burst(world.clone(), &world.strict()).await;
}

#[tokio::test]
async fn an_outage_of_the_store_is_told_with_when_to_come_back() {
    let world = world().await;
    matrix().check_outage(world.clone(), || world.store.cut()).await;
}

//! Who wants the weekly digest.

use crate::support::{DIGEST, World};
use serde_json::{Value, json};
use testing::{Answer, Caller};

async fn choose(world: &World, caller: &Caller, seen: &str, wanted: bool) -> Answer {
    let request = world.api.put(DIGEST).as_(caller).header("if-match", seen);
    request.json(&json!({ "wanted": wanted })).send().await
}

async fn shown(world: &World, caller: &Caller) -> (Value, String) {
    let answer = world.api.get(DIGEST).as_(caller).send().await.expect(200);
    (answer.json()["wanted"].clone(), answer.header("etag").expect("a tag").to_owned())
}

#[tokio::test]
async fn teachers_get_it_and_students_do_not_until_they_say_otherwise() {
    let world = World::new().await;
    for (caller, usual) in [(Caller::teacher(), true), (Caller::student(), false)] {
        assert_eq!(shown(&world, &caller).await, (json!(usual), "\"0\"".to_owned()));
        choose(&world, &caller, "\"0\"", !usual).await.expect(200);
        assert_eq!(shown(&world, &caller).await, (json!(!usual), "\"1\"".to_owned()));
        choose(&world, &caller, "\"1\"", usual).await.expect(200);
        assert_eq!(shown(&world, &caller).await, (json!(usual), "\"2\"".to_owned()));
    }
}

#[tokio::test]
async fn a_choice_is_made_on_what_was_seen() {
    let world = World::new().await;
    let teacher = Caller::teacher();
    for (seen, older, wanted) in [("\"0\"", "\"7\"", false), ("\"1\"", "\"0\"", true)] {
        choose(&world, &teacher, seen, wanted).await.expect(200);
        for stale in [seen, older] {
            choose(&world, &teacher, stale, !wanted).await.expect(412);
        }
        assert_eq!(shown(&world, &teacher).await.0, json!(wanted));
    }
    let blind = world.api.put(DIGEST).as_(&teacher).json(&json!({ "wanted": true })).send().await;
    assert_eq!(blind.status(), 428);
    choose(&world, &Caller::teacher(), "\"7\"", true).await.expect(412);
}

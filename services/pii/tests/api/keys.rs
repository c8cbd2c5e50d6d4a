//! How old keys are, and how far a rotation has come.

use crate::{
    rotation::Rotating,
    support::{World, keys},
};
use pii::{
    commands::{note_key_ages::note_key_ages, rotate_kek::Outcome},
    domain::rotation::{Demand, LIFETIME, Step},
};
use secrets::{Key, Keys, VersionedKeys};
use serde_json::Value;
use testing::Caller;
use zeroize::Zeroizing;

async fn note(world: &World) {
    note_key_ages(&world.app).await.expect("noted");
}

async fn told(world: &World) -> Value {
    let admin = Caller::technical_admin().logged_in_at(world.clock.now());
    world.api.get("/api/v2/pii/keys").as_(&admin).send().await.expect(200).json()
}

#[tokio::test]
async fn a_rotation_that_is_under_way_is_told_with_what_is_left() {
    let mut it = Rotating::new().await;
    for name in ["Anna", "Bram", "Cees"] {
        it.world.person(name, "V").await;
    }
    assert_eq!(it.advance(Demand::Schedule).await, Outcome::Nothing(Step::Rest));
    note(&it.world).await;
    it.world.clock.advance(LIFETIME);
    note(&it.world).await;
    for step in [Step::Add(2), Step::Promote(2)] {
        assert_eq!(it.advance(Demand::Schedule).await, Outcome::Taken(step));
        it.settled().await;
    }
    // Somebody holds one person, so that the round passes them over.
    let mut held = it.world.pool().begin().await.expect("a transaction");
    let one = "select from people where user_id = (select min(user_id::text)::uuid from people) for update";
    sqlx::query(one).execute(&mut *held).await.expect("held");
    assert_eq!(it.advance(Demand::Schedule).await, Outcome::Taken(Step::Rewrap));

    insta::assert_json_snapshot!(told(&it.world).await, @r#"
    {
      "items": [
        {
          "dueAt": "2025-08-30T09:02:10.000Z",
          "name": "pii/kek",
          "versions": [
            {
              "promotedAt": "2025-03-03T09:00:00.000Z",
              "seenAt": "2025-03-03T09:00:00.000Z",
              "use": "previous",
              "version": "1"
            },
            {
              "promotedAt": "2025-06-01T09:02:10.000Z",
              "seenAt": "2025-06-01T09:00:00.000Z",
              "use": "current",
              "version": "2"
            }
          ]
        },
        {
          "name": "pii/intake",
          "versions": [
            {
              "promotedAt": "2025-03-03T09:00:00.000Z",
              "seenAt": "2025-03-03T09:00:00.000Z",
              "use": "current",
              "version": "1"
            }
          ]
        },
        {
          "name": "pii/email-index",
          "versions": [
            {
              "promotedAt": "2025-03-03T09:00:00.000Z",
              "seenAt": "2025-03-03T09:00:00.000Z",
              "use": "current",
              "version": "1"
            }
          ]
        }
      ],
      "rewrap": {
        "dataKeys": 3,
        "keyName": "pii/kek",
        "left": 1,
        "version": "2"
      }
    }
    "#);

    held.rollback().await.expect("let go");
    assert_eq!(it.advance(Demand::Schedule).await, Outcome::Taken(Step::Rewrap));
    assert_eq!(it.advance(Demand::Schedule).await, Outcome::Taken(Step::Forget(1)));
    it.spread();
    let done = told(&it.world).await;
    assert_eq!(done["rewrap"]["left"], 0);
    assert_eq!(
        done["items"][0]["versions"].as_array().map(Vec::len),
        Some(1),
        "what was forgotten is not told"
    );
}

#[tokio::test]
async fn a_version_that_is_added_is_the_next_and_its_key_is_not_told() {
    let mut world = World::new().await;
    note(&world).await;
    let (bytes, next) = ([8; 32], Key::new(Zeroizing::new([5; 32])));
    let both = (*keys(bytes).now()).clone().with("2", next);
    world.app.keys.email_index = Keys::fixed(both.clone());
    world.api = testing::Api::new(pii::api().router(world.app.clone(), &testing::layers()));
    note(&world).await;

    let answer = told(&world).await;
    let uses: Vec<_> = answer["items"][2]["versions"]
        .as_array()
        .expect("versions")
        .iter()
        .map(|version| (version["version"].as_str(), version["use"].as_str()))
        .collect();
    assert_eq!(uses, [(Some("1"), Some("current")), (Some("2"), Some("next"))]);
    assert_eq!(
        answer["rewrap"],
        serde_json::json!({ "keyName": "pii/kek", "version": "1", "dataKeys": 0, "left": 0 })
    );
    let secret = secrets_of(&both);
    assert!(secret.iter().all(|text| !answer.to_string().contains(text.as_str())));
}

/// The keys as the secret has them, and as anybody would print them.
fn secrets_of(held: &VersionedKeys) -> Vec<String> {
    use secrecy::ExposeSecret;
    let value: Value = serde_json::from_str(held.to_secret().expose_secret()).expect("JSON");
    let encoded =
        value["keys"].as_object().expect("keys").values().filter_map(Value::as_str).map(str::to_owned);
    encoded.chain(held.iter().map(|(_, key)| format!("{:?}", key.expose()))).collect()
}

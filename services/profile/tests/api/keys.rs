//! How old keys are.

use crate::support::World;
use access::testing::seed;
use chrono::TimeDelta;
use secrets::{Keys, VersionedKeys};
use testing::Caller;

async fn note(world: &World) {
    let mut conn = world.pool().acquire().await.expect("a connection");
    world.app.keys.note_ages(&mut conn, world.clock.now()).await.expect("noted");
}

/// The same service, whose secret of refresh tokens has these versions, the last in use.
fn with_refresh_keys(mut world: World, keys: VersionedKeys) -> World {
    world.app.keys.refresh = Keys::fixed(keys);
    world.serving_its_app()
}

#[tokio::test]
async fn a_key_is_told_by_its_versions_their_use_their_age_and_when_it_is_due() {
    let world = World::new().await;
    let with_two = VersionedKeys::from_pairs(("1", seed(3)), [("2", seed(4))]);
    let added = with_two.clone().promoting("1").expect("a version that is there");

    note(&world).await;
    world.clock.advance(TimeDelta::days(89));
    let world = with_refresh_keys(world, added);
    note(&world).await;
    world.clock.advance(TimeDelta::hours(1));
    note(&world).await;
    let world = with_refresh_keys(world, with_two);
    world.clock.advance(TimeDelta::hours(1));
    note(&world).await;
    note(&world).await;

    let admin = world.caller(Caller::technical_admin().logged_in_at(world.clock.now())).await;
    let answer = world.api.get("/api/v2/profile/keys").as_(&admin).send().await.expect(200).json();

    insta::assert_json_snapshot!(answer, @r#"
    {
      "items": [
        {
          "dueAt": "2025-06-01T09:00:00.000Z",
          "name": "profile/signing",
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
          "dueAt": "2025-08-29T11:00:00.000Z",
          "name": "profile/refresh",
          "versions": [
            {
              "promotedAt": "2025-03-03T09:00:00.000Z",
              "seenAt": "2025-03-03T09:00:00.000Z",
              "use": "previous",
              "version": "1"
            },
            {
              "promotedAt": "2025-05-31T11:00:00.000Z",
              "seenAt": "2025-05-31T09:00:00.000Z",
              "use": "current",
              "version": "2"
            }
          ]
        },
        {
          "name": "profile/totp",
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
          "name": "profile/email-index",
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
          "name": "public/pii-intake",
          "versions": [
            {
              "promotedAt": "2025-03-03T09:00:00.000Z",
              "seenAt": "2025-03-03T09:00:00.000Z",
              "use": "current",
              "version": "1"
            }
          ]
        }
      ]
    }
    "#);
}

#[tokio::test]
async fn what_the_secret_no_longer_has_is_not_told() {
    let world = World::new().await;
    let admin = world.caller(Caller::technical_admin()).await;
    note(&world).await;
    let world = with_refresh_keys(world, VersionedKeys::from_pairs(("2", seed(4)), []));
    note(&world).await;

    let answer = world.api.get("/api/v2/profile/keys").as_(&admin).send().await.expect(200).json();
    let mut items = answer["items"].as_array().expect("items").iter();
    let refresh = items.find(|item| item["name"] == "profile/refresh").expect("the key");
    let versions: Vec<_> = refresh["versions"].as_array().expect("versions").iter().collect();
    assert_eq!(versions.len(), 1);
    assert_eq!((&versions[0]["version"], &versions[0]["use"]), (&"2".into(), &"current".into()));
}

use crate::support::World;
use access::ClientPolicies;
use events::profile::{ClientPolicyChanged, Platform};
use serde_json::{Value, json};
use testing::{Answer, Caller};
use web::{ApiVersion, Gate};

fn policy(minimum: &str, latest: &str) -> Value {
    json!({ "minimum": minimum, "latest": latest, "message": { "nl": "Werk bij.", "en": "Update.", "ru": "Обновите." } })
}

async fn change(world: &World, admin: &Caller, seen: &str, policy: &Value) -> Answer {
    let put = world.api.put("/api/v2/profile/client-policy/web").as_(admin);
    put.header("if-match", seen).json(policy).send().await
}

#[tokio::test]
async fn at_first_nobody_is_asked_for_anything() {
    let world = World::new().await;
    let answer = world.api.get("/api/v2/profile/client-policy").without("x-client-version").send().await;
    insta::assert_json_snapshot!(answer, @r#"
    {
      "body": {
        "items": [
          {
            "etag": "\"0\"",
            "latest": "0.0.0",
            "message": {
              "en": "Update the app to go on.",
              "nl": "Werk de app bij om verder te gaan.",
              "ru": "Обновите приложение, чтобы продолжить."
            },
            "minimum": "0.0.0",
            "platform": "android"
          },
          {
            "etag": "\"0\"",
            "latest": "0.0.0",
            "message": {
              "en": "Update the app to go on.",
              "nl": "Werk de app bij om verder te gaan.",
              "ru": "Обновите приложение, чтобы продолжить."
            },
            "minimum": "0.0.0",
            "platform": "desktop"
          },
          {
            "etag": "\"0\"",
            "latest": "0.0.0",
            "message": {
              "en": "Update the app to go on.",
              "nl": "Werk de app bij om verder te gaan.",
              "ru": "Обновите приложение, чтобы продолжить."
            },
            "minimum": "0.0.0",
            "platform": "web"
          }
        ]
      },
      "status": 200
    }
    "#);
}

#[tokio::test]
async fn a_policy_is_changed_told_and_kept_to() {
    let world = World::new().await;
    let admin = world.caller(Caller::technical_admin()).await;

    let answer = change(&world, &admin, "\"0\"", &policy("1.2.0", "1.4.0")).await;

    assert_eq!(answer.header("etag"), Some("\"1\""));
    insta::assert_json_snapshot!(answer, @r#"
    {
      "body": {
        "etag": "\"1\"",
        "latest": "1.4.0",
        "message": {
          "en": "Update.",
          "nl": "Werk bij.",
          "ru": "Обновите."
        },
        "minimum": "1.2.0",
        "platform": "web"
      },
      "status": 200
    }
    "#);
    let told = world.published::<ClientPolicyChanged>().await;
    assert_eq!(told.len(), 1);
    assert_eq!((told[0].platform, told[0].minimum_version.as_str()), (Platform::Web, "1.2.0"));
    assert_eq!(told[0].changed_by, Some(admin.id()));
    assert_eq!(world.outgoing().await[0].subject, "web");

    let policies = ClientPolicies::default();
    profile::upkeep::apply_client_policies(&world.pool(), &policies, &world.clock).await.expect("read");
    let admit = |version: &str| {
        let headers = [("x-client-version".parse().expect("a name"), version.parse().expect("a value"))];
        policies.admit(ApiVersion::V2, &headers.into_iter().collect())
    };
    assert_eq!(admit("web/1.1.9").expect_err("too old").status(), 426);
    assert_eq!(admit("web/1.2.0").expect("let in")["x-client-update"], "1.4.0");
    admit("android/0.0.1").expect("another platform");
}

#[tokio::test]
async fn a_repeat_changes_nothing_and_an_old_revision_is_refused() {
    let world = World::new().await;
    let admin = world.caller(Caller::technical_admin()).await;
    let first = change(&world, &admin, "\"0\"", &policy("1.2.0", "1.4.0")).await.expect(200);

    let again = change(&world, &admin, "\"0\"", &policy("1.2.0", "1.4.0")).await.expect(200);
    change(&world, &admin, "\"0\"", &policy("1.3.0", "1.4.0")).await.expect(412);

    assert_eq!(first.json(), again.json());
    assert_eq!(world.published::<ClientPolicyChanged>().await.len(), 1);
}

#[tokio::test]
async fn a_policy_that_makes_no_sense_is_refused() {
    let world = World::new().await;
    let admin = world.caller(Caller::technical_admin()).await;
    for wrong in
        [policy("1.5.0", "1.4.0"), policy("latest", "1.4.0"), policy("1.2", "1.4.0"), policy("1.2.0", "-1")]
    {
        change(&world, &admin, "\"0\"", &wrong).await.expect(422);
    }
    let unknown = world.api.put("/api/v2/profile/client-policy/amiga").as_(&admin).header("if-match", "*");
    unknown.json(&policy("1.2.0", "1.4.0")).send().await.expect(422);
    assert!(world.published::<ClientPolicyChanged>().await.is_empty());
}

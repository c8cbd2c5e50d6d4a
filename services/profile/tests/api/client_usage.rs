use crate::support::World;
use chrono::TimeDelta;
use profile::upkeep::ClientCounts;
use prometheus::{IntCounterVec, Opts, Registry};
use testing::Caller;

async fn usage(world: &World, admin: &Caller, query: &str) -> serde_json::Value {
    let path = format!("/api/v2/profile/client-usage{query}");
    world.api.get(path).as_(admin).send().await.expect(200).json()["items"].clone()
}

#[tokio::test]
async fn an_admin_sees_which_clients_are_left() {
    let world = World::new().await;
    let admin = world.caller(Caller::technical_admin()).await;
    let registry = Registry::new();
    let requests =
        IntCounterVec::new(Opts::new("client_requests_total", "As crates/web counts."), &["api", "client"])
            .expect("a counter");
    registry.register(Box::new(requests.clone())).expect("registered");
    let mut counts = ClientCounts::default();
    let today = world.clock.now().date_naive();
    let mut flush = async |day| counts.flush(&registry, &world.pool(), day).await.expect("written");

    requests.with_label_values(&["v1", "web/1.0.2"]).inc_by(3);
    requests.with_label_values(&["v2", "web/1.4.0"]).inc_by(5);
    flush(today - TimeDelta::days(2)).await;
    requests.with_label_values(&["v2", "web/1.4.0"]).inc_by(2);
    flush(today).await;
    flush(today).await;

    insta::assert_json_snapshot!(usage(&world, &admin, "").await, @r#"
    [
      {
        "api": "v1",
        "client": "web/1.0.2",
        "lastDay": "2025-03-01",
        "requests": 3
      },
      {
        "api": "v2",
        "client": "web/1.4.0",
        "lastDay": "2025-03-03",
        "requests": 7
      }
    ]
    "#);
    for outside in ["?days=0", "?days=256", "?days=-1"] {
        let request = world.api.get(format!("/api/v2/profile/client-usage{outside}")).as_(&admin);
        request.send().await.expect(422);
    }
    let two_days = usage(&world, &admin, "?days=2").await;
    assert_eq!(two_days.as_array().map(Vec::len), Some(1));
    assert_eq!(two_days[0]["requests"], 2);
}

#[tokio::test]
async fn what_the_layers_count_is_what_is_shown() {
    let registry = Registry::new();
    let world = World::counted_by(&registry).await;
    let admin = world.caller(Caller::technical_admin()).await;
    world.api.get("/api/v1/profile/products").without("x-client-version").send().await.expect(200);
    world.api.get("/api/v2/profile/me").as_(&admin).send().await.expect(200);

    let today = world.clock.now().date_naive();
    ClientCounts::default().flush(&registry, &world.pool(), today).await.expect("written");

    let seen = usage(&world, &admin, "").await;
    let apis: Vec<_> = seen.as_array().expect("items").iter().map(|item| item["api"].clone()).collect();
    assert!(apis.contains(&"v1".into()) && apis.contains(&"v2".into()), "{seen}");
}

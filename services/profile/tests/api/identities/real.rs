//! The whole way over a provider that is not ours: the school of the test stack.

use super::{Away, BEGIN, BEGIN_LINK, LINK, LOG_IN, assert_refused};
use crate::support::{Tokens, World, new_device};
use boot::{Clock as _, PublicUrl, ReadableFile, SystemClock};
use profile::identity_providers::{OidcConfig, Providers};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use testing::{school::log_in_at_school, stack::variable};

/// A service that knows the school, in the school's time.
async fn world() -> World {
    let mut world = World::new().await;
    world.clock.set(SystemClock.now());
    let open = |name: &str| ReadableFile::open(variable(name)).expect("a file");
    let config = OidcConfig {
        providers_file: Some(open("TALL_TEST_SCHOOL_PROVIDERS_FILE")),
        redirect_uri: Some(PublicUrl::parse(&variable("TALL_TEST_SCHOOL_REDIRECT_URI")).expect("an address")),
        ca_file: Some(open("TALL_TEST_CA_FILE")),
    };
    world.app.providers = Providers::configured(&config).expect("the school");
    world.serving_its_app()
}

fn back(away: &Away, given_back: &BTreeMap<String, String>) -> Value {
    json!({
        "authorizationToken": away.token, "state": given_back["state"], "code": given_back["code"],
        "issuer": given_back["iss"],
    })
}

async fn begin(world: &World) -> Away {
    let body = json!({ "providerId": "school", "device": { "id": new_device() } });
    Away::of(&world.api.post(BEGIN).json(&body).send().await.expect(201))
}

#[tokio::test]
async fn a_real_provider_links_and_logs_in() {
    let world = world().await;
    let anna = world.register("anna@example.org").await;
    let tokens = world.log_in("anna@example.org", new_device()).await;

    let stranger = begin(&world).await;
    let given_back = log_in_at_school(&stranger.address).await;
    let answer = world.api.post(LOG_IN).json(&back(&stranger, &given_back)).send().await;
    assert_refused(answer, 422, "identity-not-linked");

    let post = world.api.post(BEGIN_LINK).bearer(&tokens.access);
    let away = Away::of(&post.json(&json!({ "providerId": "school" })).send().await.expect(201));
    let given_back = log_in_at_school(&away.address).await;
    let link = world.api.post(LINK).bearer(&tokens.access).json(&back(&away, &given_back));
    assert_eq!(link.send().await.expect(201).json()["providerName"], "De School");

    let away = begin(&world).await;
    let given_back = log_in_at_school(&away.address).await;
    let answer = world.api.post(LOG_IN).json(&back(&away, &given_back)).send().await.expect(201);
    assert_eq!(answer.json()["user"]["id"], anna.to_string());
    world.current_session(&Tokens::of(&answer).access).await.expect(200);

    // The real provider, too, gives no second token for one code.
    let again = begin(&world).await;
    let replayed = json!({
        "authorizationToken": again.token, "state": log_in_at_school(&again.address).await["state"],
        "code": given_back["code"], "issuer": given_back["iss"],
    });
    assert_refused(world.api.post(LOG_IN).json(&replayed).send().await, 422, "authorization-not-accepted");
}

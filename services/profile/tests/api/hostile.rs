//! Access tokens that nobody should believe.

use crate::support::{World, new_device};
use access::testing::{TestCaller, config, seed};
use access::{Issuer, Role};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use secrets::{Keys, VersionedKeys};
use serde_json::json;
use testing::Caller;

fn part(value: &serde_json::Value) -> String {
    URL_SAFE_NO_PAD.encode(value.to_string())
}

#[tokio::test]
async fn only_what_we_signed_is_believed() {
    let world = World::new().await;
    let admin = world.caller(Caller::technical_admin()).await;
    let [header, claims, signature] =
        admin.token().split('.').collect::<Vec<_>>().try_into().expect("three parts");
    let foreign = Issuer::new(&config(), Keys::fixed(VersionedKeys::from_pairs(("1", seed(9)), [])));
    let forged =
        TestCaller { user: admin.id(), session: admin.session(), role: Role::TechnicalAdmin, epoch: 1 };
    let none = part(&json!({ "alg": "none", "typ": "at+jwt" }));
    let hmac = part(&json!({ "alg": "HS256", "typ": "at+jwt", "kid": "1" }));

    for token in [
        String::new(),
        "garbage".to_owned(),
        format!("{none}.{claims}."),
        format!("{none}.{claims}.{signature}"),
        format!("{hmac}.{claims}.{signature}"),
        format!("{header}.{claims}."),
        format!("{header}.{claims}.{}", "A".repeat(86)),
        format!("{header}.{}.{signature}", part(&json!({ "sub": admin.id(), "role": "technical_admin" }))),
        forged.token_by(&foreign, world.clock.now()),
        "A".repeat(1 << 16),
    ] {
        let answer = world.api.get("/api/v2/profile/me").bearer(&token).send().await.expect(401);
        assert!(answer.header("www-authenticate").is_some(), "{token}");
    }
    world.api.get("/api/v2/profile/me").as_(&admin).send().await.expect(200);
}

#[tokio::test]
async fn a_signed_token_without_a_session_is_refused() {
    let world = World::new().await;
    let nobody = Caller::technical_admin();
    world.api.get("/api/v2/profile/me").as_(&nobody).send().await.expect(401);

    let student = world.caller(Caller::student()).await;
    let inflated =
        TestCaller { user: student.id(), session: student.session(), role: Role::TechnicalAdmin, epoch: 1 };
    let token = inflated.token(world.clock.now());
    world.api.get("/api/v2/profile/me").bearer(&token).send().await.expect(401);
}

#[tokio::test]
async fn a_client_that_does_not_say_what_it_is_is_told_to() {
    let world = World::new().await;
    world.register("anna@example.org").await;
    let tokens = world.log_in("anna@example.org", new_device()).await;
    let me = || world.api.get("/api/v2/profile/me").bearer(&tokens.access);
    me().without("x-client-version").send().await.expect(400);
    for absurd in ["web", "web/1", "toaster/1.0.0", "web/1.0.0/2", "web/999999999.0.0", "🦀/1.0.0"] {
        let request = me().without("x-client-version");
        if absurd.is_ascii() {
            request.header("x-client-version", absurd).send().await.expect(400);
        }
    }
}

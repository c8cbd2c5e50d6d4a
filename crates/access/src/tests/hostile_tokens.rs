use base64::Engine;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use chrono::TimeDelta;
use ed25519_dalek::SigningKey;
use jsonwebtoken::{Algorithm, EncodingKey, crypto};
use proptest::prelude::*;
use serde_json::{Value, json};

use super::support::{World, good_claims, good_header, part, signed, trusted_key, with};

#[tokio::test]
async fn a_good_token_is_let_in() {
    let world = World::new().await;
    let token = signed(&good_header(), &good_claims(world.now()), &trusted_key());
    let answer = world.get("who", &format!("Bearer {token}")).await;
    assert_eq!(answer.status, 200, "{}", answer.body);
    assert!(answer.body.starts_with("student "));
    assert_eq!(world.get("who", &format!("bEARER {token}")).await.status, 200, "RFC 9110: in any case");
}

#[tokio::test]
async fn without_a_token_the_caller_is_challenged_and_no_more() {
    let world = World::new().await;
    for authorization in ["Basic dXNlcjpwYXNz", "Bearer", "token"] {
        let answer = world.get("who", authorization).await;
        assert_eq!(answer.status, 401, "{authorization}");
        assert_eq!(answer.header("www-authenticate"), r#"Bearer realm="tall""#);
    }
    let answer = super::support::get_from(&world.router, "who", &[]).await;
    assert_eq!((answer.status.as_u16(), answer.header("www-authenticate")), (401, r#"Bearer realm="tall""#));
    assert!(answer.body.contains("urn:tall:problem:unauthenticated"));
}

#[tokio::test]
async fn two_tokens_are_none() {
    let world = World::new().await;
    let token = format!("Bearer {}", signed(&good_header(), &good_claims(world.now()), &trusted_key()));
    let both = [("authorization", token.as_str()), ("authorization", token.as_str())];
    assert_eq!(super::support::get_from(&world.router, "who", &both).await.status, 401);
}

/// Every token here is refused, and the caller is not told why.
async fn refused(world: &World, token: &str, what: &str) {
    let answer = world.get("who", &format!("Bearer {token}")).await;
    assert_eq!(answer.status, 401, "{what}");
    assert_eq!(answer.header("www-authenticate"), r#"Bearer realm="tall", error="invalid_token""#, "{what}");
    assert!(answer.body.contains("urn:tall:problem:invalid-token"), "{what}");
    assert!(answer.body.contains("expired, revoked or not valid here"), "{what}: {}", answer.body);
}

#[tokio::test]
async fn a_token_of_no_or_another_algorithm_is_refused() {
    let world = World::new().await;
    let claims = good_claims(world.now());
    for alg in ["none", "None", "NONE", "nOnE", ""] {
        let header = with(good_header(), "alg", json!(alg));
        refused(&world, &format!("{}.{}.", part(&header), part(&claims)), alg).await;
        refused(&world, &signed(&header, &claims, &trusted_key()), alg).await;
    }
    for alg in ["HS256", "HS512", "RS256", "ES256", "PS256", "Ed25519", "eddsa"] {
        let header = with(good_header(), "alg", json!(alg));
        refused(&world, &signed(&header, &claims, &trusted_key()), alg).await;
    }
}

#[tokio::test]
async fn the_public_key_is_no_secret_to_sign_with() {
    let world = World::new().await;
    let public = trusted_key().verifying_key();
    let jwk = serde_json::to_vec(&crate::testing::issuer().jwks().unwrap()).unwrap();
    let text = URL_SAFE_NO_PAD.encode(public.as_bytes());
    let pem = format!(
        "-----BEGIN PUBLIC KEY-----\n{}\n-----END PUBLIC KEY-----\n",
        STANDARD.encode(public.as_bytes())
    );
    for secret in [public.as_bytes().as_slice(), &jwk, text.as_bytes(), pem.as_bytes()] {
        let header = with(good_header(), "alg", json!("HS256"));
        let message = format!("{}.{}", part(&header), part(&good_claims(world.now())));
        let key = EncodingKey::from_secret(secret);
        let signature = crypto::sign(message.as_bytes(), &key, Algorithm::HS256).unwrap();
        refused(&world, &format!("{message}.{signature}"), "HS256 with the public key").await;
    }
}

#[tokio::test]
async fn a_forged_token_is_refused() {
    let world = World::new().await;
    let claims = good_claims(world.now());
    let forger = SigningKey::from_bytes(&[8; 32]);
    refused(&world, &signed(&good_header(), &claims, &forger), "another key under our name").await;

    let good = signed(&good_header(), &claims, &trusted_key());
    let signature = good.rsplit('.').next().unwrap();
    let admin = with(claims.clone(), "role", json!("technical_admin"));
    let message = format!("{}.{}", part(&good_header()), part(&admin));
    refused(&world, &format!("{message}.{signature}"), "another role under a real signature").await;

    let body = good.rsplit_once('.').unwrap().0;
    for signature in [
        "",
        "AAAA",
        &URL_SAFE_NO_PAD.encode([0; 64]),
        &format!("{signature}AA"),
        &signature[..80],
        &format!("{signature}="),
    ] {
        refused(&world, &format!("{body}.{signature}"), "a cut, empty or zero signature").await;
    }
}

#[tokio::test]
async fn a_key_that_the_token_brings_along_is_not_used() {
    let world = World::new().await;
    let forger = SigningKey::from_bytes(&[8; 32]);
    let jwk = serde_json::to_value(crate::Jwk::of(&forger.verifying_key())).unwrap();
    for (name, value) in [
        ("jwk", jwk.clone()),
        ("jku", json!("https://evil.example/jwks.json")),
        ("x5u", json!("https://evil.example")),
    ] {
        for kid in [good_header()["kid"].clone(), jwk["kid"].clone()] {
            let header = with(with(good_header(), "kid", kid), name, value.clone());
            refused(&world, &signed(&header, &good_claims(world.now()), &forger), name).await;
        }
    }
}

#[tokio::test]
async fn a_header_that_is_not_that_of_an_access_token_is_refused() {
    let world = World::new().await;
    for (name, to) in [
        ("typ", json!("JWT")),
        ("typ", json!("jwt")),
        ("typ", json!("refresh+jwt")),
        ("typ", json!("id+jwt")),
        ("typ", json!("application/jwt")),
        ("typ", Value::Null),
        ("typ", json!(7)),
        ("kid", Value::Null),
        ("kid", json!("")),
        ("kid", json!("unknown")),
        ("kid", json!("../../keys/1")),
        ("kid", json!(["a"])),
        ("alg", Value::Null),
        ("alg", json!(["EdDSA"])),
        ("crit", json!(["exp"])),
        ("crit", json!([])),
    ] {
        let header = with(good_header(), name, to.clone());
        refused(
            &world,
            &signed(&header, &good_claims(world.now()), &trusted_key()),
            &format!("{name}: {to}"),
        )
        .await;
    }
}

#[tokio::test]
async fn the_type_of_an_access_token_may_be_written_in_full() {
    let world = World::new().await;
    for typ in ["AT+JWT", "application/at+jwt"] {
        let header = with(good_header(), "typ", json!(typ));
        assert_eq!(
            world.status(&signed(&header, &good_claims(world.now()), &trusted_key())).await,
            200,
            "{typ}"
        );
    }
}

#[tokio::test]
async fn every_claim_is_required_and_of_its_type() {
    let world = World::new().await;
    let claims = good_claims(world.now());
    for name in claims.as_object().unwrap().keys() {
        for to in [Value::Null, json!({}), json!(["x"]), json!(true)] {
            let token = signed(&good_header(), &with(claims.clone(), name, to.clone()), &trusted_key());
            refused(&world, &token, &format!("{name}: {to}")).await;
        }
    }
    for (name, to) in [
        ("sub", json!("admin")),
        ("sid", json!("")),
        ("jti", json!("1")),
        ("role", json!("root")),
        ("role", json!("Student")),
        ("epoch", json!("1")),
        ("exp", json!("9999999999")),
        ("exp", json!(1e300)),
        ("iat", json!(1.5)),
    ] {
        let token = signed(&good_header(), &with(claims.clone(), name, to.clone()), &trusted_key());
        refused(&world, &token, &format!("{name}: {to}")).await;
    }
}

#[tokio::test]
async fn a_token_of_or_for_somebody_else_is_refused() {
    let world = World::new().await;
    for (name, to) in [
        ("iss", json!("https://tall.test/")),
        ("iss", json!("https://evil.example")),
        ("iss", json!("")),
        ("aud", json!("other")),
        ("aud", json!("TALL")),
        ("aud", json!(["tall"])),
        ("aud", json!(["other", "tall"])),
    ] {
        let token = signed(&good_header(), &with(good_claims(world.now()), name, to.clone()), &trusted_key());
        refused(&world, &token, &format!("{name}: {to}")).await;
    }
}

#[tokio::test]
async fn a_token_holds_from_its_beginning_to_its_end() {
    let world = World::new().await;
    let claims = good_claims(world.now());
    let token = signed(&good_header(), &claims, &trusted_key());
    world.clock.advance(TimeDelta::seconds(899));
    assert_eq!(world.status(&token).await, 200);
    world.clock.advance(TimeDelta::seconds(1));
    refused(&world, &token, "expired, and in the cache").await;
    world.clock.advance(TimeDelta::days(365));
    refused(&world, &token, "expired long ago").await;

    let world = World::new().await;
    world.clock.advance(TimeDelta::seconds(-5));
    assert_eq!(world.status(&token).await, 200, "clocks may be 5 seconds apart");
    let world = World::new().await;
    world.clock.advance(TimeDelta::seconds(-6));
    refused(&world, &token, "not valid yet").await;
}

#[tokio::test]
async fn a_token_that_would_outlive_the_memory_of_revocations_is_refused() {
    let world = World::new().await;
    let at = world.now().timestamp();
    for (name, to) in [
        ("exp", json!(at + 901)),
        ("exp", json!(i64::MAX)),
        ("iat", json!(i64::MIN)),
        ("nbf", json!(at - 1)),
        ("iat", json!(at - 1)),
    ] {
        let token = signed(&good_header(), &with(good_claims(world.now()), name, to.clone()), &trusted_key());
        refused(&world, &token, &format!("{name}: {to}")).await;
    }
}

#[tokio::test]
async fn a_log_in_of_the_future_is_refused() {
    let world = World::new().await;
    let at = world.now().timestamp();
    for to in [json!(at + 60), json!(i64::MAX)] {
        let token = signed(&good_header(), &with(good_claims(world.now()), "auth_time", to), &trusted_key());
        refused(&world, &token, "auth_time").await;
    }
}

#[tokio::test]
async fn claims_that_stand_twice_are_refused() {
    let world = World::new().await;
    let claims = good_claims(world.now()).to_string();
    let doubled = claims.replacen('{', r#"{"role":"technical_admin","#, 1);
    let message = format!("{}.{}", part(&good_header()), URL_SAFE_NO_PAD.encode(doubled));
    let signature = ed25519_dalek::Signer::sign(&trusted_key(), message.as_bytes());
    let token = format!("{message}.{}", URL_SAFE_NO_PAD.encode(signature.to_bytes()));
    refused(&world, &token, "two roles").await;
}

#[tokio::test]
async fn a_huge_token_is_refused_unread() {
    let world = World::new().await;
    let claims = with(good_claims(world.now()), "more", json!("a".repeat(8000)));
    refused(&world, &signed(&good_header(), &claims, &trusted_key()), "signed and huge").await;
    refused(&world, &"a.".repeat(4000), "dots").await;
    refused(&world, &"a".repeat(1_000_000), "a megabyte").await;
}

#[tokio::test]
async fn text_that_is_no_token_is_refused() {
    let world = World::new().await;
    let good = signed(&good_header(), &good_claims(world.now()), &trusted_key());
    let doubled = format!("{good}.{good}");
    for text in [
        ".",
        "..",
        "...",
        "a.b.c",
        "e30.e30.e30",
        "null",
        &good[..good.len() / 2],
        &doubled,
        &good.replace('.', " "),
    ] {
        refused(&world, text, text).await;
    }
    assert_eq!(world.get("who", "Bearer ").await.status, 401);
}

proptest! {
    /// No change of a single character, anywhere in a token, leaves it valid.
    #[test]
    fn a_tampered_token_does_not_hold(at in any::<prop::sample::Index>(), to in "[A-Za-z0-9_.-]") {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(async {
            let world = World::new().await;
            let token = signed(&good_header(), &good_claims(world.now()), &trusted_key());
            let at = at.index(token.len());
            let mut tampered = token.clone();
            tampered.replace_range(at..=at, &to);
            if tampered != token {
                prop_assert_eq!(world.status(&tampered).await, 401, "{}", at);
            }
            Ok(())
        })?;
    }
}

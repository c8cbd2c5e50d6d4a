use std::sync::Arc;
use std::time::Duration;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use events::profile::Role;
use secrets::{Keys, VersionedKeys};
use serde_json::json;

use super::support::{
    TestClock, World, good_claims, good_header, part, router, signed, student, trusted_key, with,
};
use crate::testing::{Outside, TestCaller, config, issuer, seed};
use crate::{Issuer, Jwks, Strictness};

fn issuer_of(first: (&str, u8), others: &[(&str, u8)]) -> Issuer {
    let keys = match others {
        [] => VersionedKeys::from_pairs((first.0, seed(first.1)), []),
        [(name, byte)] => VersionedKeys::from_pairs((first.0, seed(first.1)), [(*name, seed(*byte))]),
        _ => unreachable!("two keys are enough"),
    };
    Issuer::new(&config(), Keys::fixed(keys))
}

#[tokio::test]
async fn without_any_key_nobody_is_let_in_and_nobody_is_told_that_the_token_is_bad() {
    let outside = Outside::default();
    outside.unreachable_profile();
    let clock = TestClock::new();
    let verifier = outside.verifier_without_keys(Strictness::Admins, Arc::new(clock.clone()));
    let router = router(verifier, &web::LayerSettings::default());
    let token = student().token(boot::Clock::now(&clock));
    let answer =
        super::support::get_from(&router, "who", &[("authorization", &format!("Bearer {token}"))]).await;
    assert_eq!((answer.status.as_u16(), answer.header("retry-after")), (503, "5"));
}

#[tokio::test]
async fn known_keys_outlive_their_authority() {
    let world = World::new().await;
    world.outside.unreachable_profile();
    assert!(world.verifier.refresh_keys().await.is_err());
    assert_eq!(world.status(&student().token(world.now())).await, 200);
}

#[tokio::test]
async fn a_key_set_without_a_usable_key_does_not_replace_the_known_ones() {
    let world = World::new().await;
    world.outside.publish(Jwks::default());
    assert!(world.verifier.refresh_keys().await.is_err());
    assert_eq!(world.status(&student().token(world.now())).await, 200);
}

#[tokio::test(start_paused = true)]
async fn a_new_key_is_fetched_when_a_token_names_it_but_not_for_every_forgery() {
    let world = World::new().await;
    let rotated = issuer_of(("1", 7), &[("2", 9)]);
    let token = student().token_by(&rotated, world.now());

    let forged =
        signed(&with(good_header(), "kid", json!("forged")), &good_claims(world.now()), &trusted_key());
    assert_eq!(world.status(&forged).await, 401);
    world.outside.publish(rotated.jwks().unwrap());
    assert_eq!(world.status(&token).await, 401, "asked a moment ago for the forgery's key");

    tokio::time::advance(Duration::from_secs(10)).await;
    assert_eq!(world.status(&token).await, 200);
    let old = student().token(world.now());
    assert_eq!(world.status(&old).await, 200, "the key before it still is published");
}

#[tokio::test]
async fn a_rotation_in_two_steps_fails_no_request() {
    let before = issuer();
    let outside = Outside::with_keys(issuer_of(("2", 9), &[("1", 7)]).jwks().unwrap());
    let world = World::with(outside, Strictness::Admins, web::LayerSettings::default()).await;
    world.outside.unreachable_profile();
    let after = issuer_of(("1", 7), &[("2", 9)]);
    for issuer in [&before, &after] {
        assert_eq!(world.status(&student().token_by(issuer, world.now())).await, 200);
    }
}

#[tokio::test]
async fn a_withdrawn_key_voids_what_was_verified_with_it() {
    let world = World::new().await;
    let token = student().token(world.now());
    assert_eq!(world.status(&token).await, 200);
    world.outside.publish(issuer_of(("2", 9), &[]).jwks().unwrap());
    world.verifier.refresh_keys().await.unwrap();
    assert_eq!(world.status(&token).await, 401);
}

#[tokio::test]
async fn only_ed25519_keys_for_signatures_are_used() {
    let good = issuer().jwks().unwrap().keys.remove(0);
    let kid = good.kid.clone();
    let spoiled = [
        crate::Jwk { kty: "oct".into(), ..good.clone() },
        crate::Jwk { crv: "X25519".into(), ..good.clone() },
        crate::Jwk { alg: "HS256".into(), ..good.clone() },
        crate::Jwk { usage: "enc".into(), ..good.clone() },
        crate::Jwk { x: "AAAA".into(), ..good.clone() },
        crate::Jwk { x: "not base64url!".into(), ..good.clone() },
    ];
    let other = issuer_of(("2", 9), &[]);
    for bad in spoiled {
        let mut keys = other.jwks().unwrap();
        keys.keys.push(bad.clone());
        let world =
            World::with(Outside::with_keys(keys), Strictness::Admins, web::LayerSettings::default()).await;
        let token = student().token(world.now());
        assert_eq!(world.status(&token).await, 401, "{bad:?} {kid}");
        let with_good = TestCaller::new(Role::Student, 3).token_by(&other, world.now());
        assert_eq!(world.status(&with_good).await, 200, "the usable key beside it");
    }
}

/// Under the neutral element the signature (neutral element, 0) is valid for every message.
#[tokio::test]
async fn a_key_under_which_anybody_can_sign_is_not_used() {
    let mut neutral = [0; 32];
    neutral[0] = 1;
    let mut keys = issuer_of(("2", 9), &[]).jwks().unwrap();
    let weak = crate::Jwk { x: URL_SAFE_NO_PAD.encode(neutral), kid: "weak".into(), ..keys.keys[0].clone() };
    keys.keys.push(weak);
    let world =
        World::with(Outside::with_keys(keys), Strictness::Admins, web::LayerSettings::default()).await;

    let header = with(good_header(), "kid", json!("weak"));
    let signature = [neutral, [0; 32]].concat();
    let token = format!(
        "{}.{}.{}",
        part(&header),
        part(&good_claims(world.now())),
        URL_SAFE_NO_PAD.encode(signature)
    );
    assert_eq!(world.status(&token).await, 401);
}

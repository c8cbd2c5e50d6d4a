use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chrono::TimeDelta;
use secrecy::ExposeSecret;
use secrets::{Keys, VersionedKeys};
use serde_json::Value;
use uuid::Uuid;

use super::support::{World, student};
use crate::testing::{config, issuer, seed};
use crate::{Claims, Grant, Issuer, Jwk};

fn grant(world: &World) -> Grant {
    let caller = student();
    Grant {
        user: caller.user,
        session: caller.session,
        role: caller.role,
        epoch: 3,
        authenticated_at: world.now() - TimeDelta::minutes(20),
        token: Uuid::from_u128(5),
    }
}

#[tokio::test]
async fn a_token_says_what_was_granted() {
    let world = World::new().await;
    let token = issuer().mint(&grant(&world), world.now()).unwrap();
    let text = token.text.expose_secret();
    let mut parts = text.split('.').map(|part| URL_SAFE_NO_PAD.decode(part).unwrap());

    let header: Value = serde_json::from_slice(&parts.next().unwrap()).unwrap();
    assert_eq!((header["alg"].as_str(), header["typ"].as_str()), (Some("EdDSA"), Some("at+jwt")));
    assert_eq!(header["kid"].as_str(), Some(issuer().jwks().unwrap().keys[0].kid.as_str()));

    let claims: Claims = serde_json::from_slice(&parts.next().unwrap()).unwrap();
    assert_eq!((claims.sub, claims.sid, claims.epoch), (student().user, student().session, 3));
    assert_eq!((claims.jti, claims.exp - claims.iat), (Uuid::from_u128(5), 900));
    assert_eq!(claims.auth_time, (world.now() - TimeDelta::minutes(20)).timestamp());
    assert_eq!(token.expires_at, world.now() + TimeDelta::minutes(15));
    assert_eq!(world.status(text).await, 200);
}

#[test]
fn the_name_of_a_key_is_its_thumbprint() {
    // RFC 8037, appendix A.2 and A.3.
    let x = URL_SAFE_NO_PAD.decode("11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo").unwrap();
    let key = ed25519_dalek::VerifyingKey::from_bytes(&x.try_into().unwrap()).unwrap();
    assert_eq!(Jwk::of(&key).kid, "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k");
}

#[test]
fn every_key_of_the_secret_is_published_and_no_seed() {
    let keys = VersionedKeys::from_pairs(("1", seed(1)), [("2", seed(2)), ("3", seed(3))]);
    let jwks = Issuer::new(&config(), Keys::fixed(keys)).jwks().unwrap();
    assert_eq!(jwks.keys.len(), 3);
    let text = serde_json::to_string(&jwks).unwrap();
    for byte in 1..=3_u8 {
        assert!(!text.contains(&URL_SAFE_NO_PAD.encode([byte; 32])));
    }
    assert!(!text.contains("\"d\""));
}

#[test]
fn a_token_does_not_print() {
    let now = chrono::DateTime::from_timestamp(1_772_000_000, 0).unwrap();
    let caller = student();
    let grant = Grant {
        user: caller.user,
        session: caller.session,
        role: caller.role,
        epoch: 1,
        authenticated_at: now,
        token: Uuid::from_u128(1),
    };
    let token = issuer().mint(&grant, now).unwrap();
    assert!(!format!("{token:?}").contains("eyJ"));
}

//! Tokens of strangers, and tokens that we signed without wanting to.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use ed25519_dalek::Signer;
use serde_json::Value;

use super::support::{TestClock, good_claims, good_header, signed, trusted_key};
use crate::claims::Claims;
use crate::jwks::KeySet;
use crate::testing::{AUDIENCE, ISSUER, issuer};
use crate::token::{Refusal, Unverified};
use boot::Clock;

fn judge(keys: &KeySet, token: &str) -> Result<Claims, Refusal> {
    let unverified = Unverified::parse(token)?;
    let claims = unverified.verify(keys.get(unverified.kid()).ok_or(Refusal::UnknownKey)?)?;
    claims.check(ISSUER, AUDIENCE, TestClock::new().now())?;
    Ok(claims)
}

fn keys() -> KeySet {
    KeySet::of(&issuer().jwks().unwrap())
}

/// Nobody makes a token but who has the key: what is accepted is, to the byte, the one that was signed.
#[test]
fn fuzz_access_token() {
    let issued = signed(&good_header(), &good_claims(TestClock::new().now()), &trusted_key());
    let keys = keys();
    fuzz::target!("access_token", |input| {
        let Ok(token) = std::str::from_utf8(input) else { return "not-text" };
        match judge(&keys, token) {
            Ok(_) => {
                assert_eq!(token, issued);
                fuzz::ACCEPTED
            }
            Err(refusal) => refusal.label(),
        }
    });
}

/// The input is a header and a payload with a line break between; our own key signs them. What is accepted fulfils every
/// rule, judged here anew from the JSON.
#[test]
fn fuzz_signed_claims() {
    let keys = keys();
    fuzz::target!("signed_claims", |input| {
        let mut parts = input.splitn(2, |byte| *byte == b'\n');
        let [header, payload] = [parts.next(), parts.next()].map(Option::unwrap_or_default);
        let message = format!("{}.{}", URL_SAFE_NO_PAD.encode(header), URL_SAFE_NO_PAD.encode(payload));
        let signature = trusted_key().sign(message.as_bytes()).to_bytes();
        match judge(&keys, &format!("{message}.{}", URL_SAFE_NO_PAD.encode(signature))) {
            Ok(claims) => {
                json_of(header).iter().for_each(assert_header);
                json_of(payload).iter().for_each(|payload| assert_claims(payload, &claims));
                fuzz::ACCEPTED
            }
            Err(Refusal::WrongSignature) => panic!("it is signed with the key that it names"),
            Err(refusal) => refusal.label(),
        }
    });
}

/// What no value can hold (half of a pair of escapes, a number out of range) is JSON all the same, and may stand in a field
/// that is passed over.
fn json_of(bytes: &[u8]) -> Option<Value> {
    let text = std::str::from_utf8(bytes).expect("RFC 8259 section 8.1: JSON is UTF-8");
    let json = serde_json::from_str(text).ok();
    serde_json::from_str::<serde::de::IgnoredAny>(text).expect("JSON");
    json
}

fn assert_header(header: &Value) {
    assert!(header.is_object());
    assert_eq!(header["alg"], "EdDSA");
    assert_eq!(header["kid"], good_header()["kid"]);
    let typ = header["typ"].as_str().unwrap().to_ascii_lowercase();
    assert!(["at+jwt", "application/at+jwt"].contains(&typ.as_str()), "{typ}");
    assert!(header.get("crit").is_none_or(Value::is_null));
}

fn assert_claims(payload: &Value, claims: &Claims) {
    assert!(payload.is_object(), "RFC 7519 section 4: a claims set is an object");
    let now = TestClock::new().now().timestamp();
    let instant = |name: &str| payload[name].as_i64().unwrap();
    assert_eq!((payload["iss"].as_str(), payload["aud"].as_str()), (Some(ISSUER), Some(AUDIENCE)));
    assert!(now < instant("exp"), "it holds now");
    assert!(["iat", "nbf", "auth_time"].iter().all(|name| instant(name) <= now + 5), "nothing is to come");
    assert!(instant("exp") - instant("iat").min(instant("nbf")) <= 900, "it lives a quarter of an hour");
    assert_eq!(payload["epoch"].as_i64(), Some(claims.epoch));
    let texts = [claims.sub.to_string(), claims.sid.to_string(), claims.role.to_string()];
    for (name, text) in ["sub", "sid", "role"].into_iter().zip(texts) {
        assert!(payload[name].as_str().unwrap().eq_ignore_ascii_case(&text), "{name}");
    }
    assert!(payload["jti"].is_string());
}

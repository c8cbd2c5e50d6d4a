//! What devices answer, written by somebody else.
//!
//! The ceremonies stand in `tests/passkeys/ceremonies.json` with the passkey that came of the first: what was signed for
//! them is in the corpus, so that an input may come as far as the signature, and past it if it is the device's own.

use super::{Assertion, NewCredential, NotProved, RelyingParty};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD as BASE64};
use serde_json::{Value, json};
use std::{fs, ops::BitXorAssign, path::PathBuf};
use testing::PasskeyDevice;
use webauthn_rs::prelude::{Passkey, Url};

const ORIGIN: &str = "https://localhost:8443";

fn origin() -> Url {
    Url::parse(ORIGIN).expect("an origin")
}

fn site() -> RelyingParty {
    RelyingParty::new("localhost", &[origin()]).expect("a site")
}

fn ceremonies() -> Value {
    read("tests/passkeys/ceremonies.json")
}

fn read(path: &str) -> Value {
    let file = fs::read(PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(path)).expect("a file");
    serde_json::from_slice(&file).expect("JSON")
}

/// Bytes in base64 of any alphabet, padded or not.
fn decoded(text: &Value) -> Vec<u8> {
    let text = text.as_str().expect("a text").replace('+', "-").replace('/', "_");
    BASE64.decode(text.trim_end_matches('=')).expect("base64")
}

/// The outcome of an answer that was not taken.
fn refusal(why: NotProved) -> &'static str {
    match why {
        NotProved::Wrong(_) => "wrong",
        NotProved::CounterWentBack => "counter-went-back",
        NotProved::Defect(defect) => panic!("the ceremony is our own: {defect:#}"),
    }
}

/// A passkey is registered for the ceremony that asked, in a page of ours; it can be kept, and asked for.
#[test]
fn fuzz_passkey_registration() {
    let (site, asked) = (site(), ceremonies());
    let challenge = decoded(&asked["registration"]["options"]["publicKey"]["challenge"]);
    fuzz::target!("passkey_registration", |input| {
        let Ok(json) = serde_json::from_slice::<Value>(input) else { return "not-json" };
        let Ok(answer) = NewCredential::parse(&json) else { return "not-a-credential" };
        let passkey = match site.take_new(&asked["registration"]["state"], &answer) {
            Ok(passkey) => passkey,
            Err(why) => return refusal(why),
        };
        let told: Value = serde_json::from_slice(&answer.0.response.client_data_json).expect("JSON");
        assert_eq!(told["type"], "webauthn.create");
        assert_eq!(decoded(&told["challenge"]), challenge);
        let page = Url::parse(told["origin"].as_str().expect("an origin")).expect("an origin");
        assert_eq!(page.origin(), origin().origin());
        let kept = serde_json::to_value(&passkey).expect("what can be kept");
        let again: Passkey = serde_json::from_value(kept).expect("what was kept");
        assert_eq!(again, passkey);
        site.ask_for_proof(&[again]).expect("a passkey that can be asked for");
        fuzz::ACCEPTED
    });
}

/// Nobody proves anything but who has the device: what is taken says what the device signed, with the passkey that was asked
/// for.
#[test]
fn fuzz_passkey_proof() {
    let (site, asked) = (site(), ceremonies());
    let passkey: Passkey = serde_json::from_value(asked["passkey"].clone()).expect("a passkey");
    let signed = Assertion::parse(&read("corpus/passkey_proof/signed.json")).expect("an answer");
    fuzz::target!("passkey_proof", |input| {
        let Ok(json) = serde_json::from_slice::<Value>(input) else { return "not-json" };
        let Ok(answer) = Assertion::parse(&json) else { return "not-a-credential" };
        let proved = match site.take_proof(&asked["proof"]["state"], &passkey, &answer) {
            Ok(proved) => proved,
            Err(why) => return refusal(why),
        };
        assert_eq!(answer.credential_id(), signed.credential_id());
        let (taken, device) = (&answer.0.response, &signed.0.response);
        assert_eq!(taken.client_data_json, device.client_data_json);
        assert_eq!(taken.authenticator_data, device.authenticator_data);
        assert_eq!(proved.cred_id(), passkey.cred_id());
        fuzz::ACCEPTED
    });
}

/// Another challenge makes another corpus: the ceremonies and what was signed for them are written together.
#[test]
#[ignore = "writes the ceremonies and the corpora of the other tests"]
fn write_ceremonies_and_what_devices_answer() {
    let (site, mut device) = (site(), PasskeyDevice::new(ORIGIN));
    let user = "0193a2b4-7c1d-7e2f-8a3b-4c5d6e7f8091".parse().expect("an id");
    let registration = site.ask_for_new(user, &[]).expect("a ceremony");
    let another = site.ask_for_new(user, &[]).expect("a ceremony");
    let made = device.create(&registration.options);
    let answer = NewCredential::parse(&made).expect("an answer");
    let passkey = site.take_new(&registration.state, &answer).expect("a passkey");
    let elsewhere = PasskeyDevice::new(ORIGIN).create_in("https://localhost:8444", &registration.options);
    let stale = PasskeyDevice::new(ORIGIN).create(&another.options);
    let attestation = ["response", "attestationObject"];
    write(
        "passkey_registration",
        &made,
        &attestation,
        &[("of-another-page", elsewhere), ("of-another-ceremony", stale)],
    );

    let proof = site.ask_for_proof(std::slice::from_ref(&passkey)).expect("a ceremony");
    let another = site.ask_for_proof(std::slice::from_ref(&passkey)).expect("a ceremony");
    let before = device.get(&proof.options);
    // Another log-in counted further while this ceremony went on.
    let meanwhile = Assertion::parse(&device.get(&another.options)).expect("an answer");
    let passkey = site.take_proof(&another.state, &passkey, &meanwhile).expect("a proof");
    let signed = device.get(&proof.options);
    let elsewhere = device.get_in("https://localhost:8444", &proof.options);
    let stale = device.get(&another.options);
    let authenticator = ["response", "authenticatorData"];
    write(
        "passkey_proof",
        &signed,
        &authenticator,
        &[("of-another-page", elsewhere), ("of-another-ceremony", stale), ("counted-before", before)],
    );

    let ceremonies = json!({
        "registration": { "options": registration.options, "state": registration.state },
        "passkey": passkey,
        "proof": { "options": proof.options, "state": proof.state },
    });
    put("tests/passkeys/ceremonies.json", pretty(&ceremonies).as_bytes());
}

/// The right answer, those of other ceremonies, and what somebody makes of the right one; `bytes` is where it holds what the
/// device encoded.
fn write(target: &str, right: &Value, bytes: &[&str; 2], others: &[(&str, Value)]) {
    let with = |path: &[&str; 2], value: Value| {
        let mut changed = right.clone();
        changed[path[0]][path[1]] = value;
        changed
    };
    let encoded = BASE64.decode(right[bytes[0]][bytes[1]].as_str().expect("bytes")).expect("base64");
    let replaced = |bytes_there: &[u8]| with(bytes, BASE64.encode(bytes_there).into());
    let mut flipped = encoded.clone();
    flipped.last_mut().expect("a byte").bitxor_assign(1);
    let changed = [
        ("cut", replaced(&encoded[..encoded.len() / 2])),
        ("one-bit", replaced(&flipped)),
        ("nothing", replaced(&[])),
        ("lists-in-lists", replaced(&[0x81; 8000])),
        ("longer-than-it-is", replaced(&[0x5b, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff])),
        ("not-base64", with(bytes, "%%%".into())),
        ("a-number", with(bytes, 1.into())),
        ("no-client-data", with(&["response", "clientDataJSON"], BASE64.encode("{}").into())),
        ("a-list", json!([right])),
        ("null", Value::Null),
        ("no-response", json!({ "id": right["id"], "rawId": right["rawId"], "type": "public-key" })),
    ];
    put(&format!("corpus/{target}/signed.json"), pretty(right).as_bytes());
    put(&format!("corpus/{target}/empty.json"), b"");
    put(&format!("corpus/{target}/half.json"), &pretty(right).as_bytes()[..200]);
    for (name, answer) in changed.iter().chain(others) {
        put(&format!("corpus/{target}/{name}.json"), pretty(answer).as_bytes());
    }
}

fn pretty(value: &Value) -> String {
    serde_json::to_string_pretty(value).expect("JSON") + "\n"
}

fn put(path: &str, bytes: &[u8]) {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(path);
    fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
    fs::write(path, bytes).expect("a file");
}

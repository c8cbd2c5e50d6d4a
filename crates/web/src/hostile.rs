//! Cursors and headers of strangers.

use std::net::{IpAddr, SocketAddr};

use axum::extract::{ConnectInfo, FromRequestParts};
use http::request::Parts;
use http::{HeaderMap, HeaderName, HeaderValue, Request};
use secrets::{Key, Keys, VersionedKeys};
use serde_json::Value;
use zeroize::Zeroizing;

use crate::layers::ClientAddress;
use crate::{ClientVersion, Cursors, IfMatch, IfNoneMatch, X_CLIENT_VERSION};

const SCOPE: &str = "words?topic=eten";

fn cursors(byte: u8) -> Cursors {
    let key = Key::new(Zeroizing::new([byte; 32]));
    Cursors::new(Keys::fixed(VersionedKeys::from_pairs(("1", key), [])))
}

/// A cursor leads only where we made it: what opens is, to the byte, what sealing its position gives, and it opens in no
/// other list and under no other key. Whatever a position holds, it is read as it was written.
#[test]
fn fuzz_cursor() {
    let (ours, others) = (cursors(1), cursors(2));
    fuzz::target!("cursor", |input| {
        let text = String::from_utf8_lossy(input);
        if text.len() <= 1_000 {
            let cursor = ours.seal(SCOPE, &text).unwrap();
            assert_eq!(ours.open::<String>(SCOPE, &cursor).unwrap(), text);
            assert!(ours.open::<String>("words?topic=huis", &cursor).is_err());
            assert!(others.open::<String>(SCOPE, &cursor).is_err());
        }
        match ours.open::<Value>(SCOPE, &text) {
            Ok(position) => {
                assert_eq!(ours.seal(SCOPE, &position).unwrap().as_bytes(), input);
                fuzz::ACCEPTED
            }
            Err(error) => {
                assert_eq!(error.status(), 422);
                "invalid-cursor"
            }
        }
    });
}

/// One header a line. A version is accepted as it prints itself; a revision is proved by a strong tag alone; an address
/// is the peer's, or what our own proxy appended.
#[test]
fn fuzz_headers() {
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    fuzz::target!("headers", |input| {
        let mut parts = Request::new(()).into_parts().0;
        parts.headers = headers_of(input);
        let peer = SocketAddr::from(([10, 0, 0, 1], 4000));
        parts.extensions.insert(ConnectInfo(peer));
        assert_address(&parts, peer.ip());

        let condition = runtime.block_on(async {
            let none_match = IfNoneMatch::from_request_parts(&mut parts, &()).await;
            let matches = <IfMatch as FromRequestParts<()>>::from_request_parts(&mut parts, &()).await;
            (none_match.err(), matches)
        });
        let version = ClientVersion::read(&parts.headers);
        if let Ok(Some(version)) = version {
            assert_eq!(version.to_string().as_bytes(), parts.headers[X_CLIENT_VERSION].as_bytes());
            assert_eq!(parts.headers.get_all(X_CLIENT_VERSION).iter().count(), 1);
        }
        match (version, condition) {
            (Err(_), _) => "client-version-required",
            (Ok(None), _) => "no-version",
            (_, (Some(unreadable), _)) => {
                assert_eq!(unreadable.status(), 400);
                "unreadable-if-none-match"
            }
            (_, (_, Err(refused))) => match refused.status().as_u16() {
                428 => "precondition-required",
                400 => "unreadable-if-match",
                other => panic!("{other}"),
            },
            (_, (None, Ok(seen))) if seen.check(7).is_ok() => {
                assert!(proves(&parts, "\"7\""), "{:?}", parts.headers);
                fuzz::ACCEPTED
            }
            (_, (None, Ok(_))) => {
                assert!(!proves(&parts, "\"7\""), "{:?}", parts.headers);
                "precondition-failed"
            }
        }
    });
}

/// Those lines that are headers at all; the rest no HTTP server would hand on.
fn headers_of(input: &[u8]) -> HeaderMap {
    let mut headers = HeaderMap::new();
    for line in input.split(|byte| *byte == b'\n') {
        let Some(colon) = line.iter().position(|byte| *byte == b':') else { continue };
        let name = HeaderName::from_bytes(&line[..colon]);
        let value = HeaderValue::from_bytes(line[colon + 1..].trim_ascii());
        if let (Ok(name), Ok(value)) = (name, value) {
            headers.append(name, value);
        }
    }
    headers
}

/// Whether `If-Match` holds this strong tag or `*`, read without the parser under test.
fn proves(parts: &Parts, tag: &str) -> bool {
    let values = parts.headers.get_all("if-match").iter().filter_map(|value| value.to_str().ok());
    values.flat_map(|value| value.split(',')).map(str::trim).any(|given| given == tag || given == "*")
}

fn assert_address(parts: &Parts, peer: IpAddr) {
    let of = |proxies| ClientAddress::of(&parts.headers, &parts.extensions, proxies).network();
    let network = |address: IpAddr| match address.to_canonical() {
        IpAddr::V6(v6) => IpAddr::V6((u128::from(v6) >> 64 << 64).into()),
        v4 => v4,
    };
    assert_eq!(of(0), peer, "without a proxy of ours nothing that is sent is believed");
    let appended =
        parts.headers.get_all("x-forwarded-for").iter().filter_map(|value| value.to_str().ok()).next_back();
    let appended =
        appended.and_then(|value| value.rsplit(',').next()).and_then(|last| last.trim().parse().ok());
    assert_eq!(of(1), network(appended.unwrap_or(peer)));
}

use axum::Router;
use axum::extract::State;
use axum::routing::get as route;
use http::StatusCode;
use proptest::prelude::*;
use secrets::{Key, Keys, VersionedKeys};
use serde::Deserialize;
use utoipa_axum::router::OpenApiRouter;
use web::{ApiResult, Cursors, Limit, Page, Query};
use zeroize::Zeroizing;

use crate::support::{get, layers};

fn key(byte: u8) -> Key {
    Key::new(Zeroizing::new([byte; 32]))
}

fn cursors() -> Cursors {
    Cursors::new(Keys::fixed(VersionedKeys::from_pairs(("1", key(1)), [])))
}

#[derive(Deserialize)]
struct List {
    #[serde(default)]
    limit: Limit,
    cursor: Option<String>,
    #[serde(default)]
    odd: bool,
}

async fn numbers(State(cursors): State<Cursors>, Query(list): Query<List>) -> ApiResult<Page<u32>> {
    let scope = format!("numbers?odd={}", list.odd);
    let after = match &list.cursor {
        Some(cursor) => cursors.open::<u32>(&scope, cursor)?,
        None => 0,
    };
    let all = (1..=7).filter(|number| !list.odd || number % 2 == 1);
    let found = all.filter(|number| *number > after).take(list.limit.get() + 1).collect();
    Page::of(found, list.limit, &cursors, &scope, |last| *last)
}

fn router() -> Router {
    let routes = OpenApiRouter::default().route("/numbers", route(numbers));
    web::Api::new("test").v2(routes).router(cursors(), &layers())
}

#[tokio::test]
async fn following_the_links_reads_the_whole_list_once() {
    let router = router();
    let mut path = "/api/v2/test/numbers?limit=3&odd=false".to_owned();
    let mut read = Vec::new();
    for _ in 0..3 {
        let answer = get(&router, &path).await;
        assert_eq!(answer.status, StatusCode::OK);
        read.push(answer.json()["items"].to_string());
        let link = answer.header("link");
        let Some(next) = link.strip_suffix(">; rel=\"next\"").and_then(|link| link.strip_prefix('<')) else {
            assert!(link.is_empty() && answer.json().get("nextCursor").is_none());
            break;
        };
        assert!(next.contains("limit=3&odd=false&cursor="), "{next}");
        path = next.to_owned();
    }
    assert_eq!(read, ["[1,2,3]", "[4,5,6]", "[7]"]);
}

#[tokio::test]
async fn a_full_last_page_has_no_next() {
    assert!(get(&router(), "/api/v2/test/numbers?limit=7").await.json().get("nextCursor").is_none());
}

#[tokio::test]
async fn a_cursor_of_another_filter_or_made_up_is_refused() {
    let router = router();
    let page = get(&router, "/api/v2/test/numbers?limit=2").await.json();
    let cursor = page["nextCursor"].as_str().unwrap();
    for path in [
        format!("/api/v2/test/numbers?odd=true&cursor={cursor}"),
        "/api/v2/test/numbers?cursor=".to_owned(),
        "/api/v2/test/numbers?cursor=AAAA".to_owned(),
        format!("/api/v2/test/numbers?cursor={}", "A".repeat(5000)),
    ] {
        let answer = get(&router, &path).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{path}");
        assert_eq!(answer.faults(), ["query:cursor invalid-cursor"]);
    }
}

#[test]
fn a_cursor_survives_the_rotation_of_its_key_and_not_its_removal() {
    let old = cursors().seal("list", &7).unwrap();
    let rotated = Cursors::new(Keys::fixed(VersionedKeys::from_pairs(("1", key(1)), [("2", key(2))])));
    assert_eq!(rotated.open::<u32>("list", &old).unwrap(), 7);
    let without = Cursors::new(Keys::fixed(VersionedKeys::from_pairs(("2", key(2)), [])));
    assert!(without.open::<u32>("list", &old).is_err());
    let other_key_same_name = Cursors::new(Keys::fixed(VersionedKeys::from_pairs(("1", key(9)), [])));
    assert!(other_key_same_name.open::<u32>("list", &old).is_err());
}

proptest! {
    #[test]
    fn a_cursor_opens_where_it_was_made(scope in ".{0,40}", position in any::<(i64, String)>()) {
        let sealed = cursors().seal(&scope, &position).unwrap();
        prop_assert!(sealed.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_'));
        prop_assume!(sealed.len() <= 2048);
        prop_assert_eq!(cursors().open::<(i64, String)>(&scope, &sealed).unwrap(), position);
    }

    #[test]
    fn a_cursor_opens_nowhere_else(scope in ".{0,20}", other in ".{0,20}", position in any::<u64>()) {
        prop_assume!(scope != other);
        let sealed = cursors().seal(&scope, &position).unwrap();
        prop_assert!(cursors().open::<u64>(&other, &sealed).is_err());
    }

    /// Any one changed character, and any cut, is noticed.
    #[test]
    fn a_tampered_cursor_does_not_open(position in any::<u64>(), at in any::<prop::sample::Index>(), to in "[A-Za-z0-9_-]") {
        let sealed = cursors().seal("list", &position).unwrap();
        let at = at.index(sealed.len());
        let mut tampered = sealed.clone();
        tampered.replace_range(at..=at, &to);
        prop_assume!(tampered != sealed);
        prop_assert!(cursors().open::<u64>("list", &tampered).is_err());
        prop_assert!(cursors().open::<u64>("list", &sealed[..at]).is_err());
    }
}

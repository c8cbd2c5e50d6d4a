use axum::Router;
use axum::routing::get as route;
use utoipa_axum::router::OpenApiRouter;
use web::{ApiResult, ETag, IfMatch, IfNoneMatch, Tagged};

use crate::support::{get, get_with, service};

const REV: u64 = 7;

fn router() -> Router {
    let change = async |seen: IfMatch| -> ApiResult<Tagged<&'static str>> {
        seen.check(REV)?;
        Ok(Tagged(ETag::of_rev(REV + 1), "changed"))
    };
    let content = async |known: IfNoneMatch| known.answer(&ETag::of_rev(REV), "content");
    service(OpenApiRouter::default().route("/change", route(change)).route("/content", route(content)))
}

#[tokio::test]
async fn a_change_needs_the_current_revision() {
    for (sent, status) in [
        ("\"7\"", 200),
        ("\"6\", \"7\"", 200),
        ("*", 200),
        ("\"6\"", 412),
        // RFC 9110 section 13.1.1: If-Match compares strongly.
        ("W/\"7\"", 412),
        ("7", 400),
        ("\"7", 400),
        ("", 400),
    ] {
        let answer = get_with(&router(), "/api/v2/test/change", &[("if-match", sent)]).await;
        assert_eq!(answer.status.as_u16(), status, "{sent}");
    }
}

#[tokio::test]
async fn a_change_without_revision_is_asked_for_one() {
    let answer = get(&router(), "/api/v2/test/change").await;
    assert_eq!((answer.status.as_u16(), answer.code().as_str()), (428, "precondition-required"));
}

#[tokio::test]
async fn an_answer_carries_its_revision() {
    let answer = get_with(&router(), "/api/v2/test/change", &[("if-match", "\"7\"")]).await;
    assert_eq!(answer.header("etag"), "\"8\"");
    assert_eq!(answer.header("cache-control"), "no-store");
}

#[tokio::test]
async fn content_that_the_caller_has_is_not_sent_again() {
    for (known, status) in
        [("\"7\"", 304), ("W/\"7\"", 304), ("*", 304), ("\"6\", \"7\"", 304), ("\"6\"", 200)]
    {
        let answer = get_with(&router(), "/api/v2/test/content", &[("if-none-match", known)]).await;
        assert_eq!(answer.status.as_u16(), status, "{known}");
        assert_eq!(answer.header("etag"), "\"7\"");
        assert_eq!(answer.header("cache-control"), "private, max-age=60");
        assert_eq!(answer.body.is_empty(), status == 304);
    }
}

#[test]
fn a_tag_of_content_follows_the_content() {
    let tag = |text: &str| ETag::of_content(&text).unwrap();
    assert_eq!(tag("a"), tag("a"));
    assert_ne!(tag("a"), tag("b"));
}

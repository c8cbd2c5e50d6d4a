use std::num::NonZeroU32;

use axum::Router;
use axum::routing::get as route;
use http::Method;
use prometheus::Registry;
use utoipa_axum::router::OpenApiRouter;
use web::v1::{NumberedPage, Paging, RETIREMENT};
use web::{Api, ApiError, ApiResult, LayerSettings, Layers, Query};

use crate::support::{Answer, get, get_with, layers, request, send};

fn router(layers: &Layers) -> Router {
    let list = async |Query(paging): Query<Paging>| -> NumberedPage<u64> {
        paging.page((paging.offset()..paging.offset() + paging.limit()).collect(), 95)
    };
    let missing = async || -> ApiResult<()> { Err(ApiError::not_found("topic", 7)) };
    let routes = || OpenApiRouter::default().route("/list", route(list)).route("/missing", route(missing));
    Api::new("test").v1(routes()).v2(routes()).router((), layers)
}

#[tokio::test]
async fn errors_of_v1_are_flat_whoever_refuses() {
    let router = router(&layers());
    let missing = get(&router, "/api/v1/test/missing").await;
    assert_eq!(missing.header("content-type"), "application/json");
    insta::assert_json_snapshot!(missing.json(), @r#"
    {
      "error": "not-found",
      "message": "There is no topic 7."
    }
    "#);

    let unknown = get(&router, "/api/v1/test/nothing").await;
    assert_eq!((unknown.status.as_u16(), unknown.json()["error"].as_str()), (404, Some("no-such-route")));
    let method = send(&router, request(Method::PUT, "/api/v1/test/list")).await;
    assert_eq!((method.status.as_u16(), method.json()["error"].as_str()), (405, Some("method-not-allowed")));
    assert_eq!(method.header("allow"), "GET,HEAD");
    let invalid = get(&router, "/api/v1/test/list?page=0").await;
    assert_eq!((invalid.status.as_u16(), invalid.json()["error"].as_str()), (422, Some("invalid-fields")));
}

#[tokio::test]
async fn errors_of_v2_stay_problems() {
    assert_eq!(get(&router(&layers()), "/api/v2/test/missing").await.code(), "not-found");
}

fn assert_announced(what: &str, answer: &Answer) {
    let sunset = RETIREMENT.sunset.format("%a, %d %b %Y %H:%M:%S GMT").to_string();
    assert_eq!(answer.header("deprecation"), format!("@{}", RETIREMENT.deprecated.timestamp()), "{what}");
    assert_eq!(answer.header("sunset"), sunset, "{what}");
    assert_eq!(answer.header("link"), "</api/v2/test>; rel=\"successor-version\"", "{what}");
}

#[test]
fn v1_ends_after_it_was_given_up() {
    assert!(RETIREMENT.deprecated < RETIREMENT.sunset);
}

#[tokio::test]
async fn every_answer_of_v1_says_when_it_ends_and_none_of_v2() {
    let router = router(&layers());
    for (method, path) in [
        (Method::GET, "/api/v1/test/list"),
        (Method::GET, "/api/v1/test/missing"),
        (Method::GET, "/api/v1/test/list?page=0"),
        (Method::GET, "/api/v1/test/openapi.json"),
        (Method::GET, "/api/v1/test/nothing"),
        (Method::GET, "/api/v1/nobody/nothing"),
        (Method::PUT, "/api/v1/test/list"),
        (Method::OPTIONS, "/api/v1/test/list"),
    ] {
        assert_announced(&format!("{method} {path}"), &send(&router, request(method, path)).await);
    }
    for path in ["/api/v2/test/list", "/api/v2/test/nothing", "/api/v2/test/openapi.json"] {
        assert_eq!(get(&router, path).await.header("deprecation"), "", "{path}");
    }
}

#[tokio::test]
async fn what_an_outer_layer_refuses_says_when_v1_ends() {
    let once = LayerSettings { address_burst: NonZeroU32::MIN, ..LayerSettings::default() };
    let router = router(&Layers::new(&once, &Registry::new()).unwrap());
    get(&router, "/api/v1/test/list").await;
    let refused = get(&router, "/api/v1/test/list").await;
    assert_eq!(refused.status, 429);
    assert_announced("too many requests", &refused);
}

#[tokio::test]
async fn a_service_without_a_v1_announces_no_end() {
    let router = Api::new("test").v2(OpenApiRouter::default()).router((), &layers());
    let answer = get(&router, "/api/v1/test/list").await;
    assert_eq!((answer.status.as_u16(), answer.header("deprecation")), (404, ""));
}

#[tokio::test]
async fn pages_of_v1_go_by_number() {
    let router = router(&layers());
    let page = get(&router, "/api/v1/test/list?page=3&perPage=2").await.json();
    insta::assert_json_snapshot!(page, @r#"
    {
      "items": [
        4,
        5
      ],
      "page": 3,
      "perPage": 2,
      "total": 95
    }
    "#);
    for query in ["page=-1", "perPage=0", "perPage=101", "page=1.5", "page=4294967297"] {
        assert_eq!(get(&router, &format!("/api/v1/test/list?{query}")).await.status, 422, "{query}");
    }
}

#[tokio::test]
async fn calls_are_counted_by_version_and_client() {
    let registry = Registry::new();
    let router = router(&Layers::new(&LayerSettings::default(), &registry).unwrap());
    for (path, version) in [
        ("/api/v1/test/list", "web/1.0.2"),
        ("/api/v1/test/list", "web/1.0.2"),
        ("/api/v1/test/list", "my-script"),
        ("/api/v2/test/list", "android/2.0.0"),
        ("/api/v1/test/missing", "web/1.0.9"),
    ] {
        get_with(&router, path, &[("x-client-version", version)]).await;
    }
    get(&router, "/api/v1/test/list").await;

    let text = prometheus::TextEncoder::new().encode_to_string(&registry.gather()).unwrap();
    let mut counted: Vec<_> = text.lines().filter(|line| line.starts_with("client_requests_total")).collect();
    counted.sort_unstable();
    assert_eq!(
        counted,
        [
            r#"client_requests_total{api="v1",client="absent"} 1"#,
            r#"client_requests_total{api="v1",client="unreadable"} 1"#,
            r#"client_requests_total{api="v1",client="web/1.0.2"} 2"#,
            r#"client_requests_total{api="v2",client="android/2.0.0"} 1"#,
        ]
    );
}

#[tokio::test]
async fn invented_versions_do_not_grow_the_metric() {
    let registry = Registry::new();
    let settings = LayerSettings { address_burst: 10_000.try_into().unwrap(), ..LayerSettings::default() };
    let router = router(&Layers::new(&settings, &registry).unwrap());
    for patch in 0..500 {
        get_with(&router, "/api/v1/test/list", &[("x-client-version", &format!("web/1.0.{patch}"))]).await;
    }
    let text = prometheus::TextEncoder::new().encode_to_string(&registry.gather()).unwrap();
    let series = text.lines().filter(|line| line.starts_with("client_requests_total")).count();
    assert_eq!(series, 101);
    assert!(text.contains(r#"client_requests_total{api="v1",client="web/other"} 400"#), "{text}");
}

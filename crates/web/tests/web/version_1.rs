use axum::Router;
use axum::routing::get as route;
use chrono::{TimeZone, Utc};
use http::Method;
use prometheus::Registry;
use utoipa_axum::router::OpenApiRouter;
use web::v1::{NumberedPage, Paging, Retirement};
use web::{Api, ApiError, ApiResult, LayerSettings, Layers, Query};

use crate::support::{get, get_with, layers, request, send};

fn router(layers: &Layers) -> Router {
    let list = async |Query(paging): Query<Paging>| -> NumberedPage<u64> {
        paging.page((paging.offset()..paging.offset() + paging.limit()).collect(), 95)
    };
    let missing = async || -> ApiResult<()> { Err(ApiError::not_found("topic", 7)) };
    let routes = || OpenApiRouter::default().route("/list", route(list)).route("/missing", route(missing));
    let retirement = Retirement {
        deprecated: Utc.with_ymd_and_hms(2026, 1, 1, 0, 0, 0).unwrap(),
        sunset: Utc.with_ymd_and_hms(2027, 6, 30, 23, 59, 59).unwrap(),
    };
    Api::new("test").v1(routes(), retirement).v2(routes()).router((), layers)
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

#[tokio::test]
async fn v1_says_when_it_ends_and_v2_does_not() {
    let router = router(&layers());
    for path in ["/api/v1/test/list", "/api/v1/test/missing"] {
        let answer = get(&router, path).await;
        assert_eq!(answer.header("deprecation"), "@1767225600");
        assert_eq!(answer.header("sunset"), "Wed, 30 Jun 2027 23:59:59 GMT");
        assert_eq!(answer.header("link"), "</api/v2/test>; rel=\"successor-version\"");
    }
    assert_eq!(get(&router, "/api/v2/test/list").await.header("deprecation"), "");
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

use std::time::Duration;

use axum::Router;
use axum::routing::get as route;
use http::{Method, StatusCode};
use utoipa_axum::router::OpenApiRouter;
use web::{ApiError, ApiResult, Challenge, FieldError, RequiredUpdate};

use crate::support::{get, request, send, service};

fn failing(with: fn() -> ApiError) -> Router {
    service(OpenApiRouter::default().route("/it", route(async move || -> ApiResult<()> { Err(with()) })))
}

#[tokio::test]
async fn an_error_is_a_problem_document() {
    let answer = get(&failing(|| ApiError::not_found("topic", 7)), "/api/v2/test/it").await;
    assert_eq!(answer.header("content-type"), "application/problem+json");
    insta::assert_json_snapshot!(answer.json(), @r#"
    {
      "detail": "There is no topic 7.",
      "status": 404,
      "title": "Not found",
      "type": "urn:tall:problem:not-found"
    }
    "#);
}

#[tokio::test]
async fn each_status_brings_the_header_that_it_demands() {
    let stale = || ApiError::Unauthenticated(Challenge::Stale { max_age: Duration::from_secs(600) });
    let too_old = || {
        ApiError::ClientTooOld(Box::new(RequiredUpdate {
            minimum: "1.4.0".into(),
            latest: "1.6.0".into(),
            message: "Update.".into(),
        }))
    };
    let cases = [
        (ApiError::unauthorized as fn() -> ApiError, 401, "www-authenticate", r#"Bearer realm="tall""#),
        (ApiError::invalid_token, 401, "www-authenticate", r#"Bearer realm="tall", error="invalid_token""#),
        (
            stale,
            401,
            "www-authenticate",
            r#"Bearer realm="tall", error="insufficient_user_authentication", max_age="600""#,
        ),
        (
            ApiError::bad_credentials,
            401,
            "www-authenticate",
            r#"Bearer realm="tall", error="invalid_request""#,
        ),
        (|| ApiError::UnsupportedMediaType { expected: "text/csv" }, 415, "accept", "text/csv"),
        (too_old, 426, "x-client-update", "1.6.0"),
        (|| ApiError::too_many_requests(Duration::from_millis(1500)), 429, "retry-after", "2"),
        (|| ApiError::too_many_requests(Duration::ZERO), 429, "retry-after", "1"),
        (|| ApiError::unavailable(Duration::from_secs(30)), 503, "retry-after", "30"),
        (|| ApiError::Overloaded, 503, "retry-after", "1"),
        (|| ApiError::TimedOut, 503, "retry-after", "1"),
    ];
    for (error, status, header, value) in cases {
        let answer = get(&failing(error), "/api/v2/test/it").await;
        assert_eq!((answer.status.as_u16(), answer.header(header)), (status, value));
    }
}

#[tokio::test]
async fn a_cause_is_never_sent() {
    let internal = || ApiError::internal(anyhow::anyhow!("password of the database is swordfish"));
    let down = || ApiError::unavailable_because(Duration::from_secs(1), anyhow::anyhow!("swordfish"));
    for (error, status) in [(internal as fn() -> ApiError, 500), (down, 503)] {
        let answer = get(&failing(error), "/api/v2/test/it").await;
        assert_eq!(answer.status, status);
        assert!(!answer.body.contains("swordfish") && !format!("{:?}", answer.headers).contains("swordfish"));
    }
}

#[tokio::test]
async fn an_api_error_that_travelled_as_anyhow_stays_itself() {
    fn deep() -> anyhow::Result<()> {
        Err(ApiError::conflict("already-answered", "This review is answered."))?;
        Ok(())
    }
    let handler = async || -> ApiResult<()> { Ok(deep()?) };
    let answer =
        get(&service(OpenApiRouter::default().route("/it", route(handler))), "/api/v2/test/it").await;
    assert_eq!((answer.status.as_u16(), answer.code().as_str()), (409, "already-answered"));
    assert_eq!(answer.json()["title"], "Already answered");
}

#[tokio::test]
async fn every_bad_field_is_told() {
    let error = || {
        ApiError::invalid(vec![
            FieldError::new("/a", "too-short", "Give at least 8 characters."),
            FieldError::new("/b", "unknown-level", "There is no level C9."),
        ])
    };
    let answer = get(&failing(error), "/api/v2/test/it").await;
    insta::assert_json_snapshot!(answer.json(), @r#"
    {
      "detail": "2 fields are refused; see `errors`.",
      "errors": [
        {
          "code": "too-short",
          "message": "Give at least 8 characters.",
          "pointer": "/a"
        },
        {
          "code": "unknown-level",
          "message": "There is no level C9.",
          "pointer": "/b"
        }
      ],
      "status": 422,
      "title": "Fields refused",
      "type": "urn:tall:problem:invalid-fields"
    }
    "#);
}

#[tokio::test]
async fn a_path_without_operation_is_a_problem() {
    for path in ["/", "/api/v2/test/nothing", "/api/v3/test/it", "/api/v2/other/it"] {
        let answer = get(&failing(|| ApiError::Overloaded), path).await;
        assert_eq!((answer.status.as_u16(), answer.code().as_str()), (404, "no-such-route"), "{path}");
    }
}

#[tokio::test]
async fn a_method_that_the_path_does_not_know_is_a_problem_that_lists_those_it_does() {
    for method in [Method::DELETE, Method::from_bytes(b"BREW").unwrap()] {
        let answer = send(&failing(|| ApiError::Overloaded), request(method, "/api/v2/test/it")).await;
        assert_eq!((answer.status.as_u16(), answer.code().as_str()), (405, "method-not-allowed"));
        assert_eq!(answer.header("allow"), "GET,HEAD");
    }
}

#[tokio::test]
async fn a_panic_is_a_problem_that_does_not_quote_it() {
    let handler = async || -> &'static str { panic!("swordfish") };
    let answer =
        get(&service(OpenApiRouter::default().route("/it", route(handler))), "/api/v2/test/it").await;
    assert_eq!((answer.status, answer.code().as_str()), (StatusCode::INTERNAL_SERVER_ERROR, "internal"));
    assert!(!answer.body.contains("swordfish"));
}

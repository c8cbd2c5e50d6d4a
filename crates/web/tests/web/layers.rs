use std::net::SocketAddr;
use std::num::NonZeroU32;
use std::sync::Arc;
use std::time::Duration;

use axum::extract::ConnectInfo;
use axum::routing::{get as route, post as post_route};
use axum::{Router, middleware};
use http::{HeaderMap, HeaderValue, Method};
use prometheus::Registry;
use tokio::sync::Notify;
use utoipa_axum::router::OpenApiRouter;
use web::{Api, ApiError, ApiVersion, ClientVersion, Gate, LayerSettings, Layers};

use crate::support::{Answer, get, get_with, post, request, send, service};

fn number(number: u32) -> NonZeroU32 {
    number.try_into().unwrap()
}

fn with(settings: LayerSettings, routes: OpenApiRouter) -> Router {
    Api::new("test").v2(routes).router((), &Layers::new(&settings, &Registry::new()).unwrap())
}

fn hello() -> OpenApiRouter {
    OpenApiRouter::default().route("/hello", route(async || "hello"))
}

#[tokio::test]
async fn every_answer_has_the_security_headers() {
    let router = service(hello());
    for path in ["/api/v2/test/hello", "/nowhere", "/api/v2/test/openapi.json"] {
        let answer = get(&router, path).await;
        assert_eq!(answer.header("x-content-type-options"), "nosniff");
        assert!(answer.header("content-security-policy").starts_with("default-src 'none'"));
        assert_eq!(answer.header("x-frame-options"), "DENY");
        assert_eq!(answer.header("referrer-policy"), "no-referrer");
        assert!(!answer.header("cache-control").is_empty());
    }
}

async fn preflight(router: &Router, origin: &str) -> Answer {
    let mut request = request(Method::OPTIONS, "/api/v2/test/hello");
    request.headers_mut().insert("origin", origin.parse().unwrap());
    request.headers_mut().insert("access-control-request-method", HeaderValue::from_static("PUT"));
    let wanted = HeaderValue::from_static("authorization,x-client-version,if-match");
    request.headers_mut().insert("access-control-request-headers", wanted);
    send(router, request).await
}

#[tokio::test]
async fn only_configured_origins_may_read_answers() {
    let origins =
        ["https://app.example", "http://localhost", "file://"].map(|origin| origin.parse().unwrap());
    let router = with(LayerSettings { origins: origins.into(), ..LayerSettings::default() }, hello());
    for origin in ["https://app.example", "http://localhost", "file://"] {
        let answer = preflight(&router, origin).await;
        assert_eq!((answer.status.as_u16(), answer.header("access-control-allow-origin")), (200, origin));
        let methods = answer.header("access-control-allow-methods");
        assert!(["GET", "POST", "PUT", "PATCH", "DELETE"].iter().all(|method| methods.contains(method)));
        assert!(answer.header("access-control-allow-headers").contains("x-client-version"));
        assert_eq!(answer.header("access-control-allow-credentials"), "");
        let answer = get_with(&router, "/api/v2/test/hello", &[("origin", origin)]).await;
        assert_eq!(answer.header("access-control-allow-origin"), origin);
        assert!(answer.header("access-control-expose-headers").contains("x-client-update"));
    }
    for origin in ["https://evil.example", "https://app.example.evil", "null", "http://localhost:81"] {
        assert_eq!(preflight(&router, origin).await.header("access-control-allow-origin"), "", "{origin}");
    }
}

#[tokio::test]
async fn a_refusal_too_can_be_read_by_the_page_that_asked() {
    let origins = vec!["https://app.example".parse().unwrap()];
    let router = with(LayerSettings { origins, ..LayerSettings::default() }, hello());
    let answer = get_with(&router, "/nowhere", &[("origin", "https://app.example")]).await;
    assert_eq!(answer.header("access-control-allow-origin"), "https://app.example");
}

#[tokio::test]
async fn an_address_that_asks_too_much_is_told_to_wait_and_another_is_not() {
    let settings =
        LayerSettings { address_rate: number(1), address_burst: number(2), ..LayerSettings::default() };
    let router = with(settings, hello());
    let ask = async |ip: [u8; 4]| {
        let mut request = request(Method::GET, "/api/v2/test/hello");
        request.extensions_mut().insert(ConnectInfo(SocketAddr::from((ip, 1))));
        send(&router, request).await
    };
    for status in [200, 200, 429] {
        let answer = ask([10, 0, 0, 1]).await;
        assert_eq!(answer.status, status);
        if status == 429 {
            assert_eq!((answer.code().as_str(), answer.header("retry-after")), ("too-many-requests", "1"));
        }
    }
    assert_eq!(ask([10, 0, 0, 2]).await.status, 200);
}

#[tokio::test]
async fn a_caller_cannot_have_another_bucket_by_claiming_an_address() {
    let settings =
        LayerSettings { address_rate: number(1), address_burst: number(1), ..LayerSettings::default() };
    let router = with(settings, hello());
    assert_eq!(get_with(&router, "/api/v2/test/hello", &[("x-forwarded-for", "1.1.1.1")]).await.status, 200);
    assert_eq!(get_with(&router, "/api/v2/test/hello", &[("x-forwarded-for", "2.2.2.2")]).await.status, 429);
}

#[tokio::test]
async fn behind_a_proxy_the_bucket_is_the_clients() {
    let settings = LayerSettings {
        address_rate: number(1),
        address_burst: number(1),
        trusted_proxies: 1,
        ..LayerSettings::default()
    };
    let router = with(settings, hello());
    assert_eq!(get_with(&router, "/api/v2/test/hello", &[("x-forwarded-for", "1.1.1.1")]).await.status, 200);
    assert_eq!(get_with(&router, "/api/v2/test/hello", &[("x-forwarded-for", "2.2.2.2")]).await.status, 200);
    assert_eq!(
        get_with(&router, "/api/v2/test/hello", &[("x-forwarded-for", "9.9.9.9, 2.2.2.2")]).await.status,
        429
    );
}

#[tokio::test]
async fn one_request_too_many_is_refused_at_once_and_the_next_is_not() {
    let gate = Arc::new(Notify::new());
    let waiting = gate.clone();
    let slow = route(async move || waiting.notified().await);
    let settings = LayerSettings { concurrency: number(1), ..LayerSettings::default() };
    let router = with(settings, hello().route("/slow", slow));

    let first = tokio::spawn({
        let router = router.clone();
        async move { get(&router, "/api/v2/test/slow").await.status }
    });
    tokio::task::yield_now().await;
    let refused = get(&router, "/api/v2/test/hello").await;
    assert_eq!((refused.status.as_u16(), refused.code().as_str()), (503, "overloaded"));
    assert_eq!(refused.header("retry-after"), "1");

    gate.notify_one();
    assert_eq!(first.await.unwrap(), 200);
    assert_eq!(get(&router, "/api/v2/test/hello").await.status, 200);
}

#[tokio::test]
async fn a_route_may_have_a_concurrency_of_its_own() {
    let gate = Arc::new(Notify::new());
    let waiting = gate.clone();
    let one = middleware::from_fn_with_state(web::concurrency(number(1)), web::admit);
    let slow = route(async move || waiting.notified().await).layer(one);
    let router = service(hello().route("/slow", slow));

    let first = tokio::spawn({
        let router = router.clone();
        async move { get(&router, "/api/v2/test/slow").await.status }
    });
    tokio::task::yield_now().await;
    assert_eq!(get(&router, "/api/v2/test/slow").await.code(), "overloaded");
    assert_eq!(get(&router, "/api/v2/test/hello").await.status, 200);
    gate.notify_one();
    assert_eq!(first.await.unwrap(), 200);
}

#[tokio::test(start_paused = true)]
async fn a_request_is_given_up_after_ten_seconds() {
    let sleepy = |seconds| route(async move || tokio::time::sleep(Duration::from_secs(seconds)).await);
    let router = service(OpenApiRouter::default().route("/nine", sleepy(9)).route("/eleven", sleepy(11)));
    assert_eq!(get(&router, "/api/v2/test/nine").await.status, 200);
    let began = tokio::time::Instant::now();
    let answer = get(&router, "/api/v2/test/eleven").await;
    assert_eq!((answer.status.as_u16(), answer.code().as_str()), (503, "timed-out"));
    assert_eq!(began.elapsed().as_secs(), 10);
}

#[tokio::test(start_paused = true)]
async fn a_route_may_have_another_time_limit() {
    let limit = |seconds| middleware::from_fn_with_state(Duration::from_secs(seconds), web::time_limit);
    let sleepy = |seconds| route(async move || tokio::time::sleep(Duration::from_secs(seconds)).await);
    let routes = OpenApiRouter::default()
        .route("/longer", sleepy(30).layer(limit(60)))
        .route("/shorter", sleepy(5).layer(limit(2)));
    let router = service(routes);
    assert_eq!(get(&router, "/api/v2/test/longer").await.status, 200);
    let began = tokio::time::Instant::now();
    assert_eq!(get(&router, "/api/v2/test/shorter").await.status, 503);
    assert_eq!(began.elapsed().as_secs(), 2);
}

#[tokio::test]
async fn metrics_go_by_route_template_and_not_by_path() {
    let registry = Registry::new();
    let routes = OpenApiRouter::default()
        .route("/words/{id}", route(async || "word"))
        .route("/broken", post_route(async || ApiError::internal(anyhow::anyhow!("x"))));
    let router =
        Api::new("test").v2(routes).router((), &Layers::new(&LayerSettings::default(), &registry).unwrap());
    for path in ["/api/v2/test/words/1", "/api/v2/test/words/2?secret=1", "/api/v2/test/nothing/3", "/4"] {
        get(&router, path).await;
    }
    post(&router, "/api/v2/test/broken", "text/plain", "").await;
    send(&router, request(Method::from_bytes(b"BREW").unwrap(), "/api/v2/test/words/5")).await;

    let text = prometheus::TextEncoder::new().encode_to_string(&registry.gather()).unwrap();
    let mut counted: Vec<_> = text.lines().filter(|line| line.starts_with("http_requests_total")).collect();
    counted.sort_unstable();
    assert_eq!(
        counted,
        [
            r#"http_requests_total{method="GET",route="/api/v2/test/words/{id}",status="200"} 2"#,
            r#"http_requests_total{method="GET",route="unmatched",status="404"} 2"#,
            r#"http_requests_total{method="OTHER",route="/api/v2/test/words/{id}",status="405"} 1"#,
            r#"http_requests_total{method="POST",route="/api/v2/test/broken",status="500"} 1"#,
        ]
    );
    assert!(
        text.contains(
            r#"http_request_duration_seconds_count{method="GET",route="/api/v2/test/words/{id}"} 2"#
        )
    );
    assert!(text.contains("http_requests_in_flight 0"));
}

#[tokio::test]
async fn a_caller_who_hangs_up_is_counted_and_not_in_flight_any_more() {
    let registry = Registry::new();
    let routes = OpenApiRouter::default().route("/slow", route(std::future::pending::<()>));
    let router =
        Api::new("test").v2(routes).router((), &Layers::new(&LayerSettings::default(), &registry).unwrap());
    let hung_up = tokio::time::timeout(Duration::from_millis(20), get(&router, "/api/v2/test/slow")).await;
    assert!(hung_up.is_err());

    let text = prometheus::TextEncoder::new().encode_to_string(&registry.gather()).unwrap();
    assert!(text.contains(r#"route="/api/v2/test/slow",status="499"} 1"#), "{text}");
    assert!(text.contains("http_requests_in_flight 0"));
}

/// Lets no `desktop` client in, and greets everybody else.
struct NoDesktop;

impl Gate for NoDesktop {
    fn admit(&self, api: ApiVersion, request: &HeaderMap) -> Result<HeaderMap, ApiError> {
        let client =
            ClientVersion::read(request)?.ok_or_else(|| ApiError::ClientVersion("Which client?".into()))?;
        if client.platform == web::Platform::Desktop {
            return Err(ApiError::forbidden("No desktops."));
        }
        let version = HeaderValue::from_static(api.as_str());
        Ok(HeaderMap::from_iter([(http::HeaderName::from_static("x-greeting"), version)]))
    }
}

#[tokio::test]
async fn the_gate_stands_before_every_operation_that_is_not_open() {
    let routes =
        Api::new("test").v2(hello()).open(OpenApiRouter::default().route("/keys", route(async || "keys")));
    let layers = Layers::new(&LayerSettings::default(), &Registry::new()).unwrap().gate(NoDesktop);
    let router = routes.router((), &layers);

    let admitted = get_with(&router, "/api/v2/test/hello", &[("x-client-version", "web/1.0.0")]).await;
    assert_eq!((admitted.status.as_u16(), admitted.header("x-greeting")), (200, "v2"));
    let refused = get_with(&router, "/api/v2/test/hello", &[("x-client-version", "desktop/1.0.0")]).await;
    assert_eq!(refused.status, 403);
    assert_eq!(get(&router, "/api/v2/test/hello").await.code(), "client-version-required");
    assert_eq!(get(&router, "/api/v2/test/keys").await.status, 200);
    assert_eq!(get(&router, "/api/v2/test/openapi.json").await.status, 200);
}

#[test]
fn settings_come_from_the_section_web() {
    let settings = |pairs: &[(&str, &str)]| {
        let pairs = pairs.iter().map(|(name, value)| (format!("TALL_WEB__{name}"), (*value).to_owned()));
        boot::config::Settings::from_variables(pairs).unwrap().section::<LayerSettings>()
    };
    assert_eq!(settings(&[]).unwrap().timeout_seconds.get(), 10);
    let set = settings(&[
        ("ORIGINS", "https://app.example, file://"),
        ("TRUSTED_PROXIES", "1"),
        ("USER_RATE", "7"),
    ])
    .unwrap();
    assert_eq!((set.origins.len(), set.trusted_proxies, set.user_rate.get()), (2, 1, 7));
    for (name, value) in [("ORIGINS", "*"), ("USER_RATE", "0"), ("CONCURRENCY", "-1"), ("COLOUR", "red")] {
        let error = settings(&[(name, value)]).unwrap_err();
        assert_eq!(error.variable(), format!("TALL_WEB__{name}"));
    }
}

#[test]
fn the_settings_of_every_environment_are_readable() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../deploy/env");
    for environment in ["local", "production"] {
        let variables = [("TALL_CONFIG_DIRECTORY", folder), ("TALL_ENVIRONMENT", environment)];
        let variables = variables.map(|(name, value)| (name.to_owned(), value.to_owned()));
        let settings = boot::config::Settings::from_variables(variables).unwrap();
        let layers = settings.section::<LayerSettings>().unwrap();
        // The gateway stands before every service: without this, all users would share its bucket.
        assert_eq!(layers.trusted_proxies, 1, "{environment}");
    }
}

//! Against a profile over real HTTP: what is asked, and what its answers mean.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::routing::get;
use boot::PublicUrl;
use events::profile::Role;
use http::{HeaderMap, StatusCode};
use tokio::net::TcpListener;
use tokio::task::JoinHandle;

use super::support::TestClock;
use crate::testing::{TestCaller, config, issuer};
use crate::{AccessConfig, Authority, Feed, ProfileAuthority, Revocations, Strictness, Verifier};

struct Profile {
    authority: ProfileAuthority,
    server: JoinHandle<()>,
}

impl Drop for Profile {
    fn drop(&mut self) {
        self.server.abort();
    }
}

async fn profile(routes: Router) -> Profile {
    let listener = TcpListener::bind(SocketAddr::from(([127, 0, 0, 1], 0))).await.unwrap();
    let url = format!("http://{}/", listener.local_addr().unwrap());
    let server = tokio::spawn(async move { axum::serve(listener, routes).await.unwrap() });
    let config = AccessConfig { profile_url: PublicUrl::parse(&url).unwrap(), ..config() };
    Profile { authority: ProfileAuthority::new(&config, boot::http_client(None).unwrap()), server }
}

fn verifier(authority: ProfileAuthority) -> Verifier {
    let registry = prometheus::Registry::new();
    Verifier::new(
        &config(),
        Arc::new(authority),
        Revocations::default(),
        Feed::new(|| false),
        Strictness::Admins,
        Arc::new(TestClock::new()),
        &registry,
    )
    .unwrap()
}

fn jwks() -> String {
    serde_json::to_string(&issuer().jwks().unwrap()).unwrap()
}

const KEYS: &str = "/api/v2/profile/jwks.json";
const SESSION: &str = "/api/v2/profile/sessions/current";

fn admin_token() -> String {
    TestCaller::new(Role::TechnicalAdmin, 1).token(boot::Clock::now(&TestClock::new()))
}

#[tokio::test]
async fn keys_are_fetched_and_a_session_is_confirmed_with_the_callers_own_token() {
    let expected = format!("Bearer {}", admin_token());
    let session = async move |headers: HeaderMap| {
        let good = headers.get("authorization").is_some_and(|given| given.to_str().ok() == Some(&expected));
        if good { StatusCode::OK } else { StatusCode::IM_A_TEAPOT }
    };
    let routes = Router::new().route(KEYS, get(async || jwks())).route(SESSION, get(session));
    let profile = profile(routes).await;
    let verifier = verifier(profile.authority.clone());
    let identity = verifier.verify(&admin_token()).await.unwrap();
    assert_eq!(identity.role, Role::TechnicalAdmin);
    verifier.confirm(&identity, &admin_token()).await.unwrap();
}

#[tokio::test]
async fn only_a_success_confirms_only_a_401_ends_and_all_else_is_not_known() {
    for (answer, status) in [
        (StatusCode::NO_CONTENT, 200),
        (StatusCode::UNAUTHORIZED, 401),
        (StatusCode::FORBIDDEN, 503),
        (StatusCode::NOT_FOUND, 503),
        (StatusCode::FOUND, 503),
        (StatusCode::TOO_MANY_REQUESTS, 503),
        (StatusCode::INTERNAL_SERVER_ERROR, 503),
    ] {
        let routes =
            Router::new().route(KEYS, get(async || jwks())).route(SESSION, get(async move || answer));
        let profile = profile(routes).await;
        let verifier = verifier(profile.authority.clone());
        let identity = verifier.verify(&admin_token()).await.unwrap();
        let confirmed = verifier.confirm(&identity, &admin_token()).await;
        assert_eq!(confirmed.map_or_else(|error| error.status().as_u16(), |()| 200), status, "{answer}");
    }
}

#[tokio::test]
async fn a_profile_that_does_not_answer_is_not_waited_for() {
    let silent = async || tokio::time::sleep(Duration::from_secs(60)).await;
    let routes = Router::new().route(KEYS, get(async || jwks())).route(SESSION, get(silent));
    let profile = profile(routes).await;
    let verifier = verifier(profile.authority.clone());
    let identity = verifier.verify(&admin_token()).await.unwrap();
    let began = std::time::Instant::now();
    let refused = verifier.confirm(&identity, &admin_token()).await.unwrap_err();
    assert_eq!(refused.status(), 503);
    assert!(began.elapsed() < Duration::from_secs(5));
}

#[tokio::test]
async fn what_is_no_key_set_is_an_error() {
    let huge = format!("{{\"keys\": [{}]}}", " ".repeat(100_000));
    for body in ["".to_owned(), "[]".to_owned(), "{\"keys\": 7}".to_owned(), "<html>".to_owned(), huge] {
        let profile = profile(Router::new().route(KEYS, get(async move || body))).await;
        assert!(profile.authority.keys().await.is_err());
    }
    let profile = profile(Router::new().route(KEYS, get(async || StatusCode::SERVICE_UNAVAILABLE))).await;
    assert!(profile.authority.keys().await.is_err());
}

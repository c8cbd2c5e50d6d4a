//! Against a profile over real HTTP: what is asked, and what its answers mean. That the other end is profile is proved in
//! `boot`.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use boot::Peer;
use events::profile::Role;
use http::StatusCode;
use serde_json::json;
use tokio::net::TcpListener;
use tokio::task::JoinHandle;
use web::Path;

use super::support::TestClock;
use crate::testing::{TestCaller, config, issuer};
use crate::{Authority, Feed, ProfileAuthority, Revocations, Strictness, Verifier};

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
    let peer = Peer::played_by(&url, boot::http_client(None).unwrap());
    Profile { authority: ProfileAuthority::new(peer), server }
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

const KEYS: &str = "/internal/v1/profile/jwks.json";
const SESSION: &str = "/internal/v1/profile/sessions/{id}";

fn admin() -> TestCaller {
    TestCaller::new(Role::TechnicalAdmin, 1)
}

fn admin_token() -> String {
    admin().token(boot::Clock::now(&TestClock::new()))
}

fn session_of(user: ids::UserId, role: &str, epoch: i64) -> Response {
    let session = json!({ "userId": user, "role": role, "epoch": epoch, "more": "is passed over" });
    ([("content-type", "application/json")], session.to_string()).into_response()
}

/// The status that an admin gets while profile answers so for their session.
async fn confirmed(answer: impl Fn() -> Response + Clone + Send + Sync + 'static) -> u16 {
    let session = async move || answer();
    let routes = Router::new().route(KEYS, get(async || jwks())).route(SESSION, get(session));
    let profile = profile(routes).await;
    let verifier = verifier(profile.authority.clone());
    let identity = verifier.verify(&admin_token()).await.unwrap();
    verifier.confirm(&identity).await.map_or_else(|error| error.status().as_u16(), |()| 200)
}

#[tokio::test]
async fn keys_are_fetched_and_the_callers_session_is_asked_for() {
    let expected = admin().session.to_string();
    let session = async move |Path(id): Path<String>| match id == expected {
        true => session_of(admin().user, "technical-admin", 1),
        false => StatusCode::IM_A_TEAPOT.into_response(),
    };
    let routes = Router::new().route(KEYS, get(async || jwks())).route(SESSION, get(session));
    let profile = profile(routes).await;
    let verifier = verifier(profile.authority.clone());
    let identity = verifier.verify(&admin_token()).await.unwrap();
    assert_eq!(identity.role, Role::TechnicalAdmin);
    verifier.confirm(&identity).await.unwrap();
}

#[tokio::test]
async fn a_session_that_is_over_or_has_changed_is_refused() {
    let admin = admin();
    assert_eq!(confirmed(move || session_of(admin.user, "technical-admin", 1)).await, 200);
    assert_eq!(confirmed(|| StatusCode::NOT_FOUND.into_response()).await, 401);
    assert_eq!(confirmed(move || session_of(admin.user, "technical-admin", 2)).await, 401);
    assert_eq!(confirmed(move || session_of(admin.user, "teacher", 1)).await, 401);
    let other = TestCaller::new(Role::Student, 2);
    assert_eq!(confirmed(move || session_of(other.user, "technical-admin", 1)).await, 401);
}

#[tokio::test]
async fn what_profile_does_not_say_is_not_known() {
    for answer in [
        StatusCode::OK,
        StatusCode::NO_CONTENT,
        StatusCode::UNAUTHORIZED,
        StatusCode::FORBIDDEN,
        StatusCode::FOUND,
        StatusCode::TOO_MANY_REQUESTS,
        StatusCode::INTERNAL_SERVER_ERROR,
    ] {
        assert_eq!(confirmed(move || answer.into_response()).await, 503, "{answer}");
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
    let refused = verifier.confirm(&identity).await.unwrap_err();
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

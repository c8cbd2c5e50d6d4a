//! Calls in process, by callers whom the real extractors believe.

use access::{Role, Student, Verifier};
use axum::{
    Router,
    extract::{ConnectInfo, FromRef},
    http::HeaderMap,
    routing::{get, post},
};
use chrono::TimeDelta;
use serde_json::json;
use std::net::SocketAddr;
use testing::{Api, Caller, FrozenClock};

#[derive(Clone)]
struct App {
    verifier: Verifier,
}

impl FromRef<App> for Verifier {
    fn from_ref(app: &App) -> Self {
        app.verifier.clone()
    }
}

async fn whoami(student: Student) -> String {
    json!({ "id": student.id }).to_string()
}

async fn echo(ConnectInfo(peer): ConnectInfo<SocketAddr>, headers: HeaderMap, body: String) -> String {
    let header = |name: &str| headers.get(name).and_then(|value| value.to_str().ok()).map(str::to_owned);
    let version = header("x-client-version");
    json!({ "peer": peer.ip(), "version": version, "type": header("content-type"), "body": body }).to_string()
}

async fn api(clock: &FrozenClock) -> Api {
    let app = App { verifier: testing::verifier(clock).await };
    Api::new(Router::new().route("/whoami", get(whoami)).route("/echo", post(echo)).with_state(app))
}

#[tokio::test]
async fn a_caller_is_believed_for_fifteen_minutes() {
    let (clock, student) = (FrozenClock::default(), Caller::student());
    let api = api(&clock).await;

    let answer = api.get("/whoami").as_(&student).send().await;
    assert_eq!(answer.expect(200).json(), json!({ "id": student.id() }));

    clock.advance(TimeDelta::minutes(16));
    api.get("/whoami").as_(&student).send().await.expect(401);
    let student = student.logged_in_at(clock.now());
    api.get("/whoami").as_(&student).send().await.expect(200);
}

#[tokio::test]
async fn a_caller_has_the_role_of_their_name_and_an_identity_of_their_own() {
    let clock = FrozenClock::default();
    let api = api(&clock).await;
    let named = [
        (Caller::student(), Role::Student, 200),
        (Caller::teacher(), Role::Teacher, 403),
        (Caller::educational_admin(), Role::EducationalAdmin, 403),
        (Caller::technical_admin(), Role::TechnicalAdmin, 403),
    ];
    for (caller, role, status) in named {
        assert_eq!(caller.role(), role);
        api.get("/whoami").as_(&caller).send().await.expect(status);
    }
    api.get("/whoami").send().await.expect(401);
    api.get("/whoami").bearer("forged").send().await.expect(401);

    let (one, other) = (Caller::student(), Caller::student());
    assert!(one.id() != other.id() && one.session() != other.session() && one.token() != other.token());
}

#[tokio::test]
async fn a_request_is_that_of_a_present_web_client_unless_told_otherwise() {
    let api = api(&FrozenClock::default()).await;

    let answer = api.post("/echo").json(&json!({ "a": 1 })).send().await;
    assert_eq!(
        answer.json(),
        json!({ "peer": "127.0.0.1", "version": "web/1.4.0", "type": "application/json", "body": "{\"a\":1}" })
    );

    let answer = api.post("/echo").without("x-client-version").body("text/plain", "hoi").send().await;
    assert_eq!(
        answer.json(),
        json!({ "peer": "127.0.0.1", "version": null, "type": "text/plain", "body": "hoi" })
    );
}

#[tokio::test]
async fn an_answer_becomes_status_and_body_in_a_snapshot() {
    let api = api(&FrozenClock::default()).await;

    let found = api.post("/echo").send().await;
    let snapshot = serde_json::to_value(&found).expect("a snapshot");
    assert_eq!((&snapshot["status"], &snapshot["body"]["body"]), (&json!(200), &json!("")));

    let absent = api.get("/nowhere").send().await;
    assert_eq!(serde_json::to_value(&absent).expect("a snapshot"), json!({ "status": 404 }));
}

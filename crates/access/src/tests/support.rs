use std::sync::{Arc, Mutex};

use axum::Router;
use axum::body::Body;
use axum::extract::FromRef;
use axum::routing::get;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use boot::Clock;
use chrono::{DateTime, TimeDelta, Utc};
use ed25519_dalek::{Signer, SigningKey};
use events::profile::Role;
use http::{HeaderMap, Request, StatusCode};
use http_body_util::BodyExt;
use prometheus::Registry;
use serde_json::{Value, json};
use tower::ServiceExt;
use utoipa_axum::router::OpenApiRouter;
use web::{Api, LayerSettings, Layers};

use crate::testing::{AUDIENCE, ISSUER, Outside, TestCaller, issuer};
use crate::{
    AnyUser, EducationalAdmin, Fresh, OneOf, Strictness, Student, Teacher, TechnicalAdmin, Verifier,
};

/// A clock that the test moves.
#[derive(Clone)]
pub struct TestClock(Arc<Mutex<DateTime<Utc>>>);

impl TestClock {
    pub fn new() -> Self {
        Self(Arc::new(Mutex::new(DateTime::from_timestamp(1_772_000_000, 0).unwrap())))
    }

    pub fn advance(&self, by: TimeDelta) {
        *self.0.lock().unwrap() += by;
    }
}

impl Clock for TestClock {
    fn now(&self) -> DateTime<Utc> {
        *self.0.lock().unwrap()
    }
}

#[derive(Clone)]
pub struct App {
    verifier: Verifier,
}

impl FromRef<App> for Verifier {
    fn from_ref(app: &App) -> Self {
        app.verifier.clone()
    }
}

pub struct World {
    pub clock: TestClock,
    pub outside: Outside,
    pub verifier: Verifier,
    pub router: Router,
}

impl World {
    pub async fn new() -> Self {
        Self::with(Outside::default(), Strictness::Admins, LayerSettings::default()).await
    }

    pub async fn strict() -> Self {
        Self::with(Outside::default(), Strictness::Everybody, LayerSettings::default()).await
    }

    pub async fn with(outside: Outside, strictness: Strictness, settings: LayerSettings) -> Self {
        let clock = TestClock::new();
        let verifier = outside.verifier(strictness, Arc::new(clock.clone())).await;
        Self { router: router(verifier.clone(), &settings), clock, outside, verifier }
    }

    pub fn now(&self) -> DateTime<Utc> {
        self.clock.now()
    }

    /// Asks for `/who` with this token.
    pub async fn status(&self, token: &str) -> u16 {
        self.get("who", &format!("Bearer {token}")).await.status.as_u16()
    }

    pub async fn get(&self, path: &str, authorization: &str) -> Answer {
        get_from(&self.router, path, &[("authorization", authorization)]).await
    }

    pub async fn as_(&self, caller: &TestCaller, path: &str) -> Answer {
        self.get(path, &format!("Bearer {}", caller.token(self.now()))).await
    }
}

/// Handlers for each kind of caller.
pub fn router(verifier: Verifier, settings: &LayerSettings) -> Router {
    let routes = OpenApiRouter::<App>::default()
        .route("/who", get(async |user: AnyUser| format!("{} {}", user.role, user.id)))
        .route("/student", get(async |_: Student| ()))
        .route("/teacher", get(async |_: Teacher| ()))
        .route("/educational", get(async |_: EducationalAdmin| ()))
        .route("/technical", get(async |_: TechnicalAdmin| ()))
        .route("/either", get(async |_: OneOf<(Teacher, EducationalAdmin)>| ()))
        .route("/fresh", get(async |user: Fresh<AnyUser>| user.id.to_string()));
    let layers = Layers::new(settings, &Registry::new()).unwrap();
    Api::new("test").v2(routes).router(App { verifier }, &layers)
}

pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: String,
}

impl Answer {
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }
}

pub async fn get_from(router: &Router, path: &str, headers: &[(&'static str, &str)]) -> Answer {
    let mut request = Request::get(format!("/api/v2/test/{path}")).body(Body::empty()).unwrap();
    for (name, value) in headers {
        request.headers_mut().append(*name, value.parse().unwrap());
    }
    let (head, body) = router.clone().oneshot(request).await.unwrap().into_parts();
    let body = body.collect().await.unwrap().to_bytes();
    Answer { status: head.status, headers: head.headers, body: String::from_utf8(body.to_vec()).unwrap() }
}

pub fn student() -> TestCaller {
    TestCaller::new(Role::Student, 1)
}

/// The key that the test verifier trusts.
pub fn trusted_key() -> SigningKey {
    SigningKey::from_bytes(&[7; 32])
}

pub fn good_header() -> Value {
    json!({ "alg": "EdDSA", "typ": "at+jwt", "kid": issuer().jwks().unwrap().keys[0].kid })
}

pub fn good_claims(now: DateTime<Utc>) -> Value {
    let caller = student();
    let at = now.timestamp();
    json!({
        "iss": ISSUER, "aud": AUDIENCE, "sub": caller.user, "sid": caller.session, "role": "student", "epoch": 1,
        "jti": "0197a3c8-54f6-7c1e-9c77-6d1e7a3b9f10", "iat": at, "nbf": at, "exp": at + 900, "auth_time": at,
    })
}

pub fn part(value: &Value) -> String {
    URL_SAFE_NO_PAD.encode(value.to_string())
}

/// Any header and claims, signed with any key.
pub fn signed(header: &Value, claims: &Value, key: &SigningKey) -> String {
    let message = format!("{}.{}", part(header), part(claims));
    let signature = key.sign(message.as_bytes());
    format!("{message}.{}", URL_SAFE_NO_PAD.encode(signature.to_bytes()))
}

/// A value with one member changed, or removed by null.
pub fn with(mut value: Value, name: &str, to: Value) -> Value {
    match to {
        Value::Null => value.as_object_mut().map(|fields| fields.remove(name)),
        to => value.as_object_mut().map(|fields| fields.insert(name.to_owned(), to)),
    };
    value
}

//! The enumerator finds what is missing, what is contradicted and what is answered differently.

use axum::{
    Router,
    extract::Request,
    http::{HeaderMap, StatusCode, header::WWW_AUTHENTICATE},
    response::{IntoResponse, Response},
    routing::{get, put},
};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use futures::FutureExt;
use serde_json::{Value, json};
use std::panic::AssertUnwindSafe;
use testing::{
    Api, Caller,
    api::Request as Call,
    authorization::{Expected, Matrix, Whose},
};

fn document() -> Value {
    let students = json!([{ "accessToken": ["student"] }]);
    json!({ "paths": {
        "/topics": { "get": { "security": students } },
        "/cards/{cardId}": { "get": { "security": students } },
        "/keys": { "get": {} },
    }})
}

/// The claims, unverified: this router stands in for a service.
fn claims(headers: &HeaderMap) -> Option<Value> {
    let token = headers.get("authorization")?.to_str().ok()?.strip_prefix("Bearer ")?;
    serde_json::from_slice(&URL_SAFE_NO_PAD.decode(token.split('.').nth(1)?).ok()?).ok()
}

async fn for_students(request: Request) -> Response {
    let Some(claims) = claims(request.headers()) else {
        return (StatusCode::UNAUTHORIZED, [(WWW_AUTHENTICATE, "Bearer")]).into_response();
    };
    let own = request.uri().path().strip_prefix("/cards/").is_none_or(|owner| claims["sub"] == owner);
    match (claims["role"] == "student", own) {
        (false, _) => StatusCode::FORBIDDEN.into_response(),
        (true, false) => StatusCode::NOT_FOUND.into_response(),
        (true, true) => StatusCode::OK.into_response(),
    }
}

fn api() -> Api {
    let router = Router::new()
        .route("/topics", get(for_students))
        .route("/cards/{owner}", get(for_students))
        .route("/keys", get(|| async {}));
    Api::new(router)
}

const STUDENTS: [u16; 5] = [401, 200, 403, 403, 403];
const STRANGERS: [u16; 5] = [401, 404, 403, 403, 403];

async fn card(api: Api, caller: Caller, whose: Whose) -> Call {
    let owner = if whose == Whose::Own { caller.id() } else { Caller::student().id() };
    api.get(format!("/cards/{owner}"))
}

fn complete() -> Matrix<Api> {
    without_cards().operation("GET /cards/{cardId}", Expected::own_and_others(STUDENTS, STRANGERS), card)
}

fn without_cards() -> Matrix<Api> {
    Matrix::of([&document()])
        .operation("GET /topics", Expected::of_nobody(STUDENTS), |api: Api, _, _| async move {
            api.get("/topics")
        })
        .operation(
            "GET /keys",
            Expected::of_nobody([200; 5]),
            |api: Api, _, _| async move { api.get("/keys") },
        )
}

async fn complaint(matrix: Matrix<Api>) -> String {
    complaint_of(matrix, api()).await
}

async fn complaint_of(matrix: Matrix<Api>, api: Api) -> String {
    let failure = AssertUnwindSafe(matrix.check(api)).catch_unwind().await.expect_err("the check fails");
    *failure.downcast::<String>().expect("a text")
}

#[tokio::test]
async fn a_complete_and_right_table_passes() {
    complete().check(api()).await;
}

#[tokio::test]
async fn an_operation_without_a_case_fails() {
    let complaint = complaint(without_cards()).await;

    assert!(complaint.contains("GET /cards/{cardId} has no case"), "{complaint}");
}

#[tokio::test]
async fn a_case_without_an_operation_fails() {
    let ask = |api: Api, _, _| async move { api.get("/topics") };
    let complaint = complaint(complete().operation("PUT /topics", Expected::of_nobody(STUDENTS), ask)).await;

    assert!(complaint.contains("PUT /topics is in no document"), "{complaint}");
}

#[tokio::test]
async fn an_object_without_a_case_for_anothers_fails() {
    let matrix = without_cards().operation("GET /cards/{cardId}", Expected::of_nobody(STUDENTS), card);
    let complaint = complaint(matrix).await;

    assert!(complaint.contains("GET /cards/{cardId} has an id in its path"), "{complaint}");
}

#[tokio::test]
async fn a_table_that_the_document_contradicts_fails() {
    let lenient = [401, 200, 200, 403, 403];
    let matrix = without_cards().operation(
        "GET /cards/{cardId}",
        Expected::own_and_others(lenient, [200, 404, 403, 403, 403]),
        card,
    );
    let complaint = complaint(matrix).await;

    assert!(complaint.contains("says that a teacher may not, the table says 200 (Own)"), "{complaint}");
    assert!(complaint.contains("says otherwise of anonymous callers than 200"), "{complaint}");
}

fn internal_document() -> Value {
    json!({ "paths": { "/codes/{id}": { "put": { "security": [{ "service": ["cron-utility"] }] } } } })
}

/// Stands in for a service that admits cron-utility, and everybody to `/lax`.
fn internal_api() -> Api {
    let codes = async |request: Request| match request.extensions().get::<boot::PeerName>() {
        Some(caller) if caller.as_str() == "cron-utility" => StatusCode::OK,
        _ => StatusCode::FORBIDDEN,
    };
    Api::new(Router::new().route("/codes/{id}", put(codes)).route("/lax", put(async || {})))
}

fn internal_matrix(path: &'static str) -> Matrix<Api> {
    let matrix = Matrix::of([&internal_document()]);
    matrix.internal_operation("PUT /codes/{id}", 200, move |api: Api| async move { api.put(path) })
}

#[tokio::test]
async fn an_operation_for_services_is_called_as_each_of_them() {
    internal_matrix("/codes/1").check(internal_api()).await;

    let complaint = complaint_of(internal_matrix("/lax"), internal_api()).await;
    for line in [
        "PUT /codes/{id} as the service lobby: expected 403, got 200",
        "PUT /codes/{id} as nobody without a certificate: expected 403, got 200",
        "PUT /codes/{id} as student without a certificate: expected 403, got 200",
    ] {
        assert!(complaint.contains(line), "{line} in {complaint}");
    }
    assert!(!complaint.contains("as the service cron-utility"), "{complaint}");
}

#[tokio::test]
async fn an_operation_for_services_needs_a_case_of_its_kind() {
    let missing = complaint_of(Matrix::of([&internal_document()]), internal_api()).await;
    assert!(missing.contains("PUT /codes/{id} has no case"), "{missing}");

    let as_users = Matrix::of([&internal_document()]).operation(
        "PUT /codes/{id}",
        Expected::shared("a code", [403; 5]),
        |api: Api, _, _| async move { api.put("/codes/1") },
    );
    let complaint = complaint_of(as_users, internal_api()).await;
    assert!(complaint.contains("PUT /codes/{id} is for services"), "{complaint}");

    let open =
        without_cards().internal_operation("PUT /topics", 200, |api: Api| async move { api.put("/topics") });
    let complaint = complaint_of(open, api()).await;
    assert!(complaint.contains("PUT /topics is in no document"), "{complaint}");
}

#[tokio::test]
async fn another_answer_than_the_tables_fails() {
    let matrix =
        without_cards().operation("GET /cards/{cardId}", Expected::own_and_others(STUDENTS, STUDENTS), card);
    let complaint = complaint(matrix).await;

    let line = "GET /cards/{cardId} as student (Others): expected 200, got 404";
    assert!(complaint.contains(line), "{complaint}");
}

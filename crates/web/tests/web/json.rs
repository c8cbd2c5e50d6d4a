use std::collections::BTreeMap;

use axum::Router;
use axum::routing::post as route;
use http::{HeaderValue, Method, StatusCode};
use proptest::prelude::*;
use serde::{Deserialize, Serialize};
use utoipa_axum::router::OpenApiRouter;
use web::Json;

use crate::support::{Answer, post, request, send, service};

#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Lesson {
    title: String,
    minutes: u8,
    #[serde(default)]
    words: Vec<Word>,
    #[serde(default)]
    level: Option<Level>,
    #[serde(default)]
    notes: BTreeMap<String, String>,
}

#[derive(Debug, Serialize, Deserialize)]
struct Word {
    lemma: String,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Level {
    First,
    Second,
}

fn lessons() -> Router {
    let echo = async |Json(lesson): Json<Lesson>| Json(lesson);
    service(OpenApiRouter::default().route("/lessons", route(echo)))
}

async fn put_lesson(body: impl Into<axum::body::Body>) -> Answer {
    post(&lessons(), "/api/v2/test/lessons", "application/json", body).await
}

#[tokio::test]
async fn a_good_body_arrives_and_an_answer_leaves_as_json() {
    let answer =
        put_lesson(r#"{"title": "Eten", "minutes": 20, "words": [{"lemma": "brood"}], "level": "first"}"#)
            .await;
    assert_eq!(answer.status, StatusCode::OK);
    assert_eq!(answer.header("content-type"), "application/json");
    assert_eq!(answer.json()["words"][0]["lemma"], "brood");
}

#[tokio::test]
async fn what_has_named_fields_comes_as_an_object_however_deep() {
    #[derive(Deserialize)]
    #[serde(rename_all = "camelCase")]
    enum Step {
        Read {
            #[serde(rename = "page")]
            _page: u8,
        },
        Hear(#[expect(dead_code, reason = "only read")] Word),
    }
    #[derive(Deserialize)]
    #[serde(rename_all = "camelCase")]
    struct Plan {
        #[serde(default, rename = "steps")]
        _steps: Vec<Option<Step>>,
        #[serde(default, rename = "byDay")]
        _by_day: BTreeMap<String, Box<Word>>,
        #[serde(default, rename = "pair")]
        _pair: Option<(u8, Word)>,
    }
    let router =
        service(OpenApiRouter::default().route("/plans", route(async |_: Json<Plan>| Json("taken"))));
    for (body, faults) in [
        (
            r#"{"steps": [{"read": {"page": 1}}, null, {"hear": {"lemma": "a"}}], "pair": [1, {"lemma": "a"}]}"#,
            &[][..],
        ),
        (r#"{"byDay": {"monday": {"lemma": "a"}}}"#, &[]),
        (r#"{"byDay": {"monday": ["a"]}}"#, &["/byDay/monday wrong-type"]),
        (r#"{"pair": [1, ["a"]]}"#, &["/pair/1 wrong-type"]),
        (r#"{"steps": [null, {"hear": ["a"]}]}"#, &["/steps/1 wrong-type"]),
        (r#"{"steps": [{"read": [1]}]}"#, &["/steps/0 wrong-type"]),
        (r#"{"pair": {"0": 1}}"#, &["/pair wrong-type"]),
    ] {
        let answer = post(&router, "/api/v2/test/plans", "application/json", body).await;
        assert_eq!(answer.faults(), faults, "{body}");
    }
    let answer = put_lesson(r#"{"title": "Eten", "minutes": 20, "words": [["brood"]]}"#).await;
    assert_eq!(answer.faults(), ["/words/0 wrong-type"]);
    assert_eq!(answer.json()["errors"][0]["message"], "Expected an object, found an array.");
}

#[tokio::test]
async fn every_unknown_field_is_named_at_once() {
    let answer =
        put_lesson(r#"{"title": "Eten", "minutes": 20, "colour": 1, "words": [{"lemma": "a", "x/y~z": 2}]}"#)
            .await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(answer.faults(), ["/colour unknown-field", "/words/0/x~1y~0z unknown-field"]);
}

#[tokio::test]
async fn an_unknown_field_of_a_type_that_denies_them_is_named_where_it_stands() {
    #[derive(Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Closed {
        #[serde(default, rename = "inner")]
        _inner: Option<Box<Closed>>,
    }
    let take = async |_: Json<Closed>| ();
    let router = service(OpenApiRouter::default().route("/closed", route(take)));
    let answer = post(&router, "/api/v2/test/closed", "application/json", r#"{"inner": {"odd": 1}}"#).await;
    assert_eq!(answer.faults(), ["/inner/odd unknown-field"]);
}

#[tokio::test]
async fn a_bad_field_is_pointed_at() {
    for (body, fault) in [
        (r#"{"title": "Eten", "minutes": "20"}"#, "/minutes wrong-type"),
        (r#"{"title": "Eten", "minutes": 256}"#, "/minutes invalid-value"),
        (r#"{"title": "Eten", "minutes": -1}"#, "/minutes invalid-value"),
        (r#"{"title": null, "minutes": 1}"#, "/title wrong-type"),
        (r#"{"minutes": 1}"#, "/title missing-field"),
        (r#"{"title": "a", "minutes": 1, "words": [{"lemma": "b"}, {}]}"#, "/words/1/lemma missing-field"),
        (r#"{"title": "a", "minutes": 1, "words": {"lemma": "b"}}"#, "/words wrong-type"),
        (r#"{"title": "a", "minutes": 1, "level": "third"}"#, "/level unknown-value"),
        (r#""Eten""#, " wrong-type"),
        (r#" ["Eten", 20]"#, " wrong-type"),
    ] {
        let answer = put_lesson(body).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{body}");
        assert_eq!(answer.faults(), [fault], "{body}");
    }
}

#[tokio::test]
async fn what_was_sent_is_not_repeated() {
    let answer = put_lesson(r#"{"title": "Eten", "minutes": "hunter2"}"#).await;
    assert!(!answer.body.contains("hunter2"), "{}", answer.body);
    assert_eq!(answer.json()["errors"][0]["message"], "Expected u8, found string.");
}

#[tokio::test]
async fn a_key_that_stands_twice_is_refused_wherever_it_stands() {
    for (body, pointer) in [
        (r#"{"title": "a", "title": "b", "minutes": 1}"#, "/title"),
        (r#"{"title": "a", "minutes": 1, "notes": {"x": "1", "x": "2"}}"#, "/notes/x"),
        (r#"{"title": "a", "minutes": 1, "words": [{"lemma": "a", "lemma": "b"}]}"#, "/words/0/lemma"),
        (r#"{"title": "a", "minutes": 1, "notes": {"x": "1", "\u0078": "2"}}"#, "/notes/x"),
    ] {
        let answer = put_lesson(body).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{body}");
        assert_eq!(answer.faults(), [format!("{pointer} duplicate-field")], "{body}");
    }
}

#[tokio::test]
async fn the_character_nul_is_refused_wherever_it_stands() {
    for (body, pointer) in [
        (r#"{"title": "a\u0000", "minutes": 1}"#, "/title"),
        (r#"{"title": "a", "minutes": 1, "words": [{"lemma": "\u0000"}]}"#, "/words/0/lemma"),
        (r#"{"title": "a", "minutes": 1, "no\u0000": 1}"#, "/no\0"),
    ] {
        let answer = put_lesson(body).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{body}");
        assert_eq!(answer.faults(), [format!("{pointer} null-character")], "{body}");
    }
}

#[tokio::test]
async fn text_that_is_no_json_is_malformed() {
    let deep = "[".repeat(100_000);
    for body in
        ["", "{", "{]", "{\"title\": }", "{\"title\": \"a\", \"minutes\": 1} x", "nul", "{'a': 1}", &deep]
    {
        let answer = put_lesson(body.to_owned()).await;
        assert_eq!((answer.status, answer.code().as_str()), (StatusCode::BAD_REQUEST, "malformed-request"));
    }
}

#[tokio::test]
async fn bytes_that_are_no_utf8_are_malformed() {
    for body in [
        b"{\"title\": \"\xff\", \"minutes\": 1}".to_vec(),
        "{\"title\": \"é\"}".encode_utf16().flat_map(u16::to_le_bytes).collect(),
    ] {
        let answer = put_lesson(body).await;
        assert_eq!((answer.status, answer.code().as_str()), (StatusCode::BAD_REQUEST, "malformed-request"));
    }
}

#[tokio::test]
async fn another_content_type_is_refused_with_the_one_expected() {
    for kind in [
        "text/plain",
        "application/xml",
        "text/json",
        "application/json; charset=latin1",
        "",
        "application/jsonx",
    ] {
        let answer = post(&lessons(), "/api/v2/test/lessons", kind, r#"{"title": "a", "minutes": 1}"#).await;
        assert_eq!(answer.status, StatusCode::UNSUPPORTED_MEDIA_TYPE, "{kind}");
        assert_eq!(answer.header("accept"), "application/json");
    }
}

#[tokio::test]
async fn json_has_several_names() {
    for kind in [
        "application/json; charset=UTF-8",
        "Application/JSON",
        "application/merge-patch+json",
        "application/json;charset=\"utf-8\"",
    ] {
        let answer = post(&lessons(), "/api/v2/test/lessons", kind, r#"{"title": "a", "minutes": 1}"#).await;
        assert_eq!(answer.status, StatusCode::OK, "{kind}");
    }
}

#[tokio::test]
async fn a_body_over_a_mebibyte_is_too_large_and_one_below_is_not() {
    let lesson = |length: usize| format!(r#"{{"title": "{}", "minutes": 1}}"#, "a".repeat(length));
    let answer = put_lesson(lesson(web::BODY_LIMIT)).await;
    assert_eq!((answer.status, answer.code().as_str()), (StatusCode::PAYLOAD_TOO_LARGE, "body-too-large"));
    assert_eq!(put_lesson(lesson(web::BODY_LIMIT - 100)).await.status, StatusCode::OK);
}

#[tokio::test]
async fn an_operation_may_take_larger_bodies_and_says_so() {
    #[utoipa::path(put, path = "/imports", request_body = String, responses((status = 200)))]
    async fn import(Json(text): Json<String>) -> String {
        text.len().to_string()
    }
    #[utoipa::path(get, path = "/imports", responses((status = 200)))]
    async fn list() {}
    let limit = 2 * web::BODY_LIMIT;
    let operations =
        || web::body_limit(OpenApiRouter::new().routes(utoipa_axum::routes!(import, list)), limit);
    let put = async |bytes: usize| {
        let mut request = request(Method::PUT, "/api/v2/test/imports");
        request.headers_mut().insert("content-type", HeaderValue::from_static("application/json"));
        *request.body_mut() = format!("\"{}\"", "a".repeat(bytes - 2)).into();
        send(&service(operations()), request).await.status
    };
    assert_eq!(put(limit).await, StatusCode::OK);
    assert_eq!(put(limit + 1).await, StatusCode::PAYLOAD_TOO_LARGE);

    let document = web::Api::<()>::new("test").v2(operations()).document(web::ApiVersion::V2).expect("v2");
    let described = &document["paths"]["/api/v2/test/imports"];
    assert_eq!(described["put"][web::BODY_LIMIT_EXTENSION], limit);
    assert!(described["get"].get(web::BODY_LIMIT_EXTENSION).is_none(), "{described}");
}

proptest! {
    /// Whatever arrives, the answer is a refusal of the caller's or the value, and never a defect of ours.
    #[test]
    fn no_body_is_a_defect(body in "\\PC{0,60}") {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        let status = runtime.block_on(put_lesson(body)).status.as_u16();
        prop_assert!([200, 400, 422].contains(&status), "{status}");
    }

    /// The names of fields survive into the pointer, escaped as RFC 6901 has it.
    #[test]
    fn a_pointer_leads_back_to_the_field(name in "[a-z/~ ]{1,8}") {
        prop_assume!(!["title", "minutes", "words", "level", "notes"].contains(&name.as_str()));
        let body = serde_json::json!({"title": "a", "minutes": 1, (name.clone()): {"x": 1}});
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        let answer = runtime.block_on(put_lesson(body.to_string())).json();
        let pointer = answer["errors"][0]["pointer"].as_str().unwrap();
        prop_assert_eq!(body.pointer(pointer), Some(&body[&name]));
    }
}

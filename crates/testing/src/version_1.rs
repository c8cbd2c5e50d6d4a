//! What v1 has besides its operations: an end, of which every answer tells.

use crate::{Answer, Api};
use http::Method;
use serde_json::Value;
use web::v1::RETIREMENT;

/// Asks for every path of a v1 document, for the document itself and for what v1 has not, as nobody, by methods that it
/// knows and does not know: each answer says when v1 ends and what comes after it.
///
/// # Panics
/// The document is not that of a v1; or an answer does not say so, the panic lists all of them.
pub async fn assert_announces_its_end(api: &Api, document: &Value) {
    let paths: Vec<_> = document["paths"].as_object().into_iter().flatten().map(|(path, _)| path).collect();
    let service = paths.first().and_then(|path| service_of(path)).expect("a path below /api/v1/");
    let beside = ["openapi.json", "invented"].map(|last| format!("/api/v1/{service}/{last}"));
    let mut wrong = Vec::new();
    for path in paths.into_iter().chain(&beside) {
        for method in [Method::GET, Method::POST, Method::TRACE, Method::OPTIONS] {
            let answer = api.request(method.clone(), path.replace(['{', '}'], "")).send().await;
            wrong.extend(fault(path, &answer).map(|fault| format!("{method} {path}: {fault}")));
        }
    }
    assert!(wrong.is_empty(), "the end of v1:\n  {}", wrong.join("\n  "));
}

/// What is wrong with an answer to this path, if it is one of v1.
pub(crate) fn fault(path: &str, answer: &Answer) -> Option<String> {
    let service = service_of(path)?;
    let headers = [
        ("deprecation", format!("@{}", RETIREMENT.deprecated.timestamp())),
        ("sunset", RETIREMENT.sunset.format("%a, %d %b %Y %H:%M:%S GMT").to_string()),
        ("link", format!("</api/v2/{service}>; rel=\"successor-version\"")),
    ];
    let mut differing = headers.iter().filter(|(name, value)| answer.header(name) != Some(value));
    differing.next().map(|(name, value)| format!("`{name}: {value}` is missing from {answer}"))
}

fn service_of(path: &str) -> Option<&str> {
    path.strip_prefix("/api/v1/")?.split('/').next()
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::{Router, routing::get};
    use serde_json::json;

    #[tokio::test]
    #[should_panic = "GET /api/v1/lobby/products: `deprecation: @"]
    async fn silence_is_found() {
        let router = Router::new().route("/api/v1/lobby/products", get(async || "all"));
        let document = json!({ "paths": { "/api/v1/lobby/products": {} } });
        assert_announces_its_end(&Api::new(router), &document).await;
    }
}

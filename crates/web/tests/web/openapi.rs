use axum::Router;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use web::responses::{Conflict, NotFound};
use web::{Api, ApiResult, ApiVersion, IfMatch, Json, Limit, Page, Path, Query};

use crate::support::{get, get_with, layers};

#[derive(Serialize, Deserialize, ToSchema)]
struct Topic {
    name: String,
}

#[derive(Deserialize, utoipa::IntoParams)]
struct Filter {
    #[serde(default)]
    #[param(value_type = Option<Limit>)]
    limit: Limit,
}

/// The topics.
#[utoipa::path(get, path = "/topics", security(("accessToken" = [])), params(Filter),
    responses((status = 200, body = Page<Topic>)))]
async fn list_topics(Query(filter): Query<Filter>) -> Page<u16> {
    Page { items: vec![filter.limit.get() as u16], next_cursor: None }
}

/// Changes a topic.
///
/// What it is called.
#[utoipa::path(put, path = "/topics/{id}", security(("accessToken" = ["teacher", "educational_admin"])),
    params(("id" = String, Path), IfMatch), request_body = Topic,
    responses((status = 200, body = Topic), NotFound, Conflict))]
async fn change_topic(
    Path(_id): Path<String>,
    _seen: IfMatch,
    Json(topic): Json<Topic>,
) -> ApiResult<Json<Topic>> {
    Ok(Json(topic))
}

/// The public keys.
#[utoipa::path(get, path = "/keys", responses((status = 200, body = Topic)))]
async fn keys() {}

/// Topics as they come.
#[utoipa::path(get, path = "/topics/stream", params(("Last-Event-ID" = Option<String>, Header)),
    responses((status = 200, body = Topic, content_type = "text/event-stream")))]
async fn stream_topics() {}

fn api() -> Api<()> {
    Api::new("test")
        .v1(OpenApiRouter::default().routes(routes!(list_topics)))
        .v2(OpenApiRouter::default()
            .routes(routes!(list_topics))
            .routes(routes!(change_topic))
            .routes(routes!(stream_topics)))
        .open(OpenApiRouter::default().routes(routes!(keys)))
}

fn document(version: ApiVersion) -> Value {
    api().document(version).unwrap()
}

fn statuses(operation: &Value) -> Vec<&str> {
    operation["responses"].as_object().unwrap().keys().map(String::as_str).collect()
}

#[test]
fn an_operation_documents_what_follows_from_its_shape() {
    let document = document(ApiVersion::V2);
    assert_eq!(document["openapi"], "3.1.0");
    let change = &document["paths"]["/api/v2/test/topics/{id}"]["put"];
    let expected = [
        "200", "400", "401", "403", "404", "409", "412", "413", "415", "422", "426", "428", "429", "500",
        "503",
    ];
    assert_eq!(statuses(change), expected);
    assert_eq!(change["description"], "What it is called.\n\n**Permission:** teacher, educational admin.");
    assert_eq!(change["summary"], "Changes a topic.");
    assert_eq!(statuses(&document["paths"]["/api/v2/test/keys"]["get"]), ["200", "429", "500", "503"]);
    let list = &document["paths"]["/api/v2/test/topics"]["get"];
    assert_eq!(list["description"], "**Permission:** any user.");
}

#[test]
fn gated_operations_take_the_client_version() {
    let takes = |document: &Value, path: &str, method: &str| {
        let parameters = document["paths"][path][method]["parameters"].to_string();
        parameters.contains("#/components/parameters/ClientVersion")
    };
    let second = document(ApiVersion::V2);
    assert!(takes(&second, "/api/v2/test/topics", "get"));
    assert!(!takes(&second, "/api/v2/test/keys", "get"));
    assert_eq!(second["components"]["parameters"]["ClientVersion"]["required"], true);
    let first = document(ApiVersion::V1);
    assert!(takes(&first, "/api/v1/test/topics", "get"));
    assert_eq!(first["components"]["parameters"]["ClientVersion"]["required"], false);
    assert_eq!(first["paths"]["/api/v1/test/topics"]["get"]["deprecated"], true);
}

#[test]
fn each_version_documents_its_shape_of_errors() {
    let of = |version| {
        let response = document(version)["components"]["responses"]["Unauthorized"]["content"].clone();
        response.as_object().unwrap().keys().next().unwrap().clone()
    };
    assert_eq!(of(ApiVersion::V1), "application/json");
    assert_eq!(of(ApiVersion::V2), "application/problem+json");
}

#[test]
fn an_operation_that_admits_any_user_cannot_refuse_a_role() {
    let list = &document(ApiVersion::V2)["paths"]["/api/v2/test/topics"]["get"];
    assert_eq!(statuses(list), ["200", "400", "401", "422", "426", "429", "500", "503"]);
}

#[test]
fn a_stream_is_described_by_its_events() {
    let document = document(ApiVersion::V2);
    let operation = &document["paths"]["/api/v2/test/topics/stream"]["get"];
    assert!(statuses(operation).contains(&"422"), "a header may be refused");
    let content = &operation["responses"]["200"]["content"];
    let event = &content["text/event-stream"]["schema"];
    assert_eq!(event["properties"]["data"]["type"], "string");
    assert_eq!(event["properties"]["data"]["contentMediaType"], "application/json");
    assert_eq!(event["properties"]["data"]["contentSchema"]["$ref"], "#/components/schemas/Topic");
    assert_eq!(event["required"], serde_json::json!(["data"]));
}

#[test]
fn every_reference_leads_somewhere() {
    fn references(value: &Value, found: &mut Vec<String>) {
        match value {
            Value::Object(fields) => {
                found.extend(fields.get("$ref").and_then(Value::as_str).map(str::to_owned));
                fields.values().for_each(|value| references(value, found));
            }
            Value::Array(items) => items.iter().for_each(|value| references(value, found)),
            _ => {}
        }
    }
    for version in [ApiVersion::V1, ApiVersion::V2] {
        let document = document(version);
        let mut found = Vec::new();
        references(&document, &mut found);
        assert!(found.len() > 5);
        for reference in found {
            assert!(document.pointer(&reference[1..]).is_some(), "{reference}");
        }
    }
}

#[tokio::test]
async fn the_document_is_served_and_not_sent_twice() {
    let router: Router = api().router((), &layers());
    let served = get(&router, "/api/v2/test/openapi.json").await;
    assert_eq!(served.header("content-type"), "application/json");
    assert_eq!(served.body, web::openapi_text(&document(ApiVersion::V2)));
    let tag = served.header("etag").to_owned();
    let again = get_with(&router, "/api/v2/test/openapi.json", &[("if-none-match", &tag)]).await;
    assert_eq!(again.status, 304);
    assert_eq!(get(&router, "/api/v1/test/openapi.json").await.status, 200);
}

#[test]
fn a_version_that_a_service_does_not_have_has_no_document() {
    assert!(Api::<()>::new("test").v2(OpenApiRouter::default()).document(ApiVersion::V1).is_none());
}

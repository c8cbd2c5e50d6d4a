//! Operations for other services: a router and a document of their own, and no trace of them in the public ones.

use axum::Router;
use serde::Serialize;
use serde_json::Value;
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use web::responses::NotFound;
use web::{Api, ApiResult, ApiVersion, Json, Path};

use crate::support::{get, layers};

#[derive(Serialize, ToSchema)]
struct Address {
    email: String,
}

/// A person's address.
#[utoipa::path(get, path = "/people/{id}", security(("service" = ["cron-utility", "lobby"])),
    params(("id" = String, Path)), responses((status = 200, body = Address), NotFound))]
async fn show_address(Path(id): Path<String>) -> ApiResult<Json<Address>> {
    Ok(Json(Address { email: id }))
}

/// The keys.
#[utoipa::path(get, path = "/keys", security(("service" = [])), responses((status = 200)))]
async fn keys() {}

/// The people.
#[utoipa::path(get, path = "/people", responses((status = 200)))]
async fn list_people() {}

fn api() -> Api<()> {
    Api::new("test")
        .v2(OpenApiRouter::default().routes(routes!(list_people)))
        .internal(OpenApiRouter::default().routes(routes!(show_address)).routes(routes!(keys)))
}

fn public() -> Router {
    api().router((), &layers())
}

fn internal() -> Router {
    api().internal_router((), &layers())
}

#[tokio::test]
async fn each_router_serves_its_own_and_nothing_of_the_other() {
    let (for_services, for_clients) = ("/internal/v1/test/people/7", "/api/v2/test/people");
    assert_eq!(get(&internal(), for_services).await.json()["email"], "7");
    assert_eq!(get(&public(), for_clients).await.status, 200);

    assert_eq!(get(&public(), for_services).await.code(), "no-such-route");
    assert_eq!(get(&public(), "/internal/v1/test/openapi.json").await.code(), "no-such-route");
    assert_eq!(get(&internal(), for_clients).await.code(), "no-such-route");
    assert_eq!(get(&internal(), "/api/v2/test/openapi.json").await.code(), "no-such-route");
}

#[test]
fn their_document_says_which_services_may() {
    let document = api().internal_document().unwrap();
    let address = &document["paths"]["/internal/v1/test/people/{id}"]["get"];
    assert_eq!(address["description"], "**Permission:** cron-utility, lobby.");
    let statuses: Vec<_> = address["responses"].as_object().unwrap().keys().map(String::as_str).collect();
    assert_eq!(statuses, ["200", "400", "403", "404", "422", "500", "503"]);
    assert_eq!(document["components"]["securitySchemes"]["service"]["type"], "mutualTLS");
    assert_eq!(document["info"]["title"], "test internal");
    let keys = &document["paths"]["/internal/v1/test/keys"]["get"];
    assert_eq!(keys["description"], "**Permission:** any service.");
}

#[test]
fn the_public_document_does_not_mention_them() {
    let document: Value = api().document(ApiVersion::V2).unwrap();
    assert!(!document.to_string().contains("internal/v1"));
    assert!(!document.to_string().contains("Address"));
}

#[tokio::test]
async fn a_service_without_any_has_no_document_and_serves_nothing() {
    let api = Api::<()>::new("test").v2(OpenApiRouter::default());
    assert!(api.internal_document().is_none());
    assert_eq!(get(&api.internal_router((), &layers()), "/internal/v1/test/people/7").await.status, 404);
}

//! Which services an operation admits.

use axum::Router;
use axum::body::Body;
use axum::routing::get;
use boot::PeerName;
use http::Request;
use prometheus::Registry;
use tower::ServiceExt;
use utoipa_axum::router::OpenApiRouter;
use web::{Api, LayerSettings, Layers};

use crate::Service;
use crate::service::{AnyService, CronUtility, Lobby, SERVICES};

fn router() -> Router {
    let operations = OpenApiRouter::<()>::default()
        .route("/mail", get(async |caller: Service<CronUtility>| caller.name().to_owned()))
        .route("/two", get(async |_: Service<(CronUtility, Lobby)>| ()))
        .route("/all", get(async |_: Service<AnyService>| ()));
    let layers = Layers::new(&LayerSettings::default(), &Registry::new()).unwrap();
    Api::new("test").internal(operations).internal_router((), &layers)
}

async fn status(path: &str, caller: Option<&str>) -> u16 {
    let mut request = Request::get(format!("/internal/v1/test/{path}")).body(Body::empty()).unwrap();
    if let Some(caller) = caller {
        request.extensions_mut().insert(PeerName::proved(caller));
    }
    router().oneshot(request).await.unwrap().status().as_u16()
}

#[tokio::test]
async fn an_operation_admits_the_services_that_it_names_and_no_other() {
    for service in SERVICES {
        let named = |names: &[&str]| if names.contains(service) { 200 } else { 403 };
        assert_eq!(status("mail", Some(service)).await, named(&["cron-utility"]), "{service}");
        assert_eq!(status("two", Some(service)).await, named(&["cron-utility", "lobby"]), "{service}");
        assert_eq!(status("all", Some(service)).await, 200, "{service}");
    }
}

#[tokio::test]
async fn a_certificate_of_no_service_of_the_fleet_opens_nothing() {
    for stranger in ["registry", "", "Lobby", "lobby "] {
        assert_eq!(status("two", Some(stranger)).await, 403, "{stranger}");
        assert_eq!(status("all", Some(stranger)).await, 403, "{stranger}");
    }
}

#[tokio::test]
async fn without_a_certificate_nothing_is_open() {
    for path in ["mail", "two", "all"] {
        assert_eq!(status(path, None).await, 403, "{path}");
    }
}

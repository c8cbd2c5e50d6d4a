//! One service's operations, with the documents that describe them.

use std::sync::Arc;

use axum::extract::{Request, State};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Response};
use axum::{Router, routing};
use http::HeaderValue;
use http::header::{CACHE_CONTROL, CONTENT_TYPE};
use serde_json::Value;
use utoipa::openapi::OpenApi;
use utoipa_axum::router::OpenApiRouter;

use crate::gate::Gate;
use crate::layers::Layers;
use crate::v1::RetirementHeaders;
use crate::{ETag, IfNoneMatch, document};

/// A version of the API, as in the path.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ApiVersion {
    /// The contract of the clients already out; frozen.
    V1,
    /// The whole API.
    V2,
}

impl ApiVersion {
    /// `v2`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::V1 => "v1",
            Self::V2 => "v2",
        }
    }

    /// `/api/v2/`.
    pub fn prefix(self) -> &'static str {
        match self {
            Self::V1 => "/api/v1/",
            Self::V2 => "/api/v2/",
        }
    }
}

/// The operations of one service; paths within stand below `/api/{version}/{service}`.
///
/// ```
/// # use web::{Api, LayerSettings, Layers};
/// # use utoipa_axum::{router::OpenApiRouter, routes};
/// # #[derive(Clone)] struct App;
/// /// The topics of a student.
/// #[utoipa::path(get, path = "/topics", responses((status = 200)))]
/// async fn list_topics() {}
///
/// fn api() -> Api<App> {
///     Api::new("thematic-cards").v2(OpenApiRouter::new().routes(routes!(list_topics)))
/// }
///
/// # fn main() -> Result<(), prometheus::Error> {
/// let layers = Layers::new(&LayerSettings::default(), &prometheus::Registry::new())?;
/// let router: axum::Router = api().router(App, &layers);
/// # Ok(()) }
/// ```
pub struct Api<S> {
    service: &'static str,
    v1: Option<OpenApiRouter<S>>,
    v2: Option<OpenApiRouter<S>>,
    open: OpenApiRouter<S>,
    internal: Option<OpenApiRouter<S>>,
}

impl<S: Clone + Send + Sync + 'static> Api<S> {
    /// An API without operations, of the service with this path segment.
    pub fn new(service: &'static str) -> Self {
        Self { service, v1: None, v2: None, open: OpenApiRouter::default(), internal: None }
    }

    /// The operations of v1, which end with [`crate::v1::RETIREMENT`].
    #[must_use]
    pub fn v1(mut self, operations: OpenApiRouter<S>) -> Self {
        self.v1 = Some(operations);
        self
    }

    /// The operations of v2.
    #[must_use]
    pub fn v2(mut self, operations: OpenApiRouter<S>) -> Self {
        self.v2 = Some(operations);
        self
    }

    /// Operations of v2 that no client version gates: what even a client that is too old must be able to do.
    #[must_use]
    pub fn open(mut self, operations: OpenApiRouter<S>) -> Self {
        self.open = operations;
        self
    }

    /// The operations for other services, below `/internal/v1/{service}`. [`Api::router`] does not serve them:
    /// [`Api::internal_router`] does, on a listener of its own.
    #[must_use]
    pub fn internal(mut self, operations: OpenApiRouter<S>) -> Self {
        self.internal = Some(operations);
        self
    }

    /// The OpenAPI document of the operations for other services, when there are any.
    pub fn internal_document(&self) -> Option<Value> {
        let operations =
            OpenApiRouter::default().nest(&self.internal_base(), self.internal.as_ref()?.clone());
        Some(document::complete_internal(self.service, operations.into_openapi()))
    }

    /// The router that serves other services. Without operations it serves nothing, in the shape of errors of all.
    pub fn internal_router(&self, state: S, layers: &Layers) -> Router {
        let operations = self.internal.clone().map(Router::from).unwrap_or_default();
        layers.around_internal(Router::new().nest(&self.internal_base(), operations.with_state(state)))
    }

    /// The OpenAPI document of one version, when the service has that version.
    pub fn document(&self, version: ApiVersion) -> Option<Value> {
        let below = |operations: &OpenApiRouter<S>| {
            let nested = OpenApiRouter::default().nest(&self.base(version), operations.clone());
            nested.into_openapi()
        };
        let (gated, open) = match version {
            ApiVersion::V1 => (below(self.v1.as_ref()?), OpenApi::default()),
            ApiVersion::V2 => (below(self.v2.as_ref()?), below(&self.open)),
        };
        Some(document::complete(self.service, version, gated, open))
    }

    /// The router that serves clients: operations, their documents, and the layers around them.
    pub fn router(self, state: S, layers: &Layers) -> Router {
        let mut router = Router::new();
        for version in [ApiVersion::V1, ApiVersion::V2] {
            if let Some(document) = self.document(version) {
                let served = Arc::new(Served::new(&document));
                let path = format!("{}/openapi.json", self.base(version));
                router = router.route(&path, routing::get(serve_document).with_state(served));
            }
        }

        let (base1, base2) = (self.base(ApiVersion::V1), self.base(ApiVersion::V2));
        let end = self.v1.is_some().then(|| RetirementHeaders::new(self.service));
        if let Some(operations) = self.v1 {
            let operations = gated(operations.into(), ApiVersion::V1, layers);
            router = router.nest(&base1, operations.with_state(state.clone()));
        }
        let operations = self.v2.map(|v2| gated(v2.into(), ApiVersion::V2, layers)).unwrap_or_default();
        let operations = operations.merge(Router::from(self.open)).with_state(state);
        layers.around(router.nest(&base2, operations), end)
    }

    fn base(&self, version: ApiVersion) -> String {
        format!("{}{}", version.prefix(), self.service)
    }

    fn internal_base(&self) -> String {
        format!("/internal/v1/{}", self.service)
    }
}

#[derive(Clone)]
struct Gated {
    gate: Arc<dyn Gate>,
    version: ApiVersion,
}

fn gated<S: Clone + Send + Sync + 'static>(
    router: Router<S>,
    version: ApiVersion,
    layers: &Layers,
) -> Router<S> {
    match layers.gate.clone() {
        Some(gate) => router.layer(middleware::from_fn_with_state(Gated { gate, version }, pass_gate)),
        None => router,
    }
}

async fn pass_gate(State(gated): State<Gated>, request: Request, next: Next) -> Response {
    match gated.gate.admit(gated.version, request.headers()) {
        Ok(headers) => {
            let mut response = next.run(request).await;
            response.headers_mut().extend(headers);
            response
        }
        Err(refused) => refused.into_response(),
    }
}

/// An OpenAPI document as it goes over the wire.
struct Served {
    json: String,
    tag: ETag,
}

impl Served {
    fn new(document: &Value) -> Self {
        let json = document::text(document);
        Self { tag: ETag::of_bytes(json.as_bytes()), json }
    }
}

async fn serve_document(State(served): State<Arc<Served>>, known: IfNoneMatch) -> Response {
    let mut response = known.answer_raw(&served.tag, served.json.clone());
    response.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
    response.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static("public, max-age=60"));
    response
}

//! What surrounds every operation, the same in every service.
//!
//! From the outside in: trace, log line and metrics; headers; v1's end; CORS; v1's shape of errors; load shedding;
//! the bucket of the caller's address; the time limit; panics. A refusal by an inner layer therefore still
//! has its headers, its log line and its trace id.

mod address;
mod admission;
mod buckets;
mod deadline;
mod headers;
mod observe;
mod origin;

use std::num::NonZeroU32;
use std::sync::Arc;
use std::time::Duration;

use axum::extract::DefaultBodyLimit;
use axum::{Router, middleware};
use governor::Quota;
use http::{HeaderName, Method};
use serde::Deserialize;
use tower::ServiceBuilder;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::cors::{AllowOrigin, CorsLayer};
use utoipa_axum::router::OpenApiRouter;

pub use address::ClientAddress;
pub use admission::{admit, concurrency};
pub use buckets::UserBuckets;
pub use deadline::time_limit;
pub use origin::{NotAnOrigin, Origin};

use crate::client::X_CLIENT_VERSION;
use crate::gate::Gate;
use crate::v1::RetirementHeaders;
use crate::{ApiError, v1};
use admission::Admission;
use buckets::AddressBuckets;
use observe::Observation;

/// Section `web`: what an operator may set of the layers.
#[derive(Debug, Clone, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct LayerSettings {
    /// The origins whose pages may call: `https://app.example`, `http://localhost`, `file://`, `null`. A list,
    /// or one text with commas between.
    #[serde(deserialize_with = "origin::list")]
    pub origins: Vec<Origin>,
    /// How many proxies of ours stand before the service and append to `X-Forwarded-For`.
    pub trusted_proxies: usize,
    /// Requests a second that one address may make, on average.
    pub address_rate: NonZeroU32,
    /// Requests that one address may make at once.
    pub address_burst: NonZeroU32,
    /// Requests a second that one user may make, on average.
    pub user_rate: NonZeroU32,
    /// Requests that one user may make at once.
    pub user_burst: NonZeroU32,
    /// Requests in flight; one more is answered 503 at once.
    pub concurrency: NonZeroU32,
    /// Seconds until a request is given up.
    pub timeout_seconds: NonZeroU32,
}

impl boot::Section for LayerSettings {
    const NAME: &'static str = "web";
}

impl Default for LayerSettings {
    fn default() -> Self {
        Self {
            origins: Vec::new(),
            trusted_proxies: 0,
            address_rate: const { NonZeroU32::new(50).expect("not 0") },
            address_burst: const { NonZeroU32::new(200).expect("not 0") },
            user_rate: const { NonZeroU32::new(20).expect("not 0") },
            user_burst: const { NonZeroU32::new(100).expect("not 0") },
            concurrency: const { NonZeroU32::new(512).expect("not 0") },
            timeout_seconds: const { NonZeroU32::new(10).expect("not 0") },
        }
    }
}

/// A body may have this many bytes unless its operation says otherwise with [`body_limit`].
pub const BODY_LIMIT: usize = 1024 * 1024;

/// The layers of one service; clones share buckets and metrics.
#[derive(Clone)]
pub struct Layers {
    observation: Arc<Observation>,
    cors: CorsLayer,
    addresses: AddressBuckets,
    users: UserBuckets,
    admission: Admission,
    internal_admission: Admission,
    timeout: Duration,
    pub(crate) gate: Option<Arc<dyn Gate>>,
    standing: Option<boot::Standing>,
}

impl Layers {
    /// The layers as set, with their metrics in `metrics`.
    ///
    /// # Errors
    /// When the metrics are registered already.
    pub fn new(settings: &LayerSettings, metrics: &prometheus::Registry) -> Result<Self, prometheus::Error> {
        let address = quota(settings.address_rate, settings.address_burst);
        let user = quota(settings.user_rate, settings.user_burst);
        Ok(Self {
            observation: Arc::new(Observation::new(metrics)?),
            cors: cors(&settings.origins),
            addresses: AddressBuckets::new(address, settings.trusted_proxies),
            users: UserBuckets::new(user),
            admission: Admission::new(settings.concurrency),
            internal_admission: Admission::new(settings.concurrency),
            timeout: Duration::from_secs(settings.timeout_seconds.get().into()),
            gate: None,
            standing: None,
        })
    }

    /// Lets `gate` decide which clients may talk to the API.
    #[must_use]
    pub fn gate(mut self, gate: impl Gate) -> Self {
        self.gate = Some(Arc::new(gate));
        self
    }

    /// Hands `standing` to the operation that tells it: an extension of each request.
    #[must_use]
    pub fn standing(mut self, standing: boot::Standing) -> Self {
        self.standing = Some(standing);
        self
    }

    /// Puts the layers around a whole router, fallbacks included. One that has a v1 says when it ends.
    pub(crate) fn around(&self, router: Router, end: Option<RetirementHeaders>) -> Router {
        let users = self.users.clone();
        let announce = end.map(|end| middleware::from_fn_with_state(end, v1::announce_end));
        router
            .fallback(async || ApiError::NoSuchRoute)
            .method_not_allowed_fallback(async || ApiError::MethodNotAllowed)
            .layer(
                ServiceBuilder::new()
                    .layer(middleware::from_fn_with_state(self.observation.clone(), observe::observe))
                    .layer(middleware::map_response(headers::secure))
                    .option_layer(announce)
                    .layer(self.cors.clone())
                    .layer(middleware::from_fn(v1::flatten))
                    .layer(middleware::from_fn_with_state(self.admission.clone(), admission::admit))
                    .layer(middleware::from_fn_with_state(self.addresses.clone(), buckets::limit_address))
                    .layer(axum::Extension(users))
                    .option_layer(self.standing.clone().map(axum::Extension))
                    .layer(middleware::from_fn_with_state(self.timeout, deadline::limit))
                    .layer(DefaultBodyLimit::max(BODY_LIMIT))
                    .layer(CatchPanicLayer::custom(panicked)),
            )
    }

    /// Puts around a router for other services what concerns them: they have no origin, no bucket and no v1. Their
    /// requests in flight are counted apart, so that users cannot crowd them out.
    pub(crate) fn around_internal(&self, router: Router) -> Router {
        let admission = self.internal_admission.clone();
        router
            .fallback(async || ApiError::NoSuchRoute)
            .method_not_allowed_fallback(async || ApiError::MethodNotAllowed)
            .layer(
                ServiceBuilder::new()
                    .layer(middleware::from_fn_with_state(self.observation.clone(), observe::observe))
                    .layer(middleware::map_response(headers::secure))
                    .layer(middleware::from_fn_with_state(admission, admission::admit))
                    .layer(middleware::from_fn_with_state(self.timeout, deadline::limit))
                    .layer(DefaultBodyLimit::max(BODY_LIMIT))
                    .layer(CatchPanicLayer::custom(panicked)),
            )
    }
}

/// The extension of an operation in the OpenAPI document that tells its limit, where it is not [`BODY_LIMIT`].
pub const BODY_LIMIT_EXTENSION: &str = "x-body-limit";

/// Operations that take larger or smaller bodies, of at most so many bytes; their document tells it.
///
/// ```
/// # use utoipa_axum::{router::OpenApiRouter, routes};
/// # #[utoipa::path(post, path = "/imports", request_body = String)]
/// # async fn import() {}
/// let operations: OpenApiRouter = web::body_limit(OpenApiRouter::new().routes(routes!(import)), 20 << 20);
/// ```
pub fn body_limit<S>(mut operations: OpenApiRouter<S>, bytes: usize) -> OpenApiRouter<S>
where
    S: Clone + Send + Sync + 'static,
{
    let items = operations.get_openapi_mut().paths.paths.values_mut();
    let with_body = items
        .flat_map(|item| [&mut item.put, &mut item.post, &mut item.patch])
        .flatten()
        .filter(|operation| operation.request_body.is_some());
    for operation in with_body {
        let extensions = operation.extensions.get_or_insert_default();
        extensions.insert(BODY_LIMIT_EXTENSION.to_owned(), bytes.into());
    }
    operations.layer(DefaultBodyLimit::max(bytes))
}

/// The panic's own message is left out: it may quote what a caller sent. `boot` logs where it happened.
fn panicked(_: Box<dyn std::any::Any + Send>) -> axum::response::Response {
    axum::response::IntoResponse::into_response(ApiError::internal(anyhow::anyhow!("the handler panicked")))
}

fn quota(per_second: NonZeroU32, burst: NonZeroU32) -> Quota {
    Quota::per_second(per_second).allow_burst(burst)
}

fn cors(origins: &[Origin]) -> CorsLayer {
    CorsLayer::new()
        .allow_origin(AllowOrigin::list(origins.iter().map(Origin::header)))
        .allow_methods([Method::GET, Method::POST, Method::PUT, Method::PATCH, Method::DELETE])
        .allow_headers([
            http::header::AUTHORIZATION,
            http::header::CONTENT_TYPE,
            http::header::IF_MATCH,
            http::header::IF_NONE_MATCH,
            http::header::ACCEPT_LANGUAGE,
            X_CLIENT_VERSION,
            HeaderName::from_static("last-event-id"),
            HeaderName::from_static("traceparent"),
            HeaderName::from_static("tracestate"),
        ])
        .expose_headers([
            http::header::ETAG,
            http::header::LINK,
            http::header::LOCATION,
            http::header::RETRY_AFTER,
            http::header::WWW_AUTHENTICATE,
            crate::error::X_CLIENT_UPDATE,
            observe::TRACE_ID,
            v1::DEPRECATION,
            v1::SUNSET,
        ])
        .max_age(Duration::from_secs(3600))
}

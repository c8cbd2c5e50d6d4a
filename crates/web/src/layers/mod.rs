//! What surrounds every operation, the same in every service.
//!
//! From the outside in: trace, log line and metrics; headers; CORS; v1's shape of errors; load shedding;
//! the bucket of the caller's address; the time limit; panics. A refusal by an inner layer therefore still
//! has its headers, its log line and its trace id.

mod address;
mod admission;
mod buckets;
mod deadline;
mod headers;
mod observe;

use std::sync::Arc;
use std::time::Duration;

use axum::extract::DefaultBodyLimit;
use axum::{Router, middleware};
use http::{HeaderName, HeaderValue, Method};
use serde::Deserialize;
use tower::ServiceBuilder;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::cors::{AllowOrigin, CorsLayer};

pub use address::ClientAddress;
pub use admission::{admit, concurrency};
pub use buckets::UserBuckets;
pub use deadline::time_limit;

use crate::client::X_CLIENT_VERSION;
use crate::gate::Gate;
use crate::{ApiError, v1};
use admission::Admission;
use buckets::{AddressBuckets, Rate};
use observe::Observation;

/// Section `web`: what an operator may set of the layers.
#[derive(Debug, Clone, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct LayerSettings {
    /// The origins whose pages may call: `https://app.example`, `http://localhost`, `file://`, `null`.
    pub origins: Vec<String>,
    /// How many proxies of ours stand before the service and append to `X-Forwarded-For`.
    pub trusted_proxies: usize,
    /// Requests a second that one address may make, on average.
    pub address_rate: u32,
    /// Requests that one address may make at once.
    pub address_burst: u32,
    /// Requests a second that one user may make, on average.
    pub user_rate: u32,
    /// Requests that one user may make at once.
    pub user_burst: u32,
    /// Requests in flight; one more is answered 503 at once.
    pub concurrency: usize,
    /// Seconds until a request is given up.
    pub timeout_seconds: u64,
}

impl Default for LayerSettings {
    fn default() -> Self {
        Self {
            origins: Vec::new(),
            trusted_proxies: 0,
            address_rate: 50,
            address_burst: 200,
            user_rate: 20,
            user_burst: 100,
            concurrency: 512,
            timeout_seconds: 10,
        }
    }
}

/// Layers that cannot be built from these settings.
#[derive(Debug, thiserror::Error)]
pub enum LayerError {
    /// An origin that cannot be a header value.
    #[error("`origins`: {0:?} is no origin")]
    Origin(String),
    /// A number that must not be 0.
    #[error("`{0}` must be at least 1")]
    Zero(&'static str),
    /// A metric that is registered already.
    #[error("metrics")]
    Metrics(#[from] prometheus::Error),
}

/// A body may have this many bytes unless its route says otherwise with [`body_limit`].
pub const BODY_LIMIT: usize = 1024 * 1024;

/// The layers of one service; clones share buckets and metrics.
#[derive(Clone)]
pub struct Layers {
    observation: Arc<Observation>,
    cors: CorsLayer,
    addresses: AddressBuckets,
    users: UserBuckets,
    admission: Admission,
    timeout: Duration,
    pub(crate) gate: Option<Arc<dyn Gate>>,
}

impl Layers {
    /// The layers as set, with their metrics in `metrics`.
    ///
    /// # Errors
    /// When a setting cannot be kept, or the metrics are registered already.
    pub fn new(settings: &LayerSettings, metrics: &prometheus::Registry) -> Result<Self, LayerError> {
        let address = Rate::new("address", settings.address_rate, settings.address_burst)?;
        let user = Rate::new("user", settings.user_rate, settings.user_burst)?;
        if settings.concurrency == 0 {
            return Err(LayerError::Zero("concurrency"));
        }
        if settings.timeout_seconds == 0 {
            return Err(LayerError::Zero("timeout_seconds"));
        }
        Ok(Self {
            observation: Arc::new(Observation::new(metrics)?),
            cors: cors(&settings.origins)?,
            addresses: AddressBuckets::new(address, settings.trusted_proxies),
            users: UserBuckets::new(user),
            admission: Admission::new(settings.concurrency),
            timeout: Duration::from_secs(settings.timeout_seconds),
            gate: None,
        })
    }

    /// Lets `gate` decide which clients may talk to the API.
    #[must_use]
    pub fn gate(mut self, gate: impl Gate) -> Self {
        self.gate = Some(Arc::new(gate));
        self
    }

    /// Puts the layers around a whole router, fallbacks included.
    pub(crate) fn around(&self, router: Router) -> Router {
        let users = self.users.clone();
        router
            .fallback(async || ApiError::NoSuchRoute)
            .method_not_allowed_fallback(async || ApiError::MethodNotAllowed)
            .layer(
                ServiceBuilder::new()
                    .layer(middleware::from_fn_with_state(self.observation.clone(), observe::observe))
                    .layer(middleware::map_response(headers::secure))
                    .layer(self.cors.clone())
                    .layer(middleware::from_fn(v1::flatten))
                    .layer(middleware::from_fn_with_state(self.admission.clone(), admission::admit))
                    .layer(middleware::from_fn_with_state(self.addresses.clone(), buckets::limit_address))
                    .layer(axum::Extension(users))
                    .layer(middleware::from_fn_with_state(self.timeout, deadline::limit))
                    .layer(DefaultBodyLimit::max(BODY_LIMIT))
                    .layer(CatchPanicLayer::custom(panicked)),
            )
    }
}

/// For a route that takes larger or smaller bodies: `routes!(import).layer(web::body_limit(20 << 20))`.
pub fn body_limit(bytes: usize) -> DefaultBodyLimit {
    DefaultBodyLimit::max(bytes)
}

/// The panic's own message is left out: it may quote what a caller sent. `boot` logs where it happened.
fn panicked(_: Box<dyn std::any::Any + Send>) -> axum::response::Response {
    axum::response::IntoResponse::into_response(ApiError::internal(anyhow::anyhow!("the handler panicked")))
}

fn cors(origins: &[String]) -> Result<CorsLayer, LayerError> {
    let origins = origins
        .iter()
        .map(|origin| {
            let readable = origin == "null" || origin.contains("://");
            let value = HeaderValue::try_from(origin).ok().filter(|_| readable);
            value.ok_or_else(|| LayerError::Origin(origin.clone()))
        })
        .collect::<Result<Vec<_>, _>>()?;

    Ok(CorsLayer::new()
        .allow_origin(AllowOrigin::list(origins))
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
        .max_age(Duration::from_secs(3600)))
}

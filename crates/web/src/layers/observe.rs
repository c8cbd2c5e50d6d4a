use std::sync::Arc;
use std::time::Instant;

use axum::extract::{MatchedPath, Request, State};
use axum::middleware::Next;
use axum::response::Response;
use http::header::LINK;
use http::{HeaderName, HeaderValue, Method};
use prometheus::{HistogramOpts, HistogramVec, IntCounterVec, IntGauge, Opts, Registry};
use tracing::{Instrument, Span, field};

use crate::client::{ClientVersion, UnreadableVersion};
use crate::error::Told;
use crate::page::Next as NextPage;
use crate::seen::Seen;

/// The header by which a client can cite the request.
pub(super) const TRACE_ID: HeaderName = HeaderName::from_static("trace-id");

/// RED metrics by route template, and which clients call.
pub(super) struct Observation {
    requests: IntCounterVec,
    seconds: HistogramVec,
    in_flight: IntGauge,
    clients: IntCounterVec,
    seen: Seen,
}

impl Observation {
    pub(super) fn new(registry: &Registry) -> Result<Self, prometheus::Error> {
        let requests = IntCounterVec::new(
            Opts::new("http_requests_total", "Requests answered, by method, route template and status."),
            &["method", "route", "status"],
        )?;
        let seconds = HistogramVec::new(
            HistogramOpts::new("http_request_duration_seconds", "Time until the answer's head was ready.")
                .buckets(vec![0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0]),
            &["method", "route"],
        )?;
        let in_flight = IntGauge::new("http_requests_in_flight", "Requests being answered now.")?;
        let clients = IntCounterVec::new(
            Opts::new("client_requests_total", "Requests that succeeded, by API version and client."),
            &["api", "client"],
        )?;
        registry.register(Box::new(requests.clone()))?;
        registry.register(Box::new(seconds.clone()))?;
        registry.register(Box::new(in_flight.clone()))?;
        registry.register(Box::new(clients.clone()))?;
        Ok(Self { requests, seconds, in_flight, clients, seen: Seen::default() })
    }
}

/// Answers inside a span, then tells the log, the metrics and the client about it, each once.
pub(super) async fn observe(
    State(observation): State<Arc<Observation>>,
    request: Request,
    next: Next,
) -> Response {
    let mut account = Account::open(observation, &request);
    let span = account.span.clone();
    let uri = request.uri().clone();

    let mut response = next.run(request).instrument(span.clone()).await;

    if let Some(link) = response.extensions().get::<NextPage>().and_then(|next| next.link(&uri)) {
        response.headers_mut().append(LINK, link);
    }
    if let Some(id) =
        span.in_scope(boot::trace::current_trace_id).and_then(|id| HeaderValue::try_from(id).ok())
    {
        response.headers_mut().insert(TRACE_ID, id);
    }
    account.close(&response);
    response
}

/// What is told about one request. A caller who hangs up drops it unclosed, and is told of as 499.
struct Account {
    observation: Arc<Observation>,
    span: Span,
    method: &'static str,
    route: String,
    api: Option<&'static str>,
    client: Result<Option<ClientVersion>, UnreadableVersion>,
    started: Instant,
    closed: bool,
}

impl Account {
    fn open(observation: Arc<Observation>, request: &Request) -> Self {
        let method = method(request.method());
        let route = request
            .extensions()
            .get::<MatchedPath>()
            .map_or("unmatched", |template| template.as_str())
            .to_owned();
        let span = span(method, &route);
        boot::trace::continue_from_headers(&span, request.headers());
        observation.in_flight.inc();
        Self {
            api: ["v1", "v2"].into_iter().find(|v| route.starts_with(&format!("/api/{v}/"))),
            observation,
            span,
            method,
            route,
            client: ClientVersion::read(request.headers()),
            started: Instant::now(),
            closed: false,
        }
    }

    fn close(&mut self, response: &Response) {
        let problem = response.extensions().get::<Told>().map(|told| told.0.code().to_owned());
        let status = response.status();
        if let Some(api) = self.api
            && status.is_success()
        {
            let client = self.observation.seen.label(self.client);
            self.observation.clients.with_label_values(&[api, &client]).inc();
        }
        self.tell(status.as_u16(), problem.as_deref());
    }

    fn tell(&mut self, status: u16, problem: Option<&str>) {
        self.closed = true;
        let took = self.started.elapsed();
        let (method, route) = (self.method, self.route.as_str());
        self.observation.requests.with_label_values(&[method, route, &status.to_string()]).inc();
        self.observation.seconds.with_label_values(&[method, route]).observe(took.as_secs_f64());

        self.span.record("http.response.status_code", status);
        if status >= 500 {
            self.span.record("otel.status_code", "ERROR");
        }
        // Method, route and status are the span's.
        self.span.in_scope(|| {
            tracing::info!(
                event.duration = u64::try_from(took.as_nanos()).unwrap_or(u64::MAX),
                error.code = problem,
                user_agent.original = self.client.ok().flatten().map(field::display),
                "request"
            );
        });
    }
}

impl Drop for Account {
    fn drop(&mut self) {
        self.observation.in_flight.dec();
        if !self.closed {
            self.tell(499, None);
        }
    }
}

/// Its fields stand in every log line of the request. At level ERROR so that no log filter removes it: the trace must go on even where only errors are logged.
fn span(method: &'static str, route: &str) -> Span {
    tracing::error_span!(
        "request",
        otel.name = format_args!("{method} {route}"),
        otel.kind = "server",
        otel.status_code = field::Empty,
        http.request.method = method,
        http.route = route,
        http.response.status_code = field::Empty,
        user.id = field::Empty,
        service.origin.name = field::Empty,
    )
}

/// HTTP allows any word as a method; a metric's labels must not.
fn method(method: &Method) -> &'static str {
    match *method {
        Method::GET => "GET",
        Method::HEAD => "HEAD",
        Method::POST => "POST",
        Method::PUT => "PUT",
        Method::PATCH => "PATCH",
        Method::DELETE => "DELETE",
        Method::OPTIONS => "OPTIONS",
        _ => "OTHER",
    }
}

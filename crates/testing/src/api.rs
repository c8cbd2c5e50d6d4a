//! Calls of the real router, in process.

use crate::Caller;
use axum::{Router, body::Body, extract::ConnectInfo};
use boot::PeerName;
use http::{
    HeaderMap, HeaderName, HeaderValue, Method, Request as HttpRequest, StatusCode,
    header::{AUTHORIZATION, CONTENT_TYPE},
};
use http_body_util::BodyExt;
use serde::{Serialize, de::DeserializeOwned};
use serde_json::{Value, json};
use std::{fmt, net::SocketAddr};
use tower::ServiceExt;

const CLIENT_VERSION: HeaderName = HeaderName::from_static("x-client-version");
const CLIENT: &str = "web/1.4.0";

/// A service's router, called as a client would.
///
/// ```no_run
/// # async fn example(router: axum::Router, student: testing::Caller) {
/// let api = testing::Api::new(router);
/// let answer = api.get("/api/v2/lobby/products").as_(&student).send().await;
/// assert_eq!(answer.status(), 200);
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct Api {
    router: Router,
}

/// A request on its way. It carries the version of a present web client, unless told otherwise.
#[must_use]
#[derive(Clone, Debug)]
pub struct Request {
    router: Router,
    method: Method,
    path: String,
    headers: HeaderMap,
    service: Option<PeerName>,
    body: Vec<u8>,
}

impl Api {
    /// Calls `router`, the very one that `main` serves.
    #[must_use]
    pub fn new(router: Router) -> Self {
        Self { router }
    }

    /// `GET path`.
    pub fn get(&self, path: impl Into<String>) -> Request {
        self.request(Method::GET, path)
    }

    /// `POST path`.
    pub fn post(&self, path: impl Into<String>) -> Request {
        self.request(Method::POST, path)
    }

    /// `PUT path`.
    pub fn put(&self, path: impl Into<String>) -> Request {
        self.request(Method::PUT, path)
    }

    /// `PATCH path`.
    pub fn patch(&self, path: impl Into<String>) -> Request {
        self.request(Method::PATCH, path)
    }

    /// `DELETE path`.
    pub fn delete(&self, path: impl Into<String>) -> Request {
        self.request(Method::DELETE, path)
    }

    /// Any method.
    pub fn request(&self, method: Method, path: impl Into<String>) -> Request {
        let headers = HeaderMap::from_iter([(CLIENT_VERSION, HeaderValue::from_static(CLIENT))]);
        Request {
            router: self.router.clone(),
            method,
            path: path.into(),
            headers,
            service: None,
            body: Vec::new(),
        }
    }
}

impl Request {
    /// With the caller's access token.
    pub fn as_(self, caller: &Caller) -> Self {
        self.bearer(caller.token())
    }

    /// With any access token: an expired one, a forged one.
    pub fn bearer(self, token: &str) -> Self {
        self.header(AUTHORIZATION, &format!("Bearer {token}"))
    }

    /// As another service, as if its certificate had proved it: for a router of `Api::internal_router`.
    pub fn as_service(mut self, service: &str) -> Self {
        self.service = Some(PeerName::proved(service));
        self
    }

    /// With a JSON body.
    pub fn json(self, body: &impl Serialize) -> Self {
        let body = serde_json::to_vec(body).expect("a body that JSON can express");
        self.body("application/json", body)
    }

    /// With any body.
    pub fn body(mut self, content_type: &str, body: impl Into<Vec<u8>>) -> Self {
        self.body = body.into();
        self.header(CONTENT_TYPE, content_type)
    }

    /// With a header, in place of one of the same name.
    pub fn header(mut self, name: impl TryInto<HeaderName, Error: fmt::Debug>, value: &str) -> Self {
        let name = name.try_into().expect("a header's name");
        self.headers.insert(name, value.parse().expect("a header's value"));
        self
    }

    /// To this router of the service.
    pub(crate) fn through(mut self, api: &Api) -> Self {
        self.router = api.router.clone();
        self
    }

    /// With a header, if one can have this value.
    pub(crate) fn try_header(mut self, name: &'static str, value: &str) -> Option<Self> {
        self.headers.insert(HeaderName::from_static(name), value.parse().ok()?);
        Some(self)
    }

    /// With another body of the same type.
    pub(crate) fn with_body(mut self, body: Vec<u8>) -> Self {
        self.body = body;
        self
    }

    /// With another segment of the path.
    pub(crate) fn with_segment(mut self, place: usize, segment: &str) -> Self {
        let (path, query) = self.path.split_once('?').unwrap_or((&self.path, ""));
        let mut segments: Vec<_> = path.split('/').collect();
        segments[place] = segment;
        let path = segments.join("/");
        self.path = if query.is_empty() { path } else { format!("{path}?{query}") };
        self
    }

    /// With one more parameter.
    pub(crate) fn with_query(mut self, parameter: &str) -> Self {
        let joint = if self.path.contains('?') { '&' } else { '?' };
        self.path = format!("{}{joint}{parameter}", self.path);
        self
    }

    /// The body, as far as it is JSON.
    pub(crate) fn json_body(&self) -> Option<Value> {
        serde_json::from_slice(&self.body).ok()
    }

    /// Without a header, such as `x-client-version`.
    pub fn without(mut self, name: &str) -> Self {
        self.headers.remove(name);
        self
    }

    /// Calls the router.
    pub async fn send(self) -> Answer {
        let mut request = HttpRequest::builder().method(self.method).uri(&self.path);
        if let Some(headers) = request.headers_mut() {
            *headers = self.headers;
        }
        let peer = ConnectInfo(SocketAddr::from(([127, 0, 0, 1], 40_000)));
        let mut request =
            request.extension(peer).body(Body::from(self.body)).expect("a path that a URI can hold");
        if let Some(service) = self.service {
            request.extensions_mut().insert(service);
        }
        let answer = self.router.oneshot(request).await.unwrap_or_else(|never| match never {});
        let (parts, body) = answer.into_parts();
        let body = body.collect().await.expect("a body that ends").to_bytes().to_vec();
        Answer { status: parts.status, headers: parts.headers, body }
    }
}

/// What came back. It serialises as `{"status": ..., "body": ...}`, for inline snapshots.
#[derive(Clone, Debug)]
pub struct Answer {
    status: StatusCode,
    headers: HeaderMap,
    body: Vec<u8>,
}

impl Answer {
    /// The status: `assert_eq!(answer.status(), 200)`.
    #[must_use]
    pub fn status(&self) -> StatusCode {
        self.status
    }

    /// All headers.
    #[must_use]
    pub fn headers(&self) -> &HeaderMap {
        &self.headers
    }

    /// A header as text, or none.
    #[must_use]
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name).and_then(|value| value.to_str().ok())
    }

    /// The body as it is.
    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        &self.body
    }

    /// The body as JSON; null when it is empty.
    ///
    /// # Panics
    /// It is something else; the panic shows it.
    #[must_use]
    pub fn json(&self) -> Value {
        if self.body.is_empty() {
            return Value::Null;
        }
        serde_json::from_slice(&self.body).unwrap_or_else(|error| panic!("{error} in {self}"))
    }

    /// The body as a type.
    ///
    /// # Panics
    /// It is something else; the panic shows it.
    #[must_use]
    pub fn read<T: DeserializeOwned>(&self) -> T {
        serde_json::from_slice(&self.body).unwrap_or_else(|error| panic!("{error} in {self}"))
    }

    /// This answer, if it has this status.
    ///
    /// # Panics
    /// It has another; the panic shows the body.
    #[track_caller]
    pub fn expect(self, status: u16) -> Self {
        assert_eq!(self.status.as_u16(), status, "{self}");
        self
    }
}

impl fmt::Display for Answer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.status, String::from_utf8_lossy(&self.body))
    }
}

impl Serialize for Answer {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let status = self.status.as_u16();
        match self.json() {
            Value::Null => json!({ "status": status }).serialize(serializer),
            body => json!({ "status": status, "body": body }).serialize(serializer),
        }
    }
}

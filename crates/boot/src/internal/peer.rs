//! Another service, called over mTLS.

use super::credentials::Credentials;
use http::{HeaderMap, Method};
use reqwest::RequestBuilder;
use std::fmt;

/// Another service. Clones share connections.
///
/// A call shows this service's certificate and goes to nobody but the service of this name: a certificate of another
/// one ends the connection. It takes at most five seconds, follows no redirect, and carries the trace.
#[derive(Clone)]
pub struct Peer {
    root: String,
    client: Client,
}

#[derive(Clone)]
enum Client {
    Followed(Credentials),
    Given(reqwest::Client),
}

impl Peer {
    pub(crate) fn new(credentials: Credentials, service: &str, port: u16) -> Self {
        let root = format!("https://{}:{port}", credentials.fleet.host_of(service));
        Self { root, client: Client::Followed(credentials) }
    }

    /// A server of a test that plays the service, called by `client`.
    #[must_use]
    pub fn played_by(root: &str, client: reqwest::Client) -> Self {
        Self { root: root.trim_end_matches('/').to_owned(), client: Client::Given(client) }
    }

    /// A request of `path`: `/internal/v1/profile/products`.
    pub fn request(&self, method: Method, path: &str) -> RequestBuilder {
        let client = match &self.client {
            Client::Followed(credentials) => credentials.client(),
            Client::Given(client) => client.clone(),
        };
        let mut headers = HeaderMap::new();
        crate::trace::inject(&mut headers);
        client.request(method, format!("{}{path}", self.root)).headers(headers)
    }

    /// `GET path`.
    pub fn get(&self, path: &str) -> RequestBuilder {
        self.request(Method::GET, path)
    }

    /// `PUT path`.
    pub fn put(&self, path: &str) -> RequestBuilder {
        self.request(Method::PUT, path)
    }
}

impl fmt::Debug for Peer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Peer").field("root", &self.root).finish_non_exhaustive()
    }
}

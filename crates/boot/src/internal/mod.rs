//! mTLS between services: the second listener, and calls of others' second listeners; and between the gateway and the
//! first listener, the API's.
//!
//! One certificate says which service this is, both as server and as client, by the name `<service>.<domain>` among
//! its subject alternative names; an authority of its own signs such certificates and no others. The gateway has one
//! too, and is no service: neither gets in where the other does. TLS 1.3 alone, a certificate is demanded, and no
//! session is resumed.
//!
//! The files are looked at every few seconds. A connection keeps what it was opened with; new ones take the newest.
//! A connection is closed after ten minutes, between requests, so that no certificate counts for long after its end.

mod callers;
mod certificate;
mod config;
mod credentials;
mod peer;

pub use certificate::PeerName;
pub use config::{InternalConfig, PeersConfig};
pub use peer::Peer;

pub(crate) use callers::Callers;
pub(crate) use config::Address;
pub(crate) use credentials::Credentials;

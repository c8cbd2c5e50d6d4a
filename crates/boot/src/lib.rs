#![doc = include_str!("../README.md")]
#![deny(missing_docs)]

#[cfg(feature = "aws")]
pub mod aws;
pub mod config;
mod context;
mod credentials;
mod fatal;
mod health;
mod http;
mod internal;
mod json;
mod ops;
mod random;
mod readiness;
mod repeat;
mod run;
mod server;
mod service;
mod standing;
mod tasks;
mod telemetry;
mod time;
mod unread;

pub use config::{PublicUrl, ReadableFile, SecretFile, Section};
pub use context::{Context, Running};
pub use credentials::{Credentials, CredentialsFile, CredentialsFileError};
pub use fatal::{Fatal, fatal};
pub use http::{http_client, http_client_builder, read_body, read_json};
pub use internal::{InternalConfig, Peer, PeerName, PeersConfig};
pub use json::json_object;
pub use random::{Random, SystemRandom};
pub use readiness::Readiness;
pub use repeat::repeat;
pub use run::run;
pub use service::Service;
pub use standing::Standing;
pub use telemetry::{TelemetryConfig, trace};
pub use time::{Clock, SystemClock};
pub use tokio_util::sync::CancellationToken;

#![doc = include_str!("../README.md")]
#![deny(missing_docs)]

mod aws;
mod follow;
mod keys;

pub use aws::{SecretsConfig, SecretsManager};
pub use follow::{Keys, follow};
pub use keys::{Key, VersionedKeys};

use secrecy::SecretString;

/// Where secrets are kept.
#[async_trait::async_trait]
pub trait SecretStore: Send + Sync + 'static {
    /// The present value of the secret `name`, such as `profile/signing`; the prefix of the fleet is added by the
    /// store.
    async fn fetch(&self, name: &str) -> Result<SecretString, SecretError>;

    /// Puts `value` in place of the present one. What was there stays retrievable under the labels that it has; the new
    /// value gets `label` besides, which is taken off whatever had it.
    async fn replace(&self, name: &str, value: SecretString, label: &str) -> Result<(), SecretError>;

    /// How long a value may be used before it is fetched anew.
    fn refresh_every(&self) -> std::time::Duration;
}

/// Why a secret cannot be had. Names the secret, never its value.
#[derive(Debug, thiserror::Error)]
pub enum SecretError {
    /// Nobody made it, or it is marked for deletion.
    #[error("there is no secret {0}")]
    Absent(String),
    /// This identity may not read it.
    #[error("the secret {0} may not be read by this identity")]
    Denied(String),
    /// The store does not answer.
    #[error("the secret {name} cannot be fetched now")]
    Unavailable {
        /// Which secret.
        name: String,
        /// What the client says.
        #[source]
        cause: Box<dyn std::error::Error + Send + Sync>,
    },
    /// The value has another shape than versioned keys have.
    #[error("the secret {name} is malformed: {problem}")]
    Malformed {
        /// Which secret.
        name: String,
        /// What is wrong with it.
        problem: &'static str,
    },
}

//! The AWS SDK, reached the same way by every crate that uses it.

use crate::{Clock, PublicUrl, ReadableFile, SecretFile, SystemClock};
use anyhow::Context as _;
use aws_config::{BehaviorVersion, Region, SdkConfig, retry::RetryConfig, timeout::TimeoutConfig};
use aws_credential_types::{
    Credentials,
    provider::{self, ProvideCredentials, error::CredentialsError, future},
};
use aws_smithy_http_client::{
    Builder,
    tls::{Provider, TlsContext, TrustStore, rustls_provider::CryptoMode},
};
use rustls::pki_types::{CertificateDer, pem::PemObject};
use std::{path::Path, time::Duration};

const CREDENTIALS_LIFETIME: Duration = Duration::from_secs(300);

/// Where an AWS API is, and who asks.
#[derive(Clone, Debug)]
pub struct AwsAccess {
    /// A server that speaks the API, or AWS itself when there is none.
    pub endpoint: Option<PublicUrl>,
    /// The authorities that may say who the server is, in PEM; those of the machine when there is no such file.
    pub ca: Option<ReadableFile>,
    /// `eu-central-1`.
    pub region: String,
    /// The identity; without one, the role of the machine.
    pub identity: Option<AwsIdentity>,
}

/// An access key whose secret is in a file, read anew every five minutes.
#[derive(Clone, Debug)]
pub struct AwsIdentity {
    /// The access key's id.
    pub access_key_id: String,
    /// The secret key's file.
    pub secret_key: SecretFile,
}

impl AwsIdentity {
    /// From the two optional fields of a configuration section.
    ///
    /// # Errors
    /// One of the two is there without the other.
    pub fn from_parts(
        access_key_id: Option<&str>,
        secret_key: Option<&SecretFile>,
    ) -> Result<Option<Self>, crate::config::Invalid> {
        match (access_key_id, secret_key) {
            (None, None) => Ok(None),
            (Some(id), Some(key)) => Ok(Some(Self { access_key_id: id.to_owned(), secret_key: key.clone() })),
            (None, Some(_)) => {
                Err(crate::config::Invalid::new("access_key_id", "is missing beside secret_key_file"))
            }
            (Some(_), None) => {
                Err(crate::config::Invalid::new("secret_key_file", "is missing beside access_key_id"))
            }
        }
    }

    fn credentials(&self) -> provider::Result {
        let secret = self.secret_key.read_again().map_err(CredentialsError::provider_error)?;
        let until = SystemClock.now() + CREDENTIALS_LIFETIME;
        let secret = secrecy::ExposeSecret::expose_secret(&secret);
        Ok(Credentials::new(&self.access_key_id, secret, None, Some(until.into()), "file"))
    }
}

impl ProvideCredentials for AwsIdentity {
    fn provide_credentials<'a>(&'a self) -> future::ProvideCredentials<'a>
    where
        Self: 'a,
    {
        future::ProvideCredentials::ready(self.credentials())
    }
}

/// The SDK's configuration: 2 s to connect, 10 s to the first byte of an answer, three tries.
///
/// # Errors
/// The file of authorities cannot be read, or holds none.
pub async fn sdk_config(access: &AwsAccess) -> anyhow::Result<SdkConfig> {
    let timeouts = TimeoutConfig::builder()
        .connect_timeout(Duration::from_secs(2))
        .read_timeout(Duration::from_secs(10))
        .build();
    let mut loader = aws_config::defaults(BehaviorVersion::latest())
        .region(Region::new(access.region.clone()))
        .timeout_config(timeouts)
        .retry_config(RetryConfig::standard().with_max_attempts(3));
    if let Some(endpoint) = &access.endpoint {
        loader = loader.endpoint_url(endpoint.as_str());
    }
    if let Some(ca) = &access.ca {
        let tls = believing(ca).with_context(|| ca.display().to_string())?;
        let client = Builder::new().tls_provider(Provider::Rustls(CryptoMode::AwsLc)).tls_context(tls);
        loader = loader.http_client(client.build_https());
    }
    if let Some(identity) = &access.identity {
        loader = loader.credentials_provider(identity.clone());
    }
    Ok(loader.load().await)
}

/// For a client to whom these authorities are all there are.
fn believing(ca: &Path) -> anyhow::Result<TlsContext> {
    let pem = std::fs::read(ca)?;
    // The SDK panics at what is no certificate, and believes nobody where there is none.
    let authorities = CertificateDer::pem_slice_iter(&pem).collect::<Result<Vec<_>, _>>();
    anyhow::ensure!(!authorities.context("no PEM")?.is_empty(), "there is no authority in it");
    let trust = TrustStore::empty().with_pem_certificate(pem);
    Ok(TlsContext::builder().with_trust_store(trust).build()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_without_an_authority_is_refused() {
        let file = tempfile::NamedTempFile::new().expect("a file");
        for content in ["", "no PEM", "-----BEGIN CERTIFICATE-----\n*\n-----END CERTIFICATE-----\n"] {
            std::fs::write(file.path(), content).expect("written");
            assert!(believing(file.path()).is_err(), "{content}");
        }
    }
}

//! What certificates say, and what follows from it for both ends of a connection.

use super::Address;
use anyhow::{Context as _, ensure};
use reqwest::dns::{Addrs, Name, Resolve, Resolving};
use rustls::{
    ClientConfig, RootCertStore, ServerConfig,
    client::Resumption,
    pki_types::{CertificateDer, PrivateKeyDer, pem::PemObject},
    server::{NoServerSessionStorage, WebPkiClientVerifier},
    version::TLS13,
};
use secrecy::{ExposeSecret, SecretString};
use std::{collections::BTreeMap, fmt, sync::Arc, time::Duration};
use x509_cert::{
    Certificate,
    der::Decode,
    ext::pkix::{SubjectAltName, name::GeneralName},
};

const CONNECT: Duration = Duration::from_secs(2);
const ANSWER: Duration = Duration::from_secs(5);

/// The name of the service at the other end of an internal connection, proved by its certificate.
///
/// It is an extension of every request that comes in on the internal listener, and of no other.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct PeerName(Arc<str>);

impl PeerName {
    /// The service of this name. Only the internal listener, and tests of what stands behind it, may say so.
    #[must_use]
    pub fn proved(name: &str) -> Self {
        Self(name.into())
    }

    /// The name: `cron-utility`.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for PeerName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// The three files as they are now.
#[derive(Clone)]
pub(crate) struct Material {
    pub(crate) certificate: Vec<u8>,
    pub(crate) key: SecretString,
    pub(crate) authorities: Vec<u8>,
}

impl Material {
    pub(crate) fn is_same(&self, other: &Self) -> bool {
        self.certificate == other.certificate
            && self.key.expose_secret() == other.key.expose_secret()
            && self.authorities == other.authorities
    }
}

/// Both ends of a connection, made from one reading of the files.
pub(crate) struct Ends {
    /// Demands a certificate.
    pub(crate) server: Arc<ServerConfig>,
    /// Demands none.
    pub(crate) server_for_everybody: Arc<ServerConfig>,
    pub(crate) client: reqwest::Client,
    /// Seconds since 1970 when this service's certificate ends.
    pub(crate) expires_at: i64,
}

/// Whose certificates are whose, and where they are reached.
#[derive(Clone)]
pub(crate) struct Fleet {
    pub(crate) domain: String,
    pub(crate) addresses: Arc<BTreeMap<String, Address>>,
}

impl Fleet {
    /// The name that a certificate of `service` bears.
    pub(crate) fn host_of(&self, service: &str) -> String {
        format!("{service}.{}", self.domain)
    }

    /// The service that a certificate is of, or the gateway. It must be one, and one alone.
    pub(crate) fn name_of(&self, certificate: &CertificateDer<'_>) -> anyhow::Result<PeerName> {
        let certificate = Certificate::from_der(certificate).context("no X.509 certificate")?;
        let names = certificate.tbs_certificate().get_extension::<SubjectAltName>()?;
        let names = names.map(|(_, names)| names.0).unwrap_or_default();
        let mut services = names.iter().filter_map(|name| match name {
            GeneralName::DnsName(name) => name.as_str().strip_suffix(&self.domain)?.strip_suffix('.'),
            _ => None,
        });
        match (services.next(), services.next()) {
            (Some(service), None) if !service.is_empty() && !service.contains(['.', '*']) => {
                Ok(PeerName::proved(service))
            }
            _ => anyhow::bail!("a certificate of nobody in {}", self.domain),
        }
    }

    /// Makes both ends, for the service `own`.
    ///
    /// # Errors
    /// The files do not hold what they must, or not of this service.
    pub(crate) fn ends(&self, own: &str, material: &Material) -> anyhow::Result<Ends> {
        let chain: Vec<_> = CertificateDer::pem_slice_iter(&material.certificate)
            .collect::<Result<_, _>>()
            .context("the certificate is no PEM")?;
        let first = chain.first().context("there is no certificate in its file")?;
        let said = self.name_of(first)?;
        ensure!(said.as_str() == own, "the certificate is of {said}, not of {own}");
        let expires_at =
            Certificate::from_der(first)?.tbs_certificate().validity().not_after.to_unix_duration();
        let key = || {
            PrivateKeyDer::from_pem_slice(material.key.expose_secret().as_bytes())
                .context("the key is no PEM")
        };
        let roots = Arc::new(roots(&material.authorities)?);

        Ok(Ends {
            server: Arc::new(server(Some(roots.clone()), chain.clone(), key()?)?),
            server_for_everybody: Arc::new(server(None, chain.clone(), key()?)?),
            client: self.client(client(roots, chain, key()?)?)?,
            expires_at: i64::try_from(expires_at.as_secs()).unwrap_or(i64::MAX),
        })
    }

    fn client(&self, tls: ClientConfig) -> anyhow::Result<reqwest::Client> {
        reqwest::Client::builder()
            .user_agent("tall")
            .https_only(true)
            .connect_timeout(CONNECT)
            .timeout(ANSWER)
            .pool_idle_timeout(Duration::from_secs(30))
            .redirect(reqwest::redirect::Policy::none())
            .no_proxy()
            .dns_resolver(Arc::new(self.clone()))
            .tls_backend_preconfigured(tls)
            .build()
            .context("an HTTP client")
    }
}

/// `profile.tall.internal` is a name in certificates, not in the DNS: it leads to the configured address.
impl Resolve for Fleet {
    fn resolve(&self, name: Name) -> Resolving {
        let service = name.as_str().strip_suffix(&self.domain).and_then(|it| it.strip_suffix('.'));
        let address = service.and_then(|service| self.addresses.get(service)).cloned();
        Box::pin(async move {
            let Address { host, port } = address.ok_or("no service of this name is configured")?;
            let found = tokio::net::lookup_host((host, port)).await?.collect::<Vec<_>>();
            Ok(Box::new(found.into_iter()) as Addrs)
        })
    }
}

fn roots(pem: &[u8]) -> anyhow::Result<RootCertStore> {
    let mut roots = RootCertStore::empty();
    for authority in CertificateDer::pem_slice_iter(pem) {
        roots.add(authority.context("the authorities are no PEM")?).context("an authority")?;
    }
    ensure!(!roots.is_empty(), "there is no authority in its file");
    Ok(roots)
}

/// For callers with a certificate of these authorities, if there are any. Sessions are not resumed: that would let a
/// caller in by a certificate that has ended since.
fn server(
    callers: Option<Arc<RootCertStore>>,
    chain: Vec<CertificateDer<'static>>,
    key: PrivateKeyDer<'static>,
) -> anyhow::Result<ServerConfig> {
    let provider = Arc::new(rustls::crypto::aws_lc_rs::default_provider());
    let config = ServerConfig::builder_with_provider(provider.clone()).with_protocol_versions(&[&TLS13])?;
    let config = match callers {
        Some(roots) => config
            .with_client_cert_verifier(WebPkiClientVerifier::builder_with_provider(roots, provider).build()?),
        None => config.with_no_client_auth(),
    };
    let mut config = config.with_single_cert(chain, key).context("the certificate and its key")?;
    config.alpn_protocols = vec![b"h2".to_vec(), b"http/1.1".to_vec()];
    config.session_storage = Arc::new(NoServerSessionStorage {});
    config.send_tls13_tickets = 0;
    Ok(config)
}

fn client(
    roots: Arc<RootCertStore>,
    chain: Vec<CertificateDer<'static>>,
    key: PrivateKeyDer<'static>,
) -> anyhow::Result<ClientConfig> {
    let provider = Arc::new(rustls::crypto::aws_lc_rs::default_provider());
    let mut config = ClientConfig::builder_with_provider(provider)
        .with_protocol_versions(&[&TLS13])?
        .with_root_certificates(roots)
        .with_client_auth_cert(chain, key)
        .context("the certificate and its key")?;
    config.resumption = Resumption::disabled();
    Ok(config)
}

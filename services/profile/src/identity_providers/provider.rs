use super::{
    fetcher::{Fetcher, NotFetched},
    id_token::{self, Distrust},
};
use crate::{
    Failure,
    credentials::AuthorizationToken,
    domain::{AuthorizationCode, Identity, ProviderId},
};
use anyhow::{Context as _, anyhow};
use boot::SecretFile;
use chrono::{DateTime, TimeDelta, Utc};
use openidconnect::{
    AdditionalProviderMetadata, AuthType, ClientId, ClientSecret, CsrfToken, EndpointMaybeSet,
    EndpointNotSet, EndpointSet, IssuerUrl, Nonce, PkceCodeChallenge, PkceCodeVerifier, ProviderMetadata,
    RedirectUrl, RequestTokenError,
    core::{
        CoreAuthDisplay, CoreAuthenticationFlow, CoreClaimName, CoreClaimType, CoreClient,
        CoreClientAuthMethod, CoreErrorResponseType, CoreGrantType, CoreJsonWebKey,
        CoreJweContentEncryptionAlgorithm, CoreJweKeyManagementAlgorithm, CoreResponseMode, CoreResponseType,
        CoreSubjectIdentifierType, CoreTokenResponse,
    },
};
use secrecy::{ExposeSecret, SecretString};
use serde::{Deserialize, Serialize};
use std::{path::PathBuf, sync::Arc, time::Duration};
use tokio::sync::Mutex;
use web::ApiError;

/// How long what a provider says of itself holds.
const HOLDS: TimeDelta = TimeDelta::hours(1);
/// How long one that did not answer is left alone, and its keys are not asked for again.
const LEFT_ALONE: TimeDelta = TimeDelta::seconds(10);
/// The same, for clients.
const RETRY_AFTER: Duration = Duration::from_secs(10);

/// As [`CoreClient`] is, once the provider has said where its endpoints are.
pub(super) type OidcClient = CoreClient<
    EndpointSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointMaybeSet,
    EndpointMaybeSet,
>;

/// A provider that a school runs.
pub struct Provider {
    id: ProviderId,
    name: String,
    issuer: IssuerUrl,
    client_id: ClientId,
    client_secret_file: PathBuf,
    redirect_uri: RedirectUrl,
    fetcher: Fetcher,
    memory: Mutex<Memory>,
}

/// What somebody comes back with.
#[derive(Clone)]
pub struct Returned {
    /// Proof of having begun.
    pub token: AuthorizationToken,
    /// What the provider was told to give back.
    pub state: SecretString,
    /// What it is exchanged for.
    pub code: AuthorizationCode,
    /// Who says so, if the answer told (RFC 9207).
    pub issuer: Option<String>,
}

/// Why a provider proves nothing.
#[derive(Debug, thiserror::Error)]
pub enum ProviderFailure {
    /// It does not answer, or not as a provider does.
    #[error("{0:#}")]
    Unavailable(anyhow::Error),
    /// It does not know this code, or gave it to somebody else.
    #[error("the code was not taken")]
    CodeRefused,
    /// It answered with what cannot be believed.
    #[error("not believed: {0}")]
    Distrusted(&'static str),
}

impl From<ProviderFailure> for Failure {
    fn from(failure: ProviderFailure) -> Self {
        let refusal = match failure {
            ProviderFailure::Unavailable(cause) => ApiError::unavailable_because(RETRY_AFTER, cause),
            ProviderFailure::CodeRefused => not_accepted(),
            ProviderFailure::Distrusted(_) => ApiError::refused(
                "identity-not-proved",
                "The provider did not prove who you are. Begin again; if that does not help, tell your school.",
            ),
        };
        Self::Refused(refusal)
    }
}

/// One answer for all that was not begun here, is over, or was used.
pub(crate) fn not_accepted() -> ApiError {
    ApiError::refused(
        "authorization-not-accepted",
        "This was not begun here, took too long, or was used already. Begin again.",
    )
}

/// What is known of it.
enum Memory {
    Nothing,
    Known(Arc<Known>),
    Failed(DateTime<Utc>),
}

/// What it said of itself.
struct Known {
    metadata: Metadata,
    at: DateTime<Utc>,
}

type Metadata = ProviderMetadata<
    IssuerParameter,
    CoreAuthDisplay,
    CoreClientAuthMethod,
    CoreClaimName,
    CoreClaimType,
    CoreGrantType,
    CoreJweContentEncryptionAlgorithm,
    CoreJweKeyManagementAlgorithm,
    CoreJsonWebKey,
    CoreResponseMode,
    CoreResponseType,
    CoreSubjectIdentifierType,
>;

/// Whether its answers say who they are from (RFC 9207).
#[derive(Debug, Clone, Deserialize, Serialize)]
struct IssuerParameter {
    #[serde(default)]
    authorization_response_iss_parameter_supported: bool,
}

impl AdditionalProviderMetadata for IssuerParameter {}

impl Provider {
    pub(super) fn new(
        id: ProviderId,
        name: String,
        issuer: IssuerUrl,
        client_id: ClientId,
        client_secret_file: PathBuf,
        redirect_uri: RedirectUrl,
        fetcher: Fetcher,
    ) -> Self {
        let memory = Mutex::new(Memory::Nothing);
        Self { id, name, issuer, client_id, client_secret_file, redirect_uri, fetcher, memory }
    }

    /// By which it is asked for.
    pub const fn id(&self) -> &ProviderId {
        &self.id
    }

    /// As people know it.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Where somebody is sent who holds this token.
    ///
    /// # Errors
    /// The provider does not say where.
    pub async fn authorization_url(
        &self,
        token: &AuthorizationToken,
        now: DateTime<Utc>,
    ) -> Result<String, ProviderFailure> {
        let client = self.client(&*self.known(now).await?)?;
        let challenge = PkceCodeChallenge::from_code_verifier_sha256(&verifier(token));
        let (state, nonce) = (CsrfToken::new(token.state().expose_secret().to_owned()), nonce(token));
        let (url, _, _) = client
            .authorize_url(CoreAuthenticationFlow::AuthorizationCode, move || state, move || nonce)
            .set_pkce_challenge(challenge)
            .url();
        Ok(url.into())
    }

    /// Who the provider proves somebody to be who came back.
    ///
    /// # Errors
    /// It proves nothing.
    pub async fn identity(
        &self,
        returned: &Returned,
        now: DateTime<Utc>,
    ) -> Result<Identity, ProviderFailure> {
        let known = self.known(now).await?;
        self.check_sender(&known, returned.issuer.as_deref())?;
        let client = self.client(&known)?;
        let answer = self.exchange(&client, returned).await?;
        let nonce = nonce(&returned.token);
        match id_token::identity(&client, &answer, &nonce, now) {
            Err(Distrust::UnknownKey) => {
                let client = self.client(&*self.renewed(&known, now).await?)?;
                id_token::identity(&client, &answer, &nonce, now)
            }
            believed_or_not => believed_or_not,
        }
        .map_err(|distrust| self.distrusted(distrust))
    }

    /// Another provider's answer, sent here to have its code tried on this one, names its own issuer (RFC 9207, section 2.4).
    fn check_sender(&self, known: &Known, told: Option<&str>) -> Result<(), ProviderFailure> {
        let tells = known.metadata.additional_metadata().authorization_response_iss_parameter_supported;
        match told {
            Some(issuer) if issuer == self.issuer.as_str() => Ok(()),
            None if !tells => Ok(()),
            _ => Err(self.distrusted(Distrust::Because("issuer of the answer"))),
        }
    }

    async fn exchange(
        &self,
        client: &OidcClient,
        returned: &Returned,
    ) -> Result<CoreTokenResponse, ProviderFailure> {
        client
            .exchange_code(openidconnect::AuthorizationCode::new(returned.code.expose().to_owned()))
            .context("no token endpoint")
            .map_err(ProviderFailure::Unavailable)?
            .set_pkce_verifier(verifier(&returned.token))
            .request_async(&self.fetcher)
            .await
            .map_err(|error| match error {
                RequestTokenError::ServerResponse(told) => match told.error() {
                    CoreErrorResponseType::InvalidGrant => ProviderFailure::CodeRefused,
                    other => ProviderFailure::Unavailable(anyhow!("{} refuses us: {other}", self.id)),
                },
                RequestTokenError::Request(NotFetched(cause)) => {
                    ProviderFailure::Unavailable(cause.context(format!("the token endpoint of {}", self.id)))
                }
                // Either may quote the answer.
                RequestTokenError::Parse(..) | RequestTokenError::Other(_) => {
                    self.distrusted(Distrust::Because("unreadable answer"))
                }
            })
    }

    fn distrusted(&self, distrust: Distrust) -> ProviderFailure {
        let reason = match distrust {
            Distrust::UnknownKey => "key",
            Distrust::Because(reason) => reason,
        };
        tracing::warn!(provider = %self.id, reason, "an answer of a provider is not believed");
        ProviderFailure::Distrusted(reason)
    }

    /// The secret is read for each use, so that another one holds at once.
    fn client(&self, known: &Known) -> Result<OidcClient, ProviderFailure> {
        let secret = SecretFile::read(&self.client_secret_file)
            .context("the client secret")
            .map_err(ProviderFailure::Unavailable)?;
        let methods = known.metadata.token_endpoint_auth_methods_supported();
        let in_the_body = methods.is_some_and(|methods| {
            methods.contains(&CoreClientAuthMethod::ClientSecretPost)
                && !methods.contains(&CoreClientAuthMethod::ClientSecretBasic)
        });
        Ok(CoreClient::from_provider_metadata(
            known.metadata.clone(),
            self.client_id.clone(),
            Some(ClientSecret::new(secret.expose().to_owned())),
        )
        .set_auth_type(if in_the_body { AuthType::RequestBody } else { AuthType::BasicAuth })
        .set_redirect_uri(self.redirect_uri.clone()))
    }

    /// What the provider says of itself, asked for once by all who want to know.
    async fn known(&self, now: DateTime<Utc>) -> Result<Arc<Known>, ProviderFailure> {
        let mut memory = self.memory.lock().await;
        match &*memory {
            Memory::Known(known) if now < known.at + HOLDS => Ok(known.clone()),
            Memory::Failed(at) if now < *at + LEFT_ALONE => {
                Err(ProviderFailure::Unavailable(anyhow!("{} failed a moment ago", self.id)))
            }
            _ => self.ask(&mut memory, now).await,
        }
    }

    /// The same, with keys that are newer than these.
    async fn renewed(&self, than: &Arc<Known>, now: DateTime<Utc>) -> Result<Arc<Known>, ProviderFailure> {
        let mut memory = self.memory.lock().await;
        match &*memory {
            Memory::Known(known) if !Arc::ptr_eq(known, than) => Ok(known.clone()),
            _ if now < than.at + LEFT_ALONE => Ok(than.clone()),
            _ => self.ask(&mut memory, now).await,
        }
    }

    async fn ask(&self, memory: &mut Memory, now: DateTime<Utc>) -> Result<Arc<Known>, ProviderFailure> {
        match self.discover().await {
            Ok(metadata) => {
                let known = Arc::new(Known { metadata, at: now });
                *memory = Memory::Known(known.clone());
                Ok(known)
            }
            Err(cause) => {
                *memory = Memory::Failed(now);
                Err(ProviderFailure::Unavailable(cause.context(format!("the metadata of {}", self.id))))
            }
        }
    }

    /// OpenID Connect Discovery 1.0: the issuer must call itself so, to the letter.
    async fn discover(&self) -> anyhow::Result<Metadata> {
        use openidconnect::DiscoveryError as Error;
        let metadata = Metadata::discover_async(self.issuer.clone(), &self.fetcher).await.map_err(
            |error| match error {
                Error::Request(NotFetched(cause)) => cause,
                // The others may quote the answer.
                Error::Validation(_) => anyhow!("another issuer"),
                Error::Response(status, ..) => anyhow!("an answer with status {status}"),
                _ => anyhow!("not what was expected"),
            },
        )?;
        let endpoint = metadata.authorization_endpoint().url();
        anyhow::ensure!(endpoint.scheme() == "https", "an authorization endpoint without TLS");
        Ok(metadata)
    }
}

fn verifier(token: &AuthorizationToken) -> PkceCodeVerifier {
    PkceCodeVerifier::new(token.code_verifier().expose_secret().to_owned())
}

fn nonce(token: &AuthorizationToken) -> Nonce {
    Nonce::new(token.nonce().expose_secret().to_owned())
}

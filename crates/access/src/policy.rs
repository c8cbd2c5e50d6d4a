//! Which versions of the clients are let in.

use std::collections::HashMap;
use std::sync::{Arc, PoisonError, RwLock};

use bus::{Delivery, Follower, Start};
use events::profile::{ClientPolicyChanged, Platform as Told};
use events::{Language, LocalizedText};
use http::header::ACCEPT_LANGUAGE;
use http::{HeaderMap, HeaderValue};
use web::{ApiError, ApiVersion, ClientVersion, Gate, Platform, RequiredUpdate, UnreadableVersion, Version};

/// The policy in force for each platform; a platform without one is let in. Clones see the same.
#[derive(Clone, Default)]
pub struct ClientPolicies(Arc<RwLock<HashMap<Platform, Policy>>>);

struct Policy {
    minimum: Version,
    latest: Version,
    message: LocalizedText,
}

impl ClientPolicies {
    /// Keeps itself up to date, from the first policy that there is.
    pub fn follower(&self) -> Follower {
        let in_force = self.clone();
        Follower::from(Start::Beginning).on(move |changed: Delivery<ClientPolicyChanged>| {
            if in_force.apply(&changed.event).is_err() {
                let platform = changed.event.platform;
                tracing::error!(%platform, "a client policy without readable versions is passed over");
            }
        })
    }

    /// Puts a policy in force.
    ///
    /// # Errors
    /// When it names a version that no client can have. The policy before it stays in force: a slip of the keyboard
    /// must not lock everybody out, nor let everybody in.
    pub fn apply(&self, changed: &ClientPolicyChanged) -> Result<(), UnreadableVersion> {
        let platform = match changed.platform {
            Told::Web => Platform::Web,
            Told::Desktop => Platform::Desktop,
            Told::Android => Platform::Android,
            // A platform that this release does not know cannot call it either.
            Told::Unknown => return Ok(()),
        };
        let policy = Policy {
            minimum: changed.minimum_version.parse()?,
            latest: changed.latest_version.parse()?,
            message: changed.message.clone(),
        };
        self.0.write().unwrap_or_else(PoisonError::into_inner).insert(platform, policy);
        Ok(())
    }

    fn admit_client(&self, client: ClientVersion, request: &HeaderMap) -> Result<HeaderMap, ApiError> {
        let policies = self.0.read().unwrap_or_else(PoisonError::into_inner);
        let mut answer = HeaderMap::new();
        match policies.get(&client.platform) {
            Some(policy) if client.version < policy.minimum => {
                return Err(ApiError::ClientTooOld(Box::new(RequiredUpdate {
                    minimum: policy.minimum.to_string(),
                    latest: policy.latest.to_string(),
                    message: policy.message.get(language(request)).to_owned(),
                })));
            }
            Some(policy) if client.version < policy.latest => {
                if let Ok(latest) = HeaderValue::try_from(policy.latest.to_string()) {
                    answer.insert(web::X_CLIENT_UPDATE, latest);
                }
            }
            _ => {}
        }
        Ok(answer)
    }
}

impl Gate for ClientPolicies {
    fn admit(&self, api: ApiVersion, request: &HeaderMap) -> Result<HeaderMap, ApiError> {
        match (ClientVersion::read(request), api) {
            (Ok(Some(client)), _) => self.admit_client(client, request),
            (Ok(None) | Err(UnreadableVersion), ApiVersion::V1) => Ok(HeaderMap::new()),
            (Ok(None), ApiVersion::V2) => {
                Err(ApiError::ClientVersion("Send what you are as `X-Client-Version: web/1.4.0`.".into()))
            }
            (Err(unreadable), ApiVersion::V2) => Err(unreadable.into()),
        }
    }
}

/// The first language of `Accept-Language` that the interface has; English when there is none.
fn language(request: &HeaderMap) -> Language {
    request
        .get(ACCEPT_LANGUAGE)
        .and_then(|value| value.to_str().ok())
        .into_iter()
        .flat_map(|value| value.split(','))
        .filter_map(|range| range.trim().get(..2)?.to_ascii_lowercase().parse().ok())
        .next()
        .unwrap_or(Language::En)
}

use crate::store::client_policies::StoredPolicy;
use events::LocalizedText;
use events::profile::Platform;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Which versions of one client may call.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct PolicyView {
    platform: ClientPlatform,
    /// The oldest version that may call: below it, 426.
    #[schema(example = "1.2.0")]
    minimum: String,
    /// The newest version that there is: below it, answers carry `X-Client-Update`.
    #[schema(example = "1.4.0")]
    latest: String,
    /// What to tell a user whose client is too old.
    message: LocalizedText,
    /// What `If-Match` must say to change it.
    #[schema(example = "\"3\"")]
    etag: String,
}

/// What a client runs on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum ClientPlatform {
    /// The browser.
    Web,
    /// The Electron shell.
    Desktop,
    /// The Cordova shell on Android.
    Android,
}

impl From<ClientPlatform> for Platform {
    fn from(platform: ClientPlatform) -> Self {
        match platform {
            ClientPlatform::Web => Self::Web,
            ClientPlatform::Desktop => Self::Desktop,
            ClientPlatform::Android => Self::Android,
        }
    }
}

impl PolicyView {
    /// The view, unless the platform is one that no client of this release is of.
    pub(super) fn of(stored: StoredPolicy) -> Option<Self> {
        let platform = match stored.platform {
            Platform::Web => ClientPlatform::Web,
            Platform::Desktop => ClientPlatform::Desktop,
            Platform::Android => ClientPlatform::Android,
            Platform::Unknown => return None,
        };
        Some(Self {
            platform,
            minimum: stored.policy.minimum().to_string(),
            latest: stored.policy.latest().to_string(),
            message: stored.policy.message().clone(),
            etag: format!("\"{}\"", stored.rev),
        })
    }
}

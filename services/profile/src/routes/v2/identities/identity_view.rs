use crate::{App, store::identities::LinkedIdentity};
use ids::IdentityId;
use serde::Serialize;
use utoipa::ToSchema;
use web::Timestamp;

/// An identity at a provider that logs its user in.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct IdentityView {
    identity_id: IdentityId,
    #[schema(example = "st-gregorius")]
    provider_id: String,
    /// As people know the provider; absent when it is configured no longer.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = "St.-Gregoriuscollege")]
    provider_name: Option<String>,
    linked_at: Timestamp,
    /// When it last logged its user in.
    #[serde(skip_serializing_if = "Option::is_none")]
    last_used_at: Option<Timestamp>,
}

impl IdentityView {
    pub(crate) fn of(identity: LinkedIdentity, app: &App) -> Self {
        let provider = app.providers.iter().find(|provider| provider.id().as_str() == identity.provider);
        Self {
            identity_id: identity.id,
            provider_name: provider.map(|provider| provider.name().to_owned()),
            provider_id: identity.provider,
            linked_at: identity.linked_at.into(),
            last_used_at: identity.last_used_at.map(Timestamp::from),
        }
    }
}

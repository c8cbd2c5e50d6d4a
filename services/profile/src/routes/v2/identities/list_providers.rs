use crate::App;
use axum::extract::State;
use serde::Serialize;
use utoipa::ToSchema;
use web::Json;

/// The schools by whose word one can log in.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct IdentityProvidersView {
    /// By id. There are few.
    items: Vec<IdentityProviderItem>,
}

/// A school's provider.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct IdentityProviderItem {
    #[schema(example = "st-gregorius")]
    provider_id: String,
    /// As people know it.
    #[schema(example = "St.-Gregoriuscollege")]
    name: String,
}

/// By whose word one can log in.
///
/// Anybody may ask. It is what the configuration says; a provider that is down is listed.
#[utoipa::path(get, path = "/identity-providers", responses((status = 200, body = IdentityProvidersView)))]
#[tracing::instrument(skip_all)]
pub(crate) async fn list_identity_providers(State(app): State<App>) -> Json<IdentityProvidersView> {
    let item = |provider: &crate::identity_providers::Provider| IdentityProviderItem {
        provider_id: provider.id().as_str().to_owned(),
        name: provider.name().to_owned(),
    };
    Json(IdentityProvidersView { items: app.providers.iter().map(item).collect() })
}

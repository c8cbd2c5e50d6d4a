use crate::{App, Failure, store::key_versions};
use access::TechnicalAdmin;
use axum::extract::State;
use serde::Serialize;
use utoipa::ToSchema;
use web::{Json, key_ages::KeyView};

/// The keys of profile.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct KeysView {
    items: Vec<KeyView>,
}

/// How old the keys are, and when they are to be renewed.
///
/// No key is told, nor anything that follows from one.
#[utoipa::path(
    get,
    path = "/keys",
    responses((status = 200, body = KeysView)),
    security(("accessToken" = ["technical_admin"]))
)]
#[tracing::instrument(skip_all)]
pub(crate) async fn list_keys(State(app): State<App>, _: TechnicalAdmin) -> Result<Json<KeysView>, Failure> {
    let noted = key_versions::all(&mut *app.connection().await?).await?;
    let items = app.keys.aging().map(|(name, renewal, keys)| KeyView::of(name, renewal, &keys.now(), &noted));
    Ok(Json(KeysView { items: items.into() }))
}

//! `/keys`.

use crate::{
    App, Failure,
    commands::rotate_kek,
    store::{key_rotations, people},
};
use access::TechnicalAdmin;
use axum::extract::State;
use serde::Serialize;
use utoipa::ToSchema;
use utoipa_axum::{router::OpenApiRouter, routes};
use web::{Json, key_ages::KeyView};

pub(super) fn operations() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(list_keys))
}

/// The keys of pii.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct KeysView {
    items: Vec<KeyView>,
    rewrap: RewrapView,
}

/// How far the keys of people are wrapped by the version in use of the key that wraps them.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct RewrapView {
    /// The key that wraps, as its item names it.
    #[schema(example = "pii/kek")]
    key_name: &'static str,
    /// Its version in use.
    #[schema(example = "2")]
    version: String,
    /// Keys of people, each wrapped by one version.
    #[schema(minimum = 0, example = 1200)]
    data_keys: i64,
    /// Those that another version wraps still: they are wrapped anew, and at nought the version before goes.
    #[schema(minimum = 0, example = 0)]
    left: i64,
}

/// How old the keys are, when they are to be renewed, and how far a renewal has come.
///
/// No key is told, nor anything that follows from one, nor whose keys there are.
#[utoipa::path(
    get,
    path = "/keys",
    responses((status = 200, body = KeysView)),
    security(("accessToken" = ["technical_admin"]))
)]
#[tracing::instrument(skip_all)]
async fn list_keys(State(app): State<App>, _: TechnicalAdmin) -> Result<Json<KeysView>, Failure> {
    let mut connection = app.database.acquire().await?;
    let noted = key_rotations::of_every_key(&mut connection).await?;
    let items = app.keys.aging().map(|(name, renewal, keys)| KeyView::of(name, renewal, &keys.now(), &noted));
    let version = app.keys.kek.now().current().0.to_owned();
    let rewrap = RewrapView {
        key_name: rotate_kek::SECRET,
        data_keys: people::count(&mut connection).await?,
        left: people::count_below(&mut connection, &version).await?,
        version,
    };
    Ok(Json(KeysView { items: items.into(), rewrap }))
}

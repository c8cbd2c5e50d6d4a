use crate::{
    App, Failure,
    domain::key_age::{Renewal, Use},
    store::key_versions::{self, KeyVersion},
};
use access::TechnicalAdmin;
use axum::extract::State;
use secrets::Keys;
use serde::Serialize;
use utoipa::ToSchema;
use web::{Json, Timestamp};

/// The keys of profile.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct KeysView {
    items: Vec<KeyView>,
}

/// A key, without what it is.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct KeyView {
    /// Of its secret.
    #[schema(example = "profile/signing")]
    name: &'static str,
    /// When the version in use is to be renewed; absent where the calendar does not say.
    #[serde(skip_serializing_if = "Option::is_none")]
    due_at: Option<Timestamp>,
    /// Those that the secret has, the oldest first.
    versions: Vec<KeyVersionView>,
}

/// A version of a key.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct KeyVersionView {
    #[schema(example = "1")]
    version: String,
    #[serde(rename = "use")]
    usage: Use,
    /// When profile first saw it: at the latest a minute after it was made, or when profile began to note it.
    seen_at: Timestamp,
    /// When profile first saw it in use.
    #[serde(skip_serializing_if = "Option::is_none")]
    promoted_at: Option<Timestamp>,
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
    let items = app.keys.aging().map(|(name, renewal, keys)| KeyView::of(name, renewal, keys, &noted));
    Ok(Json(KeysView { items: items.into() }))
}

impl KeyView {
    fn of(name: &'static str, renewal: Renewal, keys: &Keys, noted: &[KeyVersion]) -> Self {
        let held = keys.now();
        let current = held.current().0;
        let here: Vec<_> =
            noted.iter().filter(|one| one.key_name == name && held.get(&one.version).is_some()).collect();
        let promoted_at = here.iter().find(|one| one.version == current).and_then(|one| one.promoted_at);
        let view = |one: &&KeyVersion| KeyVersionView {
            version: one.version.clone(),
            usage: Use::of(one.version == current, one.promoted_at),
            seen_at: one.seen_at.into(),
            promoted_at: one.promoted_at.map(Timestamp::from),
        };
        Self {
            name,
            due_at: promoted_at.and_then(|at| renewal.due(at)).map(Timestamp::from),
            versions: here.iter().map(view).collect(),
        }
    }
}

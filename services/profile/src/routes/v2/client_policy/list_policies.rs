use super::policy_view::PolicyView;
use crate::{App, Failure, store::client_policies};
use axum::extract::State;
use serde::Serialize;
use utoipa::ToSchema;
use web::Json;

/// The policy of every platform.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Policies {
    items: Vec<PolicyView>,
}

/// Which versions of the clients may call.
#[utoipa::path(get, path = "/client-policy", responses((status = 200, body = Policies)))]
#[tracing::instrument(skip_all)]
pub(crate) async fn list_client_policies(State(app): State<App>) -> Result<Json<Policies>, Failure> {
    let stored = client_policies::all(&mut *app.connection().await?).await?;
    Ok(Json(Policies { items: stored.into_iter().filter_map(PolicyView::of).collect() }))
}

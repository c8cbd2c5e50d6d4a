use super::identity_view::IdentityView;
use crate::{App, Failure, store::identities};
use access::AnyUser;
use axum::extract::State;
use serde::Serialize;
use utoipa::ToSchema;
use web::Json;

/// By whose word the caller is logged in.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct IdentitiesView {
    /// The oldest link first. There are few.
    items: Vec<IdentityView>,
}

/// List the own identities at schools' providers.
///
/// Any user may.
#[utoipa::path(
    get,
    path = "/me/identities",
    responses((status = 200, body = IdentitiesView)),
    security(("accessToken" = []))
)]
#[tracing::instrument(skip_all)]
pub(crate) async fn list_identities(
    State(app): State<App>,
    caller: AnyUser,
) -> Result<Json<IdentitiesView>, Failure> {
    let linked = identities::of_user(&mut *app.connection().await?, caller.id).await?;
    let items = linked.into_iter().map(|identity| IdentityView::of(identity, &app)).collect();
    Ok(Json(IdentitiesView { items }))
}

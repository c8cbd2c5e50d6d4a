use super::passkey_view::PasskeyView;
use crate::{App, Failure, store::passkeys};
use access::AnyUser;
use axum::extract::State;
use serde::Serialize;
use utoipa::ToSchema;
use web::Json;

/// The passkeys of the caller.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct PasskeysView {
    /// The oldest first. There are ten at most.
    items: Vec<PasskeyView>,
}

/// List the own passkeys.
///
/// Any user may.
#[utoipa::path(
    get,
    path = "/me/passkeys",
    responses((status = 200, body = PasskeysView)),
    security(("accessToken" = []))
)]
#[tracing::instrument(skip_all)]
pub(crate) async fn list_passkeys(
    State(app): State<App>,
    caller: AnyUser,
) -> Result<Json<PasskeysView>, Failure> {
    let present = passkeys::of_user(&mut *app.connection().await?, caller.id).await?;
    Ok(Json(PasskeysView { items: present.into_iter().map(PasskeyView::from).collect() }))
}

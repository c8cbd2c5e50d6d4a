use crate::{App, commands};
use access::{AnyUser, Fresh};
use axum::{extract::State, http::StatusCode};
use web::{ApiResult, responses::Conflict};

/// Remove the authenticator app, and the recovery codes with it.
///
/// Needs a proof of the last ten minutes. An administrator cannot be without: `factor-required`.
#[utoipa::path(
    delete,
    path = "/me/totp",
    responses((status = 204, description = "There is none."), Conflict),
    security(("accessToken" = []))
)]
#[tracing::instrument(skip_all)]
pub(crate) async fn remove_totp(State(app): State<App>, caller: Fresh<AnyUser>) -> ApiResult<StatusCode> {
    commands::remove_totp(&app, caller.id).await?;
    Ok(StatusCode::NO_CONTENT)
}

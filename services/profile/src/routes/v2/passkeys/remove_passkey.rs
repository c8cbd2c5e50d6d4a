use crate::{App, commands};
use access::{AnyUser, Fresh};
use axum::{extract::State, http::StatusCode};
use ids::PasskeyId;
use web::{ApiResult, Path, responses::Conflict};

/// Remove a passkey.
///
/// Any user may, their own. Needs a proof of the last ten minutes. The recovery codes go with the last factor. An
/// administrator cannot be without any: `factor-required`. Safe to repeat: of an id that names none of the caller's, nothing
/// is removed.
#[utoipa::path(
    delete,
    path = "/me/passkeys/{passkeyId}",
    params(("passkeyId" = PasskeyId, Path)),
    responses((status = 204, description = "The caller has none of this id."), Conflict),
    security(("accessToken" = []))
)]
#[tracing::instrument(skip_all)]
pub(crate) async fn remove_passkey(
    State(app): State<App>,
    caller: Fresh<AnyUser>,
    Path(id): Path<PasskeyId>,
) -> ApiResult<StatusCode> {
    commands::remove_passkey(&app, caller.id, id).await?;
    Ok(StatusCode::NO_CONTENT)
}

use crate::{App, commands};
use access::{AnyUser, Fresh};
use axum::{extract::State, http::StatusCode};
use ids::IdentityId;
use web::{ApiResult, Path, responses::NotFound};

/// Unlink an own identity.
///
/// Needs a proof of the last ten minutes. It logs nobody in any more; sessions that it began go on until they are ended. The
/// password stays, so that there is always another way to log in. Once unlinked it is 404.
#[utoipa::path(
    delete,
    path = "/me/identities/{identityId}",
    params(("identityId" = inline(IdentityId), Path)),
    responses((status = 204, description = "Unlinked."), NotFound),
    security(("accessToken" = []))
)]
#[tracing::instrument(skip_all)]
pub(crate) async fn unlink_identity(
    State(app): State<App>,
    caller: Fresh<AnyUser>,
    Path(identity): Path<IdentityId>,
) -> ApiResult<StatusCode> {
    commands::unlink_identity(&app, caller.id, identity).await?;
    Ok(StatusCode::NO_CONTENT)
}

use crate::{App, commands};
use access::{Fresh, TechnicalAdmin};
use axum::{extract::State, http::StatusCode};
use ids::UserId;
use web::{
    ApiResult, Path,
    responses::{Conflict, NotFound},
};

/// Delete an account for good.
///
/// Needs a proof of the last ten minutes. It is refused everywhere within two seconds and cannot come back; its address is
/// free. What is kept of the person is erased by pii. The last technical administrator stays. Safe to repeat.
#[utoipa::path(
    delete,
    path = "/users/{userId}",
    params(("userId" = UserId, Path)),
    responses((status = 204, description = "It is gone."), NotFound, Conflict),
    security(("accessToken" = ["technical_admin"]))
)]
#[tracing::instrument(skip_all, fields(user.id = %id))]
pub(crate) async fn delete_user(
    State(app): State<App>,
    admin: Fresh<TechnicalAdmin>,
    Path(id): Path<UserId>,
) -> ApiResult<StatusCode> {
    commands::delete_user(&app, id, admin.id).await?;
    Ok(StatusCode::NO_CONTENT)
}

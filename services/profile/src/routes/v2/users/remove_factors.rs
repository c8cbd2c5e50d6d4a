use crate::{App, commands};
use access::{Fresh, TechnicalAdmin};
use axum::{extract::State, http::StatusCode};
use ids::UserId;
use web::{ApiResult, Path, responses::NotFound};

/// Remove the second factors of somebody who lost them.
///
/// Needs a proof of the last ten minutes. Their sessions end everywhere; an administrator enrols anew at the next log-in. Safe
/// to repeat.
#[utoipa::path(
    delete,
    path = "/users/{userId}/factors",
    params(("userId" = UserId, Path)),
    responses((status = 204, description = "There are none."), NotFound),
    security(("accessToken" = ["technical_admin"]))
)]
#[tracing::instrument(skip_all, fields(user.id = %id))]
pub(crate) async fn remove_factors(
    State(app): State<App>,
    admin: Fresh<TechnicalAdmin>,
    Path(id): Path<UserId>,
) -> ApiResult<StatusCode> {
    commands::remove_factors(&app, id, Some(admin.id)).await?;
    Ok(StatusCode::NO_CONTENT)
}

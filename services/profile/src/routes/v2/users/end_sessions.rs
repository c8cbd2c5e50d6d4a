use crate::{App, commands};
use access::{Fresh, TechnicalAdmin};
use axum::{extract::State, http::StatusCode};
use ids::UserId;
use web::{ApiResult, Path, responses::NotFound};

/// End every session of a user.
///
/// Needs a proof of the last ten minutes. Every service refuses their access tokens within two seconds; whoever has the
/// password can log in anew. Noted among the actions of administrators. Safe to repeat.
#[utoipa::path(
    delete,
    path = "/users/{userId}/sessions",
    params(("userId" = UserId, Path)),
    responses((status = 204, description = "They are over."), NotFound),
    security(("accessToken" = ["technical_admin"]))
)]
#[tracing::instrument(skip_all, fields(user.id = %id))]
pub(crate) async fn end_sessions_of(
    State(app): State<App>,
    admin: Fresh<TechnicalAdmin>,
    Path(id): Path<UserId>,
) -> ApiResult<StatusCode> {
    commands::end_every_session_of(&app, id, admin.id).await?;
    Ok(StatusCode::NO_CONTENT)
}

use crate::{
    App, Failure,
    routes::v2::sessions::SessionsView,
    store::{sessions, users},
};
use access::TechnicalAdmin;
use axum::extract::State;
use ids::UserId;
use web::{ApiError, Json, Path, responses::NotFound};

/// The sessions of a user that go on.
///
/// As their owner sees them: device, coarse place, last use.
#[utoipa::path(
    get,
    path = "/users/{userId}/sessions",
    params(("userId" = UserId, Path)),
    responses((status = 200, body = SessionsView), NotFound),
    security(("accessToken" = ["technical_admin"]))
)]
#[tracing::instrument(skip_all, fields(user.id = %id))]
pub(crate) async fn list_sessions_of(
    State(app): State<App>,
    admin: TechnicalAdmin,
    Path(id): Path<UserId>,
) -> Result<Json<SessionsView>, Failure> {
    let mut conn = app.connection().await?;
    users::find(&mut conn, id).await?.ok_or_else(|| ApiError::not_found("user", id))?;
    let listed = sessions::live_of(&mut conn, id, app.now()).await?;
    Ok(Json(SessionsView::of(listed, admin.session)))
}

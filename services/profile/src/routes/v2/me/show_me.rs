use crate::{
    App, Failure,
    routes::RoleName,
    store::{links, users},
};
use access::AnyUser;
use axum::extract::State;
use events::Language;
use ids::{SessionId, UserId};
use serde::Serialize;
use utoipa::ToSchema;
use web::{ApiError, Json};

/// The caller.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Me {
    id: UserId,
    role: RoleName,
    session_id: SessionId,
    interface_language: Language,
    #[schema(example = "Europe/Amsterdam")]
    time_zone: String,
    /// Who teaches the caller.
    teacher_ids: Vec<UserId>,
}

/// The caller's own account.
///
/// A teacher's students are at `/teachers/{teacherId}/students`.
#[utoipa::path(get, path = "/me", responses((status = 200, body = Me)), security(("accessToken" = [])))]
#[tracing::instrument(skip_all)]
pub(crate) async fn show_me(State(app): State<App>, caller: AnyUser) -> Result<Json<Me>, Failure> {
    let mut conn = app.connection().await?;
    let user = users::find(&mut conn, caller.id).await?;
    let user = user.ok_or_else(ApiError::invalid_token)?;
    let teacher_ids = links::teachers_of(&mut conn, caller.id).await?;
    Ok(Json(Me {
        id: user.id,
        role: user.role.into(),
        session_id: caller.session,
        interface_language: user.interface_language,
        time_zone: user.time_zone.as_str().to_owned(),
        teacher_ids,
    }))
}

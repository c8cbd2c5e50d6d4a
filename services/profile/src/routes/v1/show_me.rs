use crate::{App, Failure, routes::RoleName, store::users};
use access::AnyUser;
use axum::extract::State;
use events::Language;
use ids::UserId;
use serde::Serialize;
use utoipa::ToSchema;
use web::{ApiError, Json};

/// The caller.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct MeV1 {
    user_id: UserId,
    role: RoleName,
    language: Language,
}

/// The caller's own account.
#[utoipa::path(get, path = "/me", responses((status = 200, body = MeV1)), security(("accessToken" = [])))]
#[tracing::instrument(skip_all)]
pub(crate) async fn show_me(State(app): State<App>, caller: AnyUser) -> Result<Json<MeV1>, Failure> {
    let user = users::find(&mut *app.connection().await?, caller.id).await?;
    let user = user.ok_or_else(ApiError::invalid_token)?;
    Ok(Json(MeV1 { user_id: user.id, role: user.role.into(), language: user.interface_language }))
}

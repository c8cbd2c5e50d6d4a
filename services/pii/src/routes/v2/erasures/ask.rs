use super::show::ErasureView;
use crate::{
    App, commands,
    routes::v2::subject::{may_be_forgotten, subject},
};
use access::AnyUser;
use axum::{extract::State, http::StatusCode};
use ids::{ErasureId, UserId};
use serde::Deserialize;
use utoipa::ToSchema;
use web::{
    ApiResult, Json,
    responses::{Conflict, NotFound},
};

/// What is asked for.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct AskErasure {
    /// Made by the client (UUIDv7). Keep it: it shows the certificate when nothing else is left.
    erasure_id: ErasureId,
    /// Who is to be forgotten; absent for oneself.
    user_id: Option<UserId>,
}

/// Ask that a person be forgotten.
///
/// Permission: everybody but technical admins, for themself; a technical admin, for anybody else. The caller must have
/// logged in within the last ten minutes. Safe to repeat: the same request is answered with the erasure as it stands.
/// There is no way back: every session ends within seconds, and every service erases.
#[utoipa::path(
    post,
    path = "/erasures",
    request_body = AskErasure,
    responses(
        (status = 202, description = "Asked for: every service erases.", body = ErasureView),
        (status = 200, description = "It was asked for before.", body = ErasureView),
        NotFound,
        Conflict,
    ),
    security(("accessToken" = []))
)]
#[tracing::instrument(skip_all, fields(erasure.id = %body.erasure_id))]
pub(crate) async fn ask_erasure(
    State(app): State<App>,
    caller: AnyUser,
    Json(body): Json<AskErasure>,
) -> ApiResult<(StatusCode, Json<ErasureView>)> {
    caller.require_fresh(app.clock.now())?;
    let person = subject(&caller, body.user_id)?;
    may_be_forgotten(&caller, person)?;
    let asked = commands::ask_erasure::ask_erasure(&app, body.erasure_id, person, caller.id).await?;
    let status = if asked.first_time { StatusCode::ACCEPTED } else { StatusCode::OK };

    Ok((status, Json(ErasureView::of(&app, &asked.erasure).await?)))
}

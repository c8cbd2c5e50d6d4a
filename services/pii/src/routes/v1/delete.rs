use crate::{App, commands::ask_erasure::ask_own_erasure, routes::v2::may_be_forgotten};
use access::AnyUser;
use axum::{extract::State, http::StatusCode};
use chrono::{DateTime, Utc};
use ids::ErasureId;
use serde::Serialize;
use utoipa::ToSchema;
use web::{ApiResult, Json, responses::Conflict};

/// An erasure that was asked for.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ErasureV1 {
    /// Which. It is what shows the certificate, later.
    erasure_id: ErasureId,
    /// When it is done at the latest.
    deadline_at: DateTime<Utc>,
}

/// Ask that the caller be forgotten.
///
/// Permission: everybody but technical admins, for themself, who logged in within the last ten minutes. Safe to repeat.
/// There is no way back: every session ends within seconds.
#[utoipa::path(
    post,
    path = "/delete",
    responses((status = 202, description = "Asked for.", body = ErasureV1), Conflict),
    security(("accessToken" = []))
)]
#[tracing::instrument(skip_all)]
pub(crate) async fn delete(
    State(app): State<App>,
    caller: AnyUser,
) -> ApiResult<(StatusCode, Json<ErasureV1>)> {
    caller.require_fresh(app.clock.now())?;
    may_be_forgotten(&caller, caller.id)?;
    let erasure = ask_own_erasure(&app, caller.id).await?.erasure;
    let view = ErasureV1 { erasure_id: erasure.erasure_id(), deadline_at: erasure.deadline_at };

    Ok((StatusCode::ACCEPTED, Json(view)))
}

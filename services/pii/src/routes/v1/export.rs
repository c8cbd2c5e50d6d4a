use crate::{App, commands::ask_export::ask_own_export};
use access::AnyUser;
use axum::{extract::State, http::StatusCode};
use chrono::{DateTime, Utc};
use ids::ExportId;
use serde::Serialize;
use utoipa::ToSchema;
use web::{ApiResult, Json};

/// An export that was asked for.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ExportV1 {
    /// Which. v2 tells what has become of it.
    export_id: ExportId,
    /// When it is ready at the latest.
    deadline_at: DateTime<Utc>,
}

/// Ask for all that is kept of the caller.
///
/// Permission: everybody, for themself, who logged in within the last ten minutes. Safe to repeat: while one is under
/// way, it is that one.
#[utoipa::path(
    post,
    path = "/export",
    responses((status = 202, description = "Asked for.", body = ExportV1)),
    security(("accessToken" = []))
)]
#[tracing::instrument(skip_all)]
pub(crate) async fn export(
    State(app): State<App>,
    caller: AnyUser,
) -> ApiResult<(StatusCode, Json<ExportV1>)> {
    caller.require_fresh(app.clock.now())?;
    let export = ask_own_export(&app, caller.id).await?.export;
    let view = ExportV1 { export_id: export.export_id(), deadline_at: export.deadline_at };

    Ok((StatusCode::ACCEPTED, Json(view)))
}

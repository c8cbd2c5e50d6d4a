use super::show::ExportView;
use crate::{App, commands, routes::v2::subject::subject};
use access::AnyUser;
use axum::{extract::State, http::StatusCode};
use ids::{ExportId, UserId};
use serde::Deserialize;
use utoipa::ToSchema;
use web::{
    ApiResult, Json,
    responses::{Conflict, NotFound},
};

/// What is asked for.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct AskExport {
    /// Made by the client (UUIDv7).
    export_id: ExportId,
    /// Whose data; absent for one's own.
    user_id: Option<UserId>,
}

/// Ask for all that is kept of a person.
///
/// Permission: everybody, for themself; a technical admin, for anybody. The caller must have logged in within the last ten
/// minutes. Safe to repeat: the same request is answered with the export as it stands. One export of a person at a time.
#[utoipa::path(
    post,
    path = "/exports",
    request_body = AskExport,
    responses(
        (status = 202, description = "Asked for: every service puts its part together.", body = ExportView),
        (status = 200, description = "It was asked for before.", body = ExportView),
        NotFound,
        Conflict,
    ),
    security(("accessToken" = []))
)]
#[tracing::instrument(skip_all, fields(export.id = %body.export_id))]
pub(crate) async fn ask_export(
    State(app): State<App>,
    caller: AnyUser,
    Json(body): Json<AskExport>,
) -> ApiResult<(StatusCode, Json<ExportView>)> {
    caller.require_fresh(app.clock.now())?;
    let person = subject(&caller, body.user_id)?;
    let asked = commands::ask_export::ask_export(&app, body.export_id, person, caller.id).await?;
    let status = if asked.first_time { StatusCode::ACCEPTED } else { StatusCode::OK };

    Ok((status, Json(ExportView::of(&app, &asked.export).await?)))
}

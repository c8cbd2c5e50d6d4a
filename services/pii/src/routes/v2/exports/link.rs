use crate::{App, commands};
use access::AnyUser;
use axum::{extract::State, http::StatusCode};
use chrono::{DateTime, Utc};
use ids::ExportId;
use serde::Serialize;
use utoipa::ToSchema;
use web::{ApiError, ApiResult, Json, Path, responses::NotFound};

/// A link to an archive.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct LinkView {
    /// Where to fetch it, on this host. It works once, for whoever has it.
    #[schema(
        example = "/api/v2/pii/archives/9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
    )]
    href: String,
    /// Until when it works.
    expires_at: DateTime<Utc>,
}

/// Make a link to the archive of an export.
///
/// Permission: the person, or who asked for the export; for everybody else it does not exist. The caller must have logged
/// in within the last ten minutes. A link works once, until the archive is deleted; another link replaces it.
#[utoipa::path(
    post,
    path = "/exports/{exportId}/links",
    params(("exportId" = ExportId, Path, description = "The export.")),
    responses((status = 201, description = "The link.", body = LinkView), NotFound),
    security(("accessToken" = []))
)]
#[tracing::instrument(skip_all, fields(export.id = %export_id))]
pub(crate) async fn make_link(
    State(app): State<App>,
    caller: AnyUser,
    Path(export_id): Path<ExportId>,
) -> ApiResult<(StatusCode, Json<LinkView>)> {
    caller.require_fresh(app.clock.now())?;
    let link = commands::open_archive::make_link(&app, export_id, caller.id)
        .await?
        .ok_or_else(|| ApiError::not_found("archive of export", export_id))?;
    let href = format!("/api/v2/{}/archives/{}", crate::NAME, link.token);

    Ok((StatusCode::CREATED, Json(LinkView { href, expires_at: link.expires_at })))
}

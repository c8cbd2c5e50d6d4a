use crate::{
    App,
    routes::v2::holding::HoldingView,
    store::exports::{self, Export, Part},
};
use access::{AnyUser, Role};
use axum::extract::State;
use chrono::{DateTime, Utc};
use ids::{ExportId, UserId};
use serde::Serialize;
use utoipa::ToSchema;
use web::{ApiError, ApiResult, Json, Path, responses::NotFound};

/// An export, with who has answered and who has not.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ExportView {
    /// Which.
    export_id: ExportId,
    /// Whose data.
    user_id: UserId,
    /// How far it is.
    status: ExportStatus,
    /// When it was asked for.
    requested_at: DateTime<Utc>,
    /// When it is ready at the latest.
    deadline_at: DateTime<Utc>,
    /// When the archive was made.
    #[serde(skip_serializing_if = "Option::is_none")]
    ready_at: Option<DateTime<Utc>>,
    /// When the archive is deleted, fetched or not.
    #[serde(skip_serializing_if = "Option::is_none")]
    expires_at: Option<DateTime<Utc>>,
    /// Every service that keeps something of people.
    parts: Vec<PartView>,
}

/// How far an export is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum ExportStatus {
    /// Parts are missing.
    Collecting,
    /// The archive can be fetched.
    Ready,
    /// The archive is deleted, or is about to be.
    Expired,
}

/// The part of one service.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct PartView {
    /// The service.
    #[schema(example = "thematic-cards")]
    service: String,
    /// When it was ready; absent while it is missing.
    #[serde(skip_serializing_if = "Option::is_none")]
    ready_at: Option<DateTime<Utc>>,
    /// What is in it.
    holdings: Vec<HoldingView>,
}

impl ExportView {
    pub(super) async fn of(app: &App, export: &Export) -> ApiResult<Self> {
        let mut connection = app.database.acquire().await.map_err(ApiError::internal)?;
        let parts = exports::parts(&mut connection, export.export_id()).await.map_err(ApiError::internal)?;
        Ok(Self {
            export_id: export.export_id(),
            user_id: export.user(),
            status: ExportStatus::of(export, app.clock.now()),
            requested_at: export.requested_at,
            deadline_at: export.deadline_at,
            ready_at: export.ready_at,
            expires_at: export.expires_at,
            parts: parts.iter().map(PartView::from).collect(),
        })
    }
}

impl ExportStatus {
    fn of(export: &Export, now: DateTime<Utc>) -> Self {
        match export.expires_at {
            None => Self::Collecting,
            Some(expires_at) if now < expires_at => Self::Ready,
            Some(_) => Self::Expired,
        }
    }
}

impl From<&Part> for PartView {
    fn from(part: &Part) -> Self {
        let holdings = part.holdings.iter().map(HoldingView::from).collect();
        Self { service: part.service.clone(), ready_at: part.ready_at, holdings }
    }
}

/// What has become of an export.
///
/// Permission: the person, who asked for it, technical admins; for everybody else it does not exist.
#[utoipa::path(
    get,
    path = "/exports/{exportId}",
    params(("exportId" = ExportId, Path, description = "The export.")),
    responses((status = 200, description = "The export.", body = ExportView), NotFound),
    security(("accessToken" = []))
)]
#[tracing::instrument(skip_all, fields(export.id = %export_id))]
pub(crate) async fn show_export(
    State(app): State<App>,
    caller: AnyUser,
    Path(export_id): Path<ExportId>,
) -> ApiResult<Json<ExportView>> {
    let mut connection = app.database.acquire().await.map_err(ApiError::internal)?;
    let export = exports::find(&mut connection, export_id)
        .await
        .map_err(ApiError::internal)?
        .filter(|export| export.belongs_to(caller.id) || caller.role == Role::TechnicalAdmin)
        .ok_or_else(|| ApiError::not_found("export", export_id))?;
    drop(connection);

    Ok(Json(ExportView::of(&app, &export).await?))
}

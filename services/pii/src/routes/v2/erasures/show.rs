use crate::{
    App,
    routes::v2::holding::HoldingView,
    store::erasures::{self, Awaited, Erasure},
};
use access::{AnyUser, Role};
use axum::extract::State;
use chrono::{DateTime, Utc};
use ids::{ErasureId, UserId};
use serde::Serialize;
use utoipa::ToSchema;
use web::{ApiError, ApiResult, Json, Path, responses::NotFound};

/// An erasure, with who has confirmed and who has not.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ErasureView {
    /// Which.
    erasure_id: ErasureId,
    /// Who is to be forgotten.
    user_id: UserId,
    /// When it was asked for.
    requested_at: DateTime<Utc>,
    /// When it is done at the latest.
    deadline_at: DateTime<Utc>,
    /// When the last of it was gone; absent before.
    #[serde(skip_serializing_if = "Option::is_none")]
    erased_at: Option<DateTime<Utc>>,
    /// Every service that keeps something of people.
    confirmations: Vec<ConfirmationView>,
}

/// What one service has confirmed.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(super) struct ConfirmationView {
    /// The service.
    #[schema(example = "thematic-cards")]
    service: String,
    /// When it confirmed; absent before.
    #[serde(skip_serializing_if = "Option::is_none")]
    confirmed_at: Option<DateTime<Utc>>,
    /// What it erased or made anonymous.
    holdings: Vec<HoldingView>,
}

impl ErasureView {
    pub(super) async fn of(app: &App, erasure: &Erasure) -> ApiResult<Self> {
        Ok(Self {
            erasure_id: erasure.erasure_id(),
            user_id: erasure.user(),
            requested_at: erasure.requested_at,
            deadline_at: erasure.deadline_at,
            erased_at: erasure.erased_at,
            confirmations: confirmations(app, erasure.erasure_id()).await?,
        })
    }
}

/// What is confirmed of an erasure.
pub(super) async fn confirmations(app: &App, erasure: ErasureId) -> ApiResult<Vec<ConfirmationView>> {
    let mut connection = app.database.acquire().await.map_err(ApiError::internal)?;
    let awaited = erasures::awaited(&mut connection, erasure).await.map_err(ApiError::internal)?;
    Ok(awaited.iter().map(ConfirmationView::from).collect())
}

impl From<&Awaited> for ConfirmationView {
    fn from(one: &Awaited) -> Self {
        let holdings = one.holdings.iter().map(HoldingView::from).collect();
        Self { service: one.service.clone(), confirmed_at: one.confirmed_at, holdings }
    }
}

/// What has become of an erasure.
///
/// Permission: technical admins, and the person for as long as they have a session; for everybody else it does not exist.
#[utoipa::path(
    get,
    path = "/erasures/{erasureId}",
    params(("erasureId" = ErasureId, Path, description = "The erasure.")),
    responses((status = 200, description = "The erasure.", body = ErasureView), NotFound),
    security(("accessToken" = []))
)]
#[tracing::instrument(skip_all, fields(erasure.id = %erasure_id))]
pub(crate) async fn show_erasure(
    State(app): State<App>,
    caller: AnyUser,
    Path(erasure_id): Path<ErasureId>,
) -> ApiResult<Json<ErasureView>> {
    let mut connection = app.database.acquire().await.map_err(ApiError::internal)?;
    let erasure = erasures::find(&mut connection, erasure_id)
        .await
        .map_err(ApiError::internal)?
        .filter(|erasure| erasure.user() == caller.id || caller.role == Role::TechnicalAdmin)
        .ok_or_else(|| ApiError::not_found("erasure", erasure_id))?;
    drop(connection);

    Ok(Json(ErasureView::of(&app, &erasure).await?))
}

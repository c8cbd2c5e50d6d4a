use super::show::{ConfirmationView, confirmations};
use crate::{App, store::erasures};
use axum::extract::State;
use chrono::{DateTime, Utc};
use ids::ErasureId;
use serde::Serialize;
use utoipa::ToSchema;
use web::{ApiError, ApiResult, Json, Path, responses::NotFound};

/// That somebody is forgotten. It does not say who.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct CertificateView {
    /// Which erasure.
    erasure_id: ErasureId,
    /// When it was asked for.
    requested_at: DateTime<Utc>,
    /// When the last of it was gone, the key of the person with it.
    erased_at: DateTime<Utc>,
    /// What every service confirmed.
    confirmations: Vec<ConfirmationView>,
}

/// The certificate of an erasure.
///
/// Permission: whoever has the id, which its maker was told to keep: who is forgotten cannot log in. It says what was
/// erased and when, and nothing of whom. It does not exist before everything is erased.
#[utoipa::path(
    get,
    path = "/erasures/{erasureId}/certificate",
    params(("erasureId" = ErasureId, Path, description = "The erasure.")),
    responses((status = 200, description = "The certificate.", body = CertificateView), NotFound)
)]
#[tracing::instrument(skip_all, fields(erasure.id = %erasure_id))]
pub(crate) async fn show_certificate(
    State(app): State<App>,
    Path(erasure_id): Path<ErasureId>,
) -> ApiResult<Json<CertificateView>> {
    let unknown = || ApiError::not_found("certificate", erasure_id);
    let mut connection = app.database.acquire().await.map_err(ApiError::internal)?;
    let erasure = erasures::find(&mut connection, erasure_id).await.map_err(ApiError::internal)?;
    drop(connection);
    let erasure = erasure.ok_or_else(unknown)?;
    let erased_at = erasure.erased_at.ok_or_else(unknown)?;

    Ok(Json(CertificateView {
        erasure_id,
        requested_at: erasure.requested_at,
        erased_at,
        confirmations: confirmations(&app, erasure_id).await?,
    }))
}

use crate::{App, commands};
use access::{AnyUser, Fresh};
use axum::{extract::State, http::StatusCode};
use ids::RecoverySetId;
use secrecy::ExposeSecret;
use serde::Serialize;
use utoipa::ToSchema;
use web::{ApiResult, Json, Path, Timestamp, responses::Conflict};

/// Codes to write down. Each holds once.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct RecoveryCodesView {
    #[schema(example = json!(["0A1B-2C3D-4E5F-6G7H-8J9K-MNPQ"]))]
    codes: Vec<String>,
    made_at: Timestamp,
}

/// Make recovery codes, in place of those before.
///
/// Needs a proof of the last ten minutes, and a second factor for the codes to stand in for. They are shown once; for ten
/// minutes a repeat under the same id shows the same, in case the answer was lost.
#[utoipa::path(
    put,
    path = "/me/recovery-codes/{setId}",
    params(("setId" = inline(RecoverySetId), Path, description = "Made by the caller, a UUIDv7.")),
    responses(
        (status = 201, body = RecoveryCodesView, description = "Made."),
        (status = 200, body = RecoveryCodesView, description = "Made before, within ten minutes."),
        Conflict,
    ),
    security(("accessToken" = []))
)]
#[tracing::instrument(skip_all)]
pub(crate) async fn renew_recovery_codes(
    State(app): State<App>,
    caller: Fresh<AnyUser>,
    Path(set): Path<RecoverySetId>,
) -> ApiResult<(StatusCode, Json<RecoveryCodesView>)> {
    let made = commands::renew_recovery_codes(&app, caller.id, set).await?;
    let status = if made.is_new { StatusCode::CREATED } else { StatusCode::OK };
    let codes = made.codes.iter().map(|code| code.shown().expose_secret().to_owned()).collect();
    Ok((status, Json(RecoveryCodesView { codes, made_at: made.made_at.into() })))
}

use crate::{App, Failure, store::totp_factors};
use access::AnyUser;
use axum::extract::State;
use serde::Serialize;
use utoipa::ToSchema;
use web::{Json, Timestamp};

/// What a log-in of the caller asks for beside the password.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct FactorsView {
    #[serde(skip_serializing_if = "Option::is_none")]
    totp: Option<TotpView>,
    /// Passkeys: see `/me/passkeys`.
    #[schema(example = 1)]
    passkeys: i64,
    /// Recovery codes that were not used.
    #[schema(example = 10)]
    recovery_codes_left: i64,
}

/// An authenticator app.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct TotpView {
    confirmed_at: Timestamp,
}

/// The caller's second factors.
#[utoipa::path(
    get,
    path = "/me/factors",
    responses((status = 200, body = FactorsView)),
    security(("accessToken" = []))
)]
#[tracing::instrument(skip_all)]
pub(crate) async fn show_factors(
    State(app): State<App>,
    caller: AnyUser,
) -> Result<Json<FactorsView>, Failure> {
    let mut conn = app.connection().await?;
    let held = totp_factors::held(&mut conn, caller.id).await?;
    let factor = totp_factors::in_force(&mut conn, caller.id).await?;
    let confirmed_at = factor.and_then(|factor| factor.confirmed_at);
    Ok(Json(FactorsView {
        totp: confirmed_at.map(|at| TotpView { confirmed_at: at.into() }),
        passkeys: held.passkeys,
        recovery_codes_left: held.recovery_codes,
    }))
}

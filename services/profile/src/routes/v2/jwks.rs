use crate::App;
use access::Jwks;
use axum::{
    extract::State,
    http::{HeaderValue, header::CACHE_CONTROL},
    response::{IntoResponse, Response},
};
use web::{ApiError, ApiResult, Json};

/// The keys that access tokens are checked with: those that signed, the one that signs, the one that will.
#[utoipa::path(get, path = "/jwks.json", responses((status = 200, body = Jwks)))]
#[tracing::instrument(skip_all)]
pub(crate) async fn show_jwks(State(app): State<App>) -> ApiResult<Response> {
    let jwks = app.issuer.jwks().map_err(ApiError::internal)?;
    let cacheable = [(CACHE_CONTROL, HeaderValue::from_static("public, max-age=60"))];
    Ok((cacheable, Json(jwks)).into_response())
}

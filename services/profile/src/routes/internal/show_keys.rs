use crate::App;
use access::{Jwks, Service, service::AnyService};
use axum::extract::State;
use web::{ApiError, ApiResult, Json};

/// The keys that access tokens are checked with.
///
/// The same as the public `jwks.json`, from an answerer that proved to be profile: whoever could put a key in its place
/// could make tokens.
#[utoipa::path(
    get,
    path = "/jwks.json",
    responses((status = 200, body = Jwks)),
    security(("service" = []))
)]
#[tracing::instrument(skip_all)]
pub(crate) async fn show_keys(State(app): State<App>, _: Service<AnyService>) -> ApiResult<Json<Jwks>> {
    Ok(Json(app.issuer.jwks().map_err(ApiError::internal)?))
}

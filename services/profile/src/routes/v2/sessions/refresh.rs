use super::tokens_view::TokensView;
use crate::{App, commands};
use axum::extract::State;
use ids::DeviceId;
use secrecy::SecretString;
use serde::Deserialize;
use utoipa::ToSchema;
use web::{ApiResult, Json, responses::Unauthorized};

/// A refresh token, and who brings it.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct RefreshRequest {
    #[schema(value_type = String, example = "AQExAZOitHwdfi-KO0xdbn-AkQAAAAAAAAAA")]
    refresh_token: SecretString,
    /// As at the log-in.
    device_id: DeviceId,
}

/// Refresh.
///
/// A refresh token holds once. When two calls of one device race, or an answer was lost, the same successor is given again
/// for ten seconds; any other second use ends the session.
#[utoipa::path(
    post,
    path = "/sessions/refreshes",
    request_body = RefreshRequest,
    responses((status = 200, body = TokensView), Unauthorized)
)]
#[tracing::instrument(skip_all)]
pub(crate) async fn refresh(
    State(app): State<App>,
    Json(body): Json<RefreshRequest>,
) -> ApiResult<Json<TokensView>> {
    let tokens = commands::refresh(&app, &body.refresh_token, Some(body.device_id)).await?;
    Ok(Json(tokens.into()))
}

use super::tokens_view::TokensV1;
use crate::{App, commands};
use axum::extract::State;
use secrecy::SecretString;
use serde::Deserialize;
use utoipa::ToSchema;
use web::{ApiResult, Json, responses::Unauthorized};

/// A refresh token, to be used up or given back.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct RefreshTokenV1 {
    #[schema(value_type = String)]
    pub(super) refresh_token: SecretString,
}

/// Refresh.
#[utoipa::path(
    post,
    path = "/refresh",
    request_body = RefreshTokenV1,
    responses((status = 200, body = TokensV1), Unauthorized)
)]
#[tracing::instrument(skip_all)]
pub(crate) async fn refresh(
    State(app): State<App>,
    Json(body): Json<RefreshTokenV1>,
) -> ApiResult<Json<TokensV1>> {
    Ok(Json(commands::refresh(&app, &body.refresh_token, None).await?.into()))
}

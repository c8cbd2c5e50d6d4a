use super::authorization_view::AuthorizationView;
use crate::{
    App, commands,
    domain::{Origin, ProviderId},
    routes::{fields::Fields, v2::sessions::Device},
    store::authorizations::Purpose,
};
use axum::{extract::State, http::StatusCode};
use serde::Deserialize;
use utoipa::ToSchema;
use web::{ApiResult, Json, responses::NotFound};

/// By whose word, and where.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct LogInByProvider {
    #[schema(max_length = 40, example = "st-gregorius")]
    provider_id: String,
    device: Device,
}

/// Begin to log in by the word of a school.
///
/// Anybody may. The client keeps the token and goes to the address; the provider sends it back to the client's page with a
/// code, which `POST /sessions/by-provider` takes. Nothing follows from asking again: each answer is for one way there and
/// back, within ten minutes. A provider that is down is 503; so are none of the other ways to log in.
#[utoipa::path(
    post,
    path = "/sessions/by-provider/authorizations",
    request_body = LogInByProvider,
    responses((status = 201, body = AuthorizationView, description = "To be followed."), NotFound)
)]
#[tracing::instrument(skip_all)]
pub(crate) async fn send_to_log_in(
    State(app): State<App>,
    origin: Origin,
    Json(body): Json<LogInByProvider>,
) -> ApiResult<(StatusCode, Json<AuthorizationView>)> {
    let mut fields = Fields::default();
    let Some(provider) = fields.take("/providerId", ProviderId::parse(&body.provider_id)) else {
        return Err(fields.refusal());
    };
    let purpose = Purpose::LogIn(body.device.id);
    let away = commands::send_to_provider(&app, &provider, purpose, origin.network).await?;
    Ok((StatusCode::CREATED, Json(away.into())))
}

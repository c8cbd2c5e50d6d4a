use super::authorization_view::AuthorizationView;
use crate::{
    App, commands,
    domain::{Origin, ProviderId},
    routes::fields::Fields,
    store::authorizations::Purpose,
};
use access::{AnyUser, Fresh};
use axum::{extract::State, http::StatusCode};
use serde::Deserialize;
use utoipa::ToSchema;
use web::{ApiResult, Json, responses::NotFound};

/// Whose word is to log the caller in.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct LinkProvider {
    #[schema(max_length = 40, example = "st-gregorius")]
    provider_id: String,
}

/// Begin to link who one is at a school's provider.
///
/// Any user may, with a proof of the last ten minutes. As with logging in; `POST /me/identities`, in the same session, takes
/// what the provider gives back.
#[utoipa::path(
    post,
    path = "/me/identities/authorizations",
    request_body = LinkProvider,
    responses((status = 201, body = AuthorizationView, description = "To be followed."), NotFound),
    security(("accessToken" = []))
)]
#[tracing::instrument(skip_all)]
pub(crate) async fn send_to_link(
    State(app): State<App>,
    caller: Fresh<AnyUser>,
    origin: Origin,
    Json(body): Json<LinkProvider>,
) -> ApiResult<(StatusCode, Json<AuthorizationView>)> {
    let mut fields = Fields::default();
    let Some(provider) = fields.take("/providerId", ProviderId::parse(&body.provider_id)) else {
        return Err(fields.refusal());
    };
    let purpose = Purpose::Link(caller.id, caller.session);
    let away = commands::send_to_provider(&app, &provider, purpose, origin.network).await?;
    Ok((StatusCode::CREATED, Json(away.into())))
}

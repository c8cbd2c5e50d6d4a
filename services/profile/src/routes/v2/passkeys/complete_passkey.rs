use super::passkey_view::PasskeyView;
use crate::{
    App, commands, credentials::passkey::NewCredential, domain::PasskeyName, routes::fields::Fields,
};
use access::{AnyUser, Fresh};
use axum::{extract::State, http::StatusCode};
use ids::PasskeyId;
use serde::Deserialize;
use serde_json::Value;
use utoipa::ToSchema;
use web::{ApiResult, Json, Path, responses::NotFound};

/// What the device answered, and what to call it.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct CompletePasskey {
    #[schema(min_length = 1, max_length = 40, example = "Telefoon")]
    name: String,
    /// `PublicKeyCredential.toJSON()` of what `navigator.credentials.create()` gave.
    #[schema(value_type = Object)]
    credential: Value,
}

/// Register a passkey.
///
/// Any user may. Needs a proof of the last ten minutes. From then on a log-in asks for a second factor, and the passkey is
/// one. One answer uses the registration up: after `passkey-not-accepted` begin another. Safe to repeat: the passkey is
/// registered once, and the first answer is given again.
#[utoipa::path(
    post,
    path = "/me/passkey-registrations/{passkeyId}/completions",
    params(("passkeyId" = PasskeyId, Path)),
    request_body = CompletePasskey,
    responses(
        (status = 201, body = PasskeyView, description = "Registered."),
        (status = 200, body = PasskeyView, description = "Registered before."),
        NotFound,
    ),
    security(("accessToken" = []))
)]
#[tracing::instrument(skip_all)]
pub(crate) async fn complete_passkey(
    State(app): State<App>,
    caller: Fresh<AnyUser>,
    Path(id): Path<PasskeyId>,
    Json(body): Json<CompletePasskey>,
) -> ApiResult<(StatusCode, Json<PasskeyView>)> {
    let mut fields = Fields::default();
    let name = fields.take("/name", PasskeyName::parse(&body.name));
    let credential = fields.take("/credential", NewCredential::parse(&body.credential));
    let (Some(name), Some(credential)) = (name, credential) else { return Err(fields.refusal()) };

    let registered = commands::complete_passkey(&app, caller.id, id, &name, &credential).await?;
    let status = if registered.is_new { StatusCode::CREATED } else { StatusCode::OK };
    Ok((status, Json(registered.passkey.into())))
}

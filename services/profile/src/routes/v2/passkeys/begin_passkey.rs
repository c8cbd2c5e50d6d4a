use crate::{
    App,
    commands::{self, PasskeyRegistration},
};
use access::{AnyUser, Fresh};
use axum::{extract::State, http::StatusCode};
use ids::PasskeyId;
use serde::Serialize;
use serde_json::Value;
use utoipa::ToSchema;
use web::{ApiResult, Json, Path, Timestamp, responses::Conflict};

/// What a device is asked, to make a passkey.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct PasskeyRegistrationView {
    passkey_id: PasskeyId,
    /// The argument of `navigator.credentials.create()`, for `PublicKeyCredential.parseCreationOptionsFromJSON()`. The
    /// account stands there by its id: a client may put the words in that its user knows it by.
    #[schema(value_type = Object)]
    options: Value,
    /// Until when its answer is taken.
    expires_at: Timestamp,
}

/// Begin to register a passkey.
///
/// Any user may. Needs a proof of the last ten minutes. Asked again under the same id while it waits, it is the same;
/// another id takes its place. An account has ten passkeys at most: `too-many-passkeys`.
#[utoipa::path(
    put,
    path = "/me/passkey-registrations/{passkeyId}",
    params(("passkeyId" = PasskeyId, Path, description = "Made by the caller, a UUIDv7.")),
    responses(
        (status = 201, body = PasskeyRegistrationView, description = "Begun."),
        (status = 200, body = PasskeyRegistrationView, description = "Begun before."),
        Conflict,
    ),
    security(("accessToken" = []))
)]
#[tracing::instrument(skip_all)]
pub(crate) async fn begin_passkey(
    State(app): State<App>,
    caller: Fresh<AnyUser>,
    Path(id): Path<PasskeyId>,
) -> ApiResult<(StatusCode, Json<PasskeyRegistrationView>)> {
    let begun = commands::begin_passkey(&app, caller.id, id).await?;
    let status = if begun.is_new { StatusCode::CREATED } else { StatusCode::OK };
    Ok((status, Json(begun.into())))
}

impl From<PasskeyRegistration> for PasskeyRegistrationView {
    fn from(begun: PasskeyRegistration) -> Self {
        Self { passkey_id: begun.id, options: begun.options, expires_at: begun.expires_at.into() }
    }
}

use super::passkey_view::PasskeyView;
use crate::{App, commands, domain::PasskeyName, routes::fields::Fields};
use access::{AnyUser, Fresh};
use axum::extract::State;
use ids::PasskeyId;
use serde::Deserialize;
use utoipa::ToSchema;
use web::{ApiResult, Json, Path, responses::NotFound};

/// What to call it.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct RenamePasskey {
    #[schema(min_length = 1, max_length = 40, example = "Telefoon")]
    name: String,
}

/// Rename a passkey.
///
/// Any user may, their own. Needs a proof of the last ten minutes. Safe to repeat.
#[utoipa::path(
    put,
    path = "/me/passkeys/{passkeyId}/name",
    params(("passkeyId" = PasskeyId, Path)),
    request_body = RenamePasskey,
    responses((status = 200, body = PasskeyView), NotFound),
    security(("accessToken" = []))
)]
#[tracing::instrument(skip_all)]
pub(crate) async fn rename_passkey(
    State(app): State<App>,
    caller: Fresh<AnyUser>,
    Path(id): Path<PasskeyId>,
    Json(body): Json<RenamePasskey>,
) -> ApiResult<Json<PasskeyView>> {
    let mut fields = Fields::default();
    let Some(name) = fields.take("/name", PasskeyName::parse(&body.name)) else {
        return Err(fields.refusal());
    };

    let renamed = commands::rename_passkey(&app, caller.id, id, &name).await?;
    Ok(Json(renamed.into()))
}

use crate::{
    App, commands, credentials::ChallengeToken, routes::fields::Fields, store::challenges::AskedForPasskey,
};
use axum::extract::State;
use ids::ChallengeId;
use secrecy::SecretString;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::ToSchema;
use web::{
    ApiResult, Json, Path, Timestamp,
    responses::{Conflict, NotFound},
};

/// Proof of having begun the log-in.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct AskForPasskey {
    #[schema(value_type = String, example = "q1b3m0Zt0YyqkXyZ0n5g1mJmYt4x8S0c7bV2r9w6Tj0")]
    challenge_token: SecretString,
}

/// What a device is asked, to finish a log-in.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct PasskeyCeremonyView {
    /// The argument of `navigator.credentials.get()`, for `PublicKeyCredential.parseRequestOptionsFromJSON()`.
    #[schema(value_type = Object)]
    options: Value,
    /// Until when its answer is taken.
    expires_at: Timestamp,
}

/// Ask for a passkey, to finish a log-in.
///
/// For a challenge that has the method `passkey`. What the device answers goes to `/answers`, once. Asked again before that,
/// it is the same.
#[utoipa::path(
    post,
    path = "/sessions/challenges/{challengeId}/passkey-ceremonies",
    params(("challengeId" = ChallengeId, Path)),
    request_body = AskForPasskey,
    responses((status = 200, body = PasskeyCeremonyView), NotFound, Conflict)
)]
#[tracing::instrument(skip_all)]
pub(crate) async fn ask_for_passkey(
    State(app): State<App>,
    Path(id): Path<ChallengeId>,
    Json(body): Json<AskForPasskey>,
) -> ApiResult<Json<PasskeyCeremonyView>> {
    let mut fields = Fields::default();
    let token = fields.take("/challengeToken", ChallengeToken::parse(&body.challenge_token));
    let Some(token) = token else { return Err(fields.refusal()) };

    let asked = commands::ask_for_passkey(&app, id, &token).await?;
    Ok(Json(asked.into()))
}

impl From<AskedForPasskey> for PasskeyCeremonyView {
    fn from(asked: AskedForPasskey) -> Self {
        Self { options: asked.options, expires_at: asked.until.into() }
    }
}

use crate::{
    App, commands,
    credentials::ChallengeToken,
    routes::{fields::Fields, v2::factors::EnrolmentView},
};
use axum::extract::State;
use ids::ChallengeId;
use secrecy::SecretString;
use serde::Deserialize;
use utoipa::ToSchema;
use web::{
    ApiResult, Json, Path,
    responses::{Conflict, NotFound},
};

/// Proof of having begun the log-in.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct EnrolToLogIn {
    #[schema(value_type = String, example = "q1b3m0Zt0YyqkXyZ0n5g1mJmYt4x8S0c7bV2r9w6Tj0")]
    challenge_token: SecretString,
}

/// Enrol an authenticator app before the first log-in as an administrator.
///
/// For a challenge whose method is `totp-enrolment`. The app's first code then passes the challenge. Asked again, the secret
/// is the same.
#[utoipa::path(
    post,
    path = "/sessions/challenges/{challengeId}/totp-enrolments",
    params(("challengeId" = ChallengeId, Path)),
    request_body = EnrolToLogIn,
    responses((status = 200, body = EnrolmentView), NotFound, Conflict)
)]
#[tracing::instrument(skip_all)]
pub(crate) async fn enrol_totp_to_log_in(
    State(app): State<App>,
    Path(id): Path<ChallengeId>,
    Json(body): Json<EnrolToLogIn>,
) -> ApiResult<Json<EnrolmentView>> {
    let mut fields = Fields::default();
    let token = fields.take("/challengeToken", ChallengeToken::parse(&body.challenge_token));
    let Some(token) = token else { return Err(fields.refusal()) };

    let enrolment = commands::enrol_in_challenge(&app, id, &token).await?;
    Ok(Json(EnrolmentView::of(&enrolment)?))
}

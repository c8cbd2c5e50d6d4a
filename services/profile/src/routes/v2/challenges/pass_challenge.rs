use crate::{
    App,
    commands::{self, Answer},
    credentials::{ChallengeToken, passkey::Assertion, recovery_code::RecoveryCode, totp::TotpCode},
    domain::Origin,
    routes::{fields::Fields, v2::sessions::TokensView},
};
use axum::{extract::State, http::StatusCode};
use ids::ChallengeId;
use secrecy::SecretString;
use serde::Deserialize;
use serde_json::Value;
use utoipa::ToSchema;
use web::{ApiError, ApiResult, Json, Path, responses::NotFound};

/// What is brought against the challenge.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct ChallengeAnswer {
    #[schema(value_type = String, example = "q1b3m0Zt0YyqkXyZ0n5g1mJmYt4x8S0c7bV2r9w6Tj0")]
    challenge_token: SecretString,
    method: AnswerMethod,
    /// For `totp` and `recovery-code`.
    #[serde(default)]
    #[schema(value_type = String, max_length = 64, example = "081804")]
    code: SecretString,
    /// For `passkey`: `PublicKeyCredential.toJSON()` of what `navigator.credentials.get()` gave.
    #[serde(default)]
    #[schema(value_type = Object)]
    credential: Value,
}

/// What is brought.
#[derive(Debug, Clone, Copy, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum AnswerMethod {
    /// A code of the authenticator app.
    Totp,
    /// A code that was written down.
    RecoveryCode,
    /// What a passkey signed. It was asked for at `/passkey-ceremonies`.
    Passkey,
}

/// Finish a log-in with a second factor.
///
/// Repeated with the same code or credential it has the same answer until the tokens are refreshed: an answer that was lost
/// costs nothing. What was used in another log-in is refused. The fifth wrong answer ends the challenge.
#[utoipa::path(
    post,
    path = "/sessions/challenges/{challengeId}/answers",
    params(("challengeId" = ChallengeId, Path)),
    request_body = ChallengeAnswer,
    responses((status = 201, body = TokensView), NotFound)
)]
#[tracing::instrument(skip_all)]
pub(crate) async fn pass_challenge(
    State(app): State<App>,
    origin: Origin,
    Path(id): Path<ChallengeId>,
    Json(body): Json<ChallengeAnswer>,
) -> ApiResult<(StatusCode, Json<TokensView>)> {
    let (token, answer) = body.parse()?;
    let tokens = commands::pass_challenge(&app, id, &token, &answer, &origin).await?;
    Ok((StatusCode::CREATED, Json(tokens.into())))
}

impl ChallengeAnswer {
    fn parse(&self) -> Result<(ChallengeToken, Answer), ApiError> {
        let mut fields = Fields::default();
        let token = fields.take("/challengeToken", ChallengeToken::parse(&self.challenge_token));
        let answer = match self.method {
            AnswerMethod::Totp => fields.take("/code", TotpCode::parse(&self.code)).map(Answer::Totp),
            AnswerMethod::RecoveryCode => {
                fields.take("/code", RecoveryCode::parse(&self.code)).map(Answer::RecoveryCode)
            }
            AnswerMethod::Passkey => {
                fields.take("/credential", Assertion::parse(&self.credential)).map(Answer::Passkey)
            }
        };
        token.zip(answer).ok_or_else(|| fields.refusal())
    }
}

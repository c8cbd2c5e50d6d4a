use crate::{
    App,
    commands::{self, Proof},
    credentials::totp::TotpCode,
    domain::Password,
    routes::fields::Fields,
};
use access::AnyUser;
use axum::extract::State;
use secrecy::{ExposeSecret, SecretString};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use web::{ApiError, ApiResult, Json, Timestamp, responses::Forbidden};

/// What is shown.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct Authentication {
    method: ProofMethod,
    /// The password, or the code.
    #[schema(value_type = String, format = Password, max_length = 128, example = "correct horse battery")]
    proof: SecretString,
}

/// What it is.
#[derive(Debug, Clone, Copy, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum ProofMethod {
    /// The password of the account.
    Password,
    /// A code of the authenticator app.
    Totp,
}

/// A token that says when the user proved who they are.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct AuthenticationView {
    access_token: String,
    #[schema(example = "Bearer")]
    token_type: &'static str,
    /// Seconds that the access token holds.
    #[schema(example = 900)]
    expires_in: u64,
    authenticated_at: Timestamp,
}

/// Prove anew who you are.
///
/// Changes of a password, factor, address, role or status need a proof of the last ten minutes: `stale-authentication` asks
/// for this. The session and its refresh token stay. After five failures in a row the session takes no more.
#[utoipa::path(
    post,
    path = "/sessions/current/authentications",
    request_body = Authentication,
    responses((status = 200, body = AuthenticationView), Forbidden),
    security(("accessToken" = []))
)]
#[tracing::instrument(skip_all)]
pub(crate) async fn prove_again(
    State(app): State<App>,
    caller: AnyUser,
    Json(body): Json<Authentication>,
) -> ApiResult<Json<AuthenticationView>> {
    let proof = body.parse()?;
    let proved = commands::prove_again(&app, caller.session, caller.id, &proof).await?;
    Ok(Json(AuthenticationView {
        access_token: proved.access_token.expose_secret().to_owned(),
        token_type: "Bearer",
        expires_in: access::ACCESS_TOKEN_LIFETIME.as_secs(),
        authenticated_at: proved.authenticated_at.into(),
    }))
}

impl Authentication {
    fn parse(&self) -> Result<Proof, ApiError> {
        let mut fields = Fields::default();
        let proof = match self.method {
            ProofMethod::Password => fields.take("/proof", Password::parse(&self.proof)).map(Proof::Password),
            ProofMethod::Totp => fields.take("/proof", TotpCode::parse(&self.proof)).map(Proof::Totp),
        };
        proof.ok_or_else(|| fields.refusal())
    }
}

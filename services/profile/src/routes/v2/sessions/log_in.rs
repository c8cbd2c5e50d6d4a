use super::tokens_view::TokensView;
use crate::{
    App,
    commands::{self, LogIn, LoggedIn},
    domain::{EmailAddress, Origin, Password},
    routes::{fields::Fields, v2::challenges::ChallengeView},
};
use axum::{
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Response},
};
use ids::DeviceId;
use secrecy::{ExposeSecret, SecretString};
use serde::Deserialize;
use utoipa::ToSchema;
use web::{ApiResult, Json, responses::Unauthorized};

/// Who wants in.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct LogInRequest {
    #[schema(value_type = String, format = Email, max_length = 254, example = "anna@example.org")]
    email: SecretString,
    #[schema(value_type = String, format = Password, min_length = 8, max_length = 128, example = "correct horse battery")]
    password: SecretString,
    device: Device,
}

/// The installed client that asks.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct Device {
    /// Made once by the client and kept: the session's refresh tokens work from this device alone.
    pub(crate) id: DeviceId,
}

/// Log in.
///
/// An unknown address and a wrong password have one answer, and take one time. An account with a second factor gets a
/// challenge instead of tokens, and so does an administrator who has none yet: see `/sessions/challenges`. While the address
/// is not proved, the right password has the answer to a wrong one: the code of the mail goes to `/email-confirmations`, and
/// `/email-verifications` has it sent again.
#[utoipa::path(
    post,
    path = "/sessions",
    request_body = LogInRequest,
    responses(
        (status = 201, body = TokensView, description = "Logged in."),
        (status = 202, body = ChallengeView, description = "The password is right; a second factor is asked for."),
        Unauthorized,
    )
)]
#[tracing::instrument(skip_all)]
pub(crate) async fn log_in(
    State(app): State<App>,
    origin: Origin,
    Json(body): Json<LogInRequest>,
) -> ApiResult<Response> {
    let mut fields = Fields::default();
    let password = fields.take("/password", Password::parse(&body.password));
    let email = fields.take("/email", EmailAddress::parse(body.email.expose_secret()));
    let (Some(email), Some(password)) = (email, password) else { return Err(fields.refusal()) };

    let who = LogIn { email, password, device: Some(body.device.id), origin };
    Ok(logged_in(commands::log_in(&app, &who).await?))
}

/// The tokens, or the challenge.
pub(crate) fn logged_in(outcome: LoggedIn) -> Response {
    match outcome {
        LoggedIn::In(tokens) => (StatusCode::CREATED, Json(TokensView::from(tokens))).into_response(),
        LoggedIn::Challenged(challenge) => {
            (StatusCode::ACCEPTED, Json(ChallengeView::from(challenge))).into_response()
        }
    }
}

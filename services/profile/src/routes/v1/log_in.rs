use super::tokens_view::TokensV1;
use crate::{
    App,
    commands::{self, LogIn, LoggedIn},
    domain::{EmailAddress, Origin, Password},
    routes::fields::Fields,
};
use axum::extract::State;
use secrecy::{ExposeSecret, SecretString};
use serde::Deserialize;
use utoipa::ToSchema;
use web::{ApiError, ApiResult, Json, responses::Unauthorized};

/// To who has a second factor, which these clients do not know.
const NEWER_CLIENT: &str =
    "This account has a second factor, or needs one. Log in with the present version of the app.";

/// Who wants in.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct LogInV1 {
    #[schema(value_type = String, format = Email, max_length = 254, example = "anna@example.org")]
    email: SecretString,
    #[schema(value_type = String, format = Password, min_length = 8, max_length = 128, example = "correct horse battery")]
    password: SecretString,
}

/// Log in.
#[utoipa::path(
    post,
    path = "/login",
    request_body = LogInV1,
    responses((status = 200, body = TokensV1), Unauthorized)
)]
#[tracing::instrument(skip_all)]
pub(crate) async fn log_in(
    State(app): State<App>,
    origin: Origin,
    Json(body): Json<LogInV1>,
) -> ApiResult<Json<TokensV1>> {
    let mut fields = Fields::default();
    let password = fields.take("/password", Password::parse(&body.password));
    let email = fields.take("/email", EmailAddress::parse(body.email.expose_secret()));
    let (Some(email), Some(password)) = (email, password) else { return Err(fields.refusal()) };

    let who = LogIn { email, password, device: None, origin };
    match commands::log_in(&app, &who).await? {
        LoggedIn::In(tokens) => Ok(Json(tokens.into())),
        LoggedIn::Challenged(_) => Err(ApiError::forbidden(NEWER_CLIENT)),
    }
}

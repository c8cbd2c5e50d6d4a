use crate::{
    App,
    commands::{self, PasswordChange},
    domain::Password,
    routes::fields::Fields,
};
use access::AnyUser;
use axum::{extract::State, http::StatusCode};
use secrecy::SecretString;
use serde::Deserialize;
use utoipa::ToSchema;
use web::{ApiResult, Json};

/// The password until now, and from now on.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct ChangePassword {
    #[schema(value_type = String, format = Password, min_length = 8, max_length = 128, example = "correct horse battery")]
    current_password: SecretString,
    /// 8 to 128 characters of any kind, and none that thieves try first.
    #[schema(value_type = String, format = Password, min_length = 8, max_length = 128, example = "drie gele olifanten")]
    password: SecretString,
}

/// Change the own password.
///
/// The user must have logged in within the last ten minutes. This session goes on; every other one ends, and every service
/// refuses their access tokens within two seconds. Safe to repeat.
#[utoipa::path(
    put,
    path = "/me/password",
    request_body = ChangePassword,
    responses((status = 204, description = "The password is another.")),
    security(("accessToken" = []))
)]
#[tracing::instrument(skip_all)]
pub(crate) async fn change_password(
    State(app): State<App>,
    caller: AnyUser,
    Json(body): Json<ChangePassword>,
) -> ApiResult<StatusCode> {
    caller.require_fresh(app.now())?;
    let mut fields = Fields::default();
    let current = fields.take("/currentPassword", Password::parse(&body.current_password));
    let password = fields.take("/password", Password::parse(&body.password));
    let (Some(current), Some(password)) = (current, password) else { return Err(fields.refusal()) };

    let change = PasswordChange { user: caller.id, session: caller.session, current, password };
    commands::change_password(&app, &change).await?;
    Ok(StatusCode::NO_CONTENT)
}

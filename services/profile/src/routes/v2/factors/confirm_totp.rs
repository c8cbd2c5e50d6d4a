use crate::{
    App, commands,
    credentials::totp::{Belonging, TotpCode},
    routes::fields::Fields,
};
use access::AnyUser;
use axum::{extract::State, http::StatusCode};
use ids::EnrolmentId;
use secrecy::SecretString;
use serde::Deserialize;
use utoipa::ToSchema;
use web::{ApiResult, Json, Path, responses::NotFound};

/// The app's first code.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct ConfirmTotp {
    #[schema(value_type = String, min_length = 6, max_length = 7, example = "081804")]
    code: SecretString,
}

/// Put an authenticator app in force.
///
/// Its first code shows that it has the secret. From then on a log-in asks for a code. An app that was in force before is in
/// force no longer. Safe to repeat.
#[utoipa::path(
    post,
    path = "/me/totp-enrolments/{enrolmentId}/confirmations",
    params(("enrolmentId" = EnrolmentId, Path)),
    request_body = ConfirmTotp,
    responses((status = 204, description = "In force."), NotFound),
    security(("accessToken" = []))
)]
#[tracing::instrument(skip_all)]
pub(crate) async fn confirm_totp(
    State(app): State<App>,
    caller: AnyUser,
    Path(enrolment): Path<EnrolmentId>,
    Json(body): Json<ConfirmTotp>,
) -> ApiResult<StatusCode> {
    let mut fields = Fields::default();
    let Some(code) = fields.take("/code", TotpCode::parse(&body.code)) else { return Err(fields.refusal()) };

    commands::confirm_enrolment(&app, Belonging { user: caller.id, enrolment }, &code).await?;
    Ok(StatusCode::NO_CONTENT)
}

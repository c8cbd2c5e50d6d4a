use crate::{
    App, commands,
    domain::{EmailAddress, Origin},
    routes::fields::Fields,
};
use axum::{extract::State, http::StatusCode};
use secrecy::{ExposeSecret, SecretString};
use serde::Deserialize;
use utoipa::ToSchema;
use web::{ApiResult, Json};

/// An address to which a mail is to go.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct AddressRequest {
    #[schema(value_type = String, format = Email, max_length = 254, example = "anna@example.org")]
    email: SecretString,
}

impl AddressRequest {
    pub(in crate::routes::v2) fn parse(&self) -> ApiResult<EmailAddress> {
        let mut fields = Fields::default();
        let email = fields.take("/email", EmailAddress::parse(self.email.expose_secret()));
        email.ok_or_else(|| fields.refusal())
    }
}

/// Have the code that proves an address sent again.
///
/// Anybody may ask. The answer is the same whether or not the address has an account that waits for it; of too many
/// requests nothing comes. Each new code makes the one before it void.
#[utoipa::path(
    post,
    path = "/email-verifications",
    request_body = AddressRequest,
    responses((status = 202, description = "If an account waits for it, a mail is on its way."))
)]
#[tracing::instrument(skip_all)]
pub(crate) async fn request_email_verification(
    State(app): State<App>,
    origin: Origin,
    Json(body): Json<AddressRequest>,
) -> ApiResult<StatusCode> {
    commands::request_email_verification(&app, &body.parse()?, origin.network).await?;
    Ok(StatusCode::ACCEPTED)
}

use crate::{
    App,
    commands::{self, AddressProof, Registering},
    domain::{EmailAddress, Origin, Password, PersonName, Registration, TimeZone},
    routes::fields::Fields,
};
use axum::{extract::State, http::StatusCode};
use events::{Language, profile::Role};
use ids::UserId;
use secrecy::{ExposeSecret, SecretString};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use web::{ApiError, ApiResult, Json};

/// Somebody who asks for an account.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct RegisterV1 {
    #[schema(value_type = String, format = Email, max_length = 254, example = "anna@example.org")]
    email: SecretString,
    #[schema(value_type = String, format = Password, min_length = 8, max_length = 128, example = "correct horse battery")]
    password: SecretString,
    #[schema(value_type = String, min_length = 1, max_length = 100, example = "Anna")]
    given_name: SecretString,
    #[schema(value_type = String, min_length = 1, max_length = 100, example = "de Vries")]
    family_name: SecretString,
    /// Dutch unless said otherwise.
    #[schema(example = "nl")]
    language: Option<Language>,
}

/// That somebody asked for an account.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct RegisteredV1 {
    user_id: UserId,
}

/// Register.
///
/// The answer is the same whether or not the address had an account already.
#[utoipa::path(post, path = "/register", request_body = RegisterV1, responses((status = 201, body = RegisteredV1)))]
#[tracing::instrument(skip_all)]
pub(crate) async fn register(
    State(app): State<App>,
    origin: Origin,
    Json(body): Json<RegisterV1>,
) -> ApiResult<(StatusCode, Json<RegisteredV1>)> {
    let registration = body.parse()?;
    let proof = AddressProof::ByMail(origin.network);
    let id = UserId::v7(app.now(), app.random.array());
    let (Registering::First(registered) | Registering::Again(registered)) =
        commands::register(&app, id, Role::Student, &registration, proof).await?;
    Ok((StatusCode::CREATED, Json(RegisteredV1 { user_id: registered.id })))
}

impl RegisterV1 {
    fn parse(&self) -> Result<Registration, ApiError> {
        let mut fields = Fields::default();
        let password = fields.take("/password", Password::parse(&self.password));
        let email = fields.take("/email", EmailAddress::parse(self.email.expose_secret()));
        let given_name = fields.take("/givenName", PersonName::parse(self.given_name.expose_secret()));
        let family_name = fields.take("/familyName", PersonName::parse(self.family_name.expose_secret()));
        match (email, password, given_name, family_name) {
            (Some(email), Some(password), Some(given_name), Some(family_name)) => Ok(Registration {
                email,
                password,
                given_name,
                family_name,
                interface_language: self.language.unwrap_or(Language::Nl),
                time_zone: TimeZone::default(),
            }),
            _ => Err(fields.refusal()),
        }
    }
}

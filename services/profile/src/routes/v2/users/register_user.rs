use crate::{
    App,
    commands::{self, AddressProof, Registering},
    domain::{EmailAddress, Origin, Password, PersonName, Registration, TimeZone},
    routes::fields::Fields,
    store::registrations::Registered,
};
use axum::{extract::State, http::StatusCode};
use events::{Language, profile::Role};
use ids::UserId;
use secrecy::{ExposeSecret, SecretString};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use web::{ApiError, ApiResult, Json, Path, Timestamp, responses::Conflict};

/// Somebody who asks for an account.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct RegisterUser {
    /// Where mail reaches them, and what they log in with.
    #[schema(value_type = String, format = Email, max_length = 254, example = "anna@example.org")]
    email: SecretString,
    /// 8 to 128 characters of any kind, and none that thieves try first.
    #[schema(value_type = String, format = Password, min_length = 8, max_length = 128, example = "correct horse battery")]
    password: SecretString,
    #[schema(value_type = String, min_length = 1, max_length = 100, example = "Anna")]
    given_name: SecretString,
    #[schema(value_type = String, min_length = 1, max_length = 100, example = "de Vries")]
    family_name: SecretString,
    /// The language of the interface.
    #[schema(example = "nl")]
    interface_language: Language,
    /// An IANA name; `Europe/Amsterdam` unless said otherwise.
    #[schema(example = "Europe/Amsterdam")]
    time_zone: Option<String>,
}

/// That somebody asked for an account.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct RegistrationView {
    id: UserId,
    interface_language: Language,
    #[schema(example = "Europe/Amsterdam")]
    time_zone: String,
    registered_at: Timestamp,
}

/// Register.
///
/// The answer is the same whether or not the address had an account already: nobody learns from it who has one. A mail
/// goes to the address, with a code that proves it, or with word that it has an account. For a
/// day a repeat with the same body has the same answer; everything else under a known id is a conflict.
#[utoipa::path(
    put,
    path = "/users/{userId}",
    params(("userId" = UserId, Path, description = "Made by the caller, a UUIDv7.")),
    request_body = RegisterUser,
    responses(
        (status = 201, body = RegistrationView, description = "Asked for the first time."),
        (status = 200, body = RegistrationView, description = "Asked again."),
        Conflict,
    )
)]
#[tracing::instrument(skip_all, fields(user.id = %id))]
pub(crate) async fn register_user(
    State(app): State<App>,
    origin: Origin,
    Path(id): Path<UserId>,
    Json(body): Json<RegisterUser>,
) -> ApiResult<(StatusCode, Json<RegistrationView>)> {
    let registration = body.parse()?;
    let proof = AddressProof::ByMail(origin.network);
    Ok(match commands::register(&app, id, Role::Student, &registration, proof).await? {
        Registering::First(registered) => (StatusCode::CREATED, Json(registered.into())),
        Registering::Again(registered) => (StatusCode::OK, Json(registered.into())),
    })
}

impl RegisterUser {
    fn parse(&self) -> Result<Registration, ApiError> {
        let mut fields = Fields::default();
        let password = fields.take("/password", Password::parse(&self.password));
        let email = fields.take("/email", EmailAddress::parse(self.email.expose_secret()));
        let given_name = fields.take("/givenName", PersonName::parse(self.given_name.expose_secret()));
        let family_name = fields.take("/familyName", PersonName::parse(self.family_name.expose_secret()));
        let time_zone = match &self.time_zone {
            Some(name) => fields.take("/timeZone", name.parse()),
            None => Some(TimeZone::default()),
        };
        match (email, password, given_name, family_name, time_zone) {
            (Some(email), Some(password), Some(given_name), Some(family_name), Some(time_zone)) => {
                Ok(Registration {
                    email,
                    password,
                    given_name,
                    family_name,
                    interface_language: self.interface_language,
                    time_zone,
                })
            }
            _ => Err(fields.refusal()),
        }
    }
}

impl From<Registered> for RegistrationView {
    fn from(registered: Registered) -> Self {
        Self {
            id: registered.id,
            interface_language: registered.interface_language,
            time_zone: registered.time_zone.as_str().to_owned(),
            registered_at: registered.registered_at.into(),
        }
    }
}

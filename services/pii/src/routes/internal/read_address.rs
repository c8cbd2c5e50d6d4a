use crate::{
    App, Failure,
    commands::read_address::{self, AddressQuestion, MailAddress, Which},
    domain::access,
};
use ::access::{Service, service::CronUtility};
use axum::{
    extract::State,
    http::{HeaderValue, header::CACHE_CONTROL},
    response::{IntoResponse, Response},
};
use ids::UserId;
use secrecy::{ExposeSecret, SecretString};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;
use web::{Json, Path, Query};

/// What for a service asks.
#[derive(Clone, Copy, Debug, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum ServicePurpose {
    /// To write to the person.
    Mail,
}

/// Which of a person's addresses.
#[derive(Clone, Copy, Debug, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum WhichAddress {
    /// The one that counts.
    Current,
    /// The one that waits for its confirmation.
    Pending,
}

/// What is asked, and because of what.
#[derive(Deserialize, IntoParams)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct Question {
    /// What for. It stands in the access log, where the person sees it.
    #[param(inline)]
    purpose: ServicePurpose,
    /// What the mail is because of. It stands in the access log.
    cause_id: Uuid,
    /// Which address.
    #[param(inline)]
    which: WhichAddress,
}

/// Where to write to somebody, how to call them, in which language.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct AddressView {
    /// The address.
    #[schema(example = "anna@example.org")]
    email: String,
    /// What they are called; absent where no name was given.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = "Anna")]
    given_name: Option<String>,
    /// `nl`, `en` or `ru`; absent where none was chosen.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = "nl")]
    interface_language: Option<String>,
}

/// The address of a person, at the moment of writing to them.
///
/// Every request is noted in the access log, with the service as who asked, answered or not, before it is answered.
#[utoipa::path(
    get,
    path = "/people/{userId}/address",
    params(("userId" = UserId, Path, description = "The person."), Question),
    responses(
        (status = 200, description = "Where to write to.", body = AddressView),
        (status = 404, description = "No such person, or no such address.", body = web::Problem, content_type = "application/problem+json"),
    ),
    security(("service" = ["cron-utility"]))
)]
#[tracing::instrument(skip_all)]
pub(crate) async fn read_address(
    State(app): State<App>,
    service: Service<CronUtility>,
    Path(user_id): Path<UserId>,
    Query(question): Query<Question>,
) -> Result<Response, Failure> {
    let ServicePurpose::Mail = question.purpose;
    let question = AddressQuestion {
        service: service.name(),
        subject: user_id,
        which: match question.which {
            WhichAddress::Current => Which::Current,
            WhichAddress::Pending => Which::Pending,
        },
        purpose: access::Purpose::Mail,
        cause: &question.cause_id.to_string(),
    };
    let found = read_address::read_address(&app, question).await?;

    let no_store = [(CACHE_CONTROL, HeaderValue::from_static("no-store"))];
    Ok((no_store, Json(AddressView::from(found))).into_response())
}

impl From<MailAddress> for AddressView {
    fn from(found: MailAddress) -> Self {
        let text = |value: SecretString| value.expose_secret().to_owned();
        Self {
            email: text(found.email),
            given_name: found.given_name.map(text),
            interface_language: found.interface_language.map(text),
        }
    }
}

use crate::{App, Failure, commands::find_people};
use access::{EducationalAdmin, OneOf, TechnicalAdmin};
use axum::extract::State;
use ids::UserId;
use secrecy::SecretString;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use web::Json;

/// Whose account is looked for.
#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Lookup {
    /// The address, in any spelling. In the body, since addresses of pages are logged on the way.
    #[schema(value_type = String, example = "anna@example.org")]
    email: SecretString,
}

/// Who was found.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct FoundView {
    /// Nobody, one, or for a moment two while an address passes on.
    items: Vec<UserId>,
}

/// Find a person by their e-mail address.
///
/// Permission: both kinds of admin. Who is found sees it in their access log. A question, so a repeat changes nothing
/// but the log.
#[utoipa::path(
    post,
    path = "/people/lookups",
    request_body = Lookup,
    responses((status = 200, description = "Who has this address.", body = FoundView)),
    security(("accessToken" = ["educational_admin", "technical_admin"]))
)]
#[tracing::instrument(skip_all)]
pub(crate) async fn find_people(
    State(app): State<App>,
    admin: OneOf<(EducationalAdmin, TechnicalAdmin)>,
    Json(lookup): Json<Lookup>,
) -> Result<Json<FoundView>, Failure> {
    let items = find_people::find_people(&app, admin.id, admin.role, &lookup.email).await?;

    Ok(Json(FoundView { items }))
}

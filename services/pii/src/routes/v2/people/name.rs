use crate::{
    App, Failure,
    commands::{
        asking::Asker,
        read_name::{self, PersonName},
    },
};
use access::AnyUser;
use axum::extract::State;
use ids::UserId;
use secrecy::ExposeSecret;
use serde::Serialize;
use utoipa::ToSchema;
use web::{Json, Path};

/// What a person is called.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct NameView {
    /// Whose name it is.
    user_id: UserId,
    /// What a teacher calls.
    #[schema(example = "Anna")]
    given_name: String,
    /// Of the family.
    #[schema(example = "de Vries")]
    family_name: String,
}

impl From<PersonName> for NameView {
    fn from(name: PersonName) -> Self {
        Self {
            user_id: name.user,
            given_name: name.given.expose_secret().to_owned(),
            family_name: name.family.expose_secret().to_owned(),
        }
    }
}

/// The name of a person.
///
/// Permission: the person, a teacher of theirs, both kinds of admin; for everybody else the person does not exist.
/// Every request is noted in the access log, answered or not, before it is answered.
#[utoipa::path(
    get,
    path = "/people/{userId}/name",
    params(("userId" = UserId, Path, description = "The person.")),
    responses(
        (status = 200, description = "The name.", body = NameView),
        (status = 404, description = "No such person, not theirs to see, or no name given.", body = web::Problem, content_type = "application/problem+json"),
    ),
    security(("accessToken" = []))
)]
#[tracing::instrument(skip_all)]
pub(crate) async fn read_name(
    State(app): State<App>,
    reader: AnyUser,
    Path(user_id): Path<UserId>,
) -> Result<Json<NameView>, Failure> {
    let asker = Asker { id: reader.id, role: reader.role, subject: user_id };

    Ok(Json(read_name::read_name(&app, asker).await?.into()))
}

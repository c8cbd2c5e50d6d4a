use super::fields::{PersonView, Purpose};
use crate::{
    App, Failure,
    commands::{asking::Asker, read_fields},
    domain::field::Field,
};
use access::AnyUser;
use axum::extract::State;
use ids::UserId;
use serde::Deserialize;
use std::collections::BTreeSet;
use utoipa::IntoParams;
use web::{ApiError, ApiResult, ETag, Path, Query, Tagged};

/// What, and what for.
#[derive(Deserialize, IntoParams)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct Question {
    /// What the fields are needed for. It stands in the access log, where the person sees it.
    #[param(inline)]
    purpose: Purpose,
    /// Names of fields, with commas between them: `given-name,family-name`.
    #[param(example = "given-name,family-name")]
    fields: String,
}

impl Question {
    fn fields(&self) -> ApiResult<Vec<Field>> {
        let parsed: Result<BTreeSet<Field>, _> = self.fields.split(',').map(str::parse).collect();
        parsed.map(|fields| fields.into_iter().collect()).map_err(|_| {
            let names: Vec<_> = Field::ALL.iter().map(|field| field.name()).collect();
            let message = format!("Expected names out of {}.", names.join(", "));
            ApiError::invalid_field("query:fields", "unknown-value", message)
        })
    }
}

/// Fields of a person.
///
/// Permission: as the table of `services/pii/README.md` says for each field, relation and purpose. One field that is
/// refused refuses the whole (403); for who is nothing to the person, the person does not exist. Every request is noted
/// in the access log, answered or not, before it is answered.
#[utoipa::path(
    get,
    path = "/people/{userId}",
    params(("userId" = UserId, Path, description = "The person."), Question),
    responses(
        (status = 200, description = "Those of the fields that are there. The tag is the person's revision.", body = PersonView),
        (status = 403, description = "One of the fields is not for them, or not for this purpose.", body = web::Problem, content_type = "application/problem+json"),
        (status = 404, description = "No such person, or not theirs to see.", body = web::Problem, content_type = "application/problem+json"),
    ),
    security(("accessToken" = []))
)]
#[tracing::instrument(skip_all)]
pub(crate) async fn read_person(
    State(app): State<App>,
    reader: AnyUser,
    Path(user_id): Path<UserId>,
    Query(question): Query<Question>,
) -> Result<Tagged<PersonView>, Failure> {
    let asker = Asker { id: reader.id, role: reader.role, subject: user_id };
    let fields = question.fields()?;
    let person = read_fields::read_fields(&app, asker, &fields, question.purpose.into()).await?;

    let tag = ETag::of_rev(person.rev.unsigned_abs());
    Ok(Tagged(tag, PersonView::of(user_id, person.fields)?))
}

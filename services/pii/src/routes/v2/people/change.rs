use crate::{
    App, Failure,
    commands::{asking::Asker, change_fields},
    domain::{
        field::{Edit, Field},
        values::{self, Guardian, NotAValue, PostalAddress},
    },
};
use access::AnyUser;
use axum::extract::State;
use chrono::NaiveDate;
use ids::UserId;
use secrecy::SecretString;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use web::{ApiError, ApiResult, ETag, FieldError, IfMatch, Json, Patch, Path, Tagged, responses::Conflict};

/// What becomes of a person's fields: absent stays, null goes.
#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ChangePerson {
    /// 1 to 100 characters. It cannot go.
    #[serde(default)]
    #[schema(value_type = Option<String>, example = "Anna")]
    given_name: Patch<String>,
    /// 1 to 100 characters. It cannot go.
    #[serde(default)]
    #[schema(value_type = Option<String>, example = "de Vries")]
    family_name: Patch<String>,
    /// A past day.
    #[serde(default)]
    #[schema(value_type = Option<String>, format = Date, example = "2010-02-28")]
    birth_date: Patch<String>,
    /// With its country: `+31 6 12345678`.
    #[serde(default)]
    #[schema(value_type = Option<String>, example = "+31 6 12345678")]
    phone: Patch<String>,
    /// Where the person lives.
    #[serde(default)]
    #[schema(value_type = Option<PostalAddress>)]
    address: Patch<PostalAddress>,
    /// Who answers for a minor.
    #[serde(default)]
    #[schema(value_type = Option<Guardian>)]
    guardian: Patch<Guardian>,
    /// Up to 1000 characters, by admins alone.
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    admin_note: Patch<String>,
}

/// The revision that a change made.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ChangedView {
    /// Whose fields.
    user_id: UserId,
}

/// Change fields of a person.
///
/// Permission: as the table of `services/pii/README.md` says for each field: the person for most of their own,
/// educational admins for a day of birth, admins for their note. A merge patch; one field that is refused refuses the
/// whole. Problems: `birth-date-settled` when a minor changes their day of birth, `awaiting-guardian` when a minor says
/// more than consent needs before somebody who answers for them has agreed.
#[utoipa::path(
    patch,
    path = "/people/{userId}",
    params(("userId" = UserId, Path, description = "The person."), IfMatch),
    request_body(content = ChangePerson, content_type = "application/merge-patch+json"),
    responses(
        (status = 200, description = "Changed. The tag is the new revision.", body = ChangedView),
        (status = 404, description = "No such person, or not theirs to change.", body = web::Problem, content_type = "application/problem+json"),
        Conflict,
    ),
    security(("accessToken" = []))
)]
#[tracing::instrument(skip_all)]
pub(crate) async fn change_person(
    State(app): State<App>,
    user: AnyUser,
    Path(user_id): Path<UserId>,
    if_match: IfMatch,
    Json(body): Json<ChangePerson>,
) -> Result<Tagged<ChangedView>, Failure> {
    let edits = body.parse(app.clock.now().date_naive())?;
    let asker = Asker { id: user.id, role: user.role, subject: user_id };
    let rev = change_fields::change_fields(&app, asker, &if_match, &edits).await?;

    Ok(Tagged(ETag::of_rev(rev.unsigned_abs()), ChangedView { user_id }))
}

impl ChangePerson {
    fn parse(self, today: NaiveDate) -> ApiResult<Vec<Edit>> {
        let mut edits = Edits::default();
        edits.needed(Field::GivenName, "/givenName", self.given_name);
        edits.needed(Field::FamilyName, "/familyName", self.family_name);
        edits.text(Field::BirthDate, "/birthDate", self.birth_date, |text| values::birth_date(text, today));
        edits.text(Field::Phone, "/phone", self.phone, values::phone);
        edits.structured(Field::Address, "/address", self.address, PostalAddress::parse);
        edits.structured(Field::Guardian, "/guardian", self.guardian, Guardian::parse);
        edits.text(Field::AdminNote, "/adminNote", self.admin_note, values::note);
        edits.finish()
    }
}

/// Collects what is to change, and what is wrong with it, so that all of it is said at once.
#[derive(Default)]
struct Edits {
    right: Vec<Edit>,
    wrong: Vec<FieldError>,
}

impl Edits {
    fn needed(&mut self, field: Field, pointer: &str, patch: Patch<String>) {
        match patch {
            Patch::Clear => self.wrong.push(FieldError::new(pointer, "invalid-value", "A name cannot go.")),
            other => self.text(field, pointer, other, values::name),
        }
    }

    fn text(
        &mut self,
        field: Field,
        pointer: &str,
        patch: Patch<String>,
        parse: impl Fn(&str) -> Result<SecretString, NotAValue>,
    ) {
        let parse = |text: String| parse(&text).map_err(|wrong| (String::new(), wrong));
        self.take(field, pointer, patch, parse);
    }

    fn structured<T>(
        &mut self,
        field: Field,
        pointer: &str,
        patch: Patch<T>,
        parse: impl Fn(&T) -> Result<SecretString, (&'static str, NotAValue)>,
    ) {
        let parse = |value: T| parse(&value).map_err(|(place, wrong)| (format!("/{place}"), wrong));
        self.take(field, pointer, patch, parse);
    }

    fn take<T>(
        &mut self,
        field: Field,
        pointer: &str,
        patch: Patch<T>,
        parse: impl Fn(T) -> Result<SecretString, (String, NotAValue)>,
    ) {
        match patch {
            Patch::Keep => {}
            Patch::Clear => self.right.push(Edit { field, value: None }),
            Patch::Set(value) => match parse(value) {
                Ok(value) => self.right.push(Edit { field, value: Some(value) }),
                Err((place, wrong)) => {
                    let message = format!("Refused: {wrong}.");
                    self.wrong.push(FieldError::new(format!("{pointer}{place}"), "invalid-value", message));
                }
            },
        }
    }

    fn finish(self) -> ApiResult<Vec<Edit>> {
        if !self.wrong.is_empty() {
            return Err(ApiError::invalid(self.wrong));
        }
        if self.right.is_empty() {
            return Err(ApiError::invalid_field("", "missing-field", "Expected at least one field."));
        }
        Ok(self.right)
    }
}

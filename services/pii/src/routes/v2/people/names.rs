use super::name::NameView;
use crate::{App, Failure, commands::read_name};
use access::{EducationalAdmin, OneOf, Teacher, TechnicalAdmin};
use axum::extract::State;
use ids::UserId;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use utoipa::ToSchema;
use web::{ApiError, ApiResult, Json};

/// As many as a page of any list holds.
const MOST: usize = 200;

/// Whose names.
#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct NamesQuestion {
    /// 1 to 200 people.
    #[schema(min_items = 1, max_items = 200)]
    user_ids: Vec<UserId>,
}

impl NamesQuestion {
    fn parse(self) -> ApiResult<BTreeSet<UserId>> {
        if (1..=MOST).contains(&self.user_ids.len()) {
            return Ok(self.user_ids.into_iter().collect());
        }
        let message = format!("Expected 1 to {MOST} people.");
        Err(ApiError::invalid_field("/userIds", "invalid-value", message))
    }
}

/// Names that were found.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct NamesView {
    /// By id. Who is absent has no name, or is not theirs to see.
    items: Vec<NameView>,
}

/// The names of several people, such as a teacher's students.
///
/// Permission: teachers, for their students; both kinds of admin. Each person's reading is noted by itself, answered or
/// not, before anything is answered. A question, so a repeat changes nothing but the log.
#[utoipa::path(
    post,
    path = "/people/names",
    request_body = NamesQuestion,
    responses((status = 200, description = "The names.", body = NamesView)),
    security(("accessToken" = ["teacher", "educational_admin", "technical_admin"]))
)]
#[tracing::instrument(skip_all)]
pub(crate) async fn read_names(
    State(app): State<App>,
    reader: OneOf<(Teacher, EducationalAdmin, TechnicalAdmin)>,
    Json(question): Json<NamesQuestion>,
) -> Result<Json<NamesView>, Failure> {
    let names = read_name::read_names(&app, reader.id, reader.role, &question.parse()?).await?;

    Ok(Json(NamesView { items: names.into_iter().map(NameView::from).collect() }))
}

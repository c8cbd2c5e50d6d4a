use super::view::ListView;
use crate::{App, commands::keep_list::kept};
use access::Student;
use axum::extract::State;
use documents::{Listing, Position};
use serde::Deserialize;
use utoipa::IntoParams;
use web::{ApiResult, Limit, Page, Query};

/// Which lists.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct ListsQuery {
    /// How many at once.
    #[serde(default)]
    pub(crate) limit: Limit,
    /// Where to go on.
    pub(crate) cursor: Option<String>,
}

/// The student's own lists, by name.
///
/// Permission: student, own lists.
#[utoipa::path(
    get,
    path = "/lists",
    params(ListsQuery),
    responses((status = 200, description = "A page of lists.", body = Page<ListView>)),
    security(("accessToken" = ["student"]))
)]
#[tracing::instrument(skip_all)]
pub(crate) async fn list_lists(
    State(app): State<App>,
    student: Student,
    Query(query): Query<ListsQuery>,
) -> ApiResult<Page<ListView>> {
    let scope = format!("lists/{}", student.id);
    let after: Option<Position> = query.cursor.map(|cursor| app.cursors.open(&scope, &cursor)).transpose()?;
    let limit = u32::try_from(query.limit.get()).unwrap_or(u32::MAX);
    let lists =
        app.lists.list(Listing::of(kept(student.id)).ascending("name").after(after).limit(limit)).await?;
    let next_cursor = lists.next.as_ref().map(|next| app.cursors.seal(&scope, next)).transpose()?;

    Ok(Page { items: ListView::of_all(&app, student.id, &lists.items).await?, next_cursor })
}

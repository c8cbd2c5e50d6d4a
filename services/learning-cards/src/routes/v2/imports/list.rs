use super::view::WordImportView;
use crate::App;
use access::Student;
use axum::extract::State;
use documents::{Filter, Listing, Position};
use serde::Deserialize;
use utoipa::IntoParams;
use web::{ApiResult, Limit, Page, Query};

/// Which part of the list.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct ImportsQuery {
    /// How many at once.
    #[serde(default)]
    limit: Limit,
    /// Where to go on.
    cursor: Option<String>,
}

/// The student's imports, the latest first.
#[utoipa::path(
    get,
    path = "/imports",
    params(ImportsQuery),
    responses((status = 200, description = "A page of imports.", body = Page<WordImportView>)),
    security(("accessToken" = ["student"]))
)]
#[tracing::instrument(skip_all)]
pub(crate) async fn list_imports(
    State(app): State<App>,
    student: Student,
    Query(query): Query<ImportsQuery>,
) -> ApiResult<Page<WordImportView>> {
    let scope = format!("imports/{}", student.id);
    let after: Option<Position> = query.cursor.map(|cursor| app.cursors.open(&scope, &cursor)).transpose()?;
    let limit = u32::try_from(query.limit.get()).unwrap_or(u32::MAX);
    let listing = Listing::of(Filter::eq("student_id", student.id)).descending("asked_at");
    let imports = app.imports.list(listing.after(after).limit(limit)).await?;
    let next_cursor = imports.next.as_ref().map(|next| app.cursors.seal(&scope, next)).transpose()?;

    Ok(Page {
        items: imports.items.iter().map(|import| WordImportView::brief(import)).collect(),
        next_cursor,
    })
}

use super::view::SharedListSummary;
use crate::{App, commands::share_list::shared_by, routes::v2::lists::ListsQuery};
use access::Teacher;
use axum::extract::State;
use documents::{Listing, Position};
use web::{ApiResult, Page, Query};

/// The lists that the teacher shares, by name.
///
/// Permission: teacher, own lists.
#[utoipa::path(
    get,
    path = "/shared-lists",
    params(ListsQuery),
    responses((status = 200, description = "A page of lists, without their words.", body = Page<SharedListSummary>)),
    security(("accessToken" = ["teacher"]))
)]
#[tracing::instrument(skip_all)]
pub(crate) async fn list_shared_lists(
    State(app): State<App>,
    teacher: Teacher,
    Query(query): Query<ListsQuery>,
) -> ApiResult<Page<SharedListSummary>> {
    let scope = format!("shared-lists/{}", teacher.id);
    let after: Option<Position> = query.cursor.map(|cursor| app.cursors.open(&scope, &cursor)).transpose()?;
    let limit = u32::try_from(query.limit.get()).unwrap_or(u32::MAX);
    let listing = Listing::of(shared_by(teacher.id)).ascending("name").after(after).limit(limit);
    let lists = app.shared_lists.list(listing).await?;
    let next_cursor = lists.next.as_ref().map(|next| app.cursors.seal(&scope, next)).transpose()?;

    Ok(Page { items: lists.items.iter().map(SharedListSummary::from).collect(), next_cursor })
}

use crate::{
    App,
    commands::{keep_list::kept, take_over::offered},
    domain::list::taken_list_id,
    routes::v2::{lists::ListsQuery, shared_lists::view::SharedListSummary},
};
use access::Student;
use axum::extract::State;
use documents::{Listing, MAX_SLICE, Position};
use ids::{UserId, WordListId};
use serde::Serialize;
use std::collections::HashSet;
use utoipa::ToSchema;
use web::{ApiResult, Page, Query};

/// A list that a teacher of the student shares.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct OfferedListView {
    /// The list.
    #[serde(flatten)]
    list: SharedListSummary,
    /// The student's own list with what they took over of it; absent before they did.
    #[serde(skip_serializing_if = "Option::is_none")]
    taken_as: Option<WordListId>,
}

/// The lists that teachers share with the student, by name.
///
/// Permission: student, of own teachers.
#[utoipa::path(
    get,
    path = "/offered-lists",
    params(ListsQuery),
    responses((status = 200, description = "A page of lists, without their words.", body = Page<OfferedListView>)),
    security(("accessToken" = ["student"]))
)]
#[tracing::instrument(skip_all)]
pub(crate) async fn list_offered_lists(
    State(app): State<App>,
    student: Student,
    Query(query): Query<ListsQuery>,
) -> ApiResult<Page<OfferedListView>> {
    let scope = format!("offered-lists/{}", student.id);
    let after: Option<Position> = query.cursor.map(|cursor| app.cursors.open(&scope, &cursor)).transpose()?;
    let limit = u32::try_from(query.limit.get()).unwrap_or(u32::MAX);
    let listing = Listing::of(offered(&app, student.id).await?).ascending("name").after(after).limit(limit);
    let lists = app.shared_lists.list(listing).await?;
    let next_cursor = lists.next.as_ref().map(|next| app.cursors.seal(&scope, next)).transpose()?;
    let own: Vec<_> = lists.items.iter().map(|list| taken_list_id(student.id, list.id)).collect();
    let taken = among(&app, student.id, &own).await?;
    let items = lists.items.iter().zip(own).map(|(list, own)| OfferedListView {
        list: list.into(),
        taken_as: taken.contains(&own).then_some(own),
    });

    Ok(Page { items: items.collect(), next_cursor })
}

/// Which of these lists the student has.
async fn among(app: &App, student: UserId, lists: &[WordListId]) -> ApiResult<HashSet<WordListId>> {
    let listing = Listing::of(kept(student).and_in("_id", lists)).limit(MAX_SLICE);
    Ok(app.lists.list(listing).await?.items.into_iter().map(|list| list.id).collect())
}

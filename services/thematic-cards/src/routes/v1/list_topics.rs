use super::view::TopicView;
use crate::{App, commands::list_topics};
use access::Student;
use axum::extract::State;
use web::{
    ApiResult, Json, Query,
    v1::{NumberedPage, Paging},
};

/// The topics that are taught, with how the student stands in each.
///
/// Permission: student.
#[utoipa::path(
    get,
    path = "/topics",
    params(Paging),
    responses((status = 200, description = "A page of topics.", body = NumberedPage<TopicView>)),
    security(("accessToken" = ["student"]))
)]
#[tracing::instrument(skip_all)]
pub(crate) async fn list_topics(
    State(app): State<App>,
    student: Student,
    Query(paging): Query<Paging>,
) -> ApiResult<Json<NumberedPage<TopicView>>> {
    let topics = list_topics::all_taught(&app).await?;
    let total = topics.len() as u64;
    let offset = usize::try_from(paging.offset()).unwrap_or(usize::MAX);
    let limit = usize::try_from(paging.limit()).unwrap_or(usize::MAX);
    let wanted = topics.into_iter().skip(offset).take(limit).collect();
    let items = list_topics::with_progress(&app, student.id, wanted).await?;
    let items = items.iter().filter_map(TopicView::of).collect();

    Ok(Json(paging.page(items, total)))
}

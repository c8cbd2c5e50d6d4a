use crate::{App, commands::list_topics, routes::view::TopicView};
use access::Student;
use axum::extract::State;
use ids::TopicId;
use web::{ApiError, ApiResult, Json, Path, responses::NotFound};

/// A topic, with how the student stands in it.
///
/// Permission: student.
#[utoipa::path(
    get,
    path = "/topics/{topicId}",
    params(("topicId" = TopicId, Path, description = "The topic.")),
    responses((status = 200, description = "The topic.", body = TopicView), NotFound),
    security(("accessToken" = ["student"]))
)]
#[tracing::instrument(skip_all)]
pub(crate) async fn show_topic(
    State(app): State<App>,
    student: Student,
    Path(topic_id): Path<TopicId>,
) -> ApiResult<Json<TopicView>> {
    let unknown = || ApiError::not_found("topic", topic_id);
    let topic = app.topics.get(topic_id).await?.filter(|topic| topic.taught).ok_or_else(unknown)?;
    let stood = list_topics::with_progress(&app, student.id, vec![topic]).await?;

    stood.first().and_then(TopicView::of).map(Json).ok_or_else(unknown)
}

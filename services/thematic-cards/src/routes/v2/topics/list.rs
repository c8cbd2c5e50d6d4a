use crate::{App, commands::list_topics, routes::view::TopicView};
use access::Student;
use axum::extract::State;
use documents::Position;
use events::Level;
use serde::Deserialize;
use utoipa::IntoParams;
use web::{ApiResult, Limit, Page, Query};

/// Which topics.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct TopicsQuery {
    /// Only this level.
    level: Option<Level>,
    /// How many at once.
    #[serde(default)]
    limit: Limit,
    /// Where to go on.
    cursor: Option<String>,
}

/// The topics that are taught, with how the student stands in each.
///
/// Permission: student.
#[utoipa::path(
    get,
    path = "/topics",
    params(TopicsQuery),
    responses((status = 200, description = "A page of topics.", body = Page<TopicView>)),
    security(("accessToken" = ["student"]))
)]
#[tracing::instrument(skip_all)]
pub(crate) async fn list_topics(
    State(app): State<App>,
    student: Student,
    Query(query): Query<TopicsQuery>,
) -> ApiResult<Page<TopicView>> {
    let scope = format!("topics/{}/{}", student.id, query.level.map_or("all", Level::as_str));
    let after: Option<Position> = query.cursor.map(|cursor| app.cursors.open(&scope, &cursor)).transpose()?;
    let topics = list_topics::taught(&app, query.level, after, query.limit.get()).await?;
    let next_cursor = topics.next.as_ref().map(|next| app.cursors.seal(&scope, next)).transpose()?;
    let items = list_topics::with_progress(&app, student.id, topics.items).await?;
    let items = items.iter().filter_map(TopicView::of).collect();

    Ok(Page { items, next_cursor })
}

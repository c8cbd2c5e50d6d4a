use super::view::ContentNoticeView;
use crate::{App, domain::notice::learns_or_teaches};
use access::AnyUser;
use axum::extract::State;
use ids::EventId;
use serde::Deserialize;
use utoipa::IntoParams;
use web::{Json, Page, Query};

/// Where to go on.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(rename_all = "camelCase")]
#[into_params(parameter_in = Query)]
pub(crate) struct NoticesQuery {
    /// The last notice that is known.
    after: Option<EventId>,
}

/// What was published in the last thirty days, the earliest first.
///
/// Permission: every role; for technical admins there is nothing. At most the latest 200, on one page. After a known
/// notice, those of the minute before it are told again: ids tell a repeat.
#[utoipa::path(
    get,
    path = "/notices",
    params(NoticesQuery),
    responses((status = 200, description = "All of them, on one page.", body = Page<ContentNoticeView>)),
    security(("accessToken" = []))
)]
#[tracing::instrument(skip_all)]
pub(crate) async fn list_notices(
    State(app): State<App>,
    user: AnyUser,
    Query(query): Query<NoticesQuery>,
) -> Json<Page<ContentNoticeView>> {
    let notices = if learns_or_teaches(user.role) { app.notices.since(query.after) } else { Vec::new() };
    let items = notices.iter().map(|notice| (&**notice).into()).collect();

    Json(Page { items, next_cursor: None })
}

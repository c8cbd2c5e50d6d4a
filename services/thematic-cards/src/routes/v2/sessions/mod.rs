//! `/sessions` and `/topics/{topicId}/sessions`.

mod put;
mod show;

use crate::App;
use utoipa_axum::{router::OpenApiRouter, routes};

pub(super) fn operations() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(put::arrange_session_of_topic))
        .routes(routes!(put::arrange_session_of_topics, show::show_session))
}

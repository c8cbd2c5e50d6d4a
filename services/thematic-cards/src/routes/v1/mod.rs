//! `/api/v1/thematic-cards`: what the clients that are out ask for. No rule stands here.

mod answer_card;
mod list_due;
mod list_topics;
mod view;

use crate::App;
use utoipa_axum::{router::OpenApiRouter, routes};

/// Every operation.
pub fn operations() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(list_topics::list_topics))
        .routes(routes!(list_due::list_due_cards))
        .routes(routes!(answer_card::answer_card))
}

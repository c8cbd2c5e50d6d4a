//! `/api/v1/thematic-cards`: what the clients that are out ask for. No rule stands here.

mod answer_card;
mod list_due;
mod list_topics;

use crate::App;
use chrono::{DateTime, Utc};
use utoipa_axum::{router::OpenApiRouter, routes};
use web::v1::Retirement;

/// Every operation.
pub fn operations() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(list_topics::list_topics))
        .routes(routes!(list_due::list_due_cards))
        .routes(routes!(answer_card::answer_card))
}

/// When v1 ends.
pub fn retirement() -> Retirement {
    let day = |text: &str| text.parse::<DateTime<Utc>>().expect("a date in the source");
    Retirement { deprecated: day("2026-11-01T00:00:00Z"), sunset: day("2027-11-01T00:00:00Z") }
}

//! `/api/v1/learning-cards`: what the clients that are out ask for. No rule stands here.

mod add_word;
mod answer_word;
mod list_due;
mod list_words;
mod remove_word;
mod view;

use crate::App;
use utoipa_axum::{router::OpenApiRouter, routes};

/// Every operation.
pub fn operations() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(list_words::list_words, add_word::add_word))
        .routes(routes!(remove_word::remove_word))
        .routes(routes!(list_due::list_due_words))
        .routes(routes!(answer_word::answer_word))
}

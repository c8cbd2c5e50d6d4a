//! `/class`: a teacher's own students together.

mod hard_words;
mod mistakes;
mod show;

use crate::App;
use utoipa_axum::{router::OpenApiRouter, routes};

pub(super) fn operations() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(show::show_class))
        .routes(routes!(hard_words::hard_words_of_class))
        .routes(routes!(mistakes::mistakes_of_class))
}

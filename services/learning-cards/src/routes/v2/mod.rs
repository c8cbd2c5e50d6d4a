//! `/api/v2/learning-cards`.

mod cohorts;
mod contexts;
mod lookups;
mod reviews;
mod sessions;
mod settings;
mod words;

use crate::App;
use utoipa_axum::router::OpenApiRouter;

/// Every operation.
pub fn operations() -> OpenApiRouter<App> {
    words::operations()
        .merge(contexts::operations())
        .merge(lookups::operations())
        .merge(reviews::operations())
        .merge(cohorts::operations())
        .merge(sessions::operations())
        .merge(settings::operations())
}

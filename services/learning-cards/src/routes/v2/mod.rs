//! `/api/v2/learning-cards`.

mod cohorts;
mod contexts;
mod dictionary;
mod imports;
mod lookups;
mod offline;
mod reviews;
mod sessions;
mod settings;
mod sync;
mod words;

use crate::App;
use std::time::Duration;
use utoipa_axum::router::OpenApiRouter;

/// Time for what reads or writes a whole file.
const LONG: Duration = Duration::from_secs(60);

/// Every operation.
pub fn operations() -> OpenApiRouter<App> {
    words::operations()
        .merge(contexts::operations())
        .merge(lookups::operations())
        .merge(reviews::operations())
        .merge(cohorts::operations())
        .merge(sessions::operations())
        .merge(settings::operations())
        .merge(offline::operations())
        .merge(sync::operations())
        .merge(imports::operations())
        .merge(dictionary::operations())
}

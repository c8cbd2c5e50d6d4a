//! `/api/v2/learning-cards`.

mod cohorts;
mod contexts;
mod dictionary;
mod imports;
mod lists;
mod lookups;
mod offered_lists;
mod offline;
mod removals;
mod reviews;
mod sessions;
mod settings;
mod shared_lists;
mod statistics;
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
        .merge(removals::operations())
        .merge(lists::operations())
        .merge(shared_lists::operations())
        .merge(offered_lists::operations())
        .merge(lookups::operations())
        .merge(reviews::operations())
        .merge(cohorts::operations())
        .merge(sessions::operations())
        .merge(settings::operations())
        .merge(statistics::operations())
        .merge(offline::operations())
        .merge(sync::operations())
        .merge(imports::operations())
        .merge(dictionary::operations())
        .merge(foundation::standing())
}

//! `/api/v2/cron-utility`.

mod class;
mod digest;
mod students;
mod view;

use crate::App;
use utoipa_axum::router::OpenApiRouter;

/// Every operation.
pub fn operations() -> OpenApiRouter<App> {
    students::operations()
        .merge(class::operations())
        .merge(digest::operations())
        .merge(foundation::standing())
}

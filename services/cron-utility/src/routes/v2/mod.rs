//! `/api/v2/cron-utility`.

mod students;

use crate::App;
use utoipa_axum::router::OpenApiRouter;

/// Every operation.
pub fn operations() -> OpenApiRouter<App> {
    students::operations()
}

//! `/api/v2/thematic-cards`.

mod reviews;
mod sessions;
mod topics;

use crate::App;
use utoipa_axum::router::OpenApiRouter;

/// Every operation.
pub fn operations() -> OpenApiRouter<App> {
    topics::operations().merge(sessions::operations()).merge(reviews::operations())
}

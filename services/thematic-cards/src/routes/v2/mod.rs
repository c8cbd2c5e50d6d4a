//! `/api/v2/thematic-cards`.

mod cards;
mod marks;
mod reviews;
mod sessions;
mod settings;
mod topics;
mod undos;

use crate::App;
use utoipa_axum::router::OpenApiRouter;

/// Every operation.
pub fn operations() -> OpenApiRouter<App> {
    topics::operations()
        .merge(sessions::operations())
        .merge(reviews::operations())
        .merge(undos::operations())
        .merge(marks::operations())
        .merge(cards::operations())
        .merge(settings::operations())
}

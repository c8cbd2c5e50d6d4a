//! `/api/v2/thematic-cards`.

mod cards;
mod marks;
mod offline;
mod reviews;
mod sessions;
mod settings;
mod statistics;
mod sync;
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
        .merge(statistics::operations())
        .merge(offline::operations())
        .merge(sync::operations())
        .merge(foundation::standing())
}

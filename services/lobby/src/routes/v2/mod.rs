//! `/api/v2/lobby`.

mod context;
mod notices;
mod products;

pub(super) use products::ProductView;

use crate::App;
use utoipa_axum::router::OpenApiRouter;

/// Every operation.
pub fn operations() -> OpenApiRouter<App> {
    products::operations()
        .merge(context::operations())
        .merge(notices::operations())
        .merge(foundation::standing())
}

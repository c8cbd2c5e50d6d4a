//! `/api/v1/lobby`: what the clients that are out ask for. No rule stands here.

mod list_products;

use crate::App;
use utoipa_axum::{router::OpenApiRouter, routes};

/// Every operation.
pub fn operations() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(list_products::list_products))
}

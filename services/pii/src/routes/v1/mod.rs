//! The frozen contract of the clients already out: no ids made by the caller. The same commands.

mod delete;
mod export;

use crate::App;
use utoipa_axum::{router::OpenApiRouter, routes};

/// Every operation.
pub fn operations() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(export::export)).routes(routes!(delete::delete))
}

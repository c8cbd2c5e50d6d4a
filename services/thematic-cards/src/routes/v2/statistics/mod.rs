//! `/statistics`.

mod days;
mod forecast;
mod memory;
mod show;

use crate::App;
use utoipa_axum::{router::OpenApiRouter, routes};

pub(super) fn operations() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(show::show_statistics))
        .routes(routes!(days::list_days))
        .routes(routes!(forecast::show_forecast))
        .routes(routes!(memory::show_memory))
}

//! `/statistics`.

mod forecast;
mod show;

use crate::App;
use utoipa_axum::{router::OpenApiRouter, routes};

pub(super) fn operations() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(show::show_statistics)).routes(routes!(forecast::show_forecast))
}

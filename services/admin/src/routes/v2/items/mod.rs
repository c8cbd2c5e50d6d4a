//! `/items`.

mod differences;
mod list;
mod put;
mod show;
mod step;
mod versions;

use crate::App;
use utoipa_axum::{router::OpenApiRouter, routes};

pub(super) fn operations() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(list::list_items))
        .routes(routes!(show::show_item, put::put_item))
        .routes(routes!(step::take_step_of_item))
        .routes(routes!(versions::list_versions))
        .routes(routes!(differences::show_differences))
}

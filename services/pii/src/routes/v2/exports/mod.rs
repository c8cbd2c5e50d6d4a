//! `/exports`.

mod ask;
mod link;
mod list;
mod show;

use crate::App;
use utoipa_axum::{router::OpenApiRouter, routes};

pub(super) fn operations() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(ask::ask_export, list::list_exports))
        .routes(routes!(show::show_export))
        .routes(routes!(link::make_link))
}

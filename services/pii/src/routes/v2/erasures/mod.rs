//! `/erasures`.

mod ask;
mod certificate;
mod list;
mod show;

use crate::App;
use utoipa_axum::{router::OpenApiRouter, routes};

pub(super) fn operations() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(ask::ask_erasure, list::list_erasures))
        .routes(routes!(show::show_erasure))
        .routes(routes!(certificate::show_certificate))
}

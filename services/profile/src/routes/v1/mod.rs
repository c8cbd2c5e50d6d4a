//! The frozen contract of the clients already out: no device binding, no ids made by the caller. The same commands.

mod list_products;
mod log_in;
mod log_out;
mod refresh;
mod register;
mod show_me;
mod tokens_view;

use crate::App;
use utoipa_axum::{router::OpenApiRouter, routes};

pub(super) fn operations() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(register::register))
        .routes(routes!(log_in::log_in))
        .routes(routes!(refresh::refresh))
        .routes(routes!(log_out::log_out))
        .routes(routes!(show_me::show_me))
        .routes(routes!(list_products::list_products))
}

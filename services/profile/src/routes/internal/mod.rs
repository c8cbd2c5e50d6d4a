//! What other services ask of profile, each with its certificate.

mod issue_code;
mod list_products;
mod show_keys;
mod show_session;

use crate::App;
use utoipa_axum::{router::OpenApiRouter, routes};

pub(super) fn operations() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(show_keys::show_keys))
        .routes(routes!(show_session::show_session))
        .routes(routes!(list_products::list_products))
        .routes(routes!(issue_code::issue_code))
}

//! `/me`

mod change_me;
mod show_me;

use crate::App;
use utoipa_axum::{router::OpenApiRouter, routes};

pub(super) fn operations() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(show_me::show_me, change_me::change_me))
}

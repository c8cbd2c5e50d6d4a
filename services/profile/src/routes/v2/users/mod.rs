//! `/users`

mod change_role;
mod register_user;
mod show_user;

use crate::App;
use utoipa_axum::{router::OpenApiRouter, routes};

pub(super) fn operations() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(register_user::register_user, show_user::show_user))
        .routes(routes!(change_role::change_role))
}

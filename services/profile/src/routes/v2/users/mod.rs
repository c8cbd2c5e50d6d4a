//! `/users`

mod change_role;
mod change_status;
mod delete_user;
mod end_session;
mod end_sessions;
mod list_sessions;
mod list_users;
mod register_user;
mod remove_factors;
mod show_user;

use crate::App;
use utoipa_axum::{router::OpenApiRouter, routes};

pub(super) fn operations() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(list_users::list_users))
        .routes(routes!(register_user::register_user, show_user::show_user, delete_user::delete_user))
        .routes(routes!(change_role::change_role))
        .routes(routes!(change_status::change_status))
        .routes(routes!(remove_factors::remove_factors))
        .routes(routes!(list_sessions::list_sessions_of, end_sessions::end_sessions_of))
        .routes(routes!(end_session::end_session_of))
}

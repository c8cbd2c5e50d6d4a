//! `/password-resets`, `/me/password`: another password.

mod change_password;
mod password_by_code;
mod request_reset;
mod reset_password;

pub(crate) use password_by_code::PasswordByCode;

use crate::App;
use utoipa_axum::{router::OpenApiRouter, routes};

pub(super) fn operations() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(request_reset::request_password_reset))
        .routes(routes!(reset_password::reset_password))
        .routes(routes!(change_password::change_password))
}

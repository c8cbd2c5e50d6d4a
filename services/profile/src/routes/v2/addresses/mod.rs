//! `/email-verifications`, `/email-confirmations`, `/me/email`: that mail to an address reaches its user.

mod change_email;
mod confirm_email;
mod request_verification;

pub(super) use request_verification::AddressRequest;

use crate::App;
use utoipa_axum::{router::OpenApiRouter, routes};

pub(super) fn operations() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(request_verification::request_email_verification))
        .routes(routes!(confirm_email::confirm_email))
        .routes(routes!(change_email::change_email))
}

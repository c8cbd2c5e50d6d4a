//! `/me/factors`, `/me/totp`, `/me/totp-enrolments`, `/me/recovery-codes`

mod begin_totp;
mod confirm_totp;
mod enrolment_view;
mod remove_totp;
mod renew_recovery_codes;
mod show_factors;

use crate::App;
use utoipa_axum::{router::OpenApiRouter, routes};

pub(super) use enrolment_view::EnrolmentView;

pub(super) fn operations() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(show_factors::show_factors))
        .routes(routes!(begin_totp::begin_totp))
        .routes(routes!(confirm_totp::confirm_totp))
        .routes(routes!(remove_totp::remove_totp))
        .routes(routes!(renew_recovery_codes::renew_recovery_codes))
}

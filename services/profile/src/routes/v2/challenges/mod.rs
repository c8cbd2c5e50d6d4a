//! `/sessions/challenges`

mod ask_for_passkey;
mod challenge_view;
mod enrol_totp;
mod pass_challenge;

use crate::App;
use utoipa_axum::{router::OpenApiRouter, routes};

pub(super) use challenge_view::ChallengeView;

pub(super) fn operations() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(enrol_totp::enrol_totp_to_log_in))
        .routes(routes!(ask_for_passkey::ask_for_passkey))
        .routes(routes!(pass_challenge::pass_challenge))
}

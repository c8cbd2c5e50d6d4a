//! `/identity-providers`, `/sessions/by-provider`, `/me/identities`

mod authorization_view;
mod identity_view;
mod link_identity;
mod list_identities;
mod list_providers;
mod log_in;
mod returned;
mod send_to_link;
mod send_to_log_in;
mod unlink_identity;

use crate::App;
use utoipa_axum::{router::OpenApiRouter, routes};

pub(super) fn operations() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(list_providers::list_identity_providers))
        .routes(routes!(send_to_log_in::send_to_log_in))
        .routes(routes!(log_in::log_in_by_provider))
        .routes(routes!(send_to_link::send_to_link))
        .routes(routes!(list_identities::list_identities, link_identity::link_identity))
        .routes(routes!(unlink_identity::unlink_identity))
}

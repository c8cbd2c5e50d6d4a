//! The whole API.

mod addresses;
mod admin_actions;
mod challenges;
mod client_policy;
mod client_usage;
mod factors;
mod identities;
mod jwks;
mod keys;
mod me;
mod passkeys;
mod passwords;
mod security_events;
mod sessions;
mod teachers;
mod user_imports;
mod users;

use crate::App;
use utoipa_axum::{router::OpenApiRouter, routes};

/// What clients of a served version may call.
pub(super) fn operations() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .merge(users::operations())
        .merge(user_imports::operations())
        .merge(sessions::operations())
        .merge(challenges::operations())
        .merge(factors::operations())
        .merge(passkeys::operations())
        .merge(identities::operations())
        .merge(addresses::operations())
        .merge(passwords::operations())
        .merge(teachers::operations())
        .merge(client_policy::operations())
        .merge(me::operations())
        .merge(foundation::standing())
        .routes(routes!(admin_actions::list_admin_actions))
        .routes(routes!(security_events::list_security_events))
        .routes(routes!(keys::list_keys))
        .routes(routes!(client_usage::show_client_usage))
}

/// The public keys, and what even a client that is too old must be able to do.
pub(super) fn open_operations() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .merge(sessions::open_operations())
        .merge(client_policy::open_operations())
        .routes(routes!(jwks::show_jwks))
}

//! `/user-imports`, `/invitations`

mod accept_invitation;
mod import_users;
mod preview_import;

use crate::App;
use utoipa_axum::{router::OpenApiRouter, routes};

pub(super) fn operations() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(preview_import::preview_import))
        .routes(routes!(import_users::import_users))
        .routes(routes!(accept_invitation::accept_invitation))
}

//! `/me/passkeys`, `/me/passkey-registrations`

mod begin_passkey;
mod complete_passkey;
mod list_passkeys;
mod passkey_view;
mod remove_passkey;
mod rename_passkey;

use crate::App;
use utoipa_axum::{router::OpenApiRouter, routes};

pub(super) fn operations() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(begin_passkey::begin_passkey))
        .routes(routes!(complete_passkey::complete_passkey))
        .routes(routes!(list_passkeys::list_passkeys))
        .routes(routes!(rename_passkey::rename_passkey))
        .routes(routes!(remove_passkey::remove_passkey))
}

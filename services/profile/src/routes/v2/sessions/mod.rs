//! `/sessions`

mod end;
mod end_many;
mod list;
mod log_in;
mod log_out;
mod prove_again;
mod refresh;
mod show_current;
mod tokens_view;

use crate::App;
use utoipa_axum::{router::OpenApiRouter, routes};

pub(super) use list::SessionsView;
pub(super) use log_in::{Device, logged_in};
pub(super) use tokens_view::TokensView;

pub(super) fn operations() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(log_in::log_in, list::list_sessions, end_many::end_sessions))
        .routes(routes!(refresh::refresh))
        .routes(routes!(prove_again::prove_again))
        .routes(routes!(end::end_session))
}

/// A client that is too old must still be able to ask for its session and to log out.
pub(super) fn open_operations() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(show_current::show_current_session, log_out::log_out))
}

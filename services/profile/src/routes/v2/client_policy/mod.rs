//! `/client-policy`

mod change_policy;
mod list_policies;
mod policy_view;

use crate::App;
use utoipa_axum::{router::OpenApiRouter, routes};

pub(super) fn operations() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(change_policy::change_client_policy))
}

/// A client that is too old may read why.
pub(super) fn open_operations() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(list_policies::list_client_policies))
}

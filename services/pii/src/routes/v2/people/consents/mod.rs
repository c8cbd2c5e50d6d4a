//! `/people/{userId}/consents`.

mod list;
mod put;
mod view;

use crate::App;
use utoipa_axum::{router::OpenApiRouter, routes};

pub(super) fn operations() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(put::record_consent)).routes(routes!(list::list_consents))
}

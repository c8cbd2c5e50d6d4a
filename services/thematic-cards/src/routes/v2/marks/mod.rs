//! `/cards/{cardId}/marks`.

pub(super) mod put;

use crate::App;
use utoipa_axum::{router::OpenApiRouter, routes};

pub(super) fn operations() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(put::mark_card))
}

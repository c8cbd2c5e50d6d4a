//! `/sync`.

mod post;

use crate::App;
use utoipa_axum::{router::OpenApiRouter, routes};

/// Five hundred answers of five hundred characters each, in any script.
const BODY_LIMIT: usize = 4 << 20;

pub(super) fn operations() -> OpenApiRouter<App> {
    web::body_limit(OpenApiRouter::new().routes(routes!(post::sync)), BODY_LIMIT)
}

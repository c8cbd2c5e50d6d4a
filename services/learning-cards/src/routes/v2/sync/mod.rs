//! `/sync`.

mod post;

use crate::App;
use utoipa_axum::{router::OpenApiRouter, routes};

/// Five hundred answers of five hundred characters each, in any script.
const BODY_LIMIT: usize = 4 << 20;

pub(super) fn operations() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(post::sync)).layer(web::body_limit(BODY_LIMIT))
}

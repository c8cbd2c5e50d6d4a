//! `/imports`.

mod files;
mod preview;
mod put;

use super::LONG;
use crate::App;
use axum::middleware::from_fn_with_state;
use utoipa_axum::{router::OpenApiRouter, routes};

/// Bytes of a body with content files.
const LARGEST: usize = 20 << 20;

pub(super) fn operations() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(preview::preview_import))
        .routes(routes!(put::import_files))
        .layer(web::body_limit(LARGEST))
        .layer(from_fn_with_state(LONG, web::time_limit))
}

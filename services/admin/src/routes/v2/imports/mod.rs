//! `/imports`.

mod files;
mod preview;
mod put;

use super::LONG;
use crate::App;
use axum::middleware::from_fn_with_state;
use std::num::NonZeroU32;
use utoipa_axum::{router::OpenApiRouter, routes};

/// Bytes of a body with content files.
const LARGEST: usize = 20 << 20;
/// Imports that one instance works on at once: each may hold some hundred megabytes.
const AT_ONCE: NonZeroU32 = NonZeroU32::new(8).expect("not 0");

pub(super) fn operations() -> OpenApiRouter<App> {
    let operations =
        OpenApiRouter::new().routes(routes!(preview::preview_import)).routes(routes!(put::import_files));
    web::body_limit(operations, LARGEST)
        .layer(from_fn_with_state(web::concurrency(AT_ONCE), web::admit))
        .layer(from_fn_with_state(LONG, web::time_limit))
}

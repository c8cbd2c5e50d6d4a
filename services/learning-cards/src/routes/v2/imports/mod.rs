//! `/imports`.

mod file;
mod list;
mod mapping;
mod preview;
mod put;
mod show;
mod undo;
mod view;

use super::LONG;
use crate::App;
use axum::middleware::from_fn_with_state;
use std::num::NonZeroU32;
use utoipa_axum::{router::OpenApiRouter, routes};

/// Bytes of a body with a file.
const LARGEST: usize = 20 << 20;
/// Files that one instance reads at once: each may hold some hundred megabytes.
const AT_ONCE: NonZeroU32 = NonZeroU32::new(4).expect("not 0");

pub(super) fn operations() -> OpenApiRouter<App> {
    let with_files = OpenApiRouter::new()
        .routes(routes!(preview::preview_import))
        .routes(routes!(show::show_import, put::import_words));
    let with_files =
        web::body_limit(with_files, LARGEST).layer(from_fn_with_state(web::concurrency(AT_ONCE), web::admit));
    OpenApiRouter::new()
        .routes(routes!(undo::undo_import))
        .merge(with_files)
        .layer(from_fn_with_state(LONG, web::time_limit))
        .routes(routes!(list::list_imports))
}

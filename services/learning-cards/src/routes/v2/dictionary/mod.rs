//! The dictionary as a file.

mod package;
mod table;

use super::LONG;
use crate::App;
use axum::{
    http::{
        HeaderValue,
        header::{CONTENT_DISPOSITION, CONTENT_TYPE},
    },
    middleware::from_fn_with_state,
    response::{IntoResponse, Response},
};
use std::num::NonZeroU32;
use utoipa_axum::{router::OpenApiRouter, routes};

/// Dictionaries that one instance writes at once.
const AT_ONCE: NonZeroU32 = NonZeroU32::new(4).expect("not 0");

pub(super) fn operations() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(table::table_of_words))
        .routes(routes!(package::package_of_words))
        .layer(from_fn_with_state(web::concurrency(AT_ONCE), web::admit))
        .layer(from_fn_with_state(LONG, web::time_limit))
}

/// A file to be kept, not shown.
fn attachment(content_type: &'static str, disposition: &'static str, bytes: Vec<u8>) -> Response {
    let headers = [
        (CONTENT_TYPE, HeaderValue::from_static(content_type)),
        (CONTENT_DISPOSITION, HeaderValue::from_static(disposition)),
    ];
    (headers, bytes).into_response()
}

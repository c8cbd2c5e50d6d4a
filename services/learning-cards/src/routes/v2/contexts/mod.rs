//! `/words/{wordId}/contexts`.

mod drop;
mod put;

use crate::App;
use utoipa_axum::{router::OpenApiRouter, routes};

pub(super) fn operations() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(put::put_context, drop::drop_context))
}

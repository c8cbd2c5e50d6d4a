//! `/notices`.

mod list;
mod stream;
mod view;

use crate::App;
use utoipa_axum::{router::OpenApiRouter, routes};

pub(super) fn operations() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(list::list_notices)).routes(routes!(stream::stream_notices))
}

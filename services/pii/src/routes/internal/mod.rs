//! What other services ask of pii, each with its certificate.

mod ask_erasure;
mod read_address;

use crate::App;
use utoipa_axum::{router::OpenApiRouter, routes};

pub(super) fn operations() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(ask_erasure::ask_erasure)).routes(routes!(read_address::read_address))
}

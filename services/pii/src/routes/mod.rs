//! HTTP: parse, call, answer.

mod internal;
pub mod v1;
pub mod v2;

use crate::App;
use utoipa_axum::router::OpenApiRouter;

/// Every operation for other services.
pub fn internal_operations() -> OpenApiRouter<App> {
    internal::operations()
}

//! `/api/v2/admin`.

mod imports;
mod items;
mod topics;

use crate::App;
use std::time::Duration;
use utoipa_axum::router::OpenApiRouter;

/// How long a request over many items may take. What is not done by then is done by its repeat.
const LONG: Duration = Duration::from_secs(60);

/// Every operation.
pub fn operations() -> OpenApiRouter<App> {
    items::operations().merge(topics::operations()).merge(imports::operations()).merge(foundation::standing())
}

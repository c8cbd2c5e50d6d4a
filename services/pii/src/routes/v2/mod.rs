//! `/api/v2/pii`.

mod archives;
mod erasures;
mod exports;
mod holding;
mod keys;
mod listing;
mod people;
mod subject;
mod terms;

pub(super) use subject::may_be_forgotten;

use crate::App;
use utoipa_axum::router::OpenApiRouter;

/// Every operation.
pub fn operations() -> OpenApiRouter<App> {
    people::operations()
        .merge(exports::operations())
        .merge(archives::operations())
        .merge(erasures::operations())
        .merge(terms::operations())
        .merge(keys::operations())
        .merge(foundation::standing())
}

//! `/students`.

mod list;
mod show;

use crate::App;
use utoipa_axum::{router::OpenApiRouter, routes};

pub(super) fn operations() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(list::list_students)).routes(routes!(show::show_student))
}

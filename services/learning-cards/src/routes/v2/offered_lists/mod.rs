//! `/offered-lists`: what the teachers of a student share.

mod list;
mod show;
mod take_over;

use crate::App;
use utoipa_axum::{router::OpenApiRouter, routes};

pub(super) fn operations() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(list::list_offered_lists))
        .routes(routes!(show::show_offered_list))
        .routes(routes!(take_over::take_list_over))
}

//! `/shared-lists`: what a teacher shares.

mod change;
mod list;
mod put;
mod remove;
mod show;
pub(crate) mod view;

use crate::App;
use utoipa_axum::{router::OpenApiRouter, routes};

pub(super) fn operations() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(list::list_shared_lists)).routes(routes!(
        show::show_shared_list,
        put::put_shared_list,
        change::change_shared_list,
        remove::remove_shared_list
    ))
}

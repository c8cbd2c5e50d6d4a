//! `/lists`.

mod change;
mod drop_word;
mod list;
mod put;
mod put_words;
mod remove;
mod show;
pub(crate) mod view;

pub(crate) use list::ListsQuery;

use crate::App;
use utoipa_axum::{router::OpenApiRouter, routes};

pub(super) fn operations() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(list::list_lists))
        .routes(routes!(show::show_list, put::put_list, change::change_list, remove::remove_list))
        .routes(routes!(put_words::put_words))
        .routes(routes!(drop_word::drop_word))
}

//! `/words`.

pub(crate) mod change;
mod list;
mod merge;
mod place;
mod put;
mod remove;
mod rescue;
mod restore;
mod show;

use crate::App;
use utoipa_axum::{router::OpenApiRouter, routes};

pub(super) fn operations() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(list::list_words))
        .routes(routes!(show::show_word, put::put_word, change::change_word, remove::remove_word))
        .routes(routes!(restore::restore_word))
        .routes(routes!(merge::merge_words))
        .routes(routes!(place::place_word))
        .routes(routes!(rescue::rescue_word))
}

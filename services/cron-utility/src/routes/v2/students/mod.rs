//! `/students`.

mod hard_words;
mod list;
mod mistakes;
mod show;
mod table;

use crate::App;
use utoipa_axum::{router::OpenApiRouter, routes};

pub(super) fn operations() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(list::list_students))
        .routes(routes!(table::table_of_students))
        .routes(routes!(show::show_student))
        .routes(routes!(hard_words::hard_words_of_student))
        .routes(routes!(mistakes::mistakes_of_student))
}

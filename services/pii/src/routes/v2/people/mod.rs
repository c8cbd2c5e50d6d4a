//! `/people`.

mod accesses;
mod change;
mod consents;
mod fields;
mod find;
mod name;
mod names;
mod read;
mod standing;

use crate::App;
use utoipa_axum::{router::OpenApiRouter, routes};

pub(super) fn operations() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(read::read_person, change::change_person))
        .routes(routes!(name::read_name))
        .routes(routes!(names::read_names))
        .routes(routes!(find::find_people))
        .routes(routes!(accesses::list_accesses))
        .routes(routes!(standing::show_standing))
        .merge(consents::operations())
}

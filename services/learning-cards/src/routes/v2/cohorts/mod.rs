//! `/cohorts`.

mod current;
mod list;
mod of_week;
mod take_in;
pub(crate) mod view;

use crate::App;
use utoipa_axum::{router::OpenApiRouter, routes};

pub(super) fn operations() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(list::list_cohorts))
        .routes(routes!(current::show_current_cohort))
        .routes(routes!(of_week::show_cohort))
        .routes(routes!(take_in::take_word_in))
}

//! `/topics`.

mod record;
mod recordings;
mod step;

use super::LONG;
pub(super) use recordings::RecordingView;

use crate::App;
use axum::middleware::from_fn_with_state;
use utoipa_axum::{router::OpenApiRouter, routes};

pub(super) fn operations() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(step::take_steps_of_topic))
        .layer(from_fn_with_state(LONG, web::time_limit))
        .routes(routes!(recordings::list_recordings, record::record_words_of_topic))
}

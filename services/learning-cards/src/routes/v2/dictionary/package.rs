use super::attachment;
use crate::{App, commands::export_words::package};
use access::Student;
use axum::{extract::State, response::Response};
use web::ApiResult;

/// The own dictionary as a package of Anki, with its schedules.
///
/// Two cards a word: its meaning, and the Dutch. What returns by an echo is a review card with the days until then; what is
/// known returns after sixteen weeks; a leech is suspended. The latest answers come along, up to a hundred a word.
#[utoipa::path(
    get,
    path = "/dictionary.apkg",
    responses((
        status = 200,
        description = "The package.",
        body = Vec<u8>,
        content_type = "application/octet-stream"
    )),
    security(("accessToken" = ["student"]))
)]
#[tracing::instrument(skip_all)]
pub(crate) async fn package_of_words(State(app): State<App>, student: Student) -> ApiResult<Response> {
    let bytes = package(&app, student.id).await?;

    Ok(attachment("application/octet-stream", "attachment; filename=\"dictionary.apkg\"", bytes))
}

use super::attachment;
use crate::{App, commands::export_words::table};
use access::Student;
use axum::{extract::State, response::Response};
use web::ApiResult;

/// The own dictionary as a table (tab-separated values), the oldest word first.
///
/// With headings, in UTF-8. Each word with its article, its meaning in the student's language, its first sentence, note and
/// tags; without its schedule. A text that a spreadsheet would take for a formula is preceded by an apostrophe.
#[utoipa::path(
    get,
    path = "/dictionary.tsv",
    responses((
        status = 200,
        description = "The table.",
        body = String,
        content_type = "text/tab-separated-values",
        example = "Nederlands\tTranslation\tSentence\tSentence translation\tRemark\tList\tTags\nhet brood\tbread\t\t\t\t\teten\n"
    )),
    security(("accessToken" = ["student"]))
)]
#[tracing::instrument(skip_all)]
pub(crate) async fn table_of_words(State(app): State<App>, student: Student) -> ApiResult<Response> {
    let bytes = table(&app, student.id).await?;

    Ok(attachment(
        "text/tab-separated-values; charset=utf-8",
        "attachment; filename=\"dictionary.tsv\"",
        bytes,
    ))
}

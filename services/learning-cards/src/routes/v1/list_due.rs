use super::view::DueWordView;
use crate::{App, commands::arrange_session::today, store};
use access::Student;
use axum::extract::State;
use std::collections::HashMap;
use web::{
    ApiResult, Json, Query,
    v1::{NumberedPage, Paging},
};

/// The words that the student is asked today, in the order to ask them in.
///
/// Permission: student, own words.
#[utoipa::path(
    get,
    path = "/due",
    params(Paging),
    responses((status = 200, description = "A page of words.", body = NumberedPage<DueWordView>)),
    security(("accessToken" = ["student"]))
)]
#[tracing::instrument(skip_all)]
pub(crate) async fn list_due_words(
    State(app): State<App>,
    student: Student,
    Query(paging): Query<Paging>,
) -> ApiResult<Json<NumberedPage<DueWordView>>> {
    let (settings, places) = today(&app, student.id).await?;
    let total = places.len() as u64;
    let offset = usize::try_from(paging.offset()).unwrap_or(usize::MAX);
    let limit = usize::try_from(paging.limit()).unwrap_or(usize::MAX);
    let places: Vec<_> = places.into_iter().skip(offset).take(limit).collect();
    let ids: Vec<_> = places.iter().map(|place| place.word_id).collect();
    let words = store::words::without_answers(&app.database, student.id, &ids).await?;
    let words: HashMap<_, _> = words.into_iter().map(|word| (word.id, word)).collect();
    let due =
        |place| Some(DueWordView::of(place, words.get(&place.word_id)?, settings.language_or_english()));

    Ok(Json(paging.page(places.iter().filter_map(due).collect(), total)))
}

use super::view::{CardKind, CardView};
use crate::{App, commands, domain::question::card_id};
use access::Student;
use axum::extract::State;
use ids::TopicId;
use web::{
    ApiResult, Json, Path, Query,
    v1::{NumberedPage, Paging},
};

/// The cards of a topic that the student has met and that are due.
///
/// Permission: student, own cards.
#[utoipa::path(
    get,
    path = "/topics/{topicId}/due",
    params(("topicId" = TopicId, Path, description = "The topic."), Paging),
    responses((status = 200, description = "A page of cards.", body = NumberedPage<CardView>)),
    security(("accessToken" = ["student"]))
)]
#[tracing::instrument(skip_all)]
pub(crate) async fn list_due_cards(
    State(app): State<App>,
    student: Student,
    Path(topic_id): Path<TopicId>,
    Query(paging): Query<Paging>,
) -> ApiResult<Json<NumberedPage<CardView>>> {
    let now = app.clock.now();
    let lessons = app.catalogue.now().await?;
    let deck = commands::deck(&app, student.id).await?;
    let mut cards: Vec<_> = deck
        .met()
        .filter(|card| card.topic == topic_id && card.is_due(now) && CardKind::of(card.kind).is_some())
        .filter_map(|card| Some((card, lessons.word(card.word).filter(|lesson| lesson.taught)?)))
        .map(|(card, lesson)| (card_id(student.id, card.word, card.kind), card, lesson))
        .collect();
    cards.sort_by_key(|(id, card, _)| (card.ask_at(), *id));

    let total = cards.len() as u64;
    let offset = usize::try_from(paging.offset()).unwrap_or(usize::MAX);
    let limit = usize::try_from(paging.limit()).unwrap_or(usize::MAX);
    let cards = cards.into_iter().skip(offset).take(limit);
    let items = cards.filter_map(|(id, card, lesson)| CardView::of(id, &lesson.entry, card)).collect();
    Ok(Json(paging.page(items, total)))
}

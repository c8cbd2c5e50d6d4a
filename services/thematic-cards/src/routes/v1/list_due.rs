use crate::{App, domain::question::GlossLanguage, routes::view::CardView, store};
use access::Student;
use axum::extract::State;
use ids::TopicId;
use std::collections::HashMap;
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
    let words = store::words::taught_in(&app.words, topic_id).await?;
    let words: HashMap<_, _> = words.into_iter().map(|word| (word.id, word)).collect();
    let mut cards = store::cards::of_topic(&app.cards, student.id, topic_id).await?;
    cards.retain(|card| card.state.is_due(now) && words.contains_key(&card.word_id));
    cards.sort_by_key(|card| (card.state.due_at, card.id));

    let total = cards.len() as u64;
    let offset = usize::try_from(paging.offset()).unwrap_or(usize::MAX);
    let limit = usize::try_from(paging.limit()).unwrap_or(usize::MAX);
    let view = |card: &crate::domain::card::Card| {
        CardView::of(card.id, card.kind, GlossLanguage::default(), words.get(&card.word_id)?, Some(card))
    };
    let items = cards.iter().skip(offset).take(limit).filter_map(view).collect();
    Ok(Json(paging.page(items, total)))
}

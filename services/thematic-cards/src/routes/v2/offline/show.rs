use crate::{
    App,
    commands::pack::{Pack, pack},
    domain::{deck::DeckCard, sitting::Place},
    routes::view::{CardStateView, CardView},
};
use access::Student;
use axum::extract::State;
use serde::Serialize;
use utoipa::ToSchema;
use web::{ApiResult, Json, Query, Timestamp, offline::DaysAway};

/// All that studying without a connection takes.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct OfflineView {
    /// When it was packed.
    packed_at: Timestamp,
    /// What the scheduler computes with.
    scheduler: SchedulerView,
    /// New words a day.
    new_words: u32,
    /// The cards: those that return, longest waiting first, then new ones in the order in which to meet them. At most 2,000.
    cards: Vec<OfflineCardView>,
}

/// What the scheduler computes with.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct SchedulerView {
    /// The algorithm.
    #[schema(example = "fsrs-6")]
    algorithm: &'static str,
    /// Which parameters.
    parameters: u32,
    /// The 21 numbers; absent for the defaults, which every client has.
    #[serde(skip_serializing_if = "Option::is_none")]
    weights: Option<Vec<f32>>,
    /// The share of due cards that the student means to recall.
    desired_retention: f64,
    /// How full each day of the week may be, Monday first, in percent of a usual day: how the day of a return is drawn.
    #[schema(example = json!([100, 100, 100, 100, 100, 50, 0]))]
    week: [u8; 7],
}

/// A card to take along.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct OfflineCardView {
    /// What it asks.
    card: CardView,
    /// Where it stands, for the scheduler; absent for a new one.
    #[serde(skip_serializing_if = "Option::is_none")]
    state: Option<CardStateView>,
    /// Not to be asked before this: its word was answered in the student's own dictionary today. Absent when it may be asked.
    #[serde(skip_serializing_if = "Option::is_none")]
    not_before: Option<Timestamp>,
}

impl OfflineView {
    fn of(pack: &Pack) -> Self {
        let basis = pack.student.scheduler().basis();
        let settings = &pack.student.settings;
        let weights = pack.student.memory.as_ref().filter(|_| basis.parameters > 0);
        Self {
            packed_at: pack.packed_at.into(),
            scheduler: SchedulerView {
                algorithm: "fsrs-6",
                parameters: basis.parameters,
                weights: weights.map(|memory| memory.weights.clone()),
                desired_retention: settings.retention(),
                week: settings.week.into(),
            },
            new_words: settings.new_words,
            cards: pack.places.iter().filter_map(|place| OfflineCardView::of(pack, place)).collect(),
        }
    }
}

impl OfflineCardView {
    fn of(pack: &Pack, place: &Place) -> Option<Self> {
        let lesson = pack.lessons.word(place.word_id)?;
        let stored = pack.cards.get(&place.card_id);
        let card = stored.map(DeckCard::of);
        let language = pack.student.settings.language;
        let card = CardView::of(place.card_id, place.kind, language, lesson, card.as_ref(), &pack.lessons)?;
        let not_before = pack.elsewhere.contains(&place.word_id).then(|| pack.tomorrow.into());
        Some(Self { card, state: stored.map(CardStateView::of), not_before })
    }
}

/// What to take along for some days without a connection.
///
/// Permission: student, own cards. The client studies with it, and hands in what was done by `POST /sync`.
#[utoipa::path(
    get,
    path = "/offline",
    params(DaysAway),
    responses((status = 200, description = "Cards, words, and what the scheduler needs.", body = OfflineView)),
    security(("accessToken" = ["student"]))
)]
#[tracing::instrument(skip_all)]
pub(crate) async fn show_offline(
    State(app): State<App>,
    student: Student,
    Query(away): Query<DaysAway>,
) -> ApiResult<Json<OfflineView>> {
    let pack = pack(&app, student.id, away.get()?).await?;

    Ok(Json(OfflineView::of(&pack)))
}

use crate::{
    App,
    commands::pack::{Pack, pack},
    domain::{arrangement::ExamAhead, deck::DeckCard, sitting::Place},
    routes::view::{CardStateView, CardView},
};
use access::Student;
use axum::extract::State;
use chrono::NaiveDate;
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
    /// New words a day, as the student chose; as many new kinds of known words come beside them.
    new_words: u32,
    /// What was met already on the day on which it was packed.
    met_today: MetTodayView,
    /// The exam that lies ahead; absent where there is none.
    #[serde(skip_serializing_if = "Option::is_none")]
    exam: Option<ExamAheadView>,
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

/// What was met for the first time on a day: it counts against what is new on that day.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct MetTodayView {
    /// The study day.
    day: NaiveDate,
    /// New words.
    words: usize,
    /// New kinds of known ones.
    kinds: usize,
}

/// An exam of which all words are to be seen before its day. On a day before it there are as many new words as an equal share
/// of those that were unseen that morning, or as the student chose where that is more.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ExamAheadView {
    /// On which day.
    on: NaiveDate,
    /// Words of its topics that were not met before the day on which this was packed.
    unseen: usize,
    /// Those of them that were met on that day before it was packed.
    met_today: usize,
}

impl From<ExamAhead> for ExamAheadView {
    fn from(ExamAhead { on, unseen, met_today }: ExamAhead) -> Self {
        Self { on, unseen, met_today }
    }
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
    /// Whether no card of its word was met yet: it counts among the new words.
    new_word: bool,
    /// Whether its word is one of the exam that lies ahead.
    of_exam: bool,
    /// Not to be asked before this: its word was asked today in another way, or in the student's own dictionary. Absent when it
    /// may be asked.
    #[serde(skip_serializing_if = "Option::is_none")]
    not_before: Option<Timestamp>,
}

impl OfflineView {
    fn of(pack: &Pack) -> Self {
        let basis = pack.student.scheduler().basis();
        let settings = &pack.student.settings;
        let (words, kinds) = pack.deck.met_on(pack.today);
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
            met_today: MetTodayView { day: pack.today, words, kinds },
            exam: pack.exam.map(ExamAheadView::from),
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
        let new_word = !pack.deck.knows(lesson.id, lesson.kinds());
        let exam = pack.student.settings.exam.as_ref().filter(|_| pack.exam.is_some());
        let of_exam = exam.is_some_and(|exam| exam.topics.contains(&lesson.entry.topic_id));
        let not_before = pack.resting.contains(&place.card_id).then(|| pack.tomorrow.into());
        Some(Self { card, state: stored.map(CardStateView::of), new_word, of_exam, not_before })
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

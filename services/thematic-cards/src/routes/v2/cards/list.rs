use crate::{
    App, commands,
    domain::{card::SetAside, deck::DeckCard, lessons::Lesson, question::card_id},
    routes::view::CardView,
};
use access::Student;
use axum::extract::State;
use events::thematic_cards::CardKind;
use ids::{CardId, TopicId};
use serde::Deserialize;
use utoipa::{IntoParams, ToSchema};
use web::{ApiResult, Limit, Page, Query};

/// Which cards.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct CardsQuery {
    /// Only those that stand so.
    #[param(inline)]
    state: Option<CardsState>,
    /// Only those of this topic.
    topic_id: Option<TopicId>,
    /// Only those that ask in this way.
    #[param(inline)]
    kind: Option<CardKind>,
    /// How many at once.
    #[serde(default)]
    limit: Limit,
    /// Where to go on.
    cursor: Option<String>,
}

/// How a card stands.
#[derive(Clone, Copy, Debug, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum CardsState {
    /// It waits to be asked.
    Due,
    /// The student asked not to be asked.
    Suspended,
    /// It was forgotten too often.
    Leech,
    /// The student has put it off.
    Buried,
}

impl CardsState {
    const fn name(self) -> &'static str {
        match self {
            Self::Due => "due",
            Self::Suspended => "suspended",
            Self::Leech => "leech",
            Self::Buried => "buried",
        }
    }
}

impl CardsQuery {
    fn wants(&self, card: &DeckCard, lesson: &Lesson, now: chrono::DateTime<chrono::Utc>) -> bool {
        let stands = match self.state {
            None => card.is_met() || card.set_aside.is_some(),
            Some(CardsState::Due) => card.is_due(now),
            Some(CardsState::Suspended) => card.set_aside == Some(SetAside::Suspended),
            Some(CardsState::Leech) => card.set_aside == Some(SetAside::Leech),
            Some(CardsState::Buried) => card.buried_until.is_some_and(|until| until > now),
        };
        stands
            && self.topic_id.is_none_or(|topic| topic == lesson.entry.topic_id)
            && self.kind.is_none_or(|kind| kind == card.kind)
    }
}

/// The student's cards: those that were met, or set aside.
///
/// Permission: student, own cards. Leeches and suspended cards are found here, to be brought back.
#[utoipa::path(
    get,
    path = "/cards",
    params(CardsQuery),
    responses((status = 200, description = "A page of cards.", body = Page<CardView>)),
    security(("accessToken" = ["student"]))
)]
#[tracing::instrument(skip_all)]
pub(crate) async fn list_cards(
    State(app): State<App>,
    student: Student,
    Query(query): Query<CardsQuery>,
) -> ApiResult<Page<CardView>> {
    let scope = format!(
        "cards/{}/{}/{}/{}",
        student.id,
        query.state.map_or("all", CardsState::name),
        query.topic_id.map_or_else(|| "all".to_owned(), |topic| topic.to_string()),
        query.kind.map_or("all", CardKind::as_str),
    );
    let after: Option<CardId> =
        query.cursor.as_ref().map(|cursor| app.cursors.open(&scope, cursor)).transpose()?;
    let language = commands::student(&app, student.id).await?.settings.language;
    let (lessons, now) = (app.catalogue.now().await?, app.clock.now());
    let deck = commands::deck(&app, student.id).await?;

    let taught = deck.cards().iter().filter_map(|card| Some((card, lessons.word(card.word)?)));
    let mut found: Vec<_> = taught
        .filter(|(card, lesson)| lesson.taught && query.wants(card, lesson, now))
        .map(|(card, lesson)| (card_id(student.id, card.word, card.kind), card, lesson))
        .filter(|(id, _, _)| after.is_none_or(|after| *id > after))
        .collect();
    found.sort_unstable_by_key(|(id, _, _)| *id);
    let more = found.len() > query.limit.get();
    found.truncate(query.limit.get());
    let last = found.last().map(|(id, _, _)| *id).filter(|_| more);
    let next_cursor = last.map(|last| app.cursors.seal(&scope, &last)).transpose()?;
    let view = |(id, card, lesson): (CardId, &DeckCard, &std::sync::Arc<Lesson>)| {
        CardView::of(id, card.kind, language, lesson, Some(card), &lessons)
    };

    Ok(Page { items: found.into_iter().filter_map(view).collect(), next_cursor })
}

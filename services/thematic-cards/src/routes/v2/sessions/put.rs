use super::show::SessionView;
use crate::{
    App,
    commands::arrange_session::{Scope, Wish, arrange_session},
    domain::{
        question::GlossLanguage,
        sitting::{MOST_CARDS, MOST_MINUTES, MOST_TOPICS, USUAL_CARDS},
    },
};
use access::Student;
use axum::{extract::State, http::StatusCode};
use events::thematic_cards::CardKind;
use ids::{StudySessionId, TopicId, UserId};
use serde::Deserialize;
use utoipa::ToSchema;
use web::{
    ApiError, ApiResult, Json, Path, Zone,
    responses::{Conflict, NotFound},
};

/// What the student wants of a sitting. Everything may be left out.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct ArrangeSession {
    /// Only cards that ask in this way; absent for all.
    kind: Option<CardKind>,
    /// The language to answer from; the one of the settings unless said.
    language: Option<GlossLanguage>,
    /// IANA zone in which the student is: decides which day it is; the one of the settings unless said.
    zone: Option<Zone>,
    /// At most so many cards, 1 to 200: 20, or where minutes are said as many as they hold.
    #[schema(minimum = 1, maximum = 200)]
    cards: Option<u32>,
    /// At most so many minutes at the student's own pace, 1 to 240.
    #[schema(minimum = 1, maximum = 240)]
    minutes: Option<u32>,
    /// Extra practice: cards that were met, whether or not they are due. Answer them with `practice`, and no due date moves.
    #[serde(default)]
    practice: bool,
}

/// What the student wants of a sitting over several topics. Everything may be left out.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct ArrangeSessionOfTopics {
    /// Which topics, 1 to 200; absent for all in which the student has met a card, and those of the exam.
    #[schema(min_items = 1, max_items = 200)]
    topics: Option<Vec<TopicId>>,
    /// Only cards that ask in this way; absent for all.
    kind: Option<CardKind>,
    /// The language to answer from; the one of the settings unless said.
    language: Option<GlossLanguage>,
    /// IANA zone in which the student is: decides which day it is; the one of the settings unless said.
    zone: Option<Zone>,
    /// At most so many cards, 1 to 200: 20, or where minutes are said as many as they hold.
    #[schema(minimum = 1, maximum = 200)]
    cards: Option<u32>,
    /// At most so many minutes at the student's own pace, 1 to 240.
    #[schema(minimum = 1, maximum = 240)]
    minutes: Option<u32>,
    /// Extra practice: cards that were met, whether or not they are due. Answer them with `practice`, and no due date moves.
    #[serde(default)]
    practice: bool,
}

impl ArrangeSession {
    fn wish(self, scope: Scope) -> ApiResult<Wish> {
        if self.cards.is_some_and(|cards| !(1..=MOST_CARDS).contains(&cards)) {
            return Err(out_of_range("/cards", format!("Expected 1 to {MOST_CARDS} cards.")));
        }
        if self.minutes.is_some_and(|minutes| !(1..=MOST_MINUTES).contains(&minutes)) {
            return Err(out_of_range("/minutes", format!("Expected 1 to {MOST_MINUTES} minutes.")));
        }
        if self.kind == Some(CardKind::Unknown) {
            return Err(ApiError::invalid_field("/kind", "unknown-value", "Expected a kind of card."));
        }
        let usual = if self.minutes.is_some() { MOST_CARDS } else { USUAL_CARDS };
        Ok(Wish {
            scope,
            kind: self.kind,
            language: self.language,
            zone: self.zone.map(|zone| zone.0),
            cards: self.cards.unwrap_or(usual),
            minutes: self.minutes,
            practice: self.practice,
        })
    }
}

impl ArrangeSessionOfTopics {
    fn wish(self) -> ApiResult<Wish> {
        let Self { topics, kind, language, zone, cards, minutes, practice } = self;
        let scope = match topics {
            None => Scope::Begun,
            Some(topics) if (1..=MOST_TOPICS).contains(&topics.len()) => Scope::Topics(topics),
            Some(_) => return Err(out_of_range("/topics", format!("Expected 1 to {MOST_TOPICS} topics."))),
        };
        ArrangeSession { kind, language, zone, cards, minutes, practice }.wish(scope)
    }
}

fn out_of_range(pointer: &'static str, message: String) -> ApiError {
    ApiError::invalid_field(pointer, "out-of-range", message)
}

/// Arrange a sitting.
///
/// Permission: student. Safe to repeat: the sitting stands as it was arranged the first time. Cards that are due come
/// first, new ones between them, never two cards of one word on a day. A word's next kind of card opens when the one before
/// it is learnt, unless one kind is asked for.
#[utoipa::path(
    put,
    path = "/topics/{topicId}/sessions/{sessionId}",
    params(
        ("topicId" = TopicId, Path, description = "What to study."),
        ("sessionId" = StudySessionId, Path, description = "Made by the client (UUIDv7)."),
    ),
    request_body = ArrangeSession,
    responses(
        (status = 201, description = "Arranged.", body = SessionView),
        (status = 200, description = "It was arranged before.", body = SessionView),
        NotFound,
        Conflict,
    ),
    security(("accessToken" = ["student"]))
)]
#[tracing::instrument(skip_all)]
pub(crate) async fn arrange_session_of_topic(
    State(app): State<App>,
    student: Student,
    Path((topic_id, session_id)): Path<(TopicId, StudySessionId)>,
    Json(body): Json<ArrangeSession>,
) -> ApiResult<(StatusCode, Json<SessionView>)> {
    arrange(&app, student.id, session_id, body.wish(Scope::Topic(topic_id))?).await
}

/// Arrange a sitting over several topics.
///
/// Permission: student. Safe to repeat: the sitting stands as it was arranged the first time. Of all topics together the
/// cards that are due come first; new words come topic by topic, by level and position, those of the exam before the others.
#[utoipa::path(
    put,
    path = "/sessions/{sessionId}",
    params(("sessionId" = StudySessionId, Path, description = "Made by the client (UUIDv7).")),
    request_body = ArrangeSessionOfTopics,
    responses(
        (status = 201, description = "Arranged.", body = SessionView),
        (status = 200, description = "It was arranged before.", body = SessionView),
        NotFound,
        Conflict,
    ),
    security(("accessToken" = ["student"]))
)]
#[tracing::instrument(skip_all)]
pub(crate) async fn arrange_session_of_topics(
    State(app): State<App>,
    student: Student,
    Path(session_id): Path<StudySessionId>,
    Json(body): Json<ArrangeSessionOfTopics>,
) -> ApiResult<(StatusCode, Json<SessionView>)> {
    arrange(&app, student.id, session_id, body.wish()?).await
}

async fn arrange(
    app: &App,
    student: UserId,
    session: StudySessionId,
    wish: Wish,
) -> ApiResult<(StatusCode, Json<SessionView>)> {
    let (laid, now) = arrange_session(app, student, session, wish).await?;
    let status = if now { StatusCode::CREATED } else { StatusCode::OK };

    Ok((status, Json(SessionView::of(&laid))))
}

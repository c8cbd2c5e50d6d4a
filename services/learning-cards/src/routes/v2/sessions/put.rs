use super::show::SessionView;
use crate::{
    App,
    commands::{
        arrange_session::{Wish, arrange_session},
        faulty,
    },
    domain::{
        entry::is_language,
        fault::{Fault, Faults},
        sitting::{MOST_WORDS, USUAL_WORDS},
        student::MOST_MINUTES,
    },
    routes::view::Answer,
};
use access::Student;
use axum::extract::State;
use ids::StudySessionId;
use serde::Deserialize;
use utoipa::ToSchema;
use web::{ApiResult, Json, Path, Zone, responses::Conflict};

/// What the student wants of a sitting. Everything may be left out.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct ArrangeWords {
    /// The language to answer from (ISO 639-1); as set, unless said.
    #[schema(example = "en")]
    language: Option<String>,
    /// IANA zone in which the student is: decides which day it is; as set, unless said.
    zone: Option<Zone>,
    /// At most so many words, 1 to 200.
    #[serde(default = "usual_words")]
    #[schema(default = 100, minimum = 1, maximum = 200)]
    words: u32,
    /// At most so many minutes, at the student's own pace, 1 to 240.
    #[schema(minimum = 1, maximum = 240)]
    minutes: Option<u16>,
}

const fn usual_words() -> u32 {
    USUAL_WORDS
}

impl ArrangeWords {
    fn wish(self) -> Result<Wish, Vec<Fault>> {
        let mut faults = Faults::default();
        if !(1..=MOST_WORDS).contains(&self.words) {
            faults.add(Fault::new("/words", "out-of-range", format!("Expected 1 to {MOST_WORDS} words.")));
        }
        if self.minutes.is_some_and(|minutes| !(1..=MOST_MINUTES).contains(&minutes)) {
            faults.add(Fault::new(
                "/minutes",
                "out-of-range",
                format!("Expected 1 to {MOST_MINUTES} minutes."),
            ));
        }
        if self.language.as_deref().is_some_and(|language| !is_language(language)) {
            let message = "Expected a code of two letters such as en.";
            faults.add(Fault::new("/language", "unknown-language", message));
        }
        let Self { language, zone, words, minutes } = self;
        faults.unless_any(Wish { language, zone: zone.map(|zone| zone.0), words, minutes })
    }
}

/// Arrange a sitting with the words of today.
///
/// What is due in the present week: the words that were not seen for the longest first, new ones between them. A word that a
/// topic asked today waits until tomorrow. Safe to repeat: the sitting stands as it was arranged the first time.
#[utoipa::path(
    put,
    path = "/sessions/{sessionId}",
    params(("sessionId" = StudySessionId, Path, description = "Made by the client (UUIDv7).")),
    request_body = ArrangeWords,
    responses(
        (status = 201, description = "Arranged.", body = SessionView),
        (status = 200, description = "It was arranged before.", body = SessionView),
        Conflict,
    ),
    security(("accessToken" = ["student"]))
)]
#[tracing::instrument(skip_all)]
pub(crate) async fn put_session(
    State(app): State<App>,
    student: Student,
    Path(session_id): Path<StudySessionId>,
    Json(body): Json<ArrangeWords>,
) -> ApiResult<Answer<SessionView>> {
    let wish = body.wish().map_err(|faults| faulty("", faults))?;
    let arranged = arrange_session(&app, student.id, session_id, wish).await?;
    let body = SessionView::of(&app, &arranged.answer).await?;

    Ok(Answer { first_time: arranged.first_time, body })
}

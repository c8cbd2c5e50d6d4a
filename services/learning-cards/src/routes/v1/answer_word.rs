use super::view::{AskName, OutcomeView};
use crate::{
    App,
    commands::{answer_word::answer, merge_words::look_at_surviving},
    domain::{
        answer::{Given, Submission},
        question::Form,
        student::Settings,
    },
    store,
};
use access::Student;
use axum::extract::State;
use ids::{OwnWordId, ReviewId};
use scheduler::Rating;
use serde::Deserialize;
use utoipa::ToSchema;
use web::{ApiError, ApiResult, Json, Path, Timestamp, responses::NotFound};

/// Characters of a text.
const LONGEST: usize = 500;

/// An answer, as the first clients send it: typed, or judged by the student.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct AnswerV1 {
    /// What was asked.
    asked: AskName,
    /// What was typed.
    #[schema(max_length = 500, example = "het brood")]
    text: Option<String>,
    /// The plural, when it is asked.
    #[schema(max_length = 500)]
    plural: Option<String>,
    /// The past, when it is asked.
    #[schema(max_length = 500)]
    past: Option<String>,
    /// The participle, when it is asked.
    #[schema(max_length = 500)]
    participle: Option<String>,
    /// The student's own judgement, when nothing was typed.
    #[schema(value_type = Option<String>, example = "good")]
    rating: Option<Rating>,
    /// When, by the device's clock.
    answered_at: Timestamp,
}

impl AnswerV1 {
    /// The first clients name no answer. Word and instant name it: a repeat is the same answer.
    fn review_id(&self, word: OwnWordId) -> ReviewId {
        let instant = self.answered_at.instant().timestamp_millis();
        ReviewId::derive(word.as_uuid(), &format!("v1/{instant}"))
    }

    fn parse(self, settings: Settings) -> ApiResult<Submission> {
        let forms =
            [(Form::Plural, self.plural), (Form::Past, self.past), (Form::Participle, self.participle)];
        let forms: Vec<_> = forms.into_iter().filter_map(|(form, text)| Some((form, text?))).collect();
        let is_short = |text: &str| text.chars().count() <= LONGEST;
        let given = match (self.text, self.rating) {
            (Some(text), None) if is_short(&text) && forms.iter().all(|(_, form)| is_short(form)) => {
                Given::Typed { text, forms }
            }
            (None, Some(rating)) => Given::SelfRated { rating },
            _ => {
                let message = format!("Expected either texts of at most {LONGEST} characters or a rating.");
                return Err(ApiError::invalid_field("/text", "text-or-rating", message));
            }
        };
        Ok(Submission {
            asked: self.asked.ask(),
            given,
            language: settings.language_or_english().to_owned(),
            context_id: None,
            session_id: None,
            answered_at: self.answered_at.instant(),
            zone: settings.zone,
            duration_ms: None,
        })
    }
}

/// Answer a word.
///
/// Permission: student, own words. Safe to repeat.
#[utoipa::path(
    post,
    path = "/words/{wordId}/answers",
    params(("wordId" = OwnWordId, Path, description = "The word.")),
    request_body = AnswerV1,
    responses((status = 200, description = "What came of it.", body = OutcomeView), NotFound),
    security(("accessToken" = ["student"]))
)]
#[tracing::instrument(skip_all)]
pub(crate) async fn answer_word(
    State(app): State<App>,
    student: Student,
    Path(word_id): Path<OwnWordId>,
    Json(body): Json<AnswerV1>,
) -> ApiResult<Json<OutcomeView>> {
    let review = body.review_id(word_id);
    let settings =
        async { store::students::settings(&app.students, student.id).await.map_err(ApiError::from) };
    let (settings, look) = tokio::try_join!(settings, look_at_surviving(&app, student.id, word_id))?;
    let submission = body.parse(settings)?;
    let taken = answer(&app, look, review, &submission).await?;

    Ok(Json(OutcomeView::of(&taken.answer)))
}

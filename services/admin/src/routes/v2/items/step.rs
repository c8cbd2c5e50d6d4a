use crate::{
    App,
    commands::take_step,
    domain::{
        item::{Entry, Intent},
        status::{Status, Step},
        value::{self, LONGEST_TEXT},
    },
    routes::{announcement, view::Answer},
};
use access::EducationalAdmin;
use axum::extract::State;
use events::LocalizedText;
use ids::{ContentId, StepId, UserId};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use web::{
    ApiError, ApiResult, FieldError, IfMatch, Json, Path, Timestamp,
    responses::{Conflict, NotFound},
};

/// A step in the life of an item.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(example = json!({
    "step": "publish",
    "affectsProgress": true,
    "notice": {"nl": "Het voorbeeld is verbeterd.", "en": "The example was corrected.", "ru": "Пример исправлен."},
}))]
pub(crate) struct TakeStep {
    /// The step.
    step: Step,
    /// With `publish`: whether what students have learnt of it may count differently now. Not, unless said.
    affects_progress: Option<bool>,
    /// With `publish`: what to tell the students that it touches.
    notice: Option<LocalizedText>,
    /// With `return`: what is found wanting.
    #[schema(max_length = 500)]
    reason: Option<String>,
}

/// A step that was taken.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct StepView {
    /// The step, as the client named it.
    step_id: StepId,
    /// The item.
    item_id: ContentId,
    /// The step.
    step: Step,
    /// Where it led.
    status: Status,
    /// The version that it gave to students.
    #[serde(skip_serializing_if = "Option::is_none")]
    version: Option<i64>,
    /// Who took it.
    by: UserId,
    /// When.
    at: Timestamp,
}

impl TakeStep {
    fn parse(self, id: StepId) -> ApiResult<Intent> {
        let Self { step, affects_progress, notice, reason } = self;
        let mut faults = Vec::new();
        let publishes = step == Step::Publish;
        let announcement = announcement::parse(affects_progress, notice, publishes, &mut faults);
        if let Some(reason) = &reason {
            if step != Step::Return {
                faults.push(FieldError::new("/reason", "unknown-field", "Only a return has a reason."));
            } else if let Err(wrong) = value::text("reason", reason, LONGEST_TEXT) {
                faults.push(FieldError::new("/reason", wrong.code, wrong.message));
            }
        }
        if faults.is_empty() {
            Ok(Intent { id, step, announcement, reason })
        } else {
            Err(ApiError::invalid(faults))
        }
    }
}

impl StepView {
    fn of(intent: &Intent, item_id: ContentId, entry: &Entry) -> Self {
        let Intent { id: step_id, step, .. } = *intent;
        let Entry { version, by, at, .. } = *entry;
        Self { step_id, item_id, step, status: step.target(), version, by, at: at.into() }
    }
}

/// Take a step: submit, approve, return, publish, archive, restore.
///
/// Publishing shows the working version to students; archiving takes it away from them. Safe to repeat: a step is taken
/// once, and the first answer is given again. With `If-Match` it is refused when the item is no longer what was read.
#[utoipa::path(
    put,
    path = "/items/{itemId}/steps/{stepId}",
    params(
        ("itemId" = ContentId, Path, description = "The item."),
        ("stepId" = StepId, Path, description = "Made by the client (UUIDv7)."),
        ("If-Match" = Option<String>, Header, description = "The `ETag` of what the caller has read."),
    ),
    request_body = TakeStep,
    responses(
        (status = 201, description = "Taken.", body = StepView),
        (status = 200, description = "It was taken before.", body = StepView),
        NotFound,
        Conflict,
    ),
    security(("accessToken" = ["educational_admin"]))
)]
#[tracing::instrument(skip_all, fields(item.id = %item_id, step.id = %step_id))]
pub(crate) async fn take_step_of_item(
    State(app): State<App>,
    editor: EducationalAdmin,
    Path((item_id, step_id)): Path<(ContentId, StepId)>,
    seen: Option<IfMatch>,
    Json(body): Json<TakeStep>,
) -> ApiResult<Answer<StepView>> {
    let intent = body.parse(step_id)?;
    let editor = app.editor(&editor);
    let taken = take_step::take_step(&app, item_id, &intent, seen.as_ref(), editor).await?;

    Ok(Answer { first_time: taken.first_time, body: StepView::of(&intent, item_id, &taken.answer) })
}

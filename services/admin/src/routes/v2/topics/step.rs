use crate::{
    App,
    commands::advance_topic::{Order, advance_topic},
    domain::{
        errand::Advanced,
        status::{Status, Step},
    },
    routes::{
        announcement,
        view::{Answer, counted},
    },
};
use access::EducationalAdmin;
use axum::extract::State;
use events::{LocalizedText, admin::ContentKind};
use ids::{ContentId, StepId, TopicId};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, HashSet};
use utoipa::ToSchema;
use web::{
    ApiError, ApiResult, FieldError, Json, Path,
    responses::{Conflict, NotFound},
};

/// Steps of a topic and all its words.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(example = json!({ "steps": ["submit", "approve", "publish"] }))]
pub(crate) struct TakeSteps {
    /// Each item takes those that it can, in this order. One to six, each once.
    #[schema(min_items = 1, max_items = 6)]
    steps: Vec<Step>,
    /// With `publish`: whether what students have learnt may count differently now. Not, unless said.
    affects_progress: Option<bool>,
    /// With `publish`: what to tell the students that it touches.
    notice: Option<LocalizedText>,
}

/// What became of a topic and all its words.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct StepsView {
    /// The request, as the client named it.
    step_id: StepId,
    /// The topic.
    topic_id: TopicId,
    /// How many items stand in each status now.
    counts: BTreeMap<&'static str, usize>,
    /// The topic first, then its words.
    items: Vec<AdvancedView>,
}

/// What became of one item.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct AdvancedView {
    /// The item.
    item_id: ContentId,
    /// What kind it is.
    kind: ContentKind,
    /// A topic's name in Dutch, a word's lemma.
    #[schema(example = "brood")]
    title: String,
    /// The steps that it took; none when it could take none.
    taken: Vec<Step>,
    /// Where its working version is.
    status: Status,
    /// The last version number that was given to students; 0 before the first.
    version: i64,
}

impl TakeSteps {
    fn parse(self, topic_id: TopicId, id: StepId) -> ApiResult<Order> {
        let Self { steps, affects_progress, notice } = self;
        let mut faults = Vec::new();
        let publishes = steps.contains(&Step::Publish);
        let announcement = announcement::parse(affects_progress, notice, publishes, &mut faults);
        let mut seen = HashSet::new();
        if steps.is_empty() {
            faults.push(FieldError::new("/steps", "empty", "Expected at least one step."));
        }
        for (index, _) in steps.iter().enumerate().filter(|(_, step)| !seen.insert(step.name())) {
            faults.push(FieldError::new(format!("/steps/{index}"), "repeated", "Each step stands once."));
        }
        if faults.is_empty() {
            Ok(Order { id, topic_id, steps, announcement })
        } else {
            Err(ApiError::invalid(faults))
        }
    }
}

impl StepsView {
    fn of(step_id: StepId, topic_id: TopicId, advanced: Vec<Advanced>) -> Self {
        let counts = counted(advanced.iter().map(|item| item.status.name()));
        let items = advanced.into_iter().map(AdvancedView::from).collect();
        Self { step_id, topic_id, counts, items }
    }
}

impl From<Advanced> for AdvancedView {
    fn from(advanced: Advanced) -> Self {
        let Advanced { item_id, kind, title, taken, status, version } = advanced;
        Self { item_id, kind, title, taken, status, version }
    }
}

/// Take steps with a topic and all its words.
///
/// Each item takes those of the steps that it can, in the order given, in one write. Safe to repeat: each item takes
/// them once, and the first answer is given again; a repeat of a request that was cut off does the rest.
#[utoipa::path(
    put,
    path = "/topics/{topicId}/steps/{stepId}",
    params(
        ("topicId" = TopicId, Path, description = "The topic."),
        ("stepId" = StepId, Path, description = "Made by the client (UUIDv7)."),
    ),
    request_body = TakeSteps,
    responses(
        (status = 201, description = "Done.", body = StepsView),
        (status = 200, description = "It was done, or begun, before.", body = StepsView),
        NotFound,
        Conflict,
    ),
    security(("accessToken" = ["educational_admin"]))
)]
#[tracing::instrument(skip_all, fields(topic.id = %topic_id, step.id = %step_id))]
pub(crate) async fn take_steps_of_topic(
    State(app): State<App>,
    editor: EducationalAdmin,
    Path((topic_id, step_id)): Path<(TopicId, StepId)>,
    Json(body): Json<TakeSteps>,
) -> ApiResult<Answer<StepsView>> {
    let order = body.parse(topic_id, step_id)?;
    let advanced = advance_topic(&app, &order, app.editor(&editor)).await?;

    Ok(Answer { first_time: advanced.first_time, body: StepsView::of(step_id, topic_id, advanced.answer) })
}

use crate::{
    App,
    commands::choose_settings::chosen,
    domain::{
        question::GlossLanguage,
        student::{Exam, Student as StudentDocument},
    },
};
use access::Student;
use axum::extract::State;
use chrono::NaiveDate;
use documents::Stored;
use ids::TopicId;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use web::{ApiResult, ETag, Tagged, Zone};

/// What a student chose.
#[derive(Clone, Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct SettingsView {
    /// The share of due cards that the student means to recall, 0.80 to 0.95.
    #[schema(minimum = 0.80, maximum = 0.95, example = 0.9)]
    desired_retention: f64,
    /// New words a day, over all topics; new kinds of cards of known words come beside them, as many at most.
    #[schema(example = 20)]
    new_words: u32,
    /// How full each day of the week may be, Monday first, in percent of a usual day: 0 is a free day.
    #[schema(example = json!([100, 100, 100, 100, 100, 50, 0]))]
    week: [u8; 7],
    /// What the student learns towards; absent for nothing.
    #[serde(skip_serializing_if = "Option::is_none")]
    exam: Option<ExamBody>,
    /// IANA zone in which the student is: decides when a day begins.
    zone: Zone,
    /// The language that the student answers from, and in.
    language: GlossLanguage,
}

/// An exam: everything of its topics is to be seen before it.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct ExamBody {
    /// On which day.
    #[schema(example = "2026-06-15")]
    pub on: NaiveDate,
    /// What is asked in it, 1 to 200 topics.
    #[schema(min_items = 1, max_items = 200)]
    pub topics: Vec<TopicId>,
}

impl SettingsView {
    /// With the revision by which they are changed.
    pub(crate) fn of(student: Stored<StudentDocument>) -> Tagged<Self> {
        let tag = ETag::of_rev(student.rev);
        let settings = student.into_state().settings;
        let view = Self {
            desired_retention: settings.retention(),
            new_words: settings.new_words,
            week: settings.week.into(),
            exam: settings.exam.map(|Exam { on, topics }| ExamBody { on, topics }),
            zone: Zone(settings.zone),
            language: settings.language,
        };
        Tagged(tag, view)
    }
}

/// What the student chose.
///
/// Permission: student, own settings. Before the first choice: what everybody begins with.
#[utoipa::path(
    get,
    path = "/settings",
    responses((status = 200, description = "The settings.", body = SettingsView)),
    security(("accessToken" = ["student"]))
)]
#[tracing::instrument(skip_all)]
pub(crate) async fn show_settings(
    State(app): State<App>,
    student: Student,
) -> ApiResult<Tagged<SettingsView>> {
    Ok(SettingsView::of(chosen(&app, student.id).await?))
}

use crate::{
    App,
    domain::student::{Amount, Student as Enrolled},
    store,
};
use access::Student;
use axum::extract::State;
use documents::Stored;
use serde::Serialize;
use utoipa::ToSchema;
use web::{ApiResult, ETag, Tagged, Zone};

/// What a student has set.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = WeekSettingsView)]
pub(crate) struct SettingsView {
    /// So many words a week, those that are carried over included; absent when minutes are set.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = 20)]
    words_a_week: Option<u16>,
    /// So many minutes a day, at the student's own pace; absent when words are set.
    #[serde(skip_serializing_if = "Option::is_none")]
    minutes_a_day: Option<u16>,
    /// The language to answer from (ISO 639-1); absent until one is chosen: then it is that of the interface.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = "en")]
    language: Option<String>,
    /// Where the student is: decides which day it is.
    zone: Zone,
}

impl SettingsView {
    pub(super) fn tagged(student: &Stored<Enrolled>) -> Tagged<Self> {
        let settings = &student.settings;
        let (words_a_week, minutes_a_day) = match settings.amount {
            Amount::WordsAWeek(words) => (Some(words), None),
            Amount::MinutesADay(minutes) => (None, Some(minutes)),
        };
        let view = Self {
            words_a_week,
            minutes_a_day,
            language: settings.language.clone(),
            zone: Zone(settings.zone),
        };
        Tagged(ETag::of_rev(student.rev), view)
    }
}

/// What the student has set for their weeks.
#[utoipa::path(
    get,
    path = "/settings",
    responses((
        status = 200,
        description = "The settings.",
        body = SettingsView,
        headers(("ETag" = String, description = "Their revision, for `If-Match`.")),
    )),
    security(("accessToken" = ["student"]))
)]
#[tracing::instrument(skip_all)]
pub(crate) async fn show_settings(
    State(app): State<App>,
    student: Student,
) -> ApiResult<Tagged<SettingsView>> {
    Ok(SettingsView::tagged(&store::students::enrolled(&app.students, student.id).await?))
}

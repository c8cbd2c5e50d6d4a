use super::show::SettingsView;
use crate::{
    App,
    commands::faulty,
    domain::{
        entry::is_language,
        fault::{Fault, Faults},
        student::{Amount, MOST_MINUTES, MOST_WORDS, Settings, Student as Enrolled},
    },
    store,
};
use access::Student;
use axum::extract::State;
use documents::Filter;
use serde::Deserialize;
use utoipa::ToSchema;
use web::{ApiError, ApiResult, IfMatch, Json, Tagged, Zone};

/// What becomes of the settings: absent stays. Words a week and minutes a day are two ways to say one thing.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct ChangeWeekSettings {
    /// So many words a week, those that are carried over included, 1 to 100.
    #[schema(minimum = 1, maximum = 100, example = 20)]
    words_a_week: Option<u16>,
    /// So many minutes a day, 1 to 240.
    #[schema(minimum = 1, maximum = 240)]
    minutes_a_day: Option<u16>,
    /// The language to answer from (ISO 639-1).
    #[schema(example = "en")]
    language: Option<String>,
    /// Where the student is: decides which day it is.
    zone: Option<Zone>,
}

impl ChangeWeekSettings {
    fn parse(self, before: &Settings) -> Result<Settings, Vec<Fault>> {
        let mut faults = Faults::default();
        let mut within = |at: &str, number: Option<u16>, most: u16| {
            if number.is_some_and(|number| !(1..=most).contains(&number)) {
                faults.add(Fault::new(at, "out-of-range", format!("Expected 1 to {most}.")));
            }
        };
        within("/wordsAWeek", self.words_a_week, MOST_WORDS);
        within("/minutesADay", self.minutes_a_day, MOST_MINUTES);
        let amount = match (self.words_a_week, self.minutes_a_day) {
            (None, None) => before.amount,
            (Some(words), None) => Amount::WordsAWeek(words),
            (None, Some(minutes)) => Amount::MinutesADay(minutes),
            (Some(_), Some(_)) => {
                let message = "Expected words a week or minutes a day, not both.";
                faults.add(Fault::new("/minutesADay", "contradiction", message));
                before.amount
            }
        };
        let language = self.language.or_else(|| before.language.clone());
        if language.as_deref().is_some_and(|language| !is_language(language)) {
            let message = "Expected a code of two letters such as en.";
            faults.add(Fault::new("/language", "unknown-language", message));
        }
        let zone = self.zone.map_or(before.zone, |zone| zone.0);
        faults.unless_any(Settings { amount, language, zone })
    }
}

/// Change what is set for the weeks to come.
///
/// A merge patch. The week under way keeps its words.
#[utoipa::path(
    patch,
    path = "/settings",
    params(IfMatch),
    request_body(content = ChangeWeekSettings, content_type = "application/merge-patch+json"),
    responses((
        status = 200,
        description = "Changed.",
        body = SettingsView,
        headers(("ETag" = String, description = "Their revision, for `If-Match`.")),
    )),
    security(("accessToken" = ["student"]))
)]
#[tracing::instrument(skip_all)]
pub(crate) async fn change_settings(
    State(app): State<App>,
    student: Student,
    seen: IfMatch,
    Json(body): Json<ChangeWeekSettings>,
) -> ApiResult<Tagged<SettingsView>> {
    let before = store::students::enrolled(&app.students, student.id).await?;
    seen.check(before.rev)?;
    let settings = body.parse(&before.settings).map_err(|faults| faulty("", faults))?;
    let is_seen = |rev| seen.check(rev).is_ok();
    let rule = |enrolled: Enrolled| enrolled.set(&settings);
    let after = app.students.change_if(student.id, Filter::any(), is_seen, rule).await?;

    Ok(SettingsView::tagged(&after.ok_or(ApiError::PreconditionFailed)?))
}

use super::show::{ExamBody, SettingsView};
use crate::{
    App,
    commands::choose_settings::choose_settings,
    domain::{
        question::GlossLanguage,
        student::{Exam, MOST_EXAM_TOPICS, MOST_NEW_WORDS, Settings, USUAL_LOAD},
    },
};
use access::Student;
use axum::extract::State;
use scheduler::{DesiredRetention, EasyDays};
use serde::Deserialize;
use utoipa::ToSchema;
use web::{ApiError, ApiResult, IfMatch, Json, Patch, Tagged, Zone};

/// What the student chooses anew; what is left out stays (a merge patch, RFC 7396).
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct ChangeSettings {
    /// The share of due cards that the student means to recall. Cards that are learnt get other due dates, within minutes.
    #[schema(minimum = 0.80, maximum = 0.95)]
    desired_retention: Option<f32>,
    /// New words a day, 0 to 200.
    #[schema(maximum = 200)]
    new_words: Option<u32>,
    /// How full each day of the week may be, Monday first, 0 to 100 percent of a usual day; one at least is a usual day.
    /// Cards that are learnt move to days that have room, within minutes.
    week: Option<[u8; 7]>,
    /// What the student learns towards; null for nothing any more.
    #[serde(default)]
    #[schema(value_type = Option<ExamBody>)]
    exam: Patch<ExamBody>,
    /// IANA zone in which the student is.
    zone: Option<Zone>,
    /// The language that the student answers from, and in.
    language: Option<GlossLanguage>,
}

impl ChangeSettings {
    fn apply(&self, settings: &Settings) -> ApiResult<Settings> {
        let mut settings = settings.clone();
        if let Some(share) = self.desired_retention {
            settings.desired_retention = DesiredRetention::new(share)
                .map_err(|_| out_of_range("/desiredRetention", "Expected 0.80 to 0.95."))?;
        }
        if let Some(words) = self.new_words {
            if words > MOST_NEW_WORDS {
                return Err(out_of_range("/newWords", "Expected 0 to 200 words."));
            }
            settings.new_words = words;
        }
        if let Some(week) = self.week {
            settings.week = parse_week(week)?;
        }
        match &self.exam {
            Patch::Keep => {}
            Patch::Clear => settings.exam = None,
            Patch::Set(exam) => settings.exam = Some(parse_exam(exam)?),
        }
        settings.zone = self.zone.map_or(settings.zone, |zone| zone.0);
        settings.language = self.language.unwrap_or(settings.language);
        Ok(settings)
    }
}

fn parse_week(week: [u8; 7]) -> ApiResult<EasyDays> {
    let week = Some(week).filter(|week| week.contains(&USUAL_LOAD));
    week.and_then(|week| EasyDays::new(week).ok()).ok_or_else(|| {
        out_of_range("/week", "Expected seven loads of 0 to 100 percent, one of them 100 at least.")
    })
}

fn parse_exam(exam: &ExamBody) -> ApiResult<Exam> {
    if !(1..=MOST_EXAM_TOPICS).contains(&exam.topics.len()) {
        return Err(out_of_range("/exam/topics", "Expected 1 to 200 topics."));
    }
    let mut topics = exam.topics.clone();
    topics.sort_unstable();
    topics.dedup();
    Ok(Exam { on: exam.on, topics })
}

fn out_of_range(pointer: &'static str, message: &'static str) -> ApiError {
    ApiError::invalid_field(pointer, "out-of-range", message)
}

/// Choose.
///
/// Permission: student, own settings. Needs the `ETag` of the settings as `If-Match`; `"0"` for the first choice.
#[utoipa::path(
    patch,
    path = "/settings",
    params(IfMatch),
    request_body = ChangeSettings,
    responses((status = 200, description = "As they are now.", body = SettingsView)),
    security(("accessToken" = ["student"]))
)]
#[tracing::instrument(skip_all)]
pub(crate) async fn change_settings(
    State(app): State<App>,
    student: Student,
    seen: IfMatch,
    Json(body): Json<ChangeSettings>,
) -> ApiResult<Tagged<SettingsView>> {
    let changed = choose_settings(&app, student.id, &seen, |settings| body.apply(settings)).await?;

    Ok(SettingsView::of(changed))
}

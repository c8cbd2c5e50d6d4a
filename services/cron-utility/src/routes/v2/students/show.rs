use super::list::StudentView;
use crate::{
    App,
    domain::{
        card::Card,
        cohort::{Closed, Cohort},
        progress::{MONTH, Progress, back},
    },
    routes::v2::view::{HardWordView, MistakeView, hard_words},
    store::{
        cards, cohorts, content,
        standings::class,
        topics::{self, MasteredTopic},
        words::{self, hardest_first},
    },
};
use access::Teacher;
use axum::extract::State;
use chrono::NaiveDate;
use ids::{ContentId, TopicId, UserId};
use serde::Serialize;
use std::collections::HashMap;
use teaching::Taught;
use utoipa::ToSchema;
use web::{ApiError, ApiResult, Json, Path, Timestamp, responses::NotFound};

/// Hard words that are shown of one topic.
const SHOWN: usize = 10;
/// Weeks of own words that are shown: a quarter of a year.
const COHORTS: i64 = 13;

/// A student, with what they did and what is hard for them.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct StudentDetailView {
    /// How the student stands.
    #[serde(flatten)]
    student: StudentView,
    /// The days of the last 30 on which something was answered, the oldest first.
    days: Vec<DayView>,
    /// Kinds of mistakes of the last 30 days, the most frequent first.
    mistakes: Vec<MistakeView>,
    /// Topics with hard words, the topic of the hardest word first.
    topics: Vec<HardTopicView>,
    /// Hard words of the student's own dictionary, the hardest first, ten at most.
    own_words: Vec<HardWordView>,
    /// Cards and own words that are leeches, the latest first, 50 at most.
    leech_cards: Vec<LeechView>,
    /// Topics that the student has mastered, the latest first.
    mastered_topics: Vec<MasteredTopicView>,
    /// The student's weeks of own words, the latest first, thirteen at most.
    cohorts: Vec<CohortView>,
}

/// A day of study, which ends at 04:00.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct DayView {
    /// The day.
    #[schema(example = "2026-11-23")]
    day: NaiveDate,
    /// Answers.
    #[schema(example = 46)]
    answers: i64,
    /// Right ones.
    #[schema(example = 40)]
    correct: i64,
    /// Minutes of study.
    #[schema(example = 11)]
    minutes: i64,
    /// Share of learnt, due cards that were recalled, 0 to 1; absent where none was due.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = 0.9)]
    true_retention: Option<f64>,
}

/// A topic with hard words.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct HardTopicView {
    /// The topic.
    topic_id: TopicId,
    /// What it is called in Dutch; absent until its content has arrived here.
    #[serde(skip_serializing_if = "Option::is_none")]
    title: Option<String>,
    /// Its hard words, the hardest first, ten at most.
    hard_words: Vec<HardWordView>,
}

/// A card that is a leech.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct LeechView {
    /// Its word, of a topic or of the student's own dictionary.
    #[schema(value_type = String, format = Uuid)]
    word_id: String,
    /// As of a hard word.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = "het brood")]
    headword: Option<String>,
    /// The topic of the word; absent for an own word.
    #[serde(skip_serializing_if = "Option::is_none")]
    topic_id: Option<TopicId>,
    /// How often the card was forgotten.
    #[schema(example = 8)]
    lapses: i64,
    /// When it became a leech.
    #[serde(skip_serializing_if = "Option::is_none")]
    since: Option<Timestamp>,
}

/// A topic that the student has mastered.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct MasteredTopicView {
    /// The topic.
    topic_id: TopicId,
    /// What it is called in Dutch; absent until its content has arrived here.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = "Eten en drinken")]
    title: Option<String>,
    /// Its level.
    #[schema(example = "A1")]
    level: String,
    /// How many words it had.
    #[schema(example = 28)]
    words: i64,
    /// When.
    mastered_at: Timestamp,
}

/// A week of own words.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct CohortView {
    /// The week, as ISO 8601 has it.
    #[schema(example = "2026-W48")]
    iso_week: String,
    /// Words in their cycles, new ones and carried ones.
    #[schema(example = 23)]
    words: i64,
    /// Those of them that have passed the last cycle.
    #[schema(example = 18)]
    graduated: i64,
    /// The cycles that every word has passed: `see`, `recall`, `write`, `use`.
    #[schema(example = json!(["see", "recall"]))]
    cycles_completed: Vec<String>,
    /// Words that graduated earlier and return.
    #[schema(example = 4)]
    echoes: i64,
    /// What came of it; absent while it is not over.
    #[serde(skip_serializing_if = "Option::is_none")]
    outcome: Option<CohortOutcomeView>,
}

/// What came of a week of own words.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct CohortOutcomeView {
    /// Words that go on in the next.
    #[schema(example = 5)]
    unfinished: i64,
    /// Words that were set aside as leeches.
    #[schema(example = 0)]
    set_aside: i64,
    /// Echoes that were remembered.
    #[schema(example = 3)]
    echoes_passed: i64,
    /// Echoes that were forgotten.
    #[schema(example = 1)]
    echoes_forgotten: i64,
}

impl From<&Cohort> for CohortView {
    fn from(cohort: &Cohort) -> Self {
        let outcome = |closed: Closed| CohortOutcomeView {
            unfinished: closed.unfinished,
            set_aside: closed.set_aside,
            echoes_passed: closed.echoes_passed,
            echoes_forgotten: closed.echoes_forgotten,
        };
        Self {
            iso_week: cohort.iso_week.clone(),
            words: cohort.words(),
            graduated: cohort.graduated(),
            cycles_completed: cohort.cycles_completed(),
            echoes: cohort.echoes(),
            outcome: cohort.closed.map(outcome),
        }
    }
}

/// A student of the teacher, with what they did and what is hard for them.
///
/// Permission: teacher, own students.
#[utoipa::path(
    get,
    path = "/students/{studentId}",
    params(("studentId" = UserId, Path, description = "The student.")),
    responses((status = 200, description = "The student.", body = StudentDetailView), NotFound),
    security(("accessToken" = ["teacher"]))
)]
#[tracing::instrument(skip_all)]
pub(crate) async fn show_student(
    State(app): State<App>,
    teacher: Teacher,
    Path(student_id): Path<UserId>,
) -> ApiResult<Json<StudentDetailView>> {
    let taught = own_student(&app, &teacher, student_id).await?;
    let class = class(&app.database, &[taught], app.today()).await?;
    let standing = class.standings.first().ok_or_else(|| ApiError::not_found("student", student_id))?;
    let (leeches, mastered) = (
        cards::leeches(&app.database, student_id).await?,
        topics::mastered(&app.database, student_id).await?,
    );
    let of_leeches = leeches.iter().flat_map(|card| content::ids_of(&card.word));
    let of_mastered = mastered.iter().map(|topic| ContentId::from(topic.topic_id));
    let names = content::named(&app.database, of_leeches.chain(of_mastered)).await?;
    let (topics, own_words) = hard(&app, student_id).await?;
    let cohorts = cohorts::latest(&app.database, student_id, COHORTS).await?;

    Ok(Json(StudentDetailView {
        student: standing.into(),
        days: class.progress.get(&student_id).map(|done| days(done, app.today())).unwrap_or_default(),
        mistakes: MistakeView::of(&standing.month.mistakes),
        topics,
        own_words,
        leech_cards: leeches.into_iter().map(|card| leech(&card, &names)).collect(),
        mastered_topics: mastered.into_iter().map(|topic| mastered_topic(topic, &names)).collect(),
        cohorts: cohorts.iter().map(CohortView::from).collect(),
    }))
}

/// The student, if the teacher teaches them: another's is absent.
pub(super) async fn own_student(app: &App, teacher: &Teacher, student_id: UserId) -> ApiResult<Taught> {
    let found = teaching::student_of(&app.database, teacher.id, student_id).await?;
    found.ok_or_else(|| ApiError::not_found("student", student_id))
}

fn days(progress: &Progress, today: NaiveDate) -> Vec<DayView> {
    let month = progress.days.range(back(today, MONTH - 1)..);
    let day = |(day, tally): (&NaiveDate, &crate::domain::progress::Tally)| DayView {
        day: *day,
        answers: tally.answers,
        correct: tally.correct,
        minutes: tally.minutes(),
        true_retention: tally.retention(),
    };
    month.filter(|(_, tally)| tally.answers > 0).map(day).collect()
}

/// Words that are hard: by topic, and own ones.
async fn hard(app: &App, student_id: UserId) -> ApiResult<(Vec<HardTopicView>, Vec<HardWordView>)> {
    let mut wrong = words::wrong_words(&app.database, student_id, None).await?;
    hardest_first(&mut wrong);
    let (mut topics, mut own): (Vec<HardTopicView>, _) = (Vec::new(), Vec::new());
    for word in hard_words(app, wrong).await? {
        let Some(topic_id) = word.topic_id() else {
            own.push(word);
            continue;
        };
        match topics.iter_mut().find(|topic| topic.topic_id == topic_id) {
            Some(topic) => topic.hard_words.push(word),
            None => {
                let title = word.topic_title().map(str::to_owned);
                topics.push(HardTopicView { topic_id, title, hard_words: vec![word] });
            }
        }
    }
    topics.iter_mut().for_each(|topic| topic.hard_words.truncate(SHOWN));
    own.truncate(SHOWN);
    Ok((topics, own))
}

fn leech(card: &Card, names: &HashMap<ContentId, String>) -> LeechView {
    LeechView {
        word_id: card.word.to_string(),
        headword: content::headword_of(&card.word, names),
        topic_id: card.word.topic_id(),
        lapses: card.lapses,
        since: card.leech_since.map(Timestamp::from),
    }
}

fn mastered_topic(topic: MasteredTopic, names: &HashMap<ContentId, String>) -> MasteredTopicView {
    MasteredTopicView {
        topic_id: topic.topic_id,
        title: names.get(&topic.topic_id.into()).cloned(),
        level: topic.level,
        words: topic.words,
        mastered_at: topic.mastered_at.into(),
    }
}

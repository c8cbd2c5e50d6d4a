use super::list::StudentView;
use crate::{
    App,
    domain::{
        card::Card,
        progress::{MONTH, Progress, back},
        standing::Taught,
    },
    routes::v2::view::{HardWordView, MistakeView, hard_words, hardest_first},
    store::{
        cards, content, links,
        standings::class,
        topics::{self, MasteredTopic},
        words,
    },
};
use access::Teacher;
use axum::extract::State;
use chrono::NaiveDate;
use ids::{ContentId, TopicId, UserId, WordId};
use serde::Serialize;
use std::collections::HashMap;
use utoipa::ToSchema;
use web::{ApiError, ApiResult, Json, Path, Timestamp, responses::NotFound};

/// Hard words that are shown of one topic.
const SHOWN: usize = 10;

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
    /// Cards that are leeches, the latest first, 50 at most.
    leech_cards: Vec<LeechView>,
    /// Topics that the student has mastered, the latest first.
    mastered_topics: Vec<MasteredTopicView>,
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
    /// Its word.
    word_id: WordId,
    /// With its article; absent until its content has arrived here.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = "het brood")]
    headword: Option<String>,
    /// The topic of the word.
    topic_id: TopicId,
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
    let class = class(&app, &[taught]).await?;
    let standing = class.standings.first().ok_or_else(|| ApiError::not_found("student", student_id))?;
    let (leeches, mastered) =
        (cards::leeches(&app.database, student_id).await?, topics::mastered(&app.database, student_id).await?);
    let of_leeches = leeches.iter().map(|card| ContentId::from(card.word_id));
    let of_mastered = mastered.iter().map(|topic| ContentId::from(topic.topic_id));
    let names = content::named(&app.database, of_leeches.chain(of_mastered)).await?;

    Ok(Json(StudentDetailView {
        student: standing.into(),
        days: class.progress.get(&student_id).map(|done| days(done, app.today())).unwrap_or_default(),
        mistakes: MistakeView::of(&standing.month.mistakes),
        topics: hard_topics(&app, student_id).await?,
        leech_cards: leeches.into_iter().map(|card| leech(&card, &names)).collect(),
        mastered_topics: mastered.into_iter().map(|topic| mastered_topic(topic, &names)).collect(),
    }))
}

/// The student, if the teacher teaches them: another's is absent.
pub(super) async fn own_student(app: &App, teacher: &Teacher, student_id: UserId) -> ApiResult<Taught> {
    let found = links::student_of(&app.database, teacher.id, student_id).await?;
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

async fn hard_topics(app: &App, student_id: UserId) -> ApiResult<Vec<HardTopicView>> {
    let mut wrong = words::wrong_words(&app.database, student_id, None).await?;
    hardest_first(&mut wrong);
    let mut topics: Vec<HardTopicView> = Vec::new();
    for word in hard_words(app, wrong).await? {
        let topic_id = word.topic_id();
        match topics.iter_mut().find(|topic| topic.topic_id == topic_id) {
            Some(topic) if topic.hard_words.len() < SHOWN => topic.hard_words.push(word),
            Some(_) => {}
            None => {
                let title = word.topic_title().map(str::to_owned);
                topics.push(HardTopicView { topic_id, title, hard_words: vec![word] });
            }
        }
    }
    Ok(topics)
}

fn leech(card: &Card, names: &HashMap<ContentId, String>) -> LeechView {
    LeechView {
        word_id: card.word_id,
        headword: names.get(&card.word_id.into()).cloned(),
        topic_id: card.topic_id,
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

use super::list::StudentView;
use crate::{
    App,
    domain::progress::difficulty,
    store::{
        content, links,
        students::{self, WrongWord},
    },
};
use access::Teacher;
use axum::extract::State;
use ids::{ContentId, TopicId, UserId, WordId};
use serde::Serialize;
use std::collections::{BTreeMap, HashMap};
use utoipa::ToSchema;
use web::{ApiError, ApiResult, Json, Path, responses::NotFound};

/// Hard words that are shown of one topic.
const SHOWN: usize = 10;

/// A student, with the words that are hard for them.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct StudentDetailView {
    /// How the student stands.
    #[serde(flatten)]
    student: StudentView,
    /// Topics with hard words, the hardest word first in each.
    topics: Vec<HardTopicView>,
}

/// A topic with hard words.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct HardTopicView {
    /// The topic.
    topic_id: TopicId,
    /// What it is called; absent until its content has arrived here.
    #[serde(skip_serializing_if = "Option::is_none")]
    title: Option<String>,
    /// Its hard words, the hardest first, ten at most.
    hard_words: Vec<HardWordView>,
}

/// A word that is hard for a student.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct HardWordView {
    /// The word.
    word_id: WordId,
    /// With its article; absent until its content has arrived here.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = "het brood")]
    headword: Option<String>,
    /// Answers in all.
    answers: i64,
    /// Wrong ones.
    wrong: i64,
    /// How often each kind of mistake was made.
    mistakes: BTreeMap<String, i64>,
}

/// A student of the teacher, with the words that are hard for them.
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
    if !links::teaches(&app.database, teacher.id, student_id).await? {
        return Err(ApiError::not_found("student", student_id));
    }
    let totals = students::totals(&app.database, &[student_id]).await?;
    let due = students::due(&app.database, &[student_id], app.clock.now()).await?;
    let wrong = students::wrong_words(&app.database, student_id).await?;
    let ids = wrong.iter().flat_map(|word| [ContentId::from(word.word_id), word.topic_id.into()]);
    let names = content::named(&app.database, ids).await?;
    let totals = totals.get(&student_id).copied().unwrap_or_default();
    let due = due.get(&student_id).copied().unwrap_or_default();

    Ok(Json(StudentDetailView {
        student: StudentView::of(student_id, &totals, due),
        topics: hard_topics(wrong, &names),
    }))
}

fn hard_topics(mut words: Vec<WrongWord>, names: &HashMap<ContentId, String>) -> Vec<HardTopicView> {
    let hardness = |word: &WrongWord| difficulty(word.wrong, word.answers);
    words.sort_by(|a, b| hardness(b).total_cmp(&hardness(a)).then(a.word_id.cmp(&b.word_id)));
    let mut by_topic: BTreeMap<TopicId, Vec<WrongWord>> = BTreeMap::new();
    for word in words {
        by_topic.entry(word.topic_id).or_default().push(word);
    }
    let topic = |(topic_id, words): (TopicId, Vec<WrongWord>)| HardTopicView {
        topic_id,
        title: names.get(&topic_id.into()).cloned(),
        hard_words: words.into_iter().take(SHOWN).map(|word| hard_word(word, names)).collect(),
    };
    by_topic.into_iter().map(topic).collect()
}

fn hard_word(word: WrongWord, names: &HashMap<ContentId, String>) -> HardWordView {
    HardWordView {
        word_id: word.word_id,
        headword: names.get(&word.word_id.into()).cloned(),
        answers: word.answers,
        wrong: word.wrong,
        mistakes: word.mistakes.into_iter().collect(),
    }
}

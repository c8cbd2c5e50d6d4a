//! What several operations show.

use crate::{
    App,
    domain::{
        class::{ClassWeek, by_frequency},
        progress::{MONTH, Progress, Tally},
        standing::Due,
    },
    store::{
        content,
        words::{WrongWord, hardest_first},
    },
};
use chrono::NaiveDate;
use ids::{ContentId, TopicId};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, HashMap};
use utoipa::{IntoParams, ToSchema};
use web::{ApiResult, Limit};

/// How often a kind of mistake was made.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(super) struct MistakeView {
    /// The kind, as a code of the grader.
    #[schema(example = "article")]
    kind: String,
    /// How often.
    #[schema(example = 25)]
    count: i64,
    /// Its share of all mistakes, 0 to 1.
    #[schema(example = 0.41)]
    share: f64,
}

impl MistakeView {
    /// The most frequent first.
    pub(super) fn of(mistakes: &BTreeMap<String, i64>) -> Vec<Self> {
        let kinds = by_frequency(mistakes);
        let all: i64 = kinds.iter().map(|(_, count)| count).sum();
        let view = |(kind, count): (&str, i64)| Self {
            kind: kind.to_owned(),
            count,
            share: count as f64 / all as f64,
        };
        kinds.into_iter().map(view).collect()
    }
}

/// Cards that are due.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(super) struct DueView {
    /// By the end of today, 04:00 at school: those that wait, and those that come.
    #[schema(example = 42)]
    today: i64,
    /// On each of the seven days after it.
    #[schema(example = json!([12, 8, 0, 15, 9, 4, 7]), min_items = 7, max_items = 7)]
    coming: Vec<i64>,
}

impl From<Due> for DueView {
    fn from(due: Due) -> Self {
        Self { today: due.today, coming: due.coming.to_vec() }
    }
}

/// By what hard words are ordered.
#[derive(Clone, Copy, Debug, Default, Deserialize, ToSchema)]
pub(super) enum HardWordsSort {
    /// The hardest first: by the lower bound of the Wilson score interval of the share of wrong answers.
    #[default]
    #[serde(rename = "-difficulty")]
    Difficulty,
    /// Those that were forgotten most often first.
    #[serde(rename = "-lapses")]
    Lapses,
    /// Those that are remembered least first.
    #[serde(rename = "trueRetention")]
    TrueRetention,
}

/// Which hard words.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(rename_all = "camelCase")]
#[into_params(parameter_in = Query)]
pub(super) struct HardWordsQuery {
    /// Only those of this topic.
    topic_id: Option<TopicId>,
    /// By what they are ordered: `-difficulty` unless said.
    #[serde(default)]
    #[param(inline)]
    sort: HardWordsSort,
    /// How many at most.
    #[serde(default)]
    limit: Limit,
}

/// Words that are hard.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(super) struct HardWordsView {
    /// The words, in the order that was asked for.
    items: Vec<HardWordView>,
}

/// A word that is hard.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(super) struct HardWordView {
    /// The word, of a topic or of the student's own dictionary.
    #[schema(value_type = String, format = Uuid)]
    word_id: String,
    /// With its article; of an own word its lemma. Absent until its content has arrived here, and for what no dictionary
    /// knows: that is the student's own.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = "het brood")]
    headword: Option<String>,
    /// Its topic; absent for an own word.
    #[serde(skip_serializing_if = "Option::is_none")]
    topic_id: Option<TopicId>,
    /// What that is called in Dutch; absent until its content has arrived here.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = "Eten en drinken")]
    topic_title: Option<String>,
    /// Answers in all.
    answers: i64,
    /// Wrong ones.
    wrong: i64,
    /// Times that it was forgotten after it was learnt.
    lapses: i64,
    /// Share of its learnt, due cards that were recalled, 0 to 1; absent before there was one.
    #[serde(skip_serializing_if = "Option::is_none")]
    true_retention: Option<f64>,
    /// How many students got it wrong; of a class alone.
    #[serde(skip_serializing_if = "Option::is_none")]
    students: Option<i64>,
    /// How often each kind of mistake was made; of one student alone.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = json!({ "article": 3, "typo": 1 }))]
    mistakes: Option<BTreeMap<String, i64>>,
}

impl HardWordView {
    pub(super) const fn topic_id(&self) -> Option<TopicId> {
        self.topic_id
    }

    pub(super) fn topic_title(&self) -> Option<&str> {
        self.topic_title.as_deref()
    }
}

impl HardWordsQuery {
    pub(super) const fn topic(&self) -> Option<TopicId> {
        self.topic_id
    }

    /// The words in the order that was asked for, as many as were asked for.
    pub(super) async fn view(&self, app: &App, mut words: Vec<WrongWord>) -> ApiResult<HardWordsView> {
        match self.sort {
            HardWordsSort::Difficulty => hardest_first(&mut words),
            HardWordsSort::Lapses => {
                words.sort_by_cached_key(|word| (-word.counts.lapses, -word.counts.wrong, word.place()));
            }
            HardWordsSort::TrueRetention => words.sort_by(|one, other| {
                let rank = |word: &WrongWord| word.retention().unwrap_or(f64::INFINITY);
                rank(one).total_cmp(&rank(other)).then_with(|| one.place().cmp(&other.place()))
            }),
        }
        words.truncate(self.limit.get());
        Ok(HardWordsView { items: hard_words(app, words).await? })
    }
}

/// The same words with what they are called.
pub(super) async fn hard_words(app: &App, words: Vec<WrongWord>) -> ApiResult<Vec<HardWordView>> {
    let names =
        content::named(&app.database, words.iter().flat_map(|word| content::ids_of(&word.word))).await?;
    Ok(words.into_iter().map(|word| hard_word(word, &names)).collect())
}

fn hard_word(word: WrongWord, names: &HashMap<ContentId, String>) -> HardWordView {
    let true_retention = word.retention();
    let WrongWord { word, counts } = word;
    let (of_class, topic_id) = (counts.students > 0, word.topic_id());
    HardWordView {
        word_id: word.to_string(),
        headword: content::headword_of(&word, names),
        topic_id,
        topic_title: topic_id.and_then(|topic| names.get(&topic.into()).cloned()),
        answers: counts.answers,
        wrong: counts.wrong,
        lapses: counts.lapses.max(0),
        true_retention,
        students: of_class.then_some(counts.students),
        mistakes: (!of_class).then(|| counts.mistakes.into_iter().filter(|(_, count)| *count > 0).collect()),
    }
}

/// Kinds of mistakes.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(super) struct MistakesView {
    /// Those of the last 30 days, the most frequent first.
    kinds: Vec<MistakeView>,
    /// Those of the last six weeks, the present week first.
    weeks: Vec<MistakesOfWeekView>,
}

/// Kinds of mistakes of a week.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(super) struct MistakesOfWeekView {
    /// The week, as ISO 8601 has it.
    #[schema(example = "2026-W48")]
    iso_week: String,
    /// Answers in it.
    #[schema(example = 164)]
    answers: i64,
    /// The most frequent first.
    kinds: Vec<MistakeView>,
}

impl MistakesView {
    /// Those of these students together.
    pub(super) fn of<'a>(
        students: impl Iterator<Item = &'a Progress>,
        weeks: &[ClassWeek],
        today: NaiveDate,
    ) -> Self {
        let mut month = Tally::default();
        for student in students {
            month.add(&student.last_days(MONTH, today), 1);
        }
        let week = |week: &ClassWeek| MistakesOfWeekView {
            iso_week: week.name(),
            answers: week.tally.answers.max(0),
            kinds: MistakeView::of(&week.tally.mistakes),
        };
        Self { kinds: MistakeView::of(&month.mistakes), weeks: weeks.iter().map(week).collect() }
    }
}

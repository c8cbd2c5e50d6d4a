use super::view::WordView;
use crate::{
    App,
    commands::{faulty, keep_word},
    domain::{
        context::{Context, Sentence},
        entry::Entry,
        fault::{Fault, Faults},
        word::{NewWord, Source},
    },
};
use access::Student;
use axum::extract::State;
use chrono::{DateTime, Utc};
use events::PartOfSpeech;
use ids::{OwnWordId, UserId, WordContextId};
use serde::Deserialize;
use std::collections::BTreeMap;
use utoipa::ToSchema;
use web::{ApiResult, Json};

/// A word for the own dictionary, as the first clients send it.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct AddWordV1 {
    /// Dictionary form. An article before it is understood and becomes one of the noun's.
    #[schema(max_length = 100, example = "het brood")]
    lemma: String,
    /// What it means, by language (ISO 639-1), in at least one.
    #[schema(example = json!({ "en": "bread" }))]
    glosses: BTreeMap<String, String>,
    /// A sentence where it was met.
    #[schema(max_length = 500)]
    sentence: Option<String>,
}

impl AddWordV1 {
    /// The first clients name no word. What it is names it: a repeat is the same word, another meaning another one.
    fn word_id(student: UserId, entry: &Entry) -> OwnWordId {
        let meanings: Vec<String> =
            entry.glosses.iter().map(|(language, gloss)| format!("{language}={gloss}")).collect();
        OwnWordId::derive(student.as_uuid(), &format!("v1/{}/{}", entry.key(), meanings.join("/")))
    }

    fn parse(self, student: UserId, now: DateTime<Utc>) -> Result<NewWord, Vec<Fault>> {
        let entry = Entry {
            lemma: self.lemma,
            part_of_speech: PartOfSpeech::Unknown,
            noun: None,
            verb: None,
            glosses: self.glosses,
            ipa: None,
            note: None,
        };
        let entry = entry.parse()?;
        let id = Self::word_id(student, &entry);
        let mut faults = Faults::default();
        let contexts = self.sentence.filter(|text| !text.trim().is_empty()).map(|text| {
            let sentence = Sentence { text, translation: None, parts: Vec::new() };
            let sentence = sentence.tidy("/sentence", &entry, &mut faults);
            let id = WordContextId::derive(id.as_uuid(), &sentence.text);
            Context { id, sentence, source_id: None, met_at: now }
        });
        let word = NewWord {
            id,
            student_id: student,
            contexts: contexts.into_iter().collect(),
            entry,
            tags: Default::default(),
            lists: Default::default(),
            source: Source::manual(),
        };
        faults.unless_any(word)
    }
}

/// Add a word to the own dictionary.
///
/// Permission: student. Safe to repeat. A word that was removed comes back.
#[utoipa::path(
    post,
    path = "/words",
    request_body = AddWordV1,
    responses((status = 200, description = "It is in the dictionary.", body = WordView)),
    security(("accessToken" = ["student"]))
)]
#[tracing::instrument(skip_all)]
pub(crate) async fn add_word(
    State(app): State<App>,
    student: Student,
    Json(body): Json<AddWordV1>,
) -> ApiResult<Json<WordView>> {
    let word = body.parse(student.id, app.clock.now()).map_err(|faults| faulty("", faults))?;
    let id = word.id;
    let word = match app.words.get(id).await? {
        Some(known) if known.removed => keep_word::restore(&app, student.id, id).await?,
        Some(known) => known,
        None => keep_word::add(&app, word).await?.answer,
    };

    Ok(Json(WordView::of(&word)))
}

use crate::{
    App,
    commands::{faulty, keep_word},
    domain::{
        entry::{self, LONGEST_FORM, LONGEST_NOTE, Noun, Verb},
        fault::{Fault, Faults},
        word::{Edit, MOST_TAGS, OwnWord},
    },
    routes::{view::WordView, written},
};
use access::Student;
use axum::extract::State;
use events::PartOfSpeech;
use ids::{OwnWordId, WordListId};
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use utoipa::ToSchema;
use web::{
    ApiResult, IfMatch, Json, Patch, Path, Tagged,
    responses::{Conflict, NotFound},
};

/// What becomes of a word's fields: absent stays, null goes.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct ChangeWord {
    /// Dictionary form. It cannot go.
    #[schema(max_length = 100, example = "brood")]
    lemma: Option<String>,
    /// What kind of word it is. It cannot go.
    part_of_speech: Option<PartOfSpeech>,
    /// Its forms, if it is a noun.
    #[serde(default)]
    #[schema(value_type = Option<Noun>)]
    noun: Patch<Noun>,
    /// Its forms, if it is a verb.
    #[serde(default)]
    #[schema(value_type = Option<Verb>)]
    verb: Patch<Verb>,
    /// How it sounds, in the International Phonetic Alphabet.
    #[serde(default)]
    #[schema(value_type = Option<String>, max_length = 100)]
    ipa: Patch<String>,
    /// Whatever the student wants to remember of it.
    #[serde(default)]
    #[schema(value_type = Option<String>, max_length = 1000)]
    note: Patch<String>,
    /// What it means, by language: those that are named change, null goes. One stays.
    #[serde(default)]
    #[schema(example = json!({ "en": "bread", "ru": null }))]
    glosses: BTreeMap<String, Option<String>>,
    /// What the student calls it, all of it.
    #[schema(max_items = 20)]
    tags: Option<Vec<String>>,
    /// The student's lists that it is in, all of them.
    #[schema(max_items = 20)]
    lists: Option<Vec<WordListId>>,
}

impl ChangeWord {
    /// Whether it says all tags or lists at once, which two devices that do not know of each other cannot both mean.
    pub(crate) const fn has_whole_sets(&self) -> bool {
        self.tags.is_some() || self.lists.is_some()
    }

    pub(crate) fn parse(self, word: &OwnWord) -> Result<Edit, Vec<Fault>> {
        let mut faults = Faults::default();
        let f = &mut faults;
        let edit = Edit {
            lemma: self.lemma.map(|lemma| f.text("/lemma", &lemma, LONGEST_FORM)),
            part_of_speech: self.part_of_speech,
            noun: self.noun.change().map(|noun| noun.map(|noun| noun.tidy("/noun", f))),
            verb: self.verb.change().map(|verb| verb.map(|verb| verb.tidy("/verb", f))),
            ipa: text("/ipa", self.ipa, LONGEST_FORM, f),
            note: text("/note", self.note, LONGEST_NOTE, f),
            glosses: glosses(self.glosses, word, f),
            tags: self
                .tags
                .map(|tags| becoming(&word.tags, written::tags("/tags", &tags, f)))
                .unwrap_or_default(),
            lists: self.lists.map(|lists| lists_becoming(word, lists, f)).unwrap_or_default(),
        };
        faults.unless_any(edit.with_article_apart(&word.entry))
    }
}

fn text(at: &str, patch: Patch<String>, longest: usize, faults: &mut Faults) -> Option<Option<String>> {
    patch.change().map(|text| text.and_then(|text| faults.optional(at, Some(&text), longest)))
}

fn glosses(
    glosses: BTreeMap<String, Option<String>>,
    word: &OwnWord,
    faults: &mut Faults,
) -> BTreeMap<String, Option<String>> {
    let (set, gone): (BTreeMap<_, _>, BTreeMap<_, _>) =
        glosses.into_iter().partition(|(_, gloss)| gloss.is_some());
    let set = set.into_iter().filter_map(|(language, gloss)| Some((language, gloss?))).collect();
    let set = entry::glosses("/glosses", set, faults);
    let languages: BTreeSet<_> = word.entry.glosses.keys().chain(set.keys()).collect();
    faults.at_most("/glosses", languages.len(), entry::MOST_LANGUAGES);
    if languages.iter().all(|language| gone.contains_key(*language)) {
        faults.add(Fault::new("/glosses", "empty", "A meaning in at least one language stays."));
    }
    set.into_iter().map(|(language, gloss)| (language, Some(gloss))).chain(gone).collect()
}

fn lists_becoming(word: &OwnWord, lists: Vec<WordListId>, faults: &mut Faults) -> BTreeMap<WordListId, bool> {
    faults.at_most("/lists", lists.len(), MOST_TAGS);
    becoming(&word.lists, lists)
}

/// What is to be put on and off so that `present` becomes `wanted`.
fn becoming<T: Clone + Ord>(present: &BTreeSet<T>, wanted: Vec<T>) -> BTreeMap<T, bool> {
    let wanted: BTreeSet<T> = wanted.into_iter().collect();
    present.symmetric_difference(&wanted).map(|one| (one.clone(), wanted.contains(one))).collect()
}

/// Change a word of the own dictionary.
///
/// A merge patch. What was answered stays.
#[utoipa::path(
    patch,
    path = "/words/{wordId}",
    params(("wordId" = OwnWordId, Path, description = "The word."), IfMatch),
    request_body(content = ChangeWord, content_type = "application/merge-patch+json"),
    responses(
        (
            status = 200,
            description = "Changed.",
            body = WordView,
            headers(("ETag" = String, description = "Its revision, for `If-Match`.")),
        ),
        NotFound,
        Conflict,
    ),
    security(("accessToken" = ["student"]))
)]
#[tracing::instrument(skip_all, fields(word.id = %word_id))]
pub(crate) async fn change_word(
    State(app): State<App>,
    student: Student,
    Path(word_id): Path<OwnWordId>,
    seen: IfMatch,
    Json(body): Json<ChangeWord>,
) -> ApiResult<Tagged<WordView>> {
    let word = keep_word::find_kept(&app, student.id, word_id).await?;
    seen.check(word.rev)?;
    let edit = body.parse(&word).map_err(|faults| faulty("", faults))?;
    let word = keep_word::edit(&app, student.id, word_id, &seen, &edit).await?;

    Ok(WordView::tagged(&word))
}

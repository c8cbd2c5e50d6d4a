use crate::{
    App,
    commands::{
        faulty,
        look_up::{Candidate, LONGEST_FORM, LookUp, look_up as look_up_form},
    },
    domain::{
        entry::{Entry, is_language},
        fault::{Fault, Faults},
        word::OwnWord,
    },
    routes::view::StageName,
    store,
};
use access::Student;
use axum::extract::State;
use ids::OwnWordId;
use lexicon::{ArticleGuess, Form, Gloss, LevelEstimate, Source};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use web::{ApiResult, Json, Query};

/// What is looked up.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct LookUpQuery {
    /// Any form of a word, or the parts of a split verb: `liep`, `belt op`.
    #[param(max_length = 64, example = "liep")]
    form: String,
    /// The language of meanings (ISO 639-1); as set, unless said. Words that lack it are given in English.
    #[param(example = "en")]
    language: Option<String>,
}

impl LookUpQuery {
    fn parse(self) -> Result<(String, Option<String>), Vec<Fault>> {
        let mut faults = Faults::default();
        let form = faults.text("form", &self.form, LONGEST_FORM);
        if self.language.as_deref().is_some_and(|language| !is_language(language)) {
            faults.add(Fault::new(
                "language",
                "unknown-language",
                "Expected a code of two letters such as en.",
            ));
        }
        faults.unless_any((form, self.language))
    }
}

/// What is known of a form.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct LookUpView {
    /// The lemmas that it can have, the likeliest first, at most five.
    candidates: Vec<CandidateView>,
}

/// A lemma that a form can have.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct CandidateView {
    /// With its article.
    #[schema(example = "lopen")]
    headword: String,
    /// What form of it was asked for: `lemma`, `finite`, `participle`, `present_participle`, `plural`, `diminutive`,
    /// `inflected`, `degree`.
    #[schema(value_type = String, example = "finite")]
    form: Form,
    /// What says that it is one: `list` (checked by people), `pack`, `rule`, `compound` (by its head), `itself` (nothing
    /// is known of the word).
    #[schema(value_type = String, example = "list")]
    source: Source,
    /// The word as it can be added. Its meanings may be lacking: then the student writes them.
    entry: Entry,
    /// Whether its forms were made by a rule, which nobody has checked.
    generated: bool,
    /// The article of a noun; absent for other words.
    #[serde(skip_serializing_if = "Option::is_none")]
    article: Option<ArticleView>,
    /// What it means.
    meanings: Vec<MeaningView>,
    /// How it sounds, in the International Phonetic Alphabet.
    pronunciations: Vec<String>,
    /// Zipf frequency: the logarithm of how often it stands in a thousand million words. Absent when it is not known.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = 5.1)]
    frequency: Option<f32>,
    /// Its level, as its frequency tells it.
    #[serde(skip_serializing_if = "Option::is_none")]
    level: Option<LevelView>,
    /// Words of the own dictionary that seem to be the same.
    own: Vec<OwnView>,
}

/// An article, and how sure it is.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = LookedUpArticle)]
pub(crate) struct ArticleView {
    /// `de`, `het`, or both.
    #[schema(value_type = Vec<String>, example = json!(["het"]))]
    articles: Vec<lexicon::Article>,
    /// From 0 to 1.
    certainty: f32,
    /// What says so.
    #[schema(value_type = String, example = "list")]
    source: Source,
    /// The ending or the head that decides.
    #[serde(skip_serializing_if = "Option::is_none")]
    because: Option<String>,
}

/// What a word means.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct MeaningView {
    /// The language of the translations.
    language: String,
    /// Translations, the more usual first.
    translations: Vec<String>,
    /// What it is, in Dutch.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    definitions: Vec<String>,
}

/// A level, and how sure it is.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = LookedUpLevel)]
pub(crate) struct LevelView {
    /// `A1`, `A2`, `B1`, or `B2+`.
    #[schema(example = "A1")]
    level: &'static str,
    /// From 0 to 1.
    certainty: f32,
}

/// A word that the student has.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct OwnView {
    /// The word.
    word_id: OwnWordId,
    /// With its article.
    #[schema(example = "het brood")]
    headword: String,
    /// What it is going through.
    stage: StageName,
}

impl From<LookUp> for LookUpView {
    fn from(found: LookUp) -> Self {
        Self { candidates: found.candidates.into_iter().map(CandidateView::from).collect() }
    }
}

impl From<Candidate> for CandidateView {
    fn from(candidate: Candidate) -> Self {
        Self {
            headword: candidate.entry.headword(),
            form: candidate.form,
            source: candidate.source,
            generated: candidate.generated,
            article: candidate.article.map(ArticleView::from),
            meanings: candidate.glosses.into_iter().map(MeaningView::from).collect(),
            pronunciations: candidate.pronunciations,
            frequency: candidate.frequency,
            level: candidate.level.map(LevelView::from),
            own: candidate.own.iter().map(OwnView::from).collect(),
            entry: candidate.entry,
        }
    }
}

impl From<ArticleGuess> for ArticleView {
    fn from(guess: ArticleGuess) -> Self {
        let ArticleGuess { articles, certainty, source, because } = guess;
        Self { articles, certainty, source, because }
    }
}

impl From<Gloss> for MeaningView {
    fn from(gloss: Gloss) -> Self {
        let Gloss { language, translations, definitions, .. } = gloss;
        Self { language, translations, definitions }
    }
}

impl From<LevelEstimate> for LevelView {
    fn from(estimate: LevelEstimate) -> Self {
        Self { level: estimate.level.as_str(), certainty: estimate.certainty }
    }
}

impl From<&OwnWord> for OwnView {
    fn from(word: &OwnWord) -> Self {
        Self { word_id: word.id, headword: word.entry.headword(), stage: word.progress.stage.into() }
    }
}

/// Look a Dutch word up by any of its forms.
///
/// Lemma, article with its certainty, plural or verb forms, pronunciation, meanings in the student's language, frequency and
/// level, as far as the school's lexicon has them; and what the student has of it already.
#[utoipa::path(
    get,
    path = "/lookups",
    params(LookUpQuery),
    responses((status = 200, description = "What is known of it.", body = LookUpView)),
    security(("accessToken" = ["student"]))
)]
#[tracing::instrument(skip_all)]
pub(crate) async fn look_up(
    State(app): State<App>,
    student: Student,
    Query(query): Query<LookUpQuery>,
) -> ApiResult<Json<LookUpView>> {
    let (form, language) = query.parse().map_err(|faults| faulty("query:", faults))?;
    let language = match language {
        Some(language) => language,
        None => {
            let settings = store::students::settings(&app.students, student.id).await?;
            settings.language_or_english().to_owned()
        }
    };

    Ok(Json(look_up_form(&app, student.id, &form, &language).await?.into()))
}

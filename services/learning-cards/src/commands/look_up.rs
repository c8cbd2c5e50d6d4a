//! What a Dutch word is, by any of its forms, and what the student has of it already.

use crate::{
    App,
    domain::{
        entry::{Entry, Noun, Verb, key_of, without_article, without_zich},
        lexical::{self, SURE, articles, kind},
        word::OwnWord,
    },
    store,
};
use events::PartOfSpeech;
use ids::UserId;
use lexicon::{ArticleGuess, Form, Gloss, LevelEstimate, Lexicon, Source};
use std::collections::BTreeMap;
use web::ApiResult;

/// Lemmas that are offered.
pub const MOST_CANDIDATES: usize = 5;
/// Characters of a form.
pub const LONGEST_FORM: usize = 64;
/// Translations that make up the meaning that is proposed.
const PROPOSED_TRANSLATIONS: usize = 3;

/// What is known of a form.
pub struct LookUp {
    /// The lemmas that it can have, the likeliest first.
    pub candidates: Vec<Candidate>,
}

/// A lemma that a form can have.
pub struct Candidate {
    /// What form of it was asked for.
    pub form: Form,
    /// What says that it is one.
    pub source: Source,
    /// The word, as it could be added to the dictionary.
    pub entry: Entry,
    /// Whether its forms were made by a rule, and no list has them.
    pub generated: bool,
    /// The article of a noun, and how sure it is.
    pub article: Option<ArticleGuess>,
    /// Translations and definitions.
    pub glosses: Vec<Gloss>,
    /// How it sounds.
    pub pronunciations: Vec<String>,
    /// The logarithm of how often it stands in a thousand million words.
    pub frequency: Option<f32>,
    /// Its level, by its frequency.
    pub level: Option<LevelEstimate>,
    /// Words of the student's dictionary that seem to be the same.
    pub own: Vec<OwnWord>,
}

/// Looks a form up for `student`, with meanings in `language` and, where there are none, in English.
///
/// Parts of a split verb are found together: *belt op* is *opbellen*. An article or *zich* before the form is not looked up:
/// *het huis*, *zich wassen*.
///
/// # Errors
/// The store.
pub async fn look_up(app: &App, student: UserId, form: &str, language: &str) -> ApiResult<LookUp> {
    let mut candidates = candidates(&app.lexicon, form, language);
    let keys: Vec<String> = candidates.iter().map(|one| key_of(&one.entry.lemma)).collect();
    for word in store::words::with_keys(&app.words, student, &keys).await? {
        for candidate in candidates.iter_mut().filter(|one| key_of(&one.entry.lemma) == word.key) {
            if candidate.entry.is_kind(word.entry.part_of_speech) {
                candidate.own.push(word.clone());
            }
        }
    }
    Ok(LookUp { candidates })
}

fn candidates(lexicon: &Lexicon, form: &str, language: &str) -> Vec<Candidate> {
    let verb = without_zich(form);
    let form = verb.or_else(|| without_article(form)).unwrap_or(form);
    let analysis = lexicon.analyse(form);
    let split = analysis.split_verbs.first().map(|split| split.infinitive.as_str());
    let lemmas = lexicon.lemmas(split.unwrap_or(form)).into_iter().take(MOST_CANDIDATES);
    let candidate = |found: lexicon::LemmaCandidate| {
        let form = if split.is_some() && found.form == Form::Lemma { Form::Finite } else { found.form };
        let article = article(lexicon, &found.lemma, found.part_of_speech);
        let known = found.part_of_speech.or(article.as_ref().map(|_| lexicon::PartOfSpeech::Noun));
        let kind = known.map_or(PartOfSpeech::Unknown, kind);
        let (mut entry, generated) = entry(lexicon, &found.lemma, kind, article.as_ref());
        entry.verb = entry.verb.map(|forms| Verb { reflexive: verb.is_some(), ..forms });
        let glosses = glosses(lexicon, &found.lemma, found.part_of_speech, language);
        let pronunciations = lexicon.pronunciations(&found.lemma);
        Candidate {
            form,
            source: found.source,
            entry: Entry { glosses: proposed(&glosses), ipa: pronunciations.first().cloned(), ..entry },
            generated,
            article,
            glosses,
            pronunciations,
            frequency: lexicon.frequency(&found.lemma),
            level: lexicon.level(&found.lemma),
            own: Vec::new(),
        }
    };
    lemmas.map(candidate).collect()
}

/// The article of a noun, and of what nothing but its ending, which is sure of its article, says that it is one.
fn article(lexicon: &Lexicon, lemma: &str, kind: Option<lexicon::PartOfSpeech>) -> Option<ArticleGuess> {
    let is_noun = match kind {
        Some(kind) if kind != lexicon::PartOfSpeech::Noun => return None,
        kind => kind.is_some(),
    };
    let guess = lexicon.article(lemma);
    (is_noun || guess.source == Source::Rule && guess.certainty >= SURE).then_some(guess)
}

/// The word with its forms, and whether a rule made them.
fn entry(
    lexicon: &Lexicon,
    lemma: &str,
    kind: PartOfSpeech,
    article: Option<&ArticleGuess>,
) -> (Entry, bool) {
    let mut entry = Entry {
        lemma: lemma.to_owned(),
        part_of_speech: kind,
        noun: None,
        verb: None,
        glosses: BTreeMap::new(),
        ipa: None,
        note: None,
    };
    let mut source = None;
    if let Some(guess) = article {
        let plurals = lexicon.plurals(lemma);
        source = Some(plurals.source);
        entry.noun = Some(Noun { articles: articles(guess), plural: plurals.forms.into_iter().next() });
    }
    if kind == PartOfSpeech::Verb
        && let Some(verb) = lexicon.verbs(lemma).into_iter().next()
    {
        source = Some(verb.source);
        entry.verb = Some(lexical::verb(&verb));
    }
    (entry, source.is_some_and(|source| source != Source::List))
}

/// Meanings of this kind of word, else of any; in `language`, else in English.
fn glosses(
    lexicon: &Lexicon,
    lemma: &str,
    kind: Option<lexicon::PartOfSpeech>,
    language: &str,
) -> Vec<Gloss> {
    let found = [language, "en"].into_iter().map(|language| lexicon.glosses(lemma, Some(language)));
    let found = found.into_iter().find(|glosses| !glosses.is_empty()).unwrap_or_default();
    let (of_kind, others): (Vec<_>, Vec<_>) = found
        .into_iter()
        .partition(|gloss| kind.is_none() || gloss.part_of_speech.is_none() || gloss.part_of_speech == kind);
    if of_kind.is_empty() { others } else { of_kind }
}

/// The first translations, as the meaning of a word is written.
fn proposed(glosses: &[Gloss]) -> BTreeMap<String, String> {
    let Some(language) = glosses.first().map(|gloss| gloss.language.clone()) else { return BTreeMap::new() };
    let mut translations: Vec<&str> = Vec::new();
    for translation in glosses.iter().flat_map(|gloss| &gloss.translations) {
        if translations.len() < PROPOSED_TRANSLATIONS && !translations.contains(&translation.as_str()) {
            translations.push(translation);
        }
    }
    if translations.is_empty() {
        return BTreeMap::new();
    }
    BTreeMap::from([(language, translations.join("; "))])
}

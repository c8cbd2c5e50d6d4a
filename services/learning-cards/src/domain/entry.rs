//! What a word of the own dictionary is.

use super::fault::{Fault, Faults};
use events::{
    PartOfSpeech,
    admin::{Article, Auxiliary},
};
use grader::WordForms;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use unicode_normalization::UnicodeNormalization;
use utoipa::ToSchema;

/// Characters of a lemma or a form.
pub const LONGEST_FORM: usize = 100;
/// Characters of a meaning, all variants together.
pub const LONGEST_GLOSS: usize = 300;
/// Characters of a note.
pub const LONGEST_NOTE: usize = 1000;
/// Languages in which a word may have a meaning.
pub const MOST_LANGUAGES: usize = 12;

/// Before a reflexive verb.
pub const ZICH: &str = "zich ";

/// What a word is.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Entry {
    /// Dictionary form. An article before it is understood, `het brood`, and becomes one of the noun's.
    #[schema(max_length = 100, example = "brood")]
    pub lemma: String,
    /// What kind of word it is; `unknown` unless said.
    #[serde(default = "unsaid")]
    pub part_of_speech: PartOfSpeech,
    /// Its forms, if it is a noun.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub noun: Option<Noun>,
    /// Its forms, if it is a verb.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub verb: Option<Verb>,
    /// What it means, by language (ISO 639-1), in at least one; variants behind semicolons.
    #[schema(example = json!({ "en": "bread; loaf" }))]
    pub glosses: BTreeMap<String, String>,
    /// How it sounds, in the International Phonetic Alphabet.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(max_length = 100)]
    pub ipa: Option<String>,
    /// Whatever the student wants to remember of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(max_length = 1000)]
    pub note: Option<String>,
}

/// The forms of a noun, as far as the student knows them.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = OwnNoun)]
pub struct Noun {
    /// `de`, `het`, or both.
    #[serde(default)]
    #[schema(max_items = 2)]
    pub articles: Vec<Article>,
    /// The plural.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(max_length = 100, example = "broden")]
    pub plural: Option<String>,
}

/// The forms of a verb, as far as the student knows them.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = OwnVerb)]
pub struct Verb {
    /// `liep`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(max_length = 100, example = "liep")]
    pub past_singular: Option<String>,
    /// `liepen`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(max_length = 100, example = "liepen")]
    pub past_plural: Option<String>,
    /// `gelopen`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(max_length = 100, example = "gelopen")]
    pub participle: Option<String>,
    /// `hebben`, `zijn`, or both.
    #[serde(default)]
    #[schema(max_items = 2)]
    pub auxiliaries: Vec<Auxiliary>,
    /// The separable particle, such as `op` in *opstaan*.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(max_length = 100)]
    pub particle: Option<String>,
    /// Whether it goes with *zich*.
    #[serde(default)]
    pub reflexive: bool,
}

const fn unsaid() -> PartOfSpeech {
    PartOfSpeech::Unknown
}

impl Entry {
    /// The entry as people write it, made tidy.
    ///
    /// # Errors
    /// Everything that is wrong with it.
    pub fn parse(self) -> Result<Self, Vec<Fault>> {
        let mut faults = Faults::default();
        let lemma = faults.text("/lemma", &self.lemma, LONGEST_FORM);
        let noun = self.noun.map(|noun| noun.tidy("/noun", &mut faults));
        let verb = self.verb.map(|verb| verb.tidy("/verb", &mut faults));
        let glosses = glosses("/glosses", self.glosses, &mut faults);
        if glosses.is_empty() {
            faults.add(Fault::new("/glosses", "empty", "Expected a meaning in at least one language."));
        }
        let ipa = faults.optional("/ipa", self.ipa.as_deref(), LONGEST_FORM);
        let note = faults.optional("/note", self.note.as_deref(), LONGEST_NOTE);
        let entry = Self { lemma, part_of_speech: self.part_of_speech, noun, verb, glosses, ipa, note };
        faults.unless_any(entry.with_article_apart())
    }

    /// What is equal for two words that are one: the lemma without article and *zich*, in small letters.
    pub fn key(&self) -> String {
        key_of(&self.lemma)
    }

    /// Whether a word of this kind may be the same as one of that kind.
    pub fn is_kind(&self, other: PartOfSpeech) -> bool {
        let (own, unknown) = (self.part_of_speech, PartOfSpeech::Unknown);
        own == other || own == unknown || other == unknown
    }

    /// The word as it is learnt: a noun with its article, `het brood`; with both, `de/het`; a verb with its *zich*.
    pub fn headword(&self) -> String {
        let articles = self.articles().iter().map(|article| article.as_str()).collect::<Vec<_>>().join("/");
        let reflexive = self.verb.as_ref().is_some_and(|verb| verb.reflexive);
        if !articles.is_empty() {
            format!("{articles} {}", self.lemma)
        } else if reflexive && !self.lemma.starts_with(ZICH) {
            format!("{ZICH}{}", self.lemma)
        } else {
            self.lemma.clone()
        }
    }

    /// The articles of a noun.
    pub fn articles(&self) -> &[Article] {
        self.noun.as_ref().map_or(&[], |noun| noun.articles.as_slice())
    }

    /// What it means in `language`; a word that lacks the language is shown in English, else in whatever it has.
    pub fn gloss(&self, language: &str) -> &str {
        let found = [language, "en"].into_iter().find_map(|language| self.glosses.get(language));
        found.or_else(|| self.glosses.values().next()).unwrap_or(&self.lemma)
    }

    /// Every form that is known of it, the lemma first.
    pub fn forms(&self) -> Vec<&str> {
        let noun = self.noun.iter().flat_map(|noun| noun.plural.as_deref());
        let verb = self.verb.iter().flat_map(|verb| {
            [verb.past_singular.as_deref(), verb.past_plural.as_deref(), verb.participle.as_deref()]
        });
        std::iter::once(self.lemma.as_str()).chain(noun).chain(verb.flatten()).collect()
    }

    /// The forms of a noun or a verb, as the grader knows them; what nobody knows is empty.
    pub fn graded_forms(&self) -> Option<WordForms> {
        let noun = self.noun.as_ref().map(|noun| grader::NounForms {
            articles: noun.articles.iter().map(|article| article.as_str().to_owned()).collect(),
            singular: self.lemma.clone(),
            plurals: noun.plural.iter().cloned().collect(),
        });
        let verb = self.verb.as_ref().map(|verb| grader::VerbForms {
            infinitive: self.lemma.clone(),
            past_singular: verb.past_singular.clone().unwrap_or_default(),
            past_plural: verb.past_plural.clone().unwrap_or_default(),
            participle: verb.participle.clone().unwrap_or_default(),
            auxiliaries: verb.graded_auxiliaries().collect(),
            particle: verb.particle.clone(),
        });
        noun.map(WordForms::from).or_else(|| verb.map(WordForms::from))
    }

    /// What a search finds it by: its forms and meanings, word by word, in small letters.
    pub fn search_words(&self) -> Vec<String> {
        let texts = self.forms().into_iter().chain(self.glosses.values().map(String::as_str));
        let mut words: Vec<String> = texts.flat_map(words_of).collect();
        words.sort_unstable();
        words.dedup();
        words
    }

    /// *Het brood* is *brood*, a noun with *het*.
    pub fn with_article_apart(mut self) -> Self {
        let may_be_noun = matches!(self.part_of_speech, PartOfSpeech::Noun | PartOfSpeech::Unknown);
        let Some((articles, noun)) = article_apart(&self.lemma).filter(|_| may_be_noun) else { return self };
        self.lemma = noun.to_owned();
        self.part_of_speech = PartOfSpeech::Noun;
        let forms = self.noun.get_or_insert_default();
        if forms.articles.is_empty() {
            forms.articles = articles;
        }
        self
    }
}

impl Noun {
    /// Made tidy; what is wrong is noted below `at`.
    pub fn tidy(self, at: &str, faults: &mut Faults) -> Self {
        faults.at_most(&format!("{at}/articles"), self.articles.len(), 2);
        let plural = faults.optional(&format!("{at}/plural"), self.plural.as_deref(), LONGEST_FORM);
        Self { articles: self.articles, plural }
    }
}

impl Verb {
    /// Its auxiliaries, as the grader knows them.
    pub fn graded_auxiliaries(&self) -> impl Iterator<Item = grader::Auxiliary> {
        self.auxiliaries.iter().map(|auxiliary| match auxiliary {
            Auxiliary::Hebben => grader::Auxiliary::Hebben,
            Auxiliary::Zijn => grader::Auxiliary::Zijn,
        })
    }

    /// Made tidy; what is wrong is noted below `at`.
    pub fn tidy(self, at: &str, faults: &mut Faults) -> Self {
        faults.at_most(&format!("{at}/auxiliaries"), self.auxiliaries.len(), 2);
        let mut form = |name: &str, form: Option<String>| {
            faults.optional(&format!("{at}/{name}"), form.as_deref(), LONGEST_FORM)
        };
        Self {
            past_singular: form("pastSingular", self.past_singular),
            past_plural: form("pastPlural", self.past_plural),
            participle: form("participle", self.participle),
            particle: form("particle", self.particle),
            auxiliaries: self.auxiliaries,
            reflexive: self.reflexive,
        }
    }
}

/// Meanings by language, made tidy; what is wrong is noted below `at`.
pub fn glosses(at: &str, glosses: BTreeMap<String, String>, faults: &mut Faults) -> BTreeMap<String, String> {
    faults.at_most(at, glosses.len(), MOST_LANGUAGES);
    let tidy = glosses.into_iter().take(MOST_LANGUAGES).map(|(language, gloss)| {
        let at = format!("{at}/{}", if is_language(&language) { &language } else { "?" });
        if !is_language(&language) {
            faults.add(Fault::new(&at, "unknown-language", "Expected a code of two letters such as en."));
        }
        let gloss = faults.text(&at, &gloss, LONGEST_GLOSS);
        (language, gloss)
    });
    tidy.collect()
}

/// A two-letter code (ISO 639-1) in lower case.
pub fn is_language(code: &str) -> bool {
    code.len() == 2 && code.bytes().all(|byte| byte.is_ascii_lowercase())
}

/// What is equal for two lemmas that are one word.
pub fn key_of(lemma: &str) -> String {
    let lemma: String = lemma.nfc().collect::<String>().to_lowercase();
    let lemma = lemma.split_whitespace().collect::<Vec<_>>().join(" ");
    let bare = without_article(&lemma).unwrap_or(&lemma);
    without_zich(bare).unwrap_or(bare).to_owned()
}

/// The words of a text as a search compares them.
pub fn words_of(text: &str) -> Vec<String> {
    let text: String = text.nfc().collect::<String>().to_lowercase();
    let words = text.split(|letter: char| !letter.is_alphanumeric() && letter != '\'' && letter != '-');
    words.filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// The verb behind a *zich*.
pub fn without_zich(form: &str) -> Option<&str> {
    behind(ZICH, form)
}

/// The noun behind an article.
pub fn without_article(form: &str) -> Option<&str> {
    article_apart(form).map(|(_, noun)| noun)
}

/// What follows `head`, whatever its capitals; none where nothing does.
fn behind<'a>(head: &str, text: &'a str) -> Option<&'a str> {
    let (before, rest) = text.split_at_checked(head.len())?;
    let rest = rest.trim_start();
    (before.eq_ignore_ascii_case(head) && !rest.is_empty()).then_some(rest)
}

fn article_apart(lemma: &str) -> Option<(Vec<Article>, &str)> {
    const ARTICLES: [(&str, &[Article]); 4] = [
        ("de/het ", &[Article::De, Article::Het]),
        ("het/de ", &[Article::Het, Article::De]),
        ("de ", &[Article::De]),
        ("het ", &[Article::Het]),
    ];
    ARTICLES.into_iter().find_map(|(written, articles)| {
        let noun = behind(written, lemma)?;
        Some((articles.to_vec(), noun))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(lemma: &str) -> Entry {
        Entry {
            lemma: lemma.to_owned(),
            part_of_speech: PartOfSpeech::Unknown,
            noun: None,
            verb: None,
            glosses: BTreeMap::from([("en".to_owned(), "bread; loaf".to_owned())]),
            ipa: None,
            note: None,
        }
    }

    fn codes(entry: Entry) -> Vec<(String, &'static str)> {
        let faults = entry.parse().expect_err("it has faults");
        faults.into_iter().map(|fault| (fault.pointer, fault.code)).collect()
    }

    #[test]
    fn an_article_belongs_to_the_noun() {
        for (written, lemma, headword) in [
            ("het brood", "brood", "het brood"),
            ("De  Fiets", "Fiets", "de Fiets"),
            ("de/het soort", "soort", "de/het soort"),
            ("het", "het", "het"),
            ("hetzelfde", "hetzelfde", "hetzelfde"),
            ("de\u{e9}", "de\u{e9}", "de\u{e9}"),
        ] {
            let parsed = entry(written).parse().expect("right");
            assert_eq!((parsed.lemma.as_str(), parsed.headword().as_str()), (lemma, headword));
            assert_eq!(parsed.part_of_speech == PartOfSpeech::Noun, headword.contains(' '));
        }
    }

    #[test]
    fn an_article_that_was_said_stays() {
        let mut with_both = entry("de soort");
        with_both.noun = Some(Noun { articles: vec![Article::De, Article::Het], plural: None });
        assert_eq!(with_both.parse().expect("right").headword(), "de/het soort");
        let mut verb = entry("de lopen");
        verb.part_of_speech = PartOfSpeech::Verb;
        assert_eq!(verb.parse().expect("right").lemma, "de lopen", "no noun, no article");
    }

    #[test]
    fn words_that_are_one_have_one_key() {
        for lemma in ["brood", "Brood", "het brood", "HET  brood", "broo\u{64}"] {
            assert_eq!(key_of(lemma), "brood", "{lemma}");
        }
        assert_eq!(key_of("zich wassen"), "wassen");
        assert_eq!(key_of("e\u{301}\u{e9}n"), "één");
    }

    #[test]
    fn everything_that_is_wrong_is_said_at_once() {
        let mut wrong = entry(" ");
        wrong.noun = Some(Noun { articles: vec![Article::De; 3], plural: Some("b".repeat(101)) });
        wrong.glosses =
            BTreeMap::from([("EN".to_owned(), "x".to_owned()), ("ru".to_owned(), " ".to_owned())]);
        assert_eq!(
            codes(wrong),
            [
                ("/lemma".to_owned(), "empty"),
                ("/noun/articles".to_owned(), "too-many"),
                ("/noun/plural".to_owned(), "too-long"),
                ("/glosses/?".to_owned(), "unknown-language"),
                ("/glosses/ru".to_owned(), "empty"),
            ]
        );
    }

    #[test]
    fn a_word_without_a_meaning_cannot_be_asked() {
        let mut mute = entry("brood");
        mute.glosses.clear();
        assert_eq!(codes(mute), [("/glosses".to_owned(), "empty")]);
    }

    #[test]
    fn a_language_that_is_lacking_is_another() {
        let mut both = entry("brood");
        both.glosses.insert("ru".to_owned(), "хлеб".to_owned());
        assert_eq!((both.gloss("ru"), both.gloss("tr")), ("хлеб", "bread; loaf"));
        both.glosses.remove("en");
        assert_eq!(both.gloss("tr"), "хлеб");
    }

    #[test]
    fn a_search_finds_forms_and_meanings() {
        let mut word = entry("Brood");
        word.noun = Some(Noun { articles: vec![], plural: Some("broden".to_owned()) });
        assert_eq!(word.search_words(), ["bread", "broden", "brood", "loaf"]);
    }
}

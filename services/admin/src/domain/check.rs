//! The checks of content that came in a request: those of a file ([`super::file`]), told by JSON pointer.

use super::{
    content::{Adjective, Content, Noun, Sentence, Topic, Verb, Word},
    value::{
        self, LANGUAGES, LONGEST_SHORT, LONGEST_TEXT, MOST_EXAMPLES, MOST_LANGUAGES, MOST_VARIANTS, Wrong,
        is_language,
    },
};
use events::{LocalizedText, PartOfSpeech};
use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Display,
};

/// A value that cannot stay as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Misfit {
    /// Where, as a JSON pointer (RFC 6901).
    pub pointer: String,
    /// What is wrong there.
    pub wrong: Wrong,
}

/// Everything that is wrong with `content`.
pub fn check(content: &Content) -> Vec<Misfit> {
    let mut checks = Checks { at: String::new(), found: Vec::new() };
    match content {
        Content::Topic(topic) => checks.within("topic", |checks| checks.topic(topic)),
        Content::Word(word) => checks.within("word", |checks| checks.word(word)),
    }
    checks.found
}

struct Checks {
    at: String,
    found: Vec<Misfit>,
}

impl Checks {
    fn within(&mut self, name: impl Display, checks: impl FnOnce(&mut Self)) {
        let length = self.at.len();
        let name = name.to_string().replace('~', "~0").replace('/', "~1");
        self.at.push('/');
        self.at.push_str(&name);
        checks(self);
        self.at.truncate(length);
    }

    fn note(&mut self, wrong: Wrong) {
        self.found.push(Misfit { pointer: self.at.clone(), wrong });
    }

    fn refuse(&mut self, name: impl Display, wrong: Wrong) {
        self.within(name, |checks| checks.note(wrong));
    }

    fn value(&mut self, name: impl Display, check: impl FnOnce(&str) -> Result<(), Wrong>) {
        let name = name.to_string();
        if let Err(wrong) = check(&name) {
            self.refuse(&name, wrong);
        }
    }

    fn slug(&mut self, name: &str, slug: &str) {
        self.value(name, |name| value::slug(name, slug));
    }

    fn short(&mut self, name: impl Display, text: &str) {
        self.value(name, |name| value::text(name, text, LONGEST_SHORT));
    }

    fn long(&mut self, name: impl Display, text: &str) {
        self.value(name, |name| value::text(name, text, LONGEST_TEXT));
    }

    fn optional_short(&mut self, name: &str, text: Option<&String>) {
        if let Some(text) = text {
            self.short(name, text);
        }
    }

    fn localized(&mut self, name: &str, text: &LocalizedText, longest: usize) {
        self.within(name, |checks| {
            for (language, text) in [("nl", &text.nl), ("en", &text.en), ("ru", &text.ru)] {
                checks.value(language, |name| value::text(name, text, longest));
            }
        });
    }

    fn topic(&mut self, topic: &Topic) {
        self.slug("slug", &topic.slug);
        self.localized("title", &topic.title, LONGEST_SHORT);
        if let Some(description) = &topic.description {
            self.localized("description", description, LONGEST_TEXT);
        }
        if topic.position < 0 {
            self.refuse("position", Wrong::new("out-of-range", "position is 0 or more"));
        }
        self.short("licence", &topic.licence);
    }

    fn word(&mut self, word: &Word) {
        self.slug("key", &word.key);
        self.short("lemma", &word.lemma);
        if word.part_of_speech == PartOfSpeech::Unknown {
            self.refuse("partOfSpeech", Wrong::new("unknown-value", "say which part of speech it is"));
        }
        self.forms("noun", word, PartOfSpeech::Noun, word.noun.as_ref(), Self::noun);
        self.forms("verb", word, PartOfSpeech::Verb, word.verb.as_ref(), Self::verb);
        self.forms("adjective", word, PartOfSpeech::Adjective, word.adjective.as_ref(), Self::adjective);
        self.glosses(&word.glosses);
        self.examples(&word.examples);
        self.optional_short("ipa", word.ipa.as_ref());
    }

    /// The forms of a kind stand with a word of that kind, and with no other.
    fn forms<F>(
        &mut self,
        name: &str,
        word: &Word,
        kind: PartOfSpeech,
        forms: Option<&F>,
        check: fn(&mut Self, &F),
    ) {
        match forms {
            Some(_) if word.part_of_speech != kind => {
                let message = format!("a word that is no {name} has no forms of one");
                self.refuse(name, Wrong::new("unknown-field", message));
            }
            Some(forms) => self.within(name, |checks| check(checks, forms)),
            None if word.part_of_speech == kind => {
                self.refuse(name, Wrong::new("missing", format_args!("the forms of the {name} are missing")));
            }
            None => {}
        }
    }

    fn noun(&mut self, noun: &Noun) {
        self.each_once("articles", &noun.articles);
        self.optional_short("plural", noun.plural.as_ref());
        self.optional_short("diminutive", noun.diminutive.as_ref());
    }

    fn verb(&mut self, verb: &Verb) {
        self.short("pastSingular", &verb.past_singular);
        self.short("pastPlural", &verb.past_plural);
        self.short("participle", &verb.participle);
        self.each_once("auxiliaries", &verb.auxiliaries);
        self.optional_short("particle", verb.particle.as_ref());
    }

    fn adjective(&mut self, adjective: &Adjective) {
        self.optional_short("inflected", adjective.inflected.as_ref());
        self.optional_short("comparative", adjective.comparative.as_ref());
        self.optional_short("superlative", adjective.superlative.as_ref());
    }

    /// One or more, none twice.
    fn each_once<V: Ord + Display>(&mut self, name: &str, values: &[V]) {
        self.value(name, |name| {
            let mut seen = BTreeSet::new();
            match values.iter().find(|value| !seen.insert(*value)) {
                _ if values.is_empty() => Err(Wrong::new("empty", format_args!("{name} is empty"))),
                Some(twice) => Err(Wrong::new("repeated", format_args!("{twice} stands twice"))),
                None => Ok(()),
            }
        });
    }

    fn glosses(&mut self, glosses: &BTreeMap<String, Vec<String>>) {
        self.within("glosses", |checks| {
            checks.languages(glosses);
            for (language, variants) in glosses {
                checks.each_once(language, variants);
                checks.at_most(language, variants.len(), MOST_VARIANTS);
                checks.within(language, |checks| {
                    for (index, variant) in variants.iter().enumerate() {
                        checks.value(index, |_| value::variant(language, variant));
                    }
                });
            }
        });
    }

    fn examples(&mut self, examples: &[Sentence]) {
        if examples.is_empty() {
            self.refuse("examples", Wrong::new("missing", "a word has at least one example"));
        }
        self.at_most("examples", examples.len(), MOST_EXAMPLES);
        self.within("examples", |checks| {
            for (index, example) in examples.iter().enumerate() {
                checks.within(index, |checks| checks.sentence(example));
            }
        });
    }

    fn sentence(&mut self, sentence: &Sentence) {
        self.long("nl", &sentence.nl);
        self.within("translations", |checks| {
            checks.languages(&sentence.translations);
            if sentence.translations.contains_key("nl") {
                checks.refuse("nl", Wrong::new("unknown-language", "the sentence is in nl itself"));
            }
            for (language, text) in &sentence.translations {
                checks.long(language, text);
            }
        });
    }

    /// Every key is a language, and those that must be there are.
    fn languages<V>(&mut self, by_language: &BTreeMap<String, V>) {
        for missing in LANGUAGES.iter().filter(|language| !by_language.contains_key(**language)) {
            self.refuse(missing, Wrong::new("missing", format_args!("{missing} is missing")));
        }
        for other in by_language.keys().filter(|key| !is_language(key)) {
            let message = format!("{other:?} is no language code such as en");
            self.refuse(other, Wrong::new("unknown-language", message));
        }
        if by_language.len() > MOST_LANGUAGES {
            self.note(Wrong::new("too-many", format_args!("at most {MOST_LANGUAGES} languages")));
        }
    }

    fn at_most(&mut self, name: &str, count: usize, most: usize) {
        if count > most {
            self.refuse(name, Wrong::new("too-many", format_args!("{name} has at most {most} entries")));
        }
    }
}

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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{file, samples};
    use events::{
        Level,
        admin::{Article, Auxiliary},
    };
    use proptest::{collection::vec, option, prelude::*, sample::select};
    use std::fmt::Write;

    /// Right and wrong texts, those at the edges among them.
    fn text() -> impl Strategy<Value = String> {
        let edges = ["", " ", " brood", "a\nb", "a\u{7}", "e\u{301}", "a;b", "a/b", "Brood", "één"];
        let lengths = [100, 101, 500, 501].map(|length| "x".repeat(length));
        prop_oneof![
            6 => "[a-z]{1,8}",
            2 => select(edges.map(str::to_owned).to_vec()),
            1 => select(lengths.to_vec()),
        ]
    }

    fn language() -> impl Strategy<Value = String> {
        prop_oneof![4 => "[a-m]{2}", 1 => select(vec!["EN".to_owned(), "eng".to_owned(), String::new()])]
    }

    /// Both languages that must be there, nearly always, and others.
    fn by_language<V: Strategy>(value: impl Fn() -> V) -> impl Strategy<Value = BTreeMap<String, V::Value>>
    where
        V::Value: Clone,
    {
        let others = prop::collection::btree_map(language(), value(), 0..13);
        (others, option::weighted(0.9, value()), option::weighted(0.9, value())).prop_map(
            |(mut all, en, ru)| {
                all.extend(en.map(|en| ("en".to_owned(), en)));
                all.extend(ru.map(|ru| ("ru".to_owned(), ru)));
                all
            },
        )
    }

    fn localized() -> impl Strategy<Value = LocalizedText> {
        (text(), text(), text()).prop_map(|(nl, en, ru)| LocalizedText { nl, en, ru })
    }

    fn topic() -> impl Strategy<Value = Topic> {
        (text(), localized(), option::of(localized()), -2..5, text()).prop_map(
            |(slug, title, description, position, licence)| Topic {
                slug,
                level: Level::A1,
                title,
                description,
                position,
                licence,
            },
        )
    }

    fn forms() -> impl Strategy<Value = (PartOfSpeech, Option<Noun>, Option<Verb>, Option<Adjective>)> {
        let noun = (vec(select(Article::ALL), 0..3), option::of(text()), option::of(text()))
            .prop_map(|(articles, plural, diminutive)| Noun { articles, plural, diminutive })
            .prop_map(|noun| (PartOfSpeech::Noun, Some(noun), None, None));
        let verb = (text(), text(), text(), vec(select(Auxiliary::ALL), 0..3), option::of(text()))
            .prop_map(|(past_singular, past_plural, participle, auxiliaries, particle)| Verb {
                past_singular,
                past_plural,
                participle,
                auxiliaries,
                particle,
                reflexive: true,
            })
            .prop_map(|verb| (PartOfSpeech::Verb, None, Some(verb), None));
        let adjective = (option::of(text()), option::of(text()), option::of(text()))
            .prop_map(|(inflected, comparative, superlative)| Adjective {
                inflected,
                comparative,
                superlative,
            })
            .prop_map(|adjective| (PartOfSpeech::Adjective, None, None, Some(adjective)));
        let others = select(vec![PartOfSpeech::Adverb, PartOfSpeech::Phrase, PartOfSpeech::Unknown])
            .prop_map(|kind| (kind, None, None, None));
        prop_oneof![noun, verb, adjective, others]
    }

    fn word() -> impl Strategy<Value = Word> {
        let sentence =
            (text(), by_language(text)).prop_map(|(nl, translations)| Sentence { nl, translations });
        let glosses = by_language(|| vec(text(), 0..10));
        (text(), text(), forms(), glosses, vec(sentence, 0..7), option::of(text())).prop_map(
            |(key, lemma, (part_of_speech, noun, verb, adjective), glosses, examples, ipa)| {
                let Content::Word(word) = samples::word("brood") else { panic!("a word") };
                Word { key, lemma, part_of_speech, noun, verb, adjective, glosses, examples, ipa, ..word }
            },
        )
    }

    /// A word that is right but for what one strategy gave it.
    fn nearly_right_word() -> impl Strategy<Value = Word> {
        let Content::Word(right) = samples::word("brood") else { panic!("a word") };
        (word(), 0..6).prop_map(move |(odd, field)| {
            let right = right.clone();
            match field {
                0 => Word { key: odd.key, ..right },
                1 => Word { lemma: odd.lemma, ..right },
                2 => {
                    let Word { part_of_speech, noun, verb, adjective, .. } = odd;
                    Word { part_of_speech, noun, verb, adjective, ..right }
                }
                3 => Word { glosses: odd.glosses, ..right },
                4 => Word { examples: odd.examples, ..right },
                _ => Word { ipa: odd.ipa, ..right },
            }
        })
    }

    fn quoted(text: &str) -> String {
        serde_json::to_string(text).expect("a text")
    }

    fn table(texts: &BTreeMap<String, String>) -> String {
        let fields: Vec<_> = texts.iter().map(|(name, text)| format!("{} = {text}", quoted(name))).collect();
        format!("{{ {} }}", fields.join(", "))
    }

    fn list(texts: impl IntoIterator<Item = impl AsRef<str>>) -> String {
        let texts: Vec<_> = texts.into_iter().map(|text| quoted(text.as_ref())).collect();
        format!("[{}]", texts.join(", "))
    }

    fn localized_table(text: &LocalizedText) -> String {
        let LocalizedText { nl, en, ru } = text;
        table(
            &[("nl", nl), ("en", en), ("ru", ru)].map(|(name, text)| (name.to_owned(), quoted(text))).into(),
        )
    }

    /// The file that says the same.
    fn file_of(topic: &Topic, word: &Word) -> String {
        let mut text = format!("format = 1\n[topic]\nslug = {}\nlevel = \"A1\"\n", quoted(&topic.slug));
        let mut field = |name: &str, value: Option<String>| {
            if let Some(value) = value {
                writeln!(text, "{name} = {value}").expect("a text grows");
            }
        };
        field("licence", Some(quoted(&topic.licence)));
        field("title", Some(localized_table(&topic.title)));
        field("description", topic.description.as_ref().map(localized_table));
        field("position", Some(topic.position.to_string()));
        text.push_str("[[word]]\n");
        let mut field = |name: &str, value: Option<String>| {
            if let Some(value) = value {
                writeln!(text, "{name} = {value}").expect("a text grows");
            }
        };
        let optional = |text: &Option<String>| text.as_deref().map(quoted);
        field("key", Some(quoted(&word.key)));
        field("lemma", Some(quoted(&word.lemma)));
        field("part_of_speech", Some(quoted(word.part_of_speech.as_str())));
        if let Some(noun) = &word.noun {
            field("article", Some(list(noun.articles.iter().map(|article| article.as_str()))));
            field("countable", noun.plural.is_none().then(|| "false".to_owned()));
            field("plural", optional(&noun.plural));
            field("diminutive", optional(&noun.diminutive));
        }
        if let Some(verb) = &word.verb {
            let past = [("singular", &verb.past_singular), ("plural", &verb.past_plural)];
            field("past", Some(table(&past.map(|(name, text)| (name.to_owned(), quoted(text))).into())));
            field("participle", Some(quoted(&verb.participle)));
            field("auxiliary", Some(list(verb.auxiliaries.iter().map(|auxiliary| auxiliary.as_str()))));
            field("particle", optional(&verb.particle));
            field("reflexive", Some("true".to_owned()));
        }
        if let Some(adjective) = &word.adjective {
            field("inflected", optional(&adjective.inflected));
            field("comparative", optional(&adjective.comparative));
            field("superlative", optional(&adjective.superlative));
        }
        let glosses = word.glosses.iter().map(|(language, variants)| (language.clone(), list(variants)));
        field("gloss", Some(table(&glosses.collect())));
        let examples = word.examples.iter().map(|sentence| {
            let translations = sentence.translations.iter();
            let mut fields: BTreeMap<_, _> =
                translations.map(|(language, text)| (language.clone(), quoted(text))).collect();
            fields.insert("nl".to_owned(), quoted(&sentence.nl));
            table(&fields)
        });
        field("examples", Some(format!("[{}]", examples.collect::<Vec<_>>().join(", "))));
        field("ipa", optional(&word.ipa));
        text
    }

    fn read(topic: &Topic, word: &Word) -> Result<file::TopicFile, Vec<file::Fault>> {
        file::read(&file::name_of(topic), &file_of(topic, word))
    }

    fn right_topic() -> Topic {
        let Content::Topic(topic) = samples::topic() else { panic!("a topic") };
        topic
    }

    #[test]
    fn the_samples_are_right() {
        assert_eq!(check(&samples::topic()), []);
        assert_eq!(check(&samples::word("brood")), []);
        let Content::Word(word) = samples::word("brood") else { panic!("a word") };
        assert_eq!(read(&right_topic(), &word).expect("right").words[0].word, word);
    }

    #[test]
    fn forms_stand_with_their_part_of_speech_alone() {
        let Content::Word(mut word) = samples::word("brood") else { panic!("a word") };
        word.part_of_speech = PartOfSpeech::Verb;
        let told = check(&Content::Word(word)).into_iter().map(|misfit| (misfit.pointer, misfit.wrong.code));
        let told: Vec<_> = told.collect();
        assert_eq!(told, [("/word/noun".into(), "unknown-field"), ("/word/verb".into(), "missing")]);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(512))]

        #[test]
        fn a_request_and_a_file_are_held_to_the_same(word in prop_oneof![word(), nearly_right_word()]) {
            // A word of a file has no sentence in two languages called nl.
            prop_assume!(word.examples.iter().all(|example| !example.translations.contains_key("nl")));
            let misfits = check(&Content::Word(word.clone()));
            let read = read(&right_topic(), &word);
            prop_assert_eq!(misfits.is_empty(), read.is_ok(), "{:#?} {:#?}", misfits, read);
            if let Ok(file) = read {
                prop_assert_eq!(&file.words[0].word, &word);
            }
        }

        #[test]
        fn so_is_a_topic(topic in topic()) {
            let Content::Word(word) = samples::word("brood") else { panic!("a word") };
            let misfits = check(&Content::Topic(topic.clone()));
            let read = read(&topic, &word);
            prop_assert_eq!(misfits.is_empty(), read.is_ok(), "{:#?} {:#?}", misfits, read);
        }
    }
}

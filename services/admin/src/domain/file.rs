//! Content files: `content/topics/<slug>.<level>.toml`, read whole, every fault with its line.
//!
//! An editor who brings 400 words wants one list of all that is wrong, not the first line of it. So the file is read
//! as a tree with positions, and each check notes its fault and goes on.

use super::content::{Adjective, Content, Noun, Sentence, Topic, Verb, Word, topic_id, word_id};
use events::{
    Level, LocalizedText, PartOfSpeech,
    admin::{Article, Auxiliary},
};
use ids::ContentId;
use serde::{Deserialize, Serialize};
use std::{
    collections::{BTreeMap, BTreeSet, HashMap},
    ops::Range,
};
use toml::{
    Spanned,
    de::{DeString, DeTable, DeValue},
};
use utoipa::ToSchema;

/// The layout that this release reads.
const FORMAT: &str = "1";
/// Bytes of one file. The largest of the starter pack has some 10,000.
pub const LARGEST_FILE: usize = 256 * 1024;
/// Words of one file.
pub const MOST_WORDS: usize = 500;
/// Faults that are told of one file; a file with more is not a content file.
pub const MOST_FAULTS: usize = 200;
/// Characters of a short text: a lemma, a form, a gloss.
const LONGEST_SHORT: usize = 100;
/// Characters of a long text: a sentence, a description.
const LONGEST_TEXT: usize = 500;
/// Glosses and sentences come at least in these languages.
const LANGUAGES: [&str; 2] = ["en", "ru"];

/// Something wrong in a file.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Fault {
    /// From 1.
    pub line: usize,
    /// Where in the file, as in `word[3].gloss.ru`.
    pub path: String,
    /// A stable code.
    pub code: String,
    /// What is wrong and what would be right.
    pub message: String,
}

/// A file that is right: one topic and its words.
#[derive(Clone, Debug, PartialEq)]
pub struct TopicFile {
    /// The topic first, then its words in order.
    pub items: Vec<(ContentId, Content)>,
}

/// Reads a file.
///
/// # Errors
/// Everything that is wrong with it, by line, at most [`MOST_FAULTS`].
pub fn read(text: &str) -> Result<TopicFile, Vec<Fault>> {
    if text.len() > LARGEST_FILE {
        let message = format!("the file has {} bytes; at most {LARGEST_FILE} are read", text.len());
        return Err(vec![Fault { line: 1, path: String::new(), code: "too-large".into(), message }]);
    }
    let (root, errors) = DeTable::parse_recoverable(text);
    let mut faults = Faults { text, found: Vec::new() };
    for error in errors {
        faults.add(error.span().unwrap_or_default(), "", "syntax", error.message().to_owned());
    }
    if !faults.found.is_empty() {
        return Err(faults.into_sorted());
    }
    let file = root.get_ref().pipe(|table| file_of(table, root.span(), &mut faults));
    match file {
        Some(file) if faults.found.is_empty() => Ok(file),
        _ => Err(faults.into_sorted()),
    }
}

trait Pipe {
    fn pipe<R>(&self, with: impl FnOnce(&Self) -> R) -> R {
        with(self)
    }
}

impl Pipe for DeTable<'_> {}

fn file_of(root: &DeTable<'_>, span: Range<usize>, faults: &mut Faults<'_>) -> Option<TopicFile> {
    let mut root = Node::new(root, span, String::new());
    let format = root.take("format", faults);
    if let Some(value) = format
        && !value.get_ref().as_integer().is_some_and(|number| number.as_str() == FORMAT)
    {
        faults.add(value.span(), "format", "unknown-format", format!("this release reads format = {FORMAT}"));
    }
    let topic = root.table("topic", faults).and_then(|node| topic_of(node, faults));
    let words = root.tables("word", faults);
    root.refuse_the_rest(faults);

    if words.len() > MOST_WORDS {
        faults.add(words[MOST_WORDS].span.clone(), "word", "too-many", format!("at most {MOST_WORDS} words a file"));
        return None;
    }
    unique(&words, "key", "duplicate-key", faults);
    unique(&words, "lemma", "duplicate-lemma", faults);

    // Words are checked even when the topic is wrong, under a name that is never used.
    let (slug, level) =
        topic.as_ref().map_or((String::from("unknown"), Level::A1), |topic| (topic.slug.clone(), topic.level));
    let words: Vec<_> = words.into_iter().map(|node| word_of(node, &slug, level, faults)).collect();
    if words.is_empty() {
        faults.add(root.span.clone(), "word", "missing", "a topic has at least one [[word]]".into());
    }

    let topic = topic?;
    let id = topic_id(&topic.slug, topic.level).into();
    let words = words.into_iter().collect::<Option<Vec<_>>>()?;
    let words = words.into_iter().map(|word| (word_id(&slug, level, &word.key).into(), Content::Word(word)));
    Some(TopicFile { items: std::iter::once((id, Content::Topic(topic))).chain(words).collect() })
}

fn topic_of(mut node: Node<'_>, faults: &mut Faults<'_>) -> Option<Topic> {
    let slug = node.slug("slug", faults);
    let level = node.symbol("level", Level::ALL, Level::as_str, faults);
    let licence = node.short("licence", faults);
    let title = node.table("title", faults).and_then(|title| localized(title, LONGEST_SHORT, faults));
    let description = node.optional_table("description", faults).map(|text| localized(text, LONGEST_TEXT, faults));
    let position = node.optional_number("position", faults);
    node.refuse_the_rest(faults);
    Some(Topic {
        slug: slug?,
        level: level?,
        title: title?,
        description: match description {
            Some(description) => Some(description?),
            None => None,
        },
        position: position.unwrap_or_default(),
        licence: licence?,
    })
}

fn localized(mut node: Node<'_>, longest: usize, faults: &mut Faults<'_>) -> Option<LocalizedText> {
    let (nl, en, ru) =
        (node.text("nl", longest, faults), node.text("en", longest, faults), node.text("ru", longest, faults));
    node.refuse_the_rest(faults);
    Some(LocalizedText { nl: nl?, en: en?, ru: ru? })
}

fn word_of(mut node: Node<'_>, slug: &str, level: Level, faults: &mut Faults<'_>) -> Option<Word> {
    let key = node.slug("key", faults);
    let lemma = node.short("lemma", faults);
    let part_of_speech = node.symbol("part_of_speech", &PartOfSpeech::ALL[1..], PartOfSpeech::as_str, faults);
    let forms = match part_of_speech {
        Some(PartOfSpeech::Noun) => noun_of(&mut node, faults).map(Forms::Noun),
        Some(PartOfSpeech::Verb) => verb_of(&mut node, faults).map(Forms::Verb),
        Some(PartOfSpeech::Adjective) => Some(Forms::Adjective(adjective_of(&mut node, faults))),
        Some(_) => Some(Forms::None),
        None => {
            node.forgive_the_rest();
            None
        }
    };
    let glosses = glosses_of(&mut node, faults);
    let examples = examples_of(&mut node, faults);
    let ipa = node.optional_short("ipa", faults);
    node.refuse_the_rest(faults);

    let forms = forms?;
    Some(Word {
        topic_id: topic_id(slug, level),
        key: key?,
        level,
        lemma: lemma?,
        part_of_speech: part_of_speech?,
        noun: forms.noun(),
        verb: forms.verb(),
        adjective: forms.adjective(),
        glosses: glosses?,
        examples: examples?,
        ipa,
    })
}

enum Forms {
    Noun(Noun),
    Verb(Verb),
    Adjective(Adjective),
    None,
}

impl Forms {
    fn noun(&self) -> Option<Noun> {
        if let Self::Noun(noun) = self { Some(noun.clone()) } else { None }
    }

    fn verb(&self) -> Option<Verb> {
        if let Self::Verb(verb) = self { Some(verb.clone()) } else { None }
    }

    fn adjective(&self) -> Option<Adjective> {
        if let Self::Adjective(adjective) = self { Some(adjective.clone()) } else { None }
    }
}

fn noun_of(node: &mut Node<'_>, faults: &mut Faults<'_>) -> Option<Noun> {
    let articles = node.symbols("article", Article::ALL, Article::as_str, faults);
    let countable = node.optional_flag("countable", faults).unwrap_or(true);
    let plural_at = node.position_of("plural");
    let plural = node.optional_short("plural", faults);
    let diminutive = node.optional_short("diminutive", faults);
    match (&plural, countable) {
        (None, true) => {
            let message = "a noun has a plural, or says countable = false".into();
            faults.add(node.span.clone(), &node.at("plural"), "missing", message);
        }
        (Some(_), false) => {
            let message = "a noun with countable = false has no plural".into();
            faults.add(plural_at, &node.at("plural"), "contradiction", message);
        }
        _ => {}
    }
    Some(Noun { articles: articles?, plural, diminutive })
}

fn verb_of(node: &mut Node<'_>, faults: &mut Faults<'_>) -> Option<Verb> {
    let past = node.table("past", faults).and_then(|mut past| {
        let (singular, plural) = (past.short("singular", faults), past.short("plural", faults));
        past.refuse_the_rest(faults);
        Some((singular?, plural?))
    });
    let participle = node.short("participle", faults);
    let auxiliaries = node.symbols("auxiliary", Auxiliary::ALL, Auxiliary::as_str, faults);
    let particle = node.optional_short("particle", faults);
    let reflexive = node.optional_flag("reflexive", faults).unwrap_or_default();
    let (past_singular, past_plural) = past?;
    Some(Verb { past_singular, past_plural, participle: participle?, auxiliaries: auxiliaries?, particle, reflexive })
}

fn adjective_of(node: &mut Node<'_>, faults: &mut Faults<'_>) -> Adjective {
    Adjective {
        inflected: node.optional_short("inflected", faults),
        comparative: node.optional_short("comparative", faults),
        superlative: node.optional_short("superlative", faults),
    }
}

/// Every language of `gloss`, each a list; English and Russian must be there.
fn glosses_of(node: &mut Node<'_>, faults: &mut Faults<'_>) -> Option<BTreeMap<String, Vec<String>>> {
    let mut gloss = node.table("gloss", faults)?;
    gloss.require(&LANGUAGES, "a word has a gloss in English and in Russian", faults);
    let mut glosses = BTreeMap::new();
    for language in gloss.languages(faults) {
        if let Some(variants) = gloss.list(&language, faults) {
            glosses.insert(language, variants);
        }
    }
    LANGUAGES.iter().all(|language| glosses.contains_key(*language)).then_some(glosses)
}

fn examples_of(node: &mut Node<'_>, faults: &mut Faults<'_>) -> Option<Vec<Sentence>> {
    let examples = node.tables("examples", faults);
    if examples.is_empty() {
        faults.add(node.span.clone(), &node.at("examples"), "missing", "a word has at least one example".into());
    }
    let read: Vec<_> = examples.into_iter().map(|example| sentence_of(example, faults)).collect();
    (!read.is_empty()).then(|| read.into_iter().collect()).flatten()
}

fn sentence_of(mut node: Node<'_>, faults: &mut Faults<'_>) -> Option<Sentence> {
    let nl = node.text("nl", LONGEST_TEXT, faults);
    node.require(&LANGUAGES, "a sentence is translated into English and Russian", faults);
    let mut translations = BTreeMap::new();
    for language in node.languages(faults) {
        if let Some(text) = node.text(&language, LONGEST_TEXT, faults) {
            translations.insert(language, text);
        }
    }
    let whole = LANGUAGES.iter().all(|language| translations.contains_key(*language));
    whole.then_some(Sentence { nl: nl?, translations })
}

/// Notes each word whose `name` another word before it has.
fn unique(words: &[Node<'_>], name: &str, code: &str, faults: &mut Faults<'_>) {
    let mut first = HashMap::new();
    for word in words {
        let Some(value) = word.table.get(name) else { continue };
        let Some(text) = value.get_ref().as_str() else { continue };
        if let Some(line) = first.get(text) {
            let message = format!("{text:?} stands already in line {line}");
            faults.add(value.span(), &word.at(name), code, message);
        } else {
            first.insert(text, faults.line(value.span().start));
        }
    }
}

/// The faults of one file.
struct Faults<'t> {
    text: &'t str,
    found: Vec<Fault>,
}

impl Faults<'_> {
    fn line(&self, offset: usize) -> usize {
        let before = self.text.as_bytes().get(..offset.min(self.text.len())).unwrap_or_default();
        before.iter().filter(|byte| **byte == b'\n').count() + 1
    }

    fn add(&mut self, span: Range<usize>, path: &str, code: &str, message: String) {
        if self.found.len() < MOST_FAULTS {
            let line = self.line(span.start);
            self.found.push(Fault { line, path: path.into(), code: code.into(), message });
        }
    }

    fn into_sorted(mut self) -> Vec<Fault> {
        self.found.sort();
        self.found
    }
}

/// A table of the file, with what was read of it already.
struct Node<'t> {
    table: &'t DeTable<'t>,
    span: Range<usize>,
    path: String,
    read: BTreeSet<String>,
}

impl<'t> Node<'t> {
    fn new(table: &'t DeTable<'t>, span: Range<usize>, path: String) -> Self {
        Self { table, span, path, read: BTreeSet::new() }
    }

    fn at(&self, name: &str) -> String {
        if self.path.is_empty() { name.to_owned() } else { format!("{}.{name}", self.path) }
    }

    fn position_of(&self, name: &str) -> Range<usize> {
        self.table.get(name).map_or(self.span.clone(), Spanned::span)
    }

    fn take_optional(&mut self, name: &str) -> Option<&'t Spanned<DeValue<'t>>> {
        self.read.insert(name.to_owned());
        self.table.get(name)
    }

    fn take(&mut self, name: &str, faults: &mut Faults<'_>) -> Option<&'t Spanned<DeValue<'t>>> {
        let value = self.take_optional(name);
        if value.is_none() {
            faults.add(self.span.clone(), &self.at(name), "missing", format!("{name} is missing"));
        }
        value
    }

    fn wrong_type(&self, name: &str, value: &Spanned<DeValue<'_>>, expected: &str, faults: &mut Faults<'_>) {
        let message = format!("{name} is {expected}, not {}", value.get_ref().type_str());
        faults.add(value.span(), &self.at(name), "wrong-type", message);
    }

    fn table(&mut self, name: &str, faults: &mut Faults<'_>) -> Option<Node<'t>> {
        self.take(name, faults)?;
        self.optional_table(name, faults)
    }

    fn optional_table(&mut self, name: &str, faults: &mut Faults<'_>) -> Option<Node<'t>> {
        let value = self.take_optional(name)?;
        match value.get_ref().as_table() {
            Some(table) => Some(Node::new(table, value.span(), self.at(name))),
            None => {
                self.wrong_type(name, value, "a table", faults);
                None
            }
        }
    }

    fn tables(&mut self, name: &str, faults: &mut Faults<'_>) -> Vec<Node<'t>> {
        let Some(value) = self.take_optional(name) else { return Vec::new() };
        let Some(array) = value.get_ref().as_array() else {
            self.wrong_type(name, value, "a list of tables", faults);
            return Vec::new();
        };
        let mut nodes = Vec::new();
        for (index, element) in array.iter().enumerate() {
            let path = format!("{}[{index}]", self.at(name));
            match element.get_ref().as_table() {
                Some(table) => nodes.push(Node::new(table, element.span(), path)),
                None => self.wrong_type(name, element, "a list of tables", faults),
            }
        }
        nodes
    }

    fn text(&mut self, name: &str, longest: usize, faults: &mut Faults<'_>) -> Option<String> {
        let value = self.take(name, faults)?;
        self.checked_text(name, value, longest, faults)
    }

    fn short(&mut self, name: &str, faults: &mut Faults<'_>) -> Option<String> {
        self.text(name, LONGEST_SHORT, faults)
    }

    fn optional_short(&mut self, name: &str, faults: &mut Faults<'_>) -> Option<String> {
        let value = self.take_optional(name)?;
        self.checked_text(name, value, LONGEST_SHORT, faults)
    }

    fn checked_text(
        &self,
        name: &str,
        value: &Spanned<DeValue<'_>>,
        longest: usize,
        faults: &mut Faults<'_>,
    ) -> Option<String> {
        let Some(text) = value.get_ref().as_str() else {
            self.wrong_type(name, value, "a text", faults);
            return None;
        };
        let fault = if text.trim().is_empty() {
            Some(("empty", format!("{name} is empty")))
        } else if text.trim() != text || text.chars().any(char::is_control) {
            Some(("untidy", format!("{name} begins or ends with white space, or has control characters")))
        } else if text.chars().count() > longest {
            Some(("too-long", format!("{name} has more than {longest} characters")))
        } else {
            None
        };
        match fault {
            Some((code, message)) => {
                faults.add(value.span(), &self.at(name), code, message);
                None
            }
            None => Some(text.to_owned()),
        }
    }

    fn slug(&mut self, name: &str, faults: &mut Faults<'_>) -> Option<String> {
        let text = self.short(name, faults)?;
        let fits = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
        if text.bytes().all(fits) {
            return Some(text);
        }
        let message = format!("{name} has lower-case ascii letters, digits and hyphens only");
        faults.add(self.position_of(name), &self.at(name), "not-a-slug", message);
        None
    }

    fn symbol<T: Copy>(
        &mut self,
        name: &str,
        all: &[T],
        text_of: fn(T) -> &'static str,
        faults: &mut Faults<'_>,
    ) -> Option<T> {
        let text = self.short(name, faults)?;
        let found = find_symbol(&text, all, text_of);
        if found.is_none() {
            self.unknown_symbol(name, self.position_of(name), &text, all, text_of, faults);
        }
        found
    }

    /// One or more symbols, each once.
    fn symbols<T: Copy>(
        &mut self,
        name: &str,
        all: &[T],
        text_of: fn(T) -> &'static str,
        faults: &mut Faults<'_>,
    ) -> Option<Vec<T>> {
        let span = self.position_of(name);
        let texts = {
            self.take(name, faults)?;
            self.list(name, faults)?
        };
        let mut found = Vec::new();
        for text in &texts {
            match find_symbol(text, all, text_of) {
                Some(symbol) => found.push(symbol),
                None => self.unknown_symbol(name, span.clone(), text, all, text_of, faults),
            }
        }
        (found.len() == texts.len()).then_some(found)
    }

    fn unknown_symbol<T: Copy>(
        &self,
        name: &str,
        span: Range<usize>,
        text: &str,
        all: &[T],
        text_of: fn(T) -> &'static str,
        faults: &mut Faults<'_>,
    ) {
        let known = all.iter().map(|symbol| text_of(*symbol)).collect::<Vec<_>>().join(", ");
        faults.add(span, &self.at(name), "unknown-value", format!("{text:?} is none of: {known}"));
    }

    /// A list of short texts, not empty, each once.
    fn list(&mut self, name: &str, faults: &mut Faults<'_>) -> Option<Vec<String>> {
        let value = self.take_optional(name)?;
        let Some(array) = value.get_ref().as_array() else {
            self.wrong_type(name, value, "a list of texts", faults);
            return None;
        };
        if array.is_empty() {
            faults.add(value.span(), &self.at(name), "empty", format!("{name} is empty"));
            return None;
        }
        let mut texts: Vec<String> = Vec::new();
        for element in array.iter() {
            let text = self.checked_text(name, element, LONGEST_SHORT, faults)?;
            if texts.contains(&text) {
                faults.add(element.span(), &self.at(name), "repeated", format!("{text:?} stands twice"));
                return None;
            }
            texts.push(text);
        }
        Some(texts)
    }

    fn optional_flag(&mut self, name: &str, faults: &mut Faults<'_>) -> Option<bool> {
        let value = self.take_optional(name)?;
        let flag = value.get_ref().as_bool();
        if flag.is_none() {
            self.wrong_type(name, value, "true or false", faults);
        }
        flag
    }

    fn optional_number(&mut self, name: &str, faults: &mut Faults<'_>) -> Option<i32> {
        let value = self.take_optional(name)?;
        let number = value.get_ref().as_integer().and_then(|number| number.as_str().parse().ok());
        if number.is_none() {
            self.wrong_type(name, value, "a whole number", faults);
        }
        number.filter(|number| *number >= 0)
    }

    /// The keys that are language codes and were not read yet; others are left for [`Node::refuse_the_rest`].
    fn languages(&mut self, faults: &mut Faults<'_>) -> Vec<String> {
        let is_code = |key: &str| key.len() == 2 && key.bytes().all(|byte| byte.is_ascii_lowercase());
        let codes = self.unread().filter(|(key, _)| is_code(key)).map(|(key, _)| key.to_owned()).collect();
        let others: Vec<_> = self
            .unread()
            .filter(|(key, _)| !is_code(key))
            .map(|(key, span)| (self.at(key), span, format!("{key:?} is no language code such as en")))
            .collect();
        for (path, span, message) in others {
            faults.add(span, &path, "unknown-language", message);
        }
        codes
    }

    fn require(&self, names: &[&str], why: &str, faults: &mut Faults<'_>) {
        for name in names.iter().filter(|name| !self.table.contains_key(**name)) {
            faults.add(self.span.clone(), &self.at(name), "missing", format!("{name} is missing: {why}"));
        }
    }

    fn unread(&self) -> impl Iterator<Item = (&'t str, Range<usize>)> {
        let keys = self.table.iter().filter(|(key, _)| !self.read.contains(key.get_ref().as_ref()));
        keys.map(|(key, _): (&'t Spanned<DeString<'t>>, _)| (key.get_ref().as_ref(), key.span()))
    }

    fn refuse_the_rest(&self, faults: &mut Faults<'_>) {
        for (key, span) in self.unread().collect::<Vec<_>>() {
            let message = format!("{key} is not a field here");
            faults.add(span, &self.at(key), "unknown-field", message);
        }
    }

    /// Counts every field as read: what it may hold is not known.
    fn forgive_the_rest(&mut self) {
        let form_fields = ["article", "countable", "plural", "diminutive", "past", "participle", "auxiliary"];
        let others = ["particle", "reflexive", "inflected", "comparative", "superlative"];
        self.read.extend(form_fields.into_iter().chain(others).map(str::to_owned));
    }
}

fn find_symbol<T: Copy>(text: &str, all: &[T], text_of: fn(T) -> &'static str) -> Option<T> {
    all.iter().copied().find(|symbol| text_of(*symbol) == text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const GOOD: &str = r#"
format = 1
[topic]
slug = "eten"
level = "A1"
licence = "CC-BY-SA-4.0"
title = { nl = "Eten", en = "Food", ru = "Еда" }

[[word]]
key = "brood"
lemma = "brood"
part_of_speech = "noun"
article = ["het"]
plural = "broden"
gloss = { en = ["bread"], ru = ["хлеб"] }
examples = [{ nl = "Ik eet brood.", en = "I eat bread.", ru = "Я ем хлеб." }]
"#;

    fn codes(text: &str) -> Vec<(usize, String, String)> {
        read(text).expect_err("faults").into_iter().map(|fault| (fault.line, fault.path, fault.code)).collect()
    }

    fn fault(line: usize, path: &str, code: &str) -> (usize, String, String) {
        (line, path.into(), code.into())
    }

    #[test]
    fn a_good_file_gives_its_topic_and_its_words() {
        let file = read(GOOD).expect("a good file");
        let titles: Vec<_> = file.items.iter().map(|(_, content)| content.title()).collect();
        assert_eq!(titles, ["Eten", "brood"]);
    }

    #[test]
    fn reading_again_meets_the_same_items() {
        let ids = |text| read(text).expect("good").items.into_iter().map(|(id, _)| id).collect::<Vec<_>>();
        assert_eq!(ids(GOOD), ids(&GOOD.replace("\"brood\"\npart", "\"broodje\"\npart")));
    }

    #[test]
    fn every_fault_is_told_at_once_with_its_line() {
        let bad = GOOD
            .replace("level = \"A1\"", "level = \"A7\"")
            .replace(", ru = [\"хлеб\"]", "")
            .replace("[\"het\"]", "[\"die\"]")
            .replace("plural = \"broden\"", "plurals = \"broden\"");
        assert_eq!(
            codes(&bad),
            [
                fault(5, "topic.level", "unknown-value"),
                fault(9, "word[0].plural", "missing"),
                fault(13, "word[0].article", "unknown-value"),
                fault(14, "word[0].plurals", "unknown-field"),
                fault(15, "word[0].gloss.ru", "missing"),
            ]
        );
    }

    #[test]
    fn a_lemma_stands_once() {
        let word = GOOD.split_once("[[word]]").expect("a word").1;
        let twice = format!("{GOOD}\n[[word]]{}", word.replace("key = \"brood\"", "key = \"brood-2\""));
        assert_eq!(codes(&twice), [fault(20, "word[1].lemma", "duplicate-lemma")]);
    }

    #[test]
    fn every_syntax_error_is_told() {
        assert!(codes("format = \n[topic\n= 3").len() >= 2);
    }

    #[test]
    fn a_huge_file_is_refused_unread() {
        assert_eq!(codes(&"#".repeat(LARGEST_FILE + 1)), [fault(1, "", "too-large")]);
    }

    #[test]
    fn the_starter_pack_is_right() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../content/topics");
        let files: Vec<_> = std::fs::read_dir(folder).expect("content/topics").collect();
        assert!(!files.is_empty());
        for file in files {
            let path = file.expect("a file").path();
            let text = std::fs::read_to_string(&path).expect("text");
            let read = read(&text);
            assert!(read.is_ok(), "{}: {:#?}", path.display(), read.err());
        }
    }

    proptest! {
        #[test]
        fn any_text_is_read_or_refused_without_a_panic(text in "(?s).{0,300}") {
            let _ = read(&text).is_ok();
        }

        #[test]
        fn any_damage_to_a_good_file_is_survived(at: prop::sample::Index, with in "\\PC{0,3}") {
            let at = at.index(GOOD.len());
            let at = (0..=at).rev().find(|at| GOOD.is_char_boundary(*at)).unwrap_or(0);
            let damaged = format!("{}{with}{}", &GOOD[..at], &GOOD[at..]);
            let _ = read(&damaged).is_ok();
        }
    }
}

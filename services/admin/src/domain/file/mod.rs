//! Content files: `content/topics/<slug>.<level>.toml`, read whole, every fault with its line.
//!
//! An editor who brings 400 words wants one list of all that is wrong, not the first line of it. So the file is read
//! as a tree with positions, and each check notes its fault and goes on.

mod faults;
mod fields;

pub use faults::{Fault, MOST_FAULTS};

use super::{
    content::{Adjective, Noun, Sentence, Topic, Verb, Word, topic_id},
    value::{LANGUAGES, LONGEST_SHORT, LONGEST_TEXT, MOST_EXAMPLES, MOST_LANGUAGES, MOST_VARIANTS},
};
use events::{
    Level, LocalizedText, PartOfSpeech,
    admin::{Article, Auxiliary},
};
use faults::Faults;
use fields::Fields;
use std::collections::{BTreeMap, HashMap};
use toml::de::DeTable;

/// The layout that this release reads.
const FORMAT: &str = "1";
/// Bytes of one file. The largest of the starter pack has some 14,000.
pub const LARGEST_FILE: usize = 256 * 1024;
/// Words of one file.
pub const MOST_WORDS: usize = 500;

/// A file that is right: one topic and its words.
#[derive(Clone, Debug, PartialEq)]
pub struct TopicFile {
    /// The topic.
    pub topic: Topic,
    /// Its words, in order.
    pub words: Vec<FileWord>,
}

/// A word of a file.
#[derive(Clone, Debug, PartialEq)]
pub struct FileWord {
    /// Where it begins, from 1.
    pub line: usize,
    /// The word, in the topic that has the derived id.
    pub word: Word,
}

/// The name of the file of a topic: `eten-en-drinken.a1.toml`.
pub fn name_of(topic: &Topic) -> String {
    format!("{}.{}.toml", topic.slug, topic.level.as_str().to_ascii_lowercase())
}

/// Reads the file `name`.
///
/// # Errors
/// Everything that is wrong with it, by line, at most [`MOST_FAULTS`].
pub fn read(name: &str, text: &str) -> Result<TopicFile, Vec<Fault>> {
    let faults = Faults::of(text);
    if text.len() > LARGEST_FILE {
        let message = format!("the file has {} bytes; at most {LARGEST_FILE} are read", text.len());
        faults.add(&(0..0), "", "too-large", message);
        return Err(faults.into_sorted());
    }
    let (root, errors) = DeTable::parse_recoverable(text);
    for error in errors {
        faults.add(&error.span().unwrap_or_default(), "", "syntax", error.message());
    }
    if !faults.is_empty() {
        return Err(faults.into_sorted());
    }
    let root = Fields::of(root.get_ref(), root.span(), String::new(), &faults);
    match file_of(root, name) {
        Some(file) if faults.is_empty() => Ok(file),
        _ => Err(faults.into_sorted()),
    }
}

fn file_of(mut root: Fields<'_>, name: &str) -> Option<TopicFile> {
    root.expect_number("format", FORMAT, "this release reads format = 1");
    let topic = root.table("topic").and_then(|fields| topic_of(fields, name));
    let words = root.tables("word");
    root.refuse_the_rest();

    if words.is_empty() {
        root.fault("word", "missing", "a topic has at least one [[word]]");
    }
    if words.len() > MOST_WORDS {
        root.fault("word", "too-many", format!("at most {MOST_WORDS} words a file"));
        return None;
    }
    note_repeats(&words, "key", "duplicate-key");
    note_repeats(&words, "lemma", "duplicate-lemma");

    // Words are checked even when the topic is wrong, under a name that is never used.
    let (slug, level) =
        topic.as_ref().map_or(("unknown", Level::A1), |topic| (topic.slug.as_str(), topic.level));
    let words: Vec<_> = words.into_iter().map(|fields| word_of(fields, slug, level)).collect();
    let words = words.into_iter().collect::<Option<_>>()?;
    Some(TopicFile { topic: topic?, words })
}

fn topic_of(mut fields: Fields<'_>, name: &str) -> Option<Topic> {
    let slug = fields.slug("slug");
    let level = fields.symbol("level", Level::ALL, Level::as_str);
    let licence = fields.short("licence");
    let title = fields.table("title").and_then(|title| localized(title, LONGEST_SHORT));
    let description = fields.optional_table("description").map(|text| localized(text, LONGEST_TEXT));
    let position = fields.optional_number("position");
    fields.refuse_the_rest();

    let description = match description {
        Some(read) => Some(read?),
        None => None,
    };
    let position = position.unwrap_or_default();
    let topic = Topic { slug: slug?, level: level?, title: title?, description, position, licence: licence? };
    if name != name_of(&topic) {
        let message = format!("a file of this topic and level is called {}, not {name:?}", name_of(&topic));
        fields.fault("slug", "wrong-name", message);
    }
    Some(topic)
}

fn localized(mut fields: Fields<'_>, longest: usize) -> Option<LocalizedText> {
    let (nl, en, ru) = (fields.text("nl", longest), fields.text("en", longest), fields.text("ru", longest));
    fields.refuse_the_rest();
    Some(LocalizedText { nl: nl?, en: en?, ru: ru? })
}

fn word_of(mut fields: Fields<'_>, slug: &str, level: Level) -> Option<FileWord> {
    let line = fields.line();
    let key = fields.slug("key");
    let lemma = fields.short("lemma");
    let part_of_speech = fields.symbol("part_of_speech", &PartOfSpeech::ALL[1..], PartOfSpeech::as_str);
    let forms = forms_of(&mut fields, part_of_speech);
    let glosses = glosses_of(&mut fields);
    let examples = examples_of(&mut fields);
    let ipa = fields.optional_short("ipa");
    fields.refuse_the_rest();

    let Forms { noun, verb, adjective } = forms?;
    let word = Word {
        topic_id: topic_id(slug, level),
        key: key?,
        level,
        lemma: lemma?,
        part_of_speech: part_of_speech?,
        noun,
        verb,
        adjective,
        glosses: glosses?,
        examples: examples?,
        ipa,
    };
    Some(FileWord { line, word })
}

#[derive(Default)]
struct Forms {
    noun: Option<Noun>,
    verb: Option<Verb>,
    adjective: Option<Adjective>,
}

/// The fields that belong to one part of speech alone.
const FORM_FIELDS: [&str; 12] = [
    "article",
    "countable",
    "plural",
    "diminutive",
    "past",
    "participle",
    "auxiliary",
    "particle",
    "reflexive",
    "inflected",
    "comparative",
    "superlative",
];

fn forms_of(fields: &mut Fields<'_>, part_of_speech: Option<PartOfSpeech>) -> Option<Forms> {
    match part_of_speech {
        Some(PartOfSpeech::Noun) => Some(Forms { noun: Some(noun_of(fields)?), ..Forms::default() }),
        Some(PartOfSpeech::Verb) => Some(Forms { verb: Some(verb_of(fields)?), ..Forms::default() }),
        Some(PartOfSpeech::Adjective) => {
            Some(Forms { adjective: Some(adjective_of(fields)), ..Forms::default() })
        }
        Some(_) => Some(Forms::default()),
        None => {
            // Which of them belong here is not known: one fault is enough.
            fields.pass_over(&FORM_FIELDS);
            None
        }
    }
}

fn noun_of(fields: &mut Fields<'_>) -> Option<Noun> {
    let articles = fields.symbols("article", Article::ALL, Article::as_str);
    let countable = fields.optional_flag("countable").unwrap_or(true);
    let plural = fields.optional_short("plural");
    let diminutive = fields.optional_short("diminutive");
    match (fields.has("plural"), countable) {
        (false, true) => fields.fault("plural", "missing", "a noun has a plural, or says countable = false"),
        (true, false) => {
            fields.fault("plural", "contradiction", "a noun with countable = false has no plural");
        }
        _ => {}
    }
    Some(Noun { articles: articles?, plural, diminutive })
}

fn verb_of(fields: &mut Fields<'_>) -> Option<Verb> {
    let past = fields.table("past").and_then(past_of);
    let participle = fields.short("participle");
    let auxiliaries = fields.symbols("auxiliary", Auxiliary::ALL, Auxiliary::as_str);
    let particle = fields.optional_short("particle");
    let reflexive = fields.optional_flag("reflexive").unwrap_or_default();
    let (past_singular, past_plural) = past?;
    let (participle, auxiliaries) = (participle?, auxiliaries?);
    Some(Verb { past_singular, past_plural, participle, auxiliaries, particle, reflexive })
}

fn past_of(mut fields: Fields<'_>) -> Option<(String, String)> {
    let (singular, plural) = (fields.short("singular"), fields.short("plural"));
    fields.refuse_the_rest();
    Some((singular?, plural?))
}

fn adjective_of(fields: &mut Fields<'_>) -> Adjective {
    Adjective {
        inflected: fields.optional_short("inflected"),
        comparative: fields.optional_short("comparative"),
        superlative: fields.optional_short("superlative"),
    }
}

/// Every language of `gloss`, each a list of variants.
fn glosses_of(fields: &mut Fields<'_>) -> Option<BTreeMap<String, Vec<String>>> {
    let mut gloss = fields.table("gloss")?;
    let languages = gloss.languages(&LANGUAGES, MOST_LANGUAGES);
    let read: Vec<_> = languages
        .into_iter()
        .map(|language| gloss.variants(&language, MOST_VARIANTS).map(|variants| (language, variants)))
        .collect();
    read.into_iter().collect()
}

fn examples_of(fields: &mut Fields<'_>) -> Option<Vec<Sentence>> {
    let examples = fields.tables("examples");
    if examples.is_empty() {
        fields.fault("examples", "missing", "a word has at least one example");
    }
    if examples.len() > MOST_EXAMPLES {
        fields.fault("examples", "too-many", format!("examples has at most {MOST_EXAMPLES} entries"));
    }
    let read: Vec<_> = examples.into_iter().map(sentence_of).collect();
    read.into_iter().collect()
}

fn sentence_of(mut fields: Fields<'_>) -> Option<Sentence> {
    let nl = fields.text("nl", LONGEST_TEXT);
    let languages = fields.languages(&LANGUAGES, MOST_LANGUAGES);
    let read: Vec<_> = languages
        .into_iter()
        .map(|language| fields.text(&language, LONGEST_TEXT).map(|text| (language, text)))
        .collect();
    let translations = read.into_iter().collect::<Option<_>>();
    Some(Sentence { nl: nl?, translations: translations? })
}

/// Notes each word that has the same `name` as one before it.
fn note_repeats(words: &[Fields<'_>], name: &str, code: &'static str) {
    let mut first = HashMap::new();
    for word in words {
        let Some(text) = word.peek(name) else { continue };
        if let Some(line) = first.get(text) {
            word.fault(name, code, format!("{text:?} stands already in line {line}"));
        } else {
            first.insert(text, word.line_of(name));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{check::check, content::Content};
    use proptest::prelude::*;
    use std::collections::BTreeSet;

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

    const NAME: &str = "eten.a1.toml";

    fn codes(text: &str) -> Vec<(usize, String, &'static str)> {
        let faults = read(NAME, text).expect_err("faults");
        faults.into_iter().map(|fault| (fault.line, fault.path, fault.code)).collect()
    }

    fn fault(line: usize, path: &str, code: &'static str) -> (usize, String, &'static str) {
        (line, path.into(), code)
    }

    #[test]
    fn a_good_file_gives_its_topic_and_its_words() {
        let file = read(NAME, GOOD).expect("a good file");
        assert_eq!(file.topic.title.nl, "Eten");
        let words: Vec<_> = file.words.iter().map(|word| (word.line, word.word.lemma.as_str())).collect();
        assert_eq!(words, [(9, "brood")]);
    }

    #[test]
    fn a_file_is_called_after_its_topic() {
        let renamed = read("drinken.a1.toml", GOOD).expect_err("another name");
        assert_eq!((renamed[0].line, renamed[0].code), (4, "wrong-name"));
    }

    #[test]
    fn values_of_every_kind_are_checked() {
        let bad = GOOD
            .replace("format = 1", "format = 2")
            .replace("slug = \"eten\"", "slug = 3")
            .replace("licence = \"CC-BY-SA-4.0\"", "licence = \" x\"\nposition = -1")
            .replace("title = {", "title = { de = \"Essen\",")
            .replace("[\"bread\"]", "[\"bread\", \"bread\"], english = [\"bread\"], de = []")
            .replace("\"хлеб\"", "\"хлеб; булка\"")
            .replace("ru = \"Я ем хлеб.\"", "ru = \"\"");
        let found = codes(&bad);
        let expected = [
            fault(2, "format", "unknown-format"),
            fault(4, "topic.slug", "wrong-type"),
            fault(6, "topic.licence", "untidy"),
            fault(7, "topic.position", "out-of-range"),
            fault(8, "topic.title.de", "unknown-field"),
            fault(16, "word[0].gloss.de", "empty"),
            fault(16, "word[0].gloss.en", "repeated"),
            fault(16, "word[0].gloss.english", "unknown-language"),
            fault(16, "word[0].gloss.ru", "divided"),
            fault(17, "word[0].examples[0].ru", "empty"),
        ];
        assert_eq!(found, expected);
    }

    #[test]
    fn forms_stand_with_their_part_of_speech() {
        let verb = GOOD.replace("\"noun\"", "\"verb\"");
        assert_eq!(
            codes(&verb),
            [
                fault(9, "word[0].auxiliary", "missing"),
                fault(9, "word[0].participle", "missing"),
                fault(9, "word[0].past", "missing"),
                fault(13, "word[0].article", "unknown-field"),
                fault(14, "word[0].plural", "unknown-field"),
            ]
        );
        let unknown = GOOD.replace("\"noun\"", "\"werkwoord\"");
        assert_eq!(codes(&unknown), [fault(12, "word[0].part_of_speech", "unknown-value")]);
    }

    #[test]
    fn a_plural_or_countable_false() {
        let neither = GOOD.replace("plural = \"broden\"\n", "");
        assert_eq!(codes(&neither), [fault(9, "word[0].plural", "missing")]);
        let both = GOOD.replace("plural =", "countable = false\nplural =");
        assert_eq!(codes(&both), [fault(15, "word[0].plural", "contradiction")]);
    }

    #[test]
    fn deep_nesting_is_a_fault_and_no_stack_overflow() {
        let bombs = [
            format!("a = {}", "[".repeat(LARGEST_FILE / 2)),
            format!("a = {}", "{a=".repeat(LARGEST_FILE / 4)),
            format!("a = {}1{}", "[".repeat(60_000), "]".repeat(60_000)),
            format!("a{} = 1", ".a".repeat(LARGEST_FILE / 4)),
            format!("[a{}]", ".a".repeat(LARGEST_FILE / 4)),
            format!("{}a{}", "[".repeat(60_000), "]".repeat(60_000)),
        ];
        for bomb in bombs {
            let found = codes(&bomb);
            assert!(found.iter().all(|(_, _, code)| *code == "syntax"), "{:?}", &found[..1]);
        }
    }

    /// Codes of faults of a file: services/admin/README.md lists them for editors.
    fn documented() -> BTreeSet<String> {
        let readme = include_str!("../../../README.md");
        let table = readme.split("### Codes of faults").nth(1).expect("the README has the section");
        let codes = table.lines().filter_map(|line| line.strip_prefix("| `")?.split('`').next());
        codes.map(str::to_owned).collect()
    }

    /// A file is held to what a request is held to; every fault has a line of the file and a documented code.
    #[test]
    fn fuzz_content_file() {
        let documented = documented();
        fuzz::target!("content_file", |input| {
            let text = String::from_utf8_lossy(input);
            match read(NAME, &text) {
                Ok(file) => {
                    assert_eq!(name_of(&file.topic), NAME);
                    assert!((1..=MOST_WORDS).contains(&file.words.len()));
                    assert!(file.words.is_sorted_by(|one, next| one.line <= next.line));
                    assert_eq!(check(&Content::Topic(file.topic)), []);
                    for FileWord { word, .. } in file.words {
                        assert_eq!(check(&Content::Word(word)), []);
                    }
                    fuzz::ACCEPTED
                }
                Err(faults) => {
                    assert!((1..=MOST_FAULTS).contains(&faults.len()));
                    assert!(faults.is_sorted());
                    let lines = text.split('\n').count();
                    assert!(faults.iter().all(|fault| (1..=lines).contains(&fault.line)), "{faults:?}");
                    let unknown = faults.iter().find(|fault| !documented.contains(fault.code));
                    assert_eq!(unknown, None);
                    faults[0].code
                }
            }
        });
    }

    #[test]
    fn no_more_faults_are_told_than_somebody_can_read() {
        let found = codes(&"[[word]]\n".repeat(MOST_WORDS));
        assert_eq!(found.len(), MOST_FAULTS);
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
            let read = read(&path.file_name().expect("a name").to_string_lossy(), &text);
            assert!(read.is_ok(), "{}: {:#?}", path.display(), read.err());
        }
    }

    proptest! {
        #[test]
        fn any_text_is_read_or_refused_without_a_panic(text in "(?s).{0,300}") {
            let _ = read(NAME, &text).is_ok();
        }

        #[test]
        fn any_damage_to_a_good_file_is_survived(at: prop::sample::Index, with in "\\PC{0,3}") {
            let at = at.index(GOOD.len());
            let at = (0..=at).rev().find(|at| GOOD.is_char_boundary(*at)).unwrap_or(0);
            let damaged = format!("{}{with}{}", &GOOD[..at], &GOOD[at..]);
            let _ = read(NAME, &damaged).is_ok();
        }
    }
}

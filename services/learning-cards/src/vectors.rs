//! `tests/vectors/learning-cards.json`: what a device without a connection must ask of an own word, and say of an answer. The
//! clients' twin, `clients/api/src/words/question.ts`, runs the same file.
//!
//! After an intended change: `cargo test -p tall-learning-cards --lib vectors -- --ignored`, and review the difference.

use crate::{
    domain::{
        answer::{Given, Submission},
        context::{Context, Part, Sentence},
        entry::Entry,
        question::{Form, Question},
        word::{NewWord, OwnWord, Source},
    },
    routes::view::{QuestionView, WordView},
};
use chrono::DateTime;
use chrono_tz::Europe::Amsterdam;
use events::learning_cards::WordSource;
use ids::{OwnWordId, UserId, WordContextId};
use lexicon::Lexicon;
use scheduler::cohort::Ask;
use serde_json::{Value, json};
use std::{
    collections::{BTreeSet, HashSet},
    path::PathBuf,
};
use uuid::Uuid;

fn file() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../tests/vectors/learning-cards.json")
}

fn word(number: u128, entry: Value, sentence: &str, parts: &[[u32; 2]]) -> OwnWord {
    let parts = parts.iter().map(|[start, end]| Part { start: *start, end: *end }).collect();
    let context = Context {
        id: WordContextId::new(Uuid::from_u128(number)),
        sentence: Sentence { text: sentence.to_owned(), translation: None, parts },
        source_id: None,
        met_at: DateTime::UNIX_EPOCH,
    };
    let new = NewWord {
        id: OwnWordId::new(Uuid::from_u128(number)),
        student_id: UserId::new(Uuid::from_u128(9)),
        entry: serde_json::from_value::<Entry>(entry).expect("an entry"),
        contexts: vec![context],
        tags: BTreeSet::new(),
        lists: BTreeSet::new(),
        source: Source { kind: WordSource::Manual, id: None },
    };
    new.into_word(DateTime::UNIX_EPOCH).located(&Lexicon::own())
}

/// Words of which much is known and of which little is: two articles or none, no auxiliary, one or both, *zich* in the word,
/// beside it or in its forms, parts that are split, no sentence, a sentence with a form that nobody named.
fn words() -> Vec<OwnWord> {
    let noun = |lemma: &str, articles: &[&str], plural: Option<&str>| {
        json!({
            "lemma": lemma, "partOfSpeech": "noun", "noun": { "articles": articles, "plural": plural },
            "glosses": { "en": format!("{lemma} (en); a {lemma}"), "ru": format!("{lemma} (ru)") },
        })
    };
    let verb = |lemma: &str, forms: Value| {
        json!({
            "lemma": lemma, "partOfSpeech": "verb", "verb": forms, "glosses": { "en": format!("to {lemma}") },
        })
    };
    vec![
        word(1, noun("kind", &["het"], Some("kinderen")), "Zij hebben drie kinderen.", &[[16, 24]]),
        word(2, noun("soort", &["de", "het"], Some("soorten")), "Niets.", &[]),
        word(3, noun("Nederland", &[], None), "Nederland is 🌷 klein …", &[[0, 9]]),
        word(
            4,
            verb("lopen", json!({ "pastSingular": "liep", "pastPlural": "liepen", "participle": "gelopen" })),
            "🚶🏽 Ik loop naar huis.",
            &[[6, 10]],
        ),
        word(
            5,
            verb(
                "opstaan",
                json!({
                    "pastSingular": "stond op", "pastPlural": "stonden op", "participle": "opgestaan",
                    "auxiliaries": ["zijn"], "particle": "op",
                }),
            ),
            "Ik sta elke dag om zeven uur op.",
            &[[3, 6], [29, 31]],
        ),
        word(
            6,
            verb(
                "vergeten",
                json!({
                    "pastSingular": "vergat", "participle": "vergeten", "auxiliaries": ["hebben", "zijn"],
                }),
            ),
            "Hij vergeet alles.",
            &[[4, 11]],
        ),
        word(
            7,
            verb(
                "voorstellen",
                json!({
                    "pastSingular": "stelde voor", "participle": "voorgesteld", "auxiliaries": ["hebben"],
                    "particle": "voor", "reflexive": true,
                }),
            ),
            "Niets.",
            &[],
        ),
        word(
            8,
            verb(
                "zich vergissen",
                json!({
                    "pastSingular": "vergiste zich", "participle": "zich vergist", "auxiliaries": ["hebben"],
                }),
            ),
            "Ik vergis me nooit.",
            &[[3, 9]],
        ),
        word(9, verb("waaien", json!({ "reflexive": false })), "Het waait.", &[[4, 9]]),
        word(
            10,
            json!({ "lemma": "tot ziens", "glosses": { "ru": "до свидания" } }),
            "Tot ziens!",
            &[[0, 9]],
        ),
        word(11, verb("lopen", json!({})), "Gisteren liep hij naar huis.", &[]),
        word(12, verb("opstaan", json!({ "particle": "op" })), "Hij staat op.", &[]),
    ]
}

/// What students type for one form: what is right, wrong in every way, and no answer at all.
fn given(entry: &Entry, right: &str) -> Vec<String> {
    let lemma = entry.lemma.as_str();
    let bare = lemma.trim_start_matches("zich ");
    let forms = entry.forms().into_iter().flat_map(|form| {
        [form.to_owned(), format!("heeft {form}"), format!("is {form}"), format!("heeft zich {form}")]
    });
    let made = [
        right.to_owned(),
        String::new(),
        "xyzzy".to_owned(),
        right.to_uppercase(),
        right.replace("zich ", ""),
        right.replace(" zich", ""),
        right.replace([';', '/'], " "),
        format!("{right} niet"),
        right.chars().skip(1).collect(),
        format!("de {bare}"),
        format!("het {bare}s"),
        format!("zich {bare}"),
        format!("{bare}s"),
        format!("{bare}t"),
        format!("{bare}de"),
        format!("ge{bare}"),
        format!("{right}t"),
    ];
    let mut seen = HashSet::new();
    made.into_iter().chain(forms).filter(|text| seen.insert(text.clone())).collect()
}

/// Rating, whether it is right, whether it passes, and each mistake: its form, its kind, where it begins and ends, what would be
/// right.
fn judged(question: &Question, asked: Ask, text: String, forms: Vec<(Form, String)>) -> Value {
    let submission = Submission {
        asked,
        given: Given::Typed { text, forms },
        language: "en".to_owned(),
        context_id: None,
        session_id: None,
        answered_at: DateTime::UNIX_EPOCH,
        zone: Amsterdam,
        duration_ms: None,
    };
    let told = submission.judge(question);
    let mistakes = told.judgement.mistakes.iter().map(|one| {
        let mistake = &one.mistake;
        json!([one.form, mistake.kind, mistake.span.start, mistake.span.end, mistake.expected])
    });
    let mistakes: Vec<_> = mistakes.collect();
    json!([told.judgement.rating, told.judgement.correct, told.passes, mistakes])
}

/// Every form wrong in every way, while the others are right.
fn answers(entry: &Entry, question: &Question, asked: Ask) -> Vec<Value> {
    let mut answers = Vec::new();
    for wrong in &question.fields {
        for text in given(entry, &wrong.shown) {
            let typed =
                |form: Form, shown: &str| if form == wrong.form { text.clone() } else { shown.to_owned() };
            let all: Vec<(Form, String)> =
                question.fields.iter().map(|field| (field.form, typed(field.form, &field.shown))).collect();
            let (word, forms) = all.split_first().expect("the word itself is first");
            let verdict = judged(question, asked, word.1.clone(), forms.to_vec());
            let forms: Vec<_> = forms.iter().map(|(form, text)| json!([form, text])).collect();
            answers.push(json!([word.1, forms, verdict]));
        }
    }
    answers
}

fn vectors() -> Vec<Value> {
    let mut vectors = Vec::new();
    for word in words() {
        for (asked, language) in
            [(Ask::See, "en"), (Ask::See, "ru"), (Ask::Recall, "en"), (Ask::Write, "ru"), (Ask::Use, "en")]
        {
            let question = Question::of(&word.entry, &word.contexts, asked, language, None);
            vectors.push(json!({
                "word": WordView::at_rev(&word, 1),
                "language": language,
                "question": QuestionView::of(asked, &question),
                "typed": answers(&word.entry, &question, asked),
            }));
        }
    }
    vectors
}

#[test]
fn the_vectors_are_what_the_service_says() {
    let text = std::fs::read_to_string(file()).expect("the vectors are in the repository");
    let stored: Vec<Value> = serde_json::from_str(&text).expect("the vectors are JSON");
    let said = vectors();
    assert_eq!(stored.len(), said.len());
    for (number, (stored, said)) in stored.iter().zip(&said).enumerate() {
        assert!(stored == said, "{number}\nstored {stored:#}\nsaid {said:#}");
    }
}

/// One question a line.
#[test]
#[ignore = "writes the vectors that the other test compares with"]
fn write_the_vectors() {
    let lines: Vec<_> = vectors().iter().map(Value::to_string).collect();
    std::fs::write(file(), format!("[\n{}\n]\n", lines.join(",\n"))).expect("the file can be written");
}

//! Exercises: what each item is worth, and the whole.

use grader::{ExerciseVerdict, Item, Response, grade_exercise};
use serde_json::{Value, json};

/// Items and responses as clients send them, and what is told: half points of the whole, then each item as
/// `earned/possible kinds`.
struct Exercise {
    items: Value,
    responses: Value,
    told: &'static [&'static str],
}

fn exercises() -> Vec<Exercise> {
    let gap = |before: &str, text: &str, after: &str| json!({ "kind": "gap", "answer": { "text": text, "before": before, "after": after } });
    let place = |before: &str, text: &str, after: &str| json!({ "kind": "drag-and-drop", "answer": { "text": text, "before": before, "after": after } });
    vec![
        Exercise {
            items: json!([
                gap("Hij", "loopt", "naar huis."),
                gap("Ik", "woon", "in Utrecht."),
                gap("Ik drink", "koffie", ".")
            ]),
            responses: json!(["loop", "woon", "koffei"]),
            told: &["3/6", "0/2 dt", "2/2", "1/2 typo"],
        },
        Exercise {
            items: json!([{ "kind": "gap", "answer": { "text": "fietst" }, "policy": { "typos": "forgiven" } }]),
            responses: json!(["feitst"]),
            told: &["2/2", "2/2"],
        },
        Exercise {
            items: json!([gap("Ik lees", "het", "boek."), gap("Zij heeft", "gewerkt", ".")]),
            responses: json!(["de"]),
            told: &["0/4", "0/2 article", "0/2 wrong"],
        },
        Exercise {
            items: json!([
                place("Hij", "wordt", "dertig."),
                place("Morgen", "ga ik", "weg."),
                place("", "Het", "huis is oud.")
            ]),
            responses: json!(["word", "ik ga", "De"]),
            told: &["0/6", "0/2 dt", "0/2 inversion", "0/2 article"],
        },
        Exercise {
            items: json!([place("Hij", "wordt", "dertig."), place("Ik", "word", "moe.")]),
            responses: json!(["wordt", "word"]),
            told: &["4/4", "2/2", "2/2"],
        },
        Exercise {
            items: json!([
                { "kind": "order-words", "words": ["Morgen", "ga", "ik", "naar", "huis"], "also": [["Ik", "ga", "morgen", "naar", "huis"]] },
            ]),
            responses: json!([["Morgen", "ga", "ik", "naar", "huis"]]),
            told: &["2/2", "2/2"],
        },
        Exercise {
            items: json!([
                { "kind": "order-words", "words": ["Morgen", "ga", "ik", "naar", "huis"], "also": [["Ik", "ga", "morgen", "naar", "huis"]] },
                { "kind": "order-words", "words": ["Morgen", "ga", "ik", "naar", "huis"] },
                { "kind": "order-words", "words": ["Ik", "bel", "je", "morgen", "op"] },
                { "kind": "order-words", "words": ["Ik", "bel", "je", "morgen", "op"] },
            ]),
            responses: json!([
                ["ik", "ga", "Morgen", "naar", "huis"],
                ["Morgen", "ik", "ga", "naar", "huis"],
                ["Ik", "bel", "op", "je", "morgen"],
                []
            ]),
            told: &["2/8", "2/2", "0/2 inversion", "0/2 separable", "0/2 wrong"],
        },
        Exercise {
            items: json!([{ "kind": "match", "right": ["bread"] }, { "kind": "match", "right": ["house", "home"] }, { "kind": "match", "right": ["tree"] }]),
            responses: json!(["bread", "home", "bread"]),
            told: &["4/6", "2/2", "2/2", "0/2 wrong"],
        },
        Exercise {
            items: json!([
                { "kind": "multiple-choice", "right": ["b"] },
                { "kind": "multiple-choice", "right": ["b"] },
                { "kind": "multiple-choice", "right": ["a", "c"] },
                { "kind": "multiple-choice", "right": ["a", "c"] },
                { "kind": "multiple-choice", "right": ["a", "c"] },
                { "kind": "multiple-choice", "right": [] },
            ]),
            responses: json!(["b", "a", ["c", "a"], ["a"], ["a", "b", "c"], null]),
            told: &["6/12", "2/2", "0/2 wrong", "2/2", "0/2 wrong", "0/2 wrong", "2/2"],
        },
        Exercise {
            items: json!([{ "kind": "dictation", "text": "Het meisje wordt morgen tien jaar." }]),
            responses: json!(["Het meisje wordt morgen tien jaar"]),
            told: &["12/12", "12/12"],
        },
        Exercise {
            items: json!([{ "kind": "dictation", "text": "Het meisje wordt morgen tien jaar." }]),
            responses: json!(["het miesje word morgen tien jar"]),
            told: &["6/12", "6/12 dt vowel-doubling capital typo"],
        },
        Exercise {
            items: json!([{ "kind": "dictation", "text": "Het meisje wordt morgen tien jaar." }, { "kind": "dictation", "text": "Tot ziens!" }]),
            responses: json!([null, "dag"]),
            told: &["0/16", "0/12 wrong", "0/4 wrong"],
        },
        Exercise {
            items: json!([
                { "kind": "open-answer", "answer": { "text": "in Utrecht; (Ik woon) in Utrecht; Utrecht" } },
                { "kind": "open-answer", "answer": { "text": "bread; loaf" }, "policy": { "language": "own", "case": "ignored" } },
                { "kind": "open-answer", "answer": { "text": "boom", "articles": ["de"] } },
            ]),
            responses: json!(["Ik woon in Utrecht.", "The Bread", "het boom"]),
            told: &["5/6", "2/2", "2/2", "1/2 article"],
        },
        Exercise {
            items: json!([gap("Hij", "loopt", "."), { "kind": "match", "right": ["bread"] }]),
            responses: json!([["loopt"], ["bread"], "more", "and more"]),
            told: &["4/4", "2/2", "2/2"],
        },
        Exercise { items: json!([]), responses: json!(["x"]), told: &["0/0"] },
    ]
}

impl Exercise {
    fn verdict(&self) -> ExerciseVerdict {
        let items: Vec<Item> = serde_json::from_value(self.items.clone()).expect("items are items");
        let responses: Vec<Option<Response>> =
            serde_json::from_value(self.responses.clone()).expect("responses are responses");
        grade_exercise(&items, &responses)
    }
}

fn short(verdict: &ExerciseVerdict) -> Vec<String> {
    let whole = format!("{}/{}", verdict.score.earned, verdict.score.possible);
    let items = verdict.items.iter().map(|item| {
        let mut kinds: Vec<_> = item.verdict.mistakes.iter().map(|mistake| mistake.kind.as_str()).collect();
        kinds.dedup();
        format!("{}/{} {}", item.score.earned, item.score.possible, kinds.join(" ")).trim_end().to_owned()
    });
    std::iter::once(whole).chain(items).collect()
}

#[test]
fn every_exercise_is_worth_what_a_teacher_would_give() {
    for exercise in exercises() {
        let verdict = exercise.verdict();
        assert_eq!(short(&verdict), exercise.told, "{} {}\n{verdict:?}", exercise.items, exercise.responses);
    }
}

#[test]
fn items_are_written_as_they_are_read() {
    for exercise in exercises() {
        let items: Vec<Item> = serde_json::from_value(exercise.items).expect("items are items");
        let written = serde_json::to_value(&items).expect("items are JSON");
        assert_eq!(serde_json::from_value::<Vec<Item>>(written).expect("items are items"), items);
    }
}

/// For the clients' twin.
pub fn vectors() -> Value {
    let told = exercises().into_iter().map(|exercise| {
        let verdict = exercise.verdict();
        json!({ "items": exercise.items, "responses": exercise.responses, "verdict": verdict })
    });
    told.collect()
}

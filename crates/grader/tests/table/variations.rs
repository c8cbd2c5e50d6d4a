//! Each case with its answer changed by a rule: what no teacher judged, and the twin must judge alike.

use crate::cases;
use crate::unmarked;
use grader::{Expected, Verdict, grade};
use serde_json::{Value, json};

/// A change of one of the words of an answer, of which there is at least one.
type Change = fn(&mut Vec<String>, usize);

const CHANGES: [Change; 12] = [
    |words, at| {
        let next = (at + 1) % words.len();
        words.swap(at, next);
    },
    |words, at| drop(words.remove(at)),
    |words, at| words.insert(at, "de".to_owned()),
    |words, at| words.insert(at, "niet".to_owned()),
    |words, at| words[at].push('t'),
    |words, at| {
        words[at].pop();
    },
    |words, at| words[at].insert_str(0, "op"),
    |words, at| words[at] = words[at].to_uppercase(),
    |words, at| words[at] = words[at].chars().flat_map(|letter| [letter, letter]).collect(),
    |words, at| words[at] = words[at].chars().rev().collect(),
    |words, at| {
        let middle = words[at].char_indices().nth(2).map_or(0, |(middle, _)| middle);
        words[at].insert(middle, ' ');
    },
    |words, at| {
        let next = words.get(at + 1).cloned().unwrap_or_default();
        words[at].push_str(&next);
        words.truncate(at + 1);
    },
];

fn varied() -> Vec<(usize, String, Verdict)> {
    let mut varied = Vec::new();
    for (of, (ask, marked, _)) in cases().enumerate() {
        let (given, _) = unmarked(marked);
        let words: Vec<String> = given.split_whitespace().map(str::to_owned).collect();
        let expected = Expected::from(&ask.answer());
        for (round, change) in
            [of, of * 5 + 3, of * 7 + 6].into_iter().enumerate().filter(|_| !words.is_empty())
        {
            let mut words = words.clone();
            let at = (of + round) % words.len();
            CHANGES[change % CHANGES.len()](&mut words, at);
            let given = words.join(" ");
            let verdict = grade(&expected, &given, &ask.policy());
            varied.push((of, given, verdict));
        }
    }
    varied
}

fn short(verdict: &Verdict) -> String {
    let told = verdict.mistakes.iter().map(|mistake| {
        format!("{} {}-{} {}", mistake.kind, mistake.span.start, mistake.span.end, mistake.expected)
    });
    let rating = format!("{:?}", verdict.rating).to_lowercase();
    format!("{rating} {}", told.collect::<Vec<_>>().join("|")).trim_end().to_owned()
}

/// Which case, what was given instead, the verdict in short.
pub fn vectors() -> Value {
    varied().into_iter().map(|(of, given, verdict)| json!([of, given, short(&verdict)])).collect()
}

/// One a line.
pub fn text() -> String {
    let Value::Array(lines) = vectors() else { unreachable!("a list was made") };
    let lines: Vec<_> = lines.iter().map(Value::to_string).collect();
    format!("[\n{}\n]\n", lines.join(",\n"))
}

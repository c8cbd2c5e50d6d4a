//! Whatever is typed, where whatever is expected.

use crate::{Answer, Case, Expected, MESSAGE_KEYS, Policy, Typos, grade};

/// An input is a line that is expected, as text or as an answer in JSON, and after it what is given.
fn read(input: &[u8]) -> (Answer, String) {
    let text = String::from_utf8_lossy(input);
    let (expected, given) = text.split_once('\n').unwrap_or((&text, ""));
    let answer = serde_json::from_str(expected).unwrap_or_else(|_| Answer::text(expected));
    (answer, given.to_owned())
}

/// What is expected is right; what is given is right, or has mistakes at places of it that can be told.
#[test]
fn fuzz_answer() {
    fuzz::target!("answer", |input| {
        let (answer, given) = read(input);
        let expected = Expected::from(&answer);
        let length = given.chars().count();
        let mut outcome = fuzz::ACCEPTED;
        for policy in
            [Policy::gloss(), Policy::dutch().case(Case::Ignored).typos(Typos::Forgiven), Policy::dutch()]
        {
            assert!(grade(&expected, expected.text(), &policy).correct);
            let verdict = grade(&expected, &given, &policy);
            assert_eq!(verdict.correct, verdict.mistakes.is_empty());
            for mistake in &verdict.mistakes {
                assert!(mistake.span.start <= mistake.span.end && mistake.span.end <= length, "{mistake:?}");
                assert!(MESSAGE_KEYS.contains(&mistake.message(&given).key.as_str()));
            }
            outcome = verdict.mistakes.first().map_or(fuzz::ACCEPTED, |mistake| mistake.kind.as_str());
        }
        outcome
    });
}

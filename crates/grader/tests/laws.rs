//! What holds for every answer.

use grader::{Case, Expected, Policy, Rating, grade};
use proptest::prelude::*;
use std::time::{Duration, Instant};

/// Texts as people write them, and as nobody does.
fn text() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(vec![
        "de",
        "het",
        "een",
        "fiets",
        "Nederland",
        "idee\u{eb}n",
        "'s",
        "foto's",
        "IJs",
        "\u{133}s",
        "zee-egel",
        "(",
        ")",
        "/",
        ";",
        ".",
        "?",
        "\u{2026}",
        ",",
        " ",
        "\u{a0}",
        "\u{ad}",
        "\u{200b}",
        "\u{308}",
        "\u{1f6b2}",
        "\u{5d0}",
        "İ",
        "ß",
        "ё",
        "a",
        "1",
    ]);
    prop_oneof![
        ".{0,40}",
        "\\PC{0,40}",
        prop::collection::vec(pieces, 0..12).prop_map(|pieces| pieces.concat()),
    ]
}

fn policy() -> impl Strategy<Value = Policy> {
    prop_oneof![
        Just(Policy::dutch()),
        Just(Policy::gloss()),
        Just(Policy::dutch().case(Case::Ignored)),
        Just(Policy::gloss().case(Case::Minded))
    ]
}

fn expected() -> impl Strategy<Value = Expected> {
    prop_oneof![
        text().prop_map(|text| Expected::variants(&text)),
        (prop::collection::vec(text(), 0..3), text())
            .prop_map(|(articles, lemma)| Expected::noun(articles, &lemma)),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn what_is_expected_is_right(expected in expected(), policy in policy()) {
        let verdict = grade(&expected, expected.text(), &policy);
        prop_assert!(verdict.correct, "{verdict:?}");
        prop_assert_eq!(verdict.rating, Rating::Good);
    }

    #[test]
    fn a_noun_with_its_article_is_right(article in "(de|het|een)", noun in "[a-zA-Zàéëïöü]{1,12}", policy in policy()) {
        let expected = Expected::noun([&article], &noun);
        let verdict = grade(&expected, &format!("{article} {noun}"), &policy);
        prop_assert!(verdict.correct, "{verdict:?}");
    }

    #[test]
    fn a_verdict_agrees_with_itself(expected in expected(), given in text(), policy in policy()) {
        let verdict = grade(&expected, &given, &policy);
        prop_assert_eq!(verdict.correct, verdict.mistakes.is_empty());
        prop_assert_eq!(verdict.correct, verdict.rating == Rating::Good);
        let length = given.chars().count();
        for mistake in &verdict.mistakes {
            prop_assert!(mistake.span.start <= mistake.span.end && mistake.span.end <= length, "{mistake:?}");
            prop_assert!(mistake.kind.rating() >= verdict.rating);
        }
        prop_assert!(verdict.mistakes.is_sorted_by_key(|mistake| mistake.kind));
        prop_assert_eq!(verdict.clone(), grade(&expected, &given, &policy));
    }

    #[test]
    fn spaces_and_apostrophes_never_count(given in "[a-z' .]{0,30}", expected in expected(), policy in policy()) {
        let rating = |given: &str| grade(&expected, given, &policy).rating;
        prop_assert_eq!(rating(&given), rating(&given.replace(' ', "  ")));
        prop_assert_eq!(rating(&given), rating(&given.replace('\'', "\u{2019}")));
    }

    #[test]
    fn capitals_do_not_count_where_they_are_ignored(word in "[a-z]{1,10}( [a-z]{1,10}){0,3}", other in text()) {
        let policy = Policy::dutch().case(Case::Ignored);
        let expected = Expected::variants(&word);
        prop_assert!(grade(&expected, &word.to_uppercase(), &policy).correct);
        let rating = |given: &str| grade(&expected, given, &policy).rating;
        prop_assert_eq!(rating(&other), rating(&other.to_lowercase()));
    }
}

#[test]
fn a_huge_answer_is_graded_at_once() {
    let sentence = "woord ".repeat(99);
    let variants = "a/b ".repeat(400);
    let marks = format!("e{}", "\u{301}".repeat(1_000_000));
    let hostile = [
        "a ".repeat(2_000_000),
        "\u{1f6b2}".repeat(1_000_000),
        marks,
        "(".repeat(1_000_000),
        "a".repeat(1_000_000),
    ];
    let expected =
        [Expected::variants(&sentence), Expected::variants(&variants), Expected::noun(["de"], "fiets")];
    for expected in &expected {
        for given in hostile.iter().map(String::as_str).chain(["ander woord "; 1]).chain([sentence.as_str()])
        {
            let start = Instant::now();
            let verdict = grade(expected, given, &Policy::dutch());
            assert!(verdict.mistakes.len() <= 400);
            assert!(start.elapsed() < Duration::from_secs(2), "{:?}", start.elapsed());
        }
    }
}

#[test]
fn a_huge_expectation_is_still_met() {
    for text in
        ["woord ".repeat(50_000), "(a)".repeat(50_000), "a/b".repeat(50_000), "e\u{301}".repeat(50_000)]
    {
        assert!(grade(&Expected::variants(&text), &text, &Policy::dutch()).correct);
    }
}

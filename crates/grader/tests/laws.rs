//! What holds for every answer.

use grader::{
    Answer, Case, Expected, Item, MistakeKind, NounForms, Policy, Rating, Response, Typos, VerbForms,
    Verdict, grade, grade_exercise,
};
use proptest::prelude::*;
use std::time::Duration;

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
        "\u{202e}",
        "\u{308}",
        "\u{1f6b2}",
        "\u{5d0}",
        "\u{627}\u{650}",
        "İ",
        "ß",
        "ё",
        "a",
        "1",
        " ik ",
        " ga ",
        " op ",
        " opbel ",
        " bel ",
        " heb ",
        " is ",
        " gewerkt",
        " wordt ",
        " omdat ",
        " morgen ",
        " niet ",
        "te ",
    ]);
    prop_oneof![
        ".{0,40}",
        "\\PC{0,40}",
        prop::collection::vec(pieces, 0..12).prop_map(|pieces| pieces.concat()),
    ]
}

fn policy() -> impl Strategy<Value = Policy> {
    let base = prop_oneof![
        Just(Policy::dutch()),
        Just(Policy::gloss()),
        Just(Policy::dutch().case(Case::Ignored)),
        Just(Policy::gloss().case(Case::Minded))
    ];
    let typos = prop_oneof![Just(Typos::Forgiven), Just(Typos::Named), Just(Typos::Refused)];
    (base, typos).prop_map(|(policy, typos)| policy.typos(typos))
}

fn word_forms() -> impl Strategy<Value = grader::WordForms> {
    let noun = (text(), prop::collection::vec(text(), 0..3))
        .prop_map(|(singular, plurals)| NounForms { singular, plurals, ..NounForms::default() }.into());
    let verb = (text(), text(), text(), text(), prop::option::of(text())).prop_map(
        |(infinitive, past_singular, past_plural, participle, particle)| {
            VerbForms { infinitive, past_singular, past_plural, participle, particle, ..VerbForms::default() }
                .into()
        },
    );
    prop_oneof![noun, verb]
}

fn answer() -> impl Strategy<Value = Answer> {
    let articles = prop::option::of(prop::collection::vec(text(), 0..3));
    (text(), articles, prop::option::of(word_forms()), text(), text())
        .prop_map(|(text, articles, word, before, after)| Answer { text, articles, word, before, after })
}

fn item() -> impl Strategy<Value = Item> {
    prop_oneof![
        (answer(), policy()).prop_map(|(answer, policy)| Item::Gap(grader::Gap { answer, policy })),
        answer().prop_map(|answer| Item::DragAndDrop(grader::DragAndDrop { answer })),
        prop::collection::vec(text(), 0..6)
            .prop_map(|words| Item::OrderWords(grader::OrderWords { words, also: Vec::new() })),
        prop::collection::vec(text(), 0..3).prop_map(|right| Item::Match(grader::Match { right })),
        prop::collection::vec(text(), 0..3)
            .prop_map(|right| Item::MultipleChoice(grader::MultipleChoice { right })),
        (text(), policy()).prop_map(|(text, policy)| Item::Dictation(grader::Dictation { text, policy })),
        (answer(), policy())
            .prop_map(|(answer, policy)| Item::OpenAnswer(grader::OpenAnswer { answer, policy })),
    ]
}

fn response() -> impl Strategy<Value = Option<Response>> {
    prop::option::of(prop_oneof![
        text().prop_map(Response::One),
        prop::collection::vec(text(), 0..5).prop_map(Response::Several),
    ])
}

/// Six letters and more of a word that is in no list.
fn long_word() -> impl Strategy<Value = String> {
    "[bcfgklmpr][aeiou][bcfgklmpr]{2}[aeiou][bcfgklmpr]([aeiou][bcfgklmpr]){0,2}"
}

/// Four words that nobody takes for each other.
fn sentence() -> impl Strategy<Value = Vec<&'static str>> {
    let words = vec!["kamfer", "logira", "bupkel", "mirrog", "fapel", "ragog"];
    Just(words).prop_shuffle().prop_map(|words| words[..4].to_vec())
}

fn kinds(verdict: &Verdict) -> Vec<MistakeKind> {
    verdict.mistakes.iter().map(|mistake| mistake.kind).collect()
}

fn dutch(expected: &str, given: &str) -> Verdict {
    grade(&Expected::variants(expected), given, &Policy::dutch())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn what_is_expected_is_right(answer in answer(), policy in policy()) {
        let expected = Expected::from(&answer);
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
    fn a_verdict_agrees_with_itself(answer in answer(), given in text(), policy in policy()) {
        let expected = Expected::from(&answer);
        let verdict = grade(&expected, &given, &policy);
        prop_assert_eq!(verdict.correct, verdict.mistakes.is_empty());
        prop_assert_eq!(verdict.correct, verdict.rating == Rating::Good);
        let length = given.chars().count();
        for mistake in &verdict.mistakes {
            prop_assert!(mistake.span.start <= mistake.span.end && mistake.span.end <= length, "{mistake:?}");
            prop_assert!(mistake.kind.rating() >= verdict.rating);
            prop_assert!(grader::MESSAGE_KEYS.contains(&mistake.message(&given).key.as_str()));
        }
        prop_assert!(verdict.mistakes.is_sorted_by_key(|mistake| mistake.kind));
        prop_assert_eq!(verdict.clone(), grade(&expected, &given, &policy));
    }

    #[test]
    fn an_answer_is_graded_alike_after_a_journey(answer in answer(), given in text(), policy in policy()) {
        let sent = serde_json::to_string(&(&answer, &policy)).expect("answers are JSON");
        let (received, its_policy): (Answer, Policy) = serde_json::from_str(&sent).expect("answers are JSON");
        prop_assert_eq!(&received, &answer);
        prop_assert_eq!(grade(&Expected::from(&received), &given, &its_policy), grade(&Expected::from(&answer), &given, &policy));
    }

    #[test]
    fn spaces_and_apostrophes_never_count(given in "[a-z' .]{0,30}", answer in answer(), policy in policy()) {
        let expected = Expected::from(&answer);
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

    #[test]
    fn no_rule_of_dutch_is_applied_to_a_meaning(answer in answer(), given in text()) {
        let own = [
            MistakeKind::Diacritic, MistakeKind::WordOrder, MistakeKind::MissingWord, MistakeKind::ExtraWord,
            MistakeKind::Typo, MistakeKind::Wrong,
        ];
        let verdict = grade(&Expected::from(&answer), &given, &Policy::gloss());
        prop_assert!(kinds(&verdict).iter().all(|kind| own.contains(kind)), "{verdict:?}");
    }

    #[test]
    fn a_word_in_two_parts_is_written_apart(word in long_word(), at in 1..5_usize) {
        let given = format!("{} {}", &word[..at], &word[at..]);
        let verdict = dutch(&word, &given);
        let apart = [MistakeKind::Compound, MistakeKind::Separable];
        prop_assert!(matches!(kinds(&verdict).as_slice(), [kind] if apart.contains(kind)), "{verdict:?}");
        prop_assert_eq!(verdict.mistakes[0].span, grader::Span { start: 0, end: word.len() + 1 });
    }

    #[test]
    fn two_words_that_change_places_are_one_mistake(words in sentence(), at in 0..3_usize) {
        let mut given = words.clone();
        given.swap(at, at + 1);
        let verdict = dutch(&words.join(" "), &given.join(" "));
        prop_assert_eq!(kinds(&verdict), [MistakeKind::WordOrder]);
        prop_assert_eq!(&verdict.mistakes[0].expected, &words[at..at + 2].join(" "));
    }

    #[test]
    fn a_verb_and_its_subject_that_change_places_are_inverted(verb in "[bg][eo][lmr][kp](t|en)?", subject in "(ik|jij|hij|wij|men)") {
        let verdict = dutch(&format!("Morgen {verb} {subject} naar huis"), &format!("Morgen {subject} {verb} naar huis"));
        prop_assert_eq!(kinds(&verdict), [MistakeKind::Inversion]);
    }

    #[test]
    fn a_vowel_is_doubled_in_an_open_syllable_or_not(head in "[bkmnrt]", vowel in "[aeou]", tail in "[bkmnr]") {
        let (open, closed) = (format!("{head}{vowel}{tail}en"), format!("{head}{vowel}{vowel}{tail}en"));
        prop_assert_eq!(kinds(&dutch(&open, &closed)), [MistakeKind::VowelDoubling]);
        let short = format!("{head}{vowel}{tail}{tail}en");
        prop_assert_eq!(kinds(&dutch(&short, &open)), [MistakeKind::ConsonantDoubling]);
        prop_assert_eq!(kinds(&dutch(&open, &short)), [MistakeKind::ConsonantDoubling]);
    }

    #[test]
    fn a_weak_verb_ends_in_d_or_t_by_its_stem(stem in "[bgklmnprw][aou][aou]?[kfspglmnrb]") {
        prop_assume!(!["wan", "naas"].contains(&stem.as_str())); // *Want*, *naast*: no verbs
        // 't kofschip.
        let voiceless = stem.ends_with(['k', 'f', 's', 'p']);
        let (right, wrong) = if voiceless { ('t', 'd') } else { ('d', 't') };
        prop_assert_eq!(kinds(&dutch(&format!("ge{stem}{right}"), &format!("ge{stem}{wrong}"))), [MistakeKind::Dt]);
        prop_assert_eq!(kinds(&dutch(&format!("{stem}{right}e"), &format!("{stem}{wrong}e"))), [MistakeKind::Dt]);
        prop_assert_eq!(kinds(&dutch(&format!("hij {stem}t"), &format!("hij {stem}"))), [MistakeKind::Dt]);
    }

    #[test]
    fn a_forgiven_slip_is_no_mistake(word in long_word(), at in 1..5_usize, letter in "[xq]") {
        let mut given: Vec<char> = word.chars().collect();
        given[at] = letter.chars().next().expect("one letter");
        let given: String = given.into_iter().collect();
        let expected = Expected::variants(&word);
        let verdict = |typos| grade(&expected, &given, &Policy::dutch().typos(typos));
        prop_assert!(verdict(Typos::Forgiven).correct);
        prop_assert_eq!(kinds(&verdict(Typos::Named)), [MistakeKind::Typo]);
        prop_assert_eq!(kinds(&verdict(Typos::Refused)), [MistakeKind::Wrong]);
    }

    #[test]
    fn nobody_earns_more_than_there_is(exercise in prop::collection::vec((item(), response()), 0..5)) {
        let (items, responses): (Vec<_>, Vec<_>) = exercise.into_iter().unzip();
        let verdict = grade_exercise(&items, &responses);
        prop_assert_eq!(verdict.items.len(), items.len());
        let sum: u32 = verdict.items.iter().map(|item| item.score.earned).sum();
        prop_assert_eq!(verdict.score.earned, sum);
        for item in &verdict.items {
            prop_assert!(item.score.earned <= item.score.possible, "{item:?}");
            prop_assert!(!item.verdict.correct || item.score.earned == item.score.possible, "{item:?}");
        }
        let written = serde_json::to_string(&verdict).expect("verdicts are JSON");
        prop_assert_eq!(serde_json::from_str::<grader::ExerciseVerdict>(&written).expect("verdicts are JSON"), verdict);
    }

    #[test]
    fn a_response_that_is_missing_is_one_that_is_empty(items in prop::collection::vec(item(), 0..4)) {
        let empty = vec![Some(Response::One(String::new())); items.len()];
        prop_assert_eq!(grade_exercise(&items, &[]), grade_exercise(&items, &empty));
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
        "\u{202e}".repeat(5_000),
        "\u{64a}\u{650} ".repeat(3_000),
        "op ".repeat(99),
        "opbellen ".repeat(99),
    ];
    let expected =
        [Expected::variants(&sentence), Expected::variants(&variants), Expected::noun(["de"], "fiets")];
    for expected in &expected {
        for given in hostile.iter().map(String::as_str).chain(["ander woord "; 1]).chain([sentence.as_str()])
        {
            let start = worked();
            let verdict = grade(expected, given, &Policy::dutch());
            let spent = worked() - start;
            assert!(verdict.mistakes.len() <= 400);
            assert!(spent < Duration::from_secs(2), "{spent:?}");
        }
    }
}

/// The most variants of the longest sentence, and an answer that is like each of its words.
#[test]
fn the_hardest_question_is_graded_in_time() {
    let alike = |letter: char| (0..94).map(|at| format!("op{letter}el{}t ", at % 7)).collect::<String>();
    let expected = Expected::variants(&format!("op bel (a) (b) (c) (d) (e) {}", alike('b')));
    let verb = VerbForms {
        infinitive: "opbellen".to_owned(),
        past_singular: "belde op".to_owned(),
        past_plural: "belden op".to_owned(),
        participle: "opgebeld".to_owned(),
        auxiliaries: Vec::new(),
        particle: Some("op".to_owned()),
    };
    let start = worked();
    let verdict = grade(&expected.of(&verb.into()), &format!("op {}", alike('d')), &Policy::dutch());
    let spent = worked() - start;
    assert!(!verdict.correct);
    assert!(spent < Duration::from_secs(10), "{spent:?}");
}

/// How long this thread has worked: what else the machine does is not its doing.
fn worked() -> Duration {
    let clock = rustix::time::clock_gettime(rustix::time::ClockId::ThreadCPUTime);
    Duration::new(clock.tv_sec.unsigned_abs(), u32::try_from(clock.tv_nsec).expect("less than a second"))
}

#[test]
fn a_huge_expectation_is_still_met() {
    for text in
        ["woord ".repeat(50_000), "(a)".repeat(50_000), "a/b".repeat(50_000), "e\u{301}".repeat(50_000)]
    {
        assert!(grade(&Expected::variants(&text), &text, &Policy::dutch()).correct);
    }
}

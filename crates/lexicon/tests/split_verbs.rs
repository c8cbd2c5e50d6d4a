//! Precision and recall of split verbs on sentences of ours, which the rules were not tuned to one by one: a guard, not a proof.
//! `lexicon measure` says what they are on a treebank.

use lexicon::Lexicon;

const SENTENCES: &str = include_str!("split_verbs.tsv");

#[test]
fn split_verbs_are_found_and_no_others() {
    let lexicon = Lexicon::own();
    let (mut right, mut found, mut expected) = (0, 0, 0);
    for line in SENTENCES.lines().filter(|line| !line.starts_with('#')) {
        let (text, verbs) = line.split_once('\t').expect("a sentence and its verbs");
        let verbs: Vec<&str> = verbs.split(',').filter(|verb| !verb.is_empty()).collect();
        let given: Vec<String> =
            lexicon.analyse(text).split_verbs.into_iter().map(|split| split.infinitive).collect();
        if given != verbs {
            println!("{text}: {given:?}, not {verbs:?}");
        }
        right += given.iter().filter(|verb| verbs.contains(&verb.as_str())).count();
        found += given.len();
        expected += verbs.len();
    }
    let (precision, recall) = (right as f64 / found as f64, right as f64 / expected as f64);
    println!("precision {precision:.3} ({right} of {found}), recall {recall:.3} ({right} of {expected})");
    assert!(precision >= 0.88 && recall >= 0.80);
}

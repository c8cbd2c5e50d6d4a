//! Texts of strangers: imported books, pasted pages, answers.

use crate::{Lexicon, key};
use std::sync::LazyLock;

static OWN: LazyLock<Lexicon> = LazyLock::new(Lexicon::own);

/// An input with nothing in it that is a word has the outcome `no-word`.
#[test]
fn fuzz_text() {
    fuzz::target!("text", |input| {
        let text = String::from_utf8_lossy(input);
        let analysis = OWN.analyse(&text);
        let mut end = 0;
        for (index, word) in analysis.words.iter().enumerate() {
            assert!(word.token.place.start >= end && text.is_char_boundary(word.token.place.end));
            assert_eq!(&text[word.token.place.clone()], word.text);
            assert_eq!(
                analysis.lemma(index).is_some(),
                !word.candidates.is_empty() || word.split_verb.is_some()
            );
            end = word.token.place.end;
        }
        for split in &analysis.split_verbs {
            let (verb, particle) = (&analysis.words[split.verb], &analysis.words[split.particle]);
            assert!(
                split.infinitive.starts_with(key(&particle.text).as_str()),
                "{} of {}",
                split.infinitive,
                verb.text
            );
        }
        OWN.text_level(&analysis, Some(&|lemma| lemma.len() > 3));
        if analysis.words.iter().any(|word| !word.candidates.is_empty()) { fuzz::ACCEPTED } else { "no-word" }
    });
}

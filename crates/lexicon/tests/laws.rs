//! What holds of every word and every text.

use lexicon::{Lexicon, PartOfSpeech, Source, TokenKind, key};
use proptest::prelude::*;
use std::sync::LazyLock;

static OWN: LazyLock<Lexicon> = LazyLock::new(Lexicon::own);

/// Words that look Dutch, and some that do not.
fn word() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => "(be|ge|ver|ont|op|uit|mee)?[bdfghjklmnprstvwz]{1,2}(a|e|i|o|u|aa|ee|oo|uu|ie|oe|ui|ij|eu)[bdfgklmnprst]{1,2}(en|t|te|de|e|er|st|je|s|heid)?",
        1 => "\\PC{0,12}",
    ]
}

proptest! {
    #[test]
    fn every_form_has_lemmas_and_the_same_each_time(form in word()) {
        let lemmas = OWN.lemmas(&form);
        prop_assert_eq!(lemmas.is_empty(), key(&form).is_empty());
        prop_assert!(lemmas.iter().all(|candidate| !candidate.lemma.is_empty()));
        prop_assert_eq!(&OWN.lemmas(&form), &lemmas);
    }

    #[test]
    fn what_a_verb_makes_leads_back_to_it(stem in "(b|d|dr|f|g|h|k|kl|l|m|n|p|pl|r|s|sl|st|t|tr|v|w|z)((a|e|o|ie|oe|ui|ij|eu)[bdfgklmnprstvz]|(a|e|i|o|u)(bb|dd|ff|gg|kk|ll|mm|nn|pp|rr|ss|tt|nd|rk|st|lp|ng|rt|ft|mp|nk))") {
        let infinitive = format!("{stem}en");
        for verb in OWN.verbs(&infinitive) {
            prop_assert_eq!(&verb.infinitive, &infinitive);
            for form in verb.past.iter().chain(&verb.participles).chain(&verb.present[..3]) {
                let lemmas = OWN.lemmas(form);
                // *bakken* and *baken* share forms: among the candidates it is.
                prop_assert!(lemmas.iter().any(|candidate| candidate.lemma == infinitive), "{}: {:?}", form, lemmas);
            }
        }
    }

    #[test]
    fn a_certainty_is_one(noun in word()) {
        let guess = OWN.article(&noun);
        prop_assert!((0.5..=1.0).contains(&guess.certainty));
        prop_assert!(!guess.articles.is_empty());
    }

    #[test]
    fn a_compound_is_its_parts(word in word()) {
        if let Some(compound) = OWN.compound(&word) {
            prop_assert!(word.ends_with(&compound.head));
            prop_assert!(word.chars().count() >= compound.modifier.chars().count() + compound.head.chars().count() - 1);
        }
    }

    #[test]
    fn an_analysis_is_of_its_text(text in "(\\PC{0,8}|[a-z]{1,8}|te|op|uit|,|\\.| ){0,40}") {
        let analysis = OWN.analyse(&text);
        let mut end = 0;
        for word in &analysis.words {
            prop_assert_eq!(&text[word.token.place.clone()], &word.text);
            prop_assert!(word.token.place.start >= end);
            prop_assert_eq!(word.token.kind == TokenKind::Word && !key(&word.text).is_empty(), !word.candidates.is_empty());
            end = word.token.place.end;
        }
        let covered: Vec<usize> = analysis.sentences.iter().cloned().flatten().collect();
        prop_assert_eq!(covered, (0..analysis.words.len()).collect::<Vec<_>>());
        for (index, split) in analysis.split_verbs.iter().enumerate() {
            prop_assert_ne!(split.verb, split.particle);
            prop_assert_eq!(analysis.words[split.verb].split_verb, Some(index));
            prop_assert_eq!(analysis.words[split.particle].split_verb, Some(index));
            prop_assert!((0.0..=1.0).contains(&split.certainty));
        }
    }
}

#[test]
fn a_word_is_found_by_any_of_its_forms() {
    for (lemma, kind, forms) in [
        ("lopen", PartOfSpeech::Verb, vec!["loop", "loopt", "liep", "liepen", "gelopen", "lopend"]),
        ("opbellen", PartOfSpeech::Verb, vec!["opbel", "opbelt", "opbelde", "opgebeld"]),
        ("begrijpen", PartOfSpeech::Verb, vec!["begrijp", "begreep", "begrepen"]),
        ("kind", PartOfSpeech::Noun, vec!["kinderen", "kindje", "kindjes"]),
        ("goed", PartOfSpeech::Adjective, vec!["goede", "beter", "best"]),
        ("mee-eten", PartOfSpeech::Verb, vec!["meegegeten", "meeat"]),
    ] {
        for form in forms {
            let lemmas = OWN.lemmas(form);
            let found = lemmas
                .iter()
                .any(|candidate| candidate.lemma == lemma && candidate.part_of_speech == Some(kind));
            assert!(found, "{form}: {lemmas:?}");
        }
    }
}

#[test]
fn an_answer_says_where_it_comes_from() {
    assert_eq!(OWN.lemmas("liep")[0].source, Source::List);
    assert_eq!(OWN.verbs("lopen")[0].source, Source::List);
    assert_eq!(OWN.verbs("fietsen")[0].source, Source::Rule);
    assert_eq!(OWN.plurals("kind").source, Source::List);
    assert_eq!(OWN.plurals("wafel").source, Source::Rule);
}

/// Time and memory are bounded: the longest words and texts that a stranger can send.
#[test]
fn long_input_is_taken_in_its_stride() {
    let endless = "hottentottententententoonstelling".repeat(3000);
    assert_eq!(OWN.lemmas(&endless).len(), 1);
    assert_eq!(OWN.compound(&endless), None);
    let particles = "op ".repeat(30_000);
    assert_eq!(OWN.analyse(&particles).words.len(), 30_000);
    let verbs = "belt , ".repeat(15_000) + "op";
    assert!(OWN.analyse(&verbs).split_verbs.len() <= 1);
    for strange in ["\u{202e}op\u{200b}", "a\u{301}".repeat(5000).as_str(), "🙂🙂", "\0", "Ω ж 漢字"]
    {
        OWN.analyse(strange);
        OWN.lemmas(strange);
    }
}

/// *tapet* is of *tapen*, though a rule would take it from *tapetten*.
#[test]
fn the_forms_of_a_listed_weak_verb_lead_back_to_it() {
    let list = include_str!("../../../content/lexicon/weak.tsv");
    for line in list.lines().skip(2) {
        let infinitive = line.split('\t').next().unwrap_or_default();
        for verb in OWN.verbs(infinitive) {
            for form in verb.present.iter().chain(&verb.past).chain(&verb.pasts).chain(&verb.participles) {
                let lemmas = OWN.lemmas(form);
                assert!(lemmas.iter().any(|candidate| candidate.lemma == infinitive), "{form}: {lemmas:?}");
            }
        }
    }
}
